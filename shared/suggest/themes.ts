import type { Task } from '../base/task'
import { cluster, type Clustering } from './cluster'
import { featureWeights, weigh } from './weigh-features'
import { isTopic, OUT, type Sides, type WordIndex } from './word-index'

/** Where a comment stands: number of the comments, and row. */
export interface CommentPlace {
  readonly at: number
  readonly row: number
}

/** Comments that say alike: what they have in common. */
export interface Theme {
  /** Numbers of the forms that tell it apart, the strongest first. */
  readonly forms: readonly number[]
  /** Comments of the sample that belong to it. */
  readonly size: number
  /** Marked comments, of all, that have at least one of its words. */
  readonly n: number
  /** The comments nearest to its middle. */
  readonly nearest: readonly CommentPlace[]
}

export interface Themes {
  /** Marked comments, and how many of them were looked at. */
  readonly comments: number
  readonly sampled: number
  readonly themes: readonly Theme[]
}

const MOST_SAMPLED = 4000
const FEWEST_SAMPLED = 30
const FEWEST_WITH_WORD = 3
/** A word that so many have is no theme. */
const MOST_WITH_WORD = 0.4
const MOST_WORDS = 5
const MOST_NEAREST = 3
const SMALLEST = 6
/** Of the comments of a theme, how many have at least each of its words; and how many times as often as the others. */
const LEAST_SHARE = 0.08
const LEAST_TIMES = 3

const countOf = (sampled: number): number => Math.max(3, Math.min(12, Math.round(Math.sqrt(sampled) / 5)))

/** Themes among the marked comments, those of most comments first. Of many comments, every so many-th is looked at. Null when cancelled. */
export async function themesOf(index: WordIndex, marks: Sides, task: Task): Promise<Themes | null> {
  const places = marks.flatMap((marked, at) => Array.from(marked.keys()).filter((row) => marked[row] !== OUT).map((row) => ({ at, row })))
  const every = Math.max(1, places.length / MOST_SAMPLED)
  const sample = Array.from({ length: Math.floor(places.length / every) }, (_, number) => places[Math.floor(number * every)]!)
  const none: Themes = { comments: places.length, sampled: sample.length, themes: [] }
  if (sample.length < FEWEST_SAMPLED) return none

  const topics = Uint8Array.from(index.words, (word) => (isTopic(word) ? 1 : 0))
  const formsAt = ({ at, row }: CommentPlace): Uint32Array => {
    const { words, starts } = index.rows[at]!
    return Uint32Array.from(new Set(Array.from(words.subarray(starts[row]!, starts[row + 1]!), (word) => index.formOf[word]!))).filter((form) => topics[form])
  }
  const said = sample.map(formsAt)
  const saying = new Uint32Array(index.words.length)
  for (const forms of said) for (const form of forms) saying[form]! += 1
  const most = Math.max(FEWEST_WITH_WORD, MOST_WITH_WORD * sample.length)
  const isUseful = (form: number): boolean => saying[form]! >= FEWEST_WITH_WORD && saying[form]! <= most
  // Few words of all are left: they are numbered anew.
  const left = index.words.flatMap((_, form) => (isUseful(form) ? [form] : []))
  const numbers = new Uint32Array(index.words.length)
  left.forEach((form, number) => (numbers[form] = number))
  const useful = said.map((forms) => forms.filter(isUseful).map((form) => numbers[form]!))
  const weights = featureWeights(useful, left.length)
  const kept = sample.flatMap((place, at) => (useful[at]!.length > 0 ? [{ place, words: useful[at]!, weighed: weigh(useful[at]!, weights) }] : []))
  if (kept.length < FEWEST_SAMPLED) return none
  const found = await cluster(kept.map(({ weighed }) => weighed), countOf(kept.length), left.length, task)
  if (!found) return null

  const having = left.map((form) => saying[form]!)
  const themes = found.middles.flatMap((_, number): Theme[] => {
    const own = [...kept.keys()].filter((at) => found.clusterOf[at] === number)
    const forms = tellingWords(kept.map(({ words }) => words), own, found.middles[number]!, having).map((word) => left[word]!)
    if (own.length < SMALLEST || forms.length === 0) return []
    return [{ forms, size: own.length, n: countWith(index, marks, forms), nearest: nearestOf(kept.map(({ place }) => place), own, found) }]
  })
  return { ...none, themes: themes.sort((a, b) => b.n - a.n) }
}

/** The words that most of all tell the theme apart: common in it, and hardly elsewhere. */
function tellingWords(said: readonly Uint32Array[], own: readonly number[], middle: Float32Array, having: readonly number[]): readonly number[] {
  const within = new Map<number, number>()
  for (const at of own) for (const word of said[at]!) within.set(word, (within.get(word) ?? 0) + 1)
  const rest = Math.max(1, said.length - own.length)
  const telling = [...within].filter(([word, n]) => {
    const share = n / own.length
    return n >= FEWEST_WITH_WORD && share >= LEAST_SHARE && share >= (LEAST_TIMES * (having[word]! - n)) / rest
  })
  return telling
    .map(([word]) => word)
    .sort((a, b) => middle[b]! - middle[a]! || a - b)
    .slice(0, MOST_WORDS)
}

function nearestOf(places: readonly CommentPlace[], own: readonly number[], { nearness }: Clustering): readonly CommentPlace[] {
  return own
    .toSorted((a, b) => nearness[b]! - nearness[a]! || a - b)
    .slice(0, MOST_NEAREST)
    .map((at) => places[at]!)
}

/** Marked comments with at least one of the forms. */
function countWith({ rows, formOf }: WordIndex, marks: Sides, forms: readonly number[]): number {
  const wanted = new Uint8Array(formOf.length)
  for (const form of forms) wanted[form] = 1
  let n = 0
  rows.forEach(({ words, starts }, at) => {
    const marked = marks[at]!
    for (let row = 0; row < marked.length; row++) {
      if (marked[row] === OUT) continue
      for (let word = starts[row]!; word < starts[row + 1]!; word++) {
        if (wanted[formOf[words[word]!]!] === 0) continue
        n += 1
        break
      }
    }
  })
  return n
}
