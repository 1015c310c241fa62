import { figureOf } from '../../../shared/nps/figure'
import type { IntervalMethod } from '../../../shared/nps/interval'
import type { Figure, GroupCounts } from '../../../shared/nps/types'

export const NOBODY: Figure = figureOf({ promoters: 0, passives: 0, detractors: 0 })

/** The score of several groups that do not overlap, together. */
export function sumFigures(parts: readonly GroupCounts[], interval?: IntervalMethod): Figure {
  const counts = { promoters: 0, passives: 0, detractors: 0 }
  for (const part of parts) {
    counts.promoters += part.promoters
    counts.passives += part.passives
    counts.detractors += part.detractors
  }
  return figureOf(counts, interval)
}
