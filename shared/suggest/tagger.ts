import type { Task } from '../base/task'
import { normalize } from '../text/normalize'
import { Tokens, tokenize } from '../text/tokenize'
import type { FeatureSpace } from './feature-space'
import { featuresOf, type Feature } from './features'
import { learnModel, likelihood, type Model } from './logistic'
import { featureWeights, weigh, type Weighed } from './weigh-features'

/** What is to be learned of one code: for each text, positive where it has the code, negative where not, 0 unknown. */
export interface Course {
  readonly code: string
  readonly answers: Float32Array
}

/** What was learned of some codes. */
export interface Tagger {
  readonly weights: Float32Array
  readonly models: ReadonlyMap<string, Model>
}

/** A code that a text may have, how likely, and the words of the text that say so, in its own offsets. */
export interface TagIdea {
  readonly code: string
  readonly score: number
  readonly why: readonly { readonly from: number; readonly to: number }[]
}

const MOST_REASONS = 3
/** A word with less than this share of what the strongest says is no reason. */
const LEAST_REASON = 0.4

/** Learns each code against the texts that do not have it. Null when the task was cancelled first. */
export async function learnTagger(texts: readonly Uint32Array[], courses: readonly Course[], size: number, task: Task): Promise<Tagger | null> {
  const weights = featureWeights(texts, size)
  const weighed = texts.map((features) => weigh(features, weights))
  const models = new Map<string, Model>()
  for (const [at, { code, answers }] of courses.entries()) {
    task.report(at / courses.length, 'coding')
    await task.breathe()
    if (task.cancelled()) return null
    models.set(code, learnModel(weighed, answers, size))
  }
  return { weights, models }
}

/** The features of a text as numbers, learned by `space`. */
export const studied = (text: string, space: FeatureSpace): Uint32Array => space.learn(read(text).features)

/** How likely a text has each code. */
export function tagScores(tagger: Tagger, space: FeatureSpace, text: string): ReadonlyMap<string, number> {
  const { weighed } = known(tagger, space, text)
  return new Map([...tagger.models].map(([code, model]) => [code, likelihood(model, weighed)]))
}

/** The codes that a text has at least so likely, the likeliest first, and why. */
export function tagIdeas(tagger: Tagger, space: FeatureSpace, text: string, least: number): readonly TagIdea[] {
  const reading = known(tagger, space, text)
  const ideas = [...tagger.models].flatMap(([code, model]): TagIdea[] => {
    const score = likelihood(model, reading.weighed)
    const why = score < least ? [] : reasons(reading, model)
    // Without a reason it would only be common.
    return why.length === 0 ? [] : [{ code, score, why }]
  })
  return ideas.sort((a, b) => b.score - a.score || (a.code < b.code ? -1 : 1))
}

interface Reading {
  readonly features: readonly Feature[]
  /** For each word, where it stands in the text as written, and what it is. */
  readonly words: readonly { readonly text: string; readonly from: number; readonly to: number }[]
}

const tokens = new Tokens()

function read(text: string): Reading {
  const { text: folded, starts, ends } = normalize(text)
  tokenize(folded, tokens)
  const words = Array.from({ length: tokens.count }, (_, at) => {
    const [from, to] = [tokens.starts[at]!, tokens.ends[at]!]
    return { text: folded.slice(from, to), from: starts ? starts[from]! : from, to: ends ? ends[to - 1]! : to }
  })
  return { words, features: featuresOf(folded, tokens) }
}

interface KnownReading extends Reading {
  readonly weighed: Weighed
  readonly numbers: readonly (number | undefined)[]
}

/** A text by those of its features that were learned. */
function known({ weights }: Tagger, space: FeatureSpace, text: string): KnownReading {
  const reading = read(text)
  const numbers = reading.features.map(({ name }) => space.numberOf(name))
  const own = new Set(numbers.filter((number) => number !== undefined))
  return { ...reading, numbers, weighed: weigh(Uint32Array.from(own), weights) }
}

/** The words that speak most for the code: each with all features that it has a part in. */
function reasons({ words, features, numbers, weighed }: KnownReading, { weights }: Model): TagIdea['why'] {
  const said = new Map(Array.from(weighed.features, (one, at) => [one, weights[one]! * weighed.values[at]!]))
  const ofWord = new Float64Array(words.length)
  features.forEach(({ first, last }, at) => {
    const part = said.get(numbers[at] ?? -1) ?? 0
    for (let word = first; word <= last; word++) ofWord[word]! += part / (last - first + 1)
  })
  const firstOf = new Map<string, number>()
  words.forEach(({ text }, at) => firstOf.has(text) || firstOf.set(text, at))
  const ranked = [...firstOf.values()].filter((at) => ofWord[at]! > 0).sort((a, b) => ofWord[b]! - ofWord[a]!)
  const strongest = ofWord[ranked[0] ?? 0] ?? 0
  return ranked
    .slice(0, MOST_REASONS)
    .filter((at) => ofWord[at]! >= LEAST_REASON * strongest)
    .map((at) => ({ from: words[at]!.from, to: words[at]!.to }))
}
