import { cellsOf, g2Of, npmiOf, timesChance } from '../nps/association'
import { isHangul } from '../text/hangul'
import { countForms, isTelling, OUT, type Sides, type WordIndex } from './word-index'

/** Two words in a row that belong together. */
export interface Collocation {
  /** Numbers of words: Korean ones in the form they are counted under, since a phrase of a rule lets them carry particles. */
  readonly first: number
  readonly second: number
  /** Comments in which the second follows the first, and those that have either of them at all. */
  readonly n: number
  readonly withFirst: number
  readonly withSecond: number
  /** How many times as often as by chance. */
  readonly times: number
  readonly g2: number
}

export interface Collocations {
  readonly comments: number
  readonly pairs: readonly Collocation[]
}

const FEWEST_COMMENTS = 5
const LEAST_NPMI = 0.2

/** Neighbouring words that are together more than by chance, in at least five comments; ranked by G2, since PMI favours rare pairs. */
export function collocationsOf(index: WordIndex, marks: Sides): Collocations {
  const { words, formOf } = index
  const keyOf = formOf.map((form, word) => (isHangul(words[word]!) ? form : word))
  const { ones, others, one, other } = countForms(index, marks, keyOf)
  const comments = ones + others
  const found = (key: number): number => one[key]! + other[key]!
  const isCandidate = Uint8Array.from(words, (word, key) => (found(key) >= FEWEST_COMMENTS && isTelling(word) ? 1 : 0))
  const pairs: Collocation[] = []
  for (const [pair, n] of pairCounts(index, marks, keyOf, isCandidate)) {
    const [first, second] = [Math.floor(pair / words.length), pair % words.length]
    if (n < FEWEST_COMMENTS || first === second) continue
    const counts = { both: n, first: found(first), second: found(second), of: comments }
    if (npmiOf(counts) <= LEAST_NPMI) continue
    pairs.push({ first, second, n, withFirst: counts.first, withSecond: counts.second, times: timesChance(counts), g2: g2Of(cellsOf(counts)) })
  }
  return { comments, pairs: pairs.sort((a, b) => b.g2 - a.g2 || a.first - b.first || a.second - b.second) }
}

/** In how many comments each pair of candidates is in a row. Sorting them as numbers is many times faster than a map of a million. */
function* pairCounts({ rows, words: { length } }: WordIndex, marks: Sides, keyOf: Uint32Array, isCandidate: Uint8Array): Generator<readonly [pair: number, n: number]> {
  const said = new Float64Array(rows.reduce((sum, { words }) => sum + words.length, 0))
  let count = 0
  rows.forEach(({ words, starts }, at) => {
    const marked = marks[at]!
    for (let row = 0; row < marked.length; row++) {
      if (marked[row] === OUT) continue
      const begun = count
      for (let word = starts[row]! + 1; word < starts[row + 1]!; word++) {
        const [first, second] = [keyOf[words[word - 1]!]!, keyOf[words[word]!]!]
        if (isCandidate[first] === 0 || isCandidate[second] === 0) continue
        said[count++] = first * length + second
      }
      count = begun + eachOnce(said.subarray(begun, count))
    }
  })
  const sorted = said.subarray(0, count).sort()
  for (let at = 0; at < count; ) {
    let end = at + 1
    while (end < count && sorted[end] === sorted[at]) end += 1
    yield [sorted[at]!, end - at]
    at = end
  }
}

const FEW = 16

/** Puts each of the numbers to the front once; gives how many these are. */
function eachOnce(numbers: Float64Array): number {
  // Looking through few of them is quicker than sorting.
  if (numbers.length > FEW) numbers.sort()
  let count = 0
  for (const one of numbers) {
    const isThere = numbers.length > FEW ? count > 0 && numbers[count - 1] === one : numbers.subarray(0, count).includes(one)
    if (!isThere) numbers[count++] = one
  }
  return count
}
