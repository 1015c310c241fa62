import { OUT } from '../../suggest/word-index'
import type { Course } from '../../suggest/tagger'
import { isFor } from '../codebook/code-order'
import { rowOfLine, type Comments } from '../comments/comments'
import type { Project } from '../project/project'
import type { Tags } from './tagging'

/** A verbatim to learn from. */
interface Pupil {
  readonly at: number
  readonly row: number
}

/** Verbatims to learn from, and what each says of each code that has been given by hand often enough. */
export interface HandLessons {
  readonly places: readonly Pupil[]
  readonly courses: readonly Course[]
  /** Tags given by hand, over all codes. */
  readonly byHand: number
}

/** Fewer examples of a code are no basis for anything. */
export const FEWEST_EXAMPLES = 8
const MOST_READ = 20_000
const FEWEST_OTHERS = 200
const MOST_OTHERS = 2000
/** What a rule's tag says that its reader left: less than a coder's word. */
const BY_RULE = 0.5
/** The same of a verbatim that nobody has read, at most: it may well have the code. */
const UNREAD = 0.2
/** All counter-examples together weigh at least so many times what the examples do, so that a code is never likely by itself. */
const AGAINST = 1.5
/** Those that nobody has read weigh at least so much of what the examples do. */
const LEAST_UNREAD = 0.25

/**
 * Whoever tags a verbatim has read it: the codes that it has by hand are examples, those that it lacks are counter-examples. Some that
 * nobody has read and that lack the code speak against it, too, though less, so that a code alone can be learned as well.
 */
export function handLessons({ registers, decisions, columns }: Project, { comments, codes }: Tags): HandLessons {
  const read = comments.map(({ span }) => new Uint8Array(span.rows))
  const placeOf = new Map(comments.map((each, at) => [`${each.wave.id}/${each.field}`, at]))
  const see = ({ wave, line, field }: { readonly wave: string; readonly line: number; readonly field: string }): void => {
    const at = placeOf.get(`${wave}/${field}`)
    const row = at === undefined ? -1 : rowOfLine(columns, comments[at]!.span, line)
    if (at !== undefined && row >= 0) read[at]![row] = comments[at]!.found.filled[row]!
  }
  for (const decision of registers.decision.values()) see(decision)
  for (const mark of registers.mark.values()) if (mark.kind === 'nothing') see(mark)

  const seen = thinned(marked(comments, read, 1), MOST_READ)
  const others = thinned(marked(comments, read, 0), Math.max(FEWEST_OTHERS, Math.min(MOST_OTHERS, seen.length)))
  const places = [...seen, ...others]
  let byHand = 0
  const courses = codes.flatMap(({ id, parts }): Course[] => {
    const own = parts.reduce((sum, part) => sum + part.byHand.length, 0)
    byHand += own
    if (own < FEWEST_EXAMPLES) return []
    const words = comments.map(({ wave, field }) => decisions.wordsOn(wave.id, field, id)?.byLine)
    const asked = comments.map(({ field }) => isFor(registers.code, id, field))
    const answers = Float32Array.from(places, ({ at, row }, number) => {
      if (!asked[at]) return 0
      const has = parts[at]!.has[row] === 1
      if (number >= seen.length) return has ? 0 : -UNREAD
      if (!has) return -1
      return words[at]?.has(columns.lines[comments[at]!.span.first + row]!) ? 1 : BY_RULE
    })
    return [{ code: id, answers: balanced(answers, seen.length) }]
  })
  return { places, courses, byHand }
}

/** The same with what nobody has read, from place `unread` on, weighing no more than it must. */
function balanced(answers: Float32Array, unread: number): Float32Array {
  const sum = (wanted: (answer: number) => boolean, from: number, to?: number): number =>
    answers.subarray(from, to).reduce((all, answer) => (wanted(answer) ? all + Math.abs(answer) : all), 0)
  const yes = sum((answer) => answer > 0, 0)
  const no = sum((answer) => answer < 0, 0, unread)
  const others = sum((answer) => answer < 0, unread)
  const share = others === 0 ? 0 : Math.min(1, Math.max(AGAINST * yes - no, LEAST_UNREAD * yes) / others)
  return answers.map((answer, at) => (at < unread ? answer : answer * share))
}

function marked(comments: readonly Comments[], read: readonly Uint8Array[], wanted: 0 | 1): readonly Pupil[] {
  return comments.flatMap(({ found: { filled } }, at) =>
    Array.from(filled.keys())
      .filter((row) => filled[row] !== OUT && read[at]![row] === wanted)
      .map((row) => ({ at, row })),
  )
}

/** At most so many, evenly taken. */
function thinned<T>(all: readonly T[], most: number): readonly T[] {
  if (all.length <= most) return all
  const every = all.length / most
  return Array.from({ length: most }, (_, at) => all[Math.floor(at * every)]!)
}
