import type { Interval } from './adjusted-wald'
import { adjustedWald } from './adjusted-wald'
import type { Group } from './group'
import type { GroupCounts } from './types'

export interface WeightedAnswer {
  readonly group: Group
  /** Positive and finite; an answer of weight 0 is left out. */
  readonly weight: number
}

export interface WeightedScore extends Interval {
  /** Answers with a weight. */
  readonly n: number
  /** Answers without weights that would tell as much: (sum w)^2 / sum w^2 (Kish). */
  readonly effective: number
  /** Points. */
  readonly nps: number
  /** Standard error in points: SE^2 = n / (n - 1) sum w^2 (x - NPS)^2 / (sum w)^2, as survey::svymean; null for one answer. */
  readonly error: number | null
}

const SIGN: Readonly<Record<Group, number>> = { promoters: 1, passives: 0, detractors: -1 }

/** The weighted score with the adjusted Wald interval of as many answers as are effective. Null without any weight. */
export function weightedScore(answers: readonly WeightedAnswer[]): WeightedScore | null {
  const sound = answers.filter(({ weight }) => weight > 0)
  const n = sound.length
  if (n === 0) return null
  const sum = (value: (answer: WeightedAnswer) => number): number => sound.reduce((all, answer) => all + value(answer), 0)
  const total = sum(({ weight }) => weight)
  const mean = sum(({ group, weight }) => weight * SIGN[group]) / total
  const effective = total ** 2 / sum(({ weight }) => weight ** 2)
  const spread = sum(({ group, weight }) => (weight * (SIGN[group] - mean)) ** 2)
  const part = (wanted: Group): number => (effective * sum(({ group, weight }) => (group === wanted ? weight : 0))) / total
  const counts: GroupCounts = { promoters: part('promoters'), passives: part('passives'), detractors: part('detractors') }
  return {
    n,
    effective,
    nps: 100 * mean,
    error: n === 1 ? null : (100 * Math.sqrt((n / (n - 1)) * spread)) / total,
    ...adjustedWald(counts),
  }
}
