import type { Interval } from './adjusted-wald'
import type { Random } from '../base/seeded-random'
import type { GroupCounts } from './types'

/** As many answers drawn again from `counts`, each as likely as any other. */
export function resampled(counts: GroupCounts, random: Random): GroupCounts {
  const { promoters, passives, detractors } = counts
  const n = promoters + passives + detractors
  const drawn = { promoters: 0, passives: 0, detractors: 0 }
  for (let answer = 0; answer < n; answer++) {
    const at = random() * n
    drawn[at < promoters ? 'promoters' : at < promoters + passives ? 'passives' : 'detractors'] += 1
  }
  return drawn
}

/** The middle 95 % of a figure's values over `samples` drawings: the percentile interval (Efron). Draw 2,000 or more. */
export function bootstrap(draw: () => number, samples: number): Interval {
  const values = Float64Array.from({ length: samples }, draw).sort()
  const at = (share: number): number => values[Math.min(samples - 1, Math.floor(share * samples))]!
  return { low: at(0.025), high: at(0.975) }
}
