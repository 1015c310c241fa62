import type { Task } from '../../base/task'
import { bandsOf, likeness, shinglesOf } from '../../text/min-hash'
import { normalize } from '../../text/normalize'
import { commentsOf } from './comments'
import type { Columns } from '../columns/columns'
import type { Project } from '../project/project'

/** For each of the comments the number of what a row repeats; 0 where it stands alone. */
export interface Repeats {
  readonly groups: readonly Uint32Array[]
  /** Groups of two and more, and comments in them. */
  readonly count: number
  readonly repeated: number
}

const ROWS_PER_BREATH = 1000
/** Shorter texts are alike by chance: they have to be the same. */
const FEWEST_WORDS = 5
const ALIKE = 0.7
const BETWEEN_WORDS = /[^\p{L}\p{N}\p{M}]+/u

const known = new WeakMap<Columns, Repeats>()

/** The comments that repeat others if that is known already. */
const knownRepeats = (project: Project): Repeats | null => known.get(project.columns) ?? null

/**
 * Answers to the same question that say the same: equal but for case, width, accents and what stands between words, or,
 * from a few words on, with nearly all pairs of words in common. The same on every machine. Null when the task was
 * cancelled first.
 */
export async function repeatsOf(project: Project, task: Task): Promise<Repeats | null> {
  const there = knownRepeats(project)
  if (there) return there
  const { columns } = project
  const comments = commentsOf(project)
  const total = comments.reduce((sum, { span }) => sum + span.rows, 0)
  const texts = new Texts()
  const textOf = comments.map(({ span }) => new Uint32Array(span.rows))
  let done = 0
  for (const [at, { field, found, text }] of comments.entries()) {
    for (let row = 0; row < found.filled.length; row++, done++) {
      if (done % ROWS_PER_BREATH === 0) {
        task.report(done / total, 'reading')
        await task.breathe()
        if (task.cancelled()) return null
      }
      if (found.filled[row]) textOf[at]![row] = texts.take(field, text(row)) + 1
    }
  }
  const repeats = numbered(textOf, texts)
  known.set(columns, repeats)
  return repeats
}

/** Different texts, put together where they are alike. */
class Texts {
  private readonly numbers = new Map<string, number>()
  private readonly shingles = new Map<number, Uint32Array>()
  /** By question and band, the first text of each number. */
  private readonly buckets = new Map<string, readonly Map<number, number>[]>()
  private readonly joined: number[] = []

  /** Number of a text; equal ones have the same. */
  take(field: string, text: string): number {
    const words = normalize(text).text.split(BETWEEN_WORDS).filter((word) => word !== '')
    const key = `${field} ${words.length === 0 ? text.trim() : words.join(' ')}`
    const before = this.numbers.get(key)
    if (before !== undefined) return before
    const number = this.joined.length
    this.numbers.set(key, number)
    this.joined.push(number)
    if (words.length >= FEWEST_WORDS) this.compare(field, number, shinglesOf(words))
    return number
  }

  /** The first of the texts that this one is put together with. */
  leaderOf(number: number): number {
    let leader = number
    while (this.joined[leader] !== leader) leader = this.joined[leader]!
    this.joined[number] = leader
    return leader
  }

  /** With the first text that came to the same place: one comparison a band, however many are alike. */
  private compare(field: string, number: number, shingles: Uint32Array): void {
    const bands = bandsOf(shingles)
    const buckets = this.buckets.get(field) ?? Array.from(bands, () => new Map<number, number>())
    this.buckets.set(field, buckets)
    bands.forEach((hash, band) => {
      const first = buckets[band]!.get(hash)
      if (first === undefined) {
        buckets[band]!.set(hash, number)
        this.shingles.set(number, shingles)
        return
      }
      const [a, b] = [this.leaderOf(first), this.leaderOf(number)]
      if (a === b || likeness(this.shingles.get(first)!, shingles) < ALIKE) return
      this.joined[Math.max(a, b)] = Math.min(a, b)
    })
  }
}

function numbered(textOf: readonly Uint32Array[], texts: Texts): Repeats {
  const sizes = new Map<number, number>()
  const leaders = textOf.map((numbers) => numbers.map((number) => (number === 0 ? 0 : texts.leaderOf(number - 1) + 1)))
  for (const rows of leaders) for (const leader of rows) if (leader > 0) sizes.set(leader, (sizes.get(leader) ?? 0) + 1)
  const groups = leaders.map((rows) => rows.map((leader) => (leader > 0 && sizes.get(leader)! > 1 ? leader : 0)))
  const several = [...sizes.values()].filter((size) => size > 1)
  return { groups, count: several.length, repeated: several.reduce((sum, size) => sum + size, 0) }
}
