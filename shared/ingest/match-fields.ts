import type { Kind, Role } from '../model/role'
import { plainHeader } from './header-words'
import type { Match } from './types'

/** What a column, or a field, may be known by under another header. */
export interface Likeness {
  /** Of a field its id, of a column its position. */
  readonly id: string
  readonly header: string
  readonly kind: Kind
  readonly role: Role
  /** The survey tool's id of the question. */
  readonly question: string | null
  /** Different values, where there are few. */
  readonly values: ReadonlySet<string>
}

export interface Proposal {
  readonly index: number
  readonly field: string
  readonly how: Extract<Match, 'question' | 'similar' | 'values'>
}

const ENOUGH_ALIKE = 0.62
const ENOUGH_VALUES = 0.75
const FEWEST_VALUES = 3
const SHORT = 16

/**
 * The fields that columns with new headers most likely belong to: with the same id of the question, with a similar
 * header, or with the same answers. Each pair is the best for both of its sides, and better than any other.
 */
export function likenessOf(columns: readonly Likeness[], fields: readonly Likeness[]): readonly Proposal[] {
  const proposals: Proposal[] = []
  const left = { columns: new Set(columns), fields: new Set(fields) }
  const pair = (how: Proposal['how'], grade: (column: Likeness, field: Likeness) => number): void => {
    const pairs = [...left.columns]
      .flatMap((column) => [...left.fields].map((field) => ({ column, field, grade: grade(column, field) })))
      .filter((each) => each.grade > 0)
    for (const { column, field, grade: own } of pairs.toSorted((a, b) => b.grade - a.grade)) {
      if (!left.columns.has(column) || !left.fields.has(field)) continue
      if (pairs.some((each) => (each.column === column) !== (each.field === field) && each.grade >= own - TIE)) continue
      left.columns.delete(column)
      left.fields.delete(field)
      proposals.push({ index: Number(column.id), field: field.id, how })
    }
  }
  pair('question', (column, field) => (column.question !== null && column.question === field.question ? 1 : 0))
  pair('similar', similarity)
  pair('values', sameValues)
  return proposals
}

/** Two grades so close say nothing about which is meant. */
const TIE = 0.02

const WRITTEN: ReadonlySet<Kind> = new Set(['text', 'category', 'multi', 'number'])

/** Scores stay scores, dates dates; what is a choice in one wave may be numbers or text in another. */
const couldBeSame = (a: Likeness, b: Likeness): boolean =>
  (a.kind === b.kind || (WRITTEN.has(a.kind) && WRITTEN.has(b.kind))) && (a.role === 'comment') === (b.role === 'comment')

function similarity(column: Likeness, field: Likeness): number {
  if (!couldBeSame(column, field)) return 0
  const [a, b] = [bare(column.header), bare(field.header)]
  if (a === '' || b === '') return 0
  if (a === b) return 1
  const [inA, inB] = [digitsOf(a), digitsOf(b)]
  // "Other 1" is not "Other 2"; a long question of last year may well be that of this one.
  if (inA !== inB && Math.min(a.length, b.length) < SHORT) return 0
  const grade = alike(a, b)
  const [rowA, rowB] = [lastPart(column.header), lastPart(field.header)]
  // Rows of one grid are as alike as what tells them apart.
  const isGrid = rowA !== null && rowB !== null && stem(column.header) === stem(field.header)
  const least = isGrid ? Math.min(grade, alike(bare(rowA), bare(rowB))) : grade
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
const stem = (header: string): string | null => PARTS.exec(plainHeader(header))?.[1] ?? null
const lastPart = (header: string): string | null => {
  const found = PARTS.exec(plainHeader(header))
  return found?.[2] ?? found?.[3] ?? null
}

const alike = (a: string, b: string): number => Math.max(dice(pairsOf(a), pairsOf(b)), within(a, b))

const digitsOf = (text: string): string => text.replace(/\D+/g, ' ').trim()

/** Pairs of neighbouring characters, each as often as it occurs. */
function pairsOf(text: string): ReadonlyMap<string, number> {
  const pairs = new Map<string, number>()
  const padded = ` ${text} `
  for (let at = 0; at + 1 < padded.length; at++) {
    const pair = padded.slice(at, at + 2)
    pairs.set(pair, (pairs.get(pair) ?? 0) + 1)
  }
  return pairs
}

function dice(a: ReadonlyMap<string, number>, b: ReadonlyMap<string, number>): number {
  let both = 0
  for (const [pair, count] of a) both += Math.min(count, b.get(pair) ?? 0)
  const all = [...a.values(), ...b.values()].reduce((sum, count) => sum + count, 0)
  return (2 * both) / all
}

/** Words were added or left out, in order: "Industry" and "Your industry". */
function within(a: string, b: string): number {
  const [few, many] = a.length < b.length ? [a, b] : [b, a]
  if (few.length < 4 || !` ${many} `.includes(` ${few} `)) return 0
  return few.length * 3 >= many.length ? 0.7 + 0.25 * (few.length / many.length) : 0
}
