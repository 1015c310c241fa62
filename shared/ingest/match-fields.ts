import type { Kind, Role, Scale } from '../model/role'
import { plainHeader } from './header-words'
import { compareTopics, topicsOf } from './question-topics'
import type { Match } from './types'

/** What a column, or a field, may be known by under another header. */
export interface Likeness {
  /** Of a field its id, of a column its position. */
  readonly id: string
  readonly header: string
  readonly kind: Kind
  readonly role: Role
  /** Of the column with the scores. */
  readonly scale?: Scale
  /** The survey tool's id of the question. */
  readonly question: string | null
  /** Different values, where there are few. */
  readonly values: ReadonlySet<string>
}

export interface Proposal {
  readonly index: number
  readonly field: string
  readonly how: Extract<Match, 'question' | 'similar' | 'values' | 'role'>
}

const ENOUGH_ALIKE = 0.62
/** Questions are reworded more freely than the headers of facts. */
const ENOUGH_ASKED = 0.5
/** Two questions with one topic, before their wording is compared. */
const SAME_TOPIC = 0.35
const ENOUGH_VALUES = 0.75
const FEWEST_VALUES = 3
const SHORT = 16

/**
 * The fields that columns with new headers most likely belong to: with the same id of the question, with a similar
 * header, with the same answers, or, of the roles in `alone`, of which the file and the wave have one column each, with
 * the same role. Each pair is the best for both of its sides, and better than any other.
 */
export function likenessOf(
  columns: readonly Likeness[],
  fields: readonly Likeness[],
  alone: ReadonlySet<Role> = new Set(),
): readonly Proposal[] {
  const proposals: Proposal[] = []
  const left = { columns: new Set(columns.map(read)), fields: new Set(fields.map(read)) }
  const pair = (how: Proposal['how'], grade: (column: Read, field: Read) => number): void => {
    const pairs = [...left.columns]
      .flatMap((column) => [...left.fields].map((field): Pair => ({ column, field, grade: grade(column, field) })))
      .filter((each) => each.grade > 0)
      .toSorted((a, b) => b.grade - a.grade)
    const rivals = { column: bestTwo(pairs, 'column'), field: bestTwo(pairs, 'field') }
    for (const each of pairs) {
      const { column, field } = each
      if (!left.columns.has(column) || !left.fields.has(field)) continue
      if (hasRival(each, rivals.column.get(column)) || hasRival(each, rivals.field.get(field))) continue
      left.columns.delete(column)
      left.fields.delete(field)
      proposals.push({ index: Number(column.id), field: field.id, how })
    }
  }
  pair('question', (column, field) => (column.question !== null && column.question === field.question ? 1 : 0))
  pair('similar', similarity)
  pair('values', sameValues)
  pair('similar', reworded)
  pair('role', (column, field) => (alone.has(column.role) && couldBeAsked(column, field) ? 1 : 0))
  return proposals
}

interface Pair {
  readonly column: Read
  readonly field: Read
  readonly grade: number
}

/** The two best pairs of each column, or of each field; `pairs` begins with the best. */
function bestTwo(pairs: readonly Pair[], side: 'column' | 'field'): ReadonlyMap<Read, readonly Pair[]> {
  const best = new Map<Read, readonly Pair[]>()
  for (const each of pairs) {
    const known = best.get(each[side]) ?? []
    if (known.length < 2) best.set(each[side], [...known, each])
  }
  return best
}

/** Whether another pair of the same column, or field, is as good or nearly so. */
const hasRival = (own: Pair, best: readonly Pair[] = []): boolean =>
  best.some((other) => other !== own && other.grade >= own.grade - TIE)

/** Text that is compared many times, and its pairs of neighbouring characters. */
interface Text {
  readonly text: string
  readonly pairs: Uint32Array
}

interface Read extends Likeness {
  readonly bare: Text
  readonly digits: string
  /** Of a row of a grid or an option of a choice: the question, and what tells it apart. */
  readonly stem: string | null
  readonly part: Text | null
  readonly topics: ReadonlySet<string>
}

function read(likeness: Likeness): Read {
  const text = bare(likeness.header)
  const [, stem = null, row, option] = PARTS.exec(plainHeader(likeness.header)) ?? []
  const part = row ?? option ?? null
  return { ...likeness, bare: textOf(text), digits: digitsOf(text), stem, part: part === null ? null : textOf(bare(part)), topics: topicsOf(text) }
}

/** The pairs sorted, so that two texts are compared in one walk. */
function textOf(text: string): Text {
  const padded = ` ${text} `
  const pairs = new Uint32Array(padded.length - 1)
  for (let at = 0; at < pairs.length; at++) pairs[at] = padded.charCodeAt(at) * 0x10000 + padded.charCodeAt(at + 1)
  return { text, pairs: pairs.sort() }
}

/** Two grades so close say nothing about which is meant. */
const TIE = 0.02

const WRITTEN: ReadonlySet<Kind> = new Set(['text', 'category', 'multi', 'number'])

/** Scores stay scores, dates dates; what is a choice in one wave may be numbers or text in another. */
const couldBeSame = (a: Likeness, b: Likeness): boolean =>
  (a.kind === b.kind || (WRITTEN.has(a.kind) && WRITTEN.has(b.kind))) && (a.role === 'comment') === (b.role === 'comment')

const ASKED: ReadonlySet<Role> = new Set(['comment', 'score'])

/** Two comments, or two scores on one scale, that do not plainly ask for different things. */
const couldBeAsked = (a: Read, b: Read): boolean =>
  ASKED.has(a.role) && a.role === b.role && a.scale === b.scale && compareTopics(a.topics, b.topics) !== 'other'

/** Questions whose wording says less than what they ask for. */
function reworded(column: Read, field: Read): number {
  if (!couldBeAsked(column, field)) return 0
  const grade = alike(column.bare, field.bare)
  if (compareTopics(column.topics, field.topics) === 'same') return SAME_TOPIC + grade * (ENOUGH_ALIKE - SAME_TOPIC)
  return grade >= ENOUGH_ASKED ? grade : 0
}

function similarity(column: Read, field: Read): number {
  if (!couldBeSame(column, field)) return 0
  if (column.role === 'comment' && compareTopics(column.topics, field.topics) === 'other') return 0
  const [a, b] = [column.bare, field.bare]
  if (a.text === '' || b.text === '') return 0
  if (a.text === b.text) return 1
  // "Other 1" is not "Other 2"; a long question of last year may well be that of this one.
  if (column.digits !== field.digits && Math.min(a.text.length, b.text.length) < SHORT) return 0
  const grade = alike(a, b)
  // Rows of one grid are as alike as what tells them apart.
  const isGrid = column.part !== null && field.part !== null && column.stem === field.stem
  const least = isGrid ? Math.min(grade, alike(column.part, field.part)) : grade
  return least >= ENOUGH_ALIKE ? least : 0
}

function sameValues(column: Likeness, field: Likeness): number {
  if (!couldBeSame(column, field)) return 0
  const [a, b] = [column.values, field.values]
  if (Math.min(a.size, b.size) < FEWEST_VALUES || [...a].every((value) => /^[\d.,-]+$/.test(value))) return 0
  const both = [...a].filter((value) => b.has(value)).length
  const grade = both / (a.size + b.size - both)
  return grade >= ENOUGH_VALUES ? grade : 0
}

/** A header without the number of its question and without punctuation. */
const bare = (header: string): string =>
  plainHeader(header)
    .toLowerCase()
    .replace(/^(q(id)?\d+([._-]\d+)*|\d{1,3}[.)])\s+/i, '')
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim()

/** Rows of a grid and options of a choice share the question and differ in the last part: `Question [row]`, `Question - option`. */
const PARTS = /^(.*?)(?:\s*\[([^\]]*)\]|\s+-\s+([^-]*))$/

const alike = (a: Text, b: Text): number => Math.max(dice(a.pairs, b.pairs), within(a.text, b.text))

const digitsOf = (text: string): string => text.replace(/\D+/g, ' ').trim()

/** Share of the pairs that both have, each as often as it occurs; both are sorted. */
function dice(a: Uint32Array, b: Uint32Array): number {
  let both = 0
  for (let inA = 0, inB = 0; inA < a.length && inB < b.length; ) {
    const [one, other] = [a[inA]!, b[inB]!]
    if (one === other) both += 1
    if (one <= other) inA += 1
    if (other <= one) inB += 1
  }
  return (2 * both) / (a.length + b.length)
}

/** Words were added or left out, in order: "Industry" and "Your industry". */
function within(a: string, b: string): number {
  const [few, many] = a.length < b.length ? [a, b] : [b, a]
  if (few.length < 4 || !` ${many} `.includes(` ${few} `)) return 0
  return few.length * 3 >= many.length ? 0.7 + 0.25 * (few.length / many.length) : 0
}
