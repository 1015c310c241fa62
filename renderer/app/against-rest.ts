import { differenceOf } from '../../shared/nps/difference'
import type { Difference, GroupCounts } from '../../shared/nps/types'
import type { Words } from './words'

/** How a group differs from everybody else of the whole that it belongs to. */
export const againstRest = (whole: GroupCounts, group: GroupCounts): Difference =>
  differenceOf(
    {
      promoters: whole.promoters - group.promoters,
      passives: whole.passives - group.passives,
      detractors: whole.detractors - group.detractors,
    },
    group,
  )

/** A verdict to be seen and to be read. */
export interface VerdictWords {
  readonly kind: 'up' | 'down' | 'within-noise'
  /** ▲, ▼ or ≈. */
  readonly sign: string
  readonly text: string
}

const SIGNS = { up: '▲', down: '▼', 'within-noise': '≈' } as const

/** "above the rest", "below the rest", "within noise"; null where there are too few to tell. */
export const restWords = ({ verdict }: Difference, { t }: Words): VerdictWords | null =>
  verdict === 'not-comparable' ? null : { kind: verdict, sign: SIGNS[verdict], text: t(`slice.rest.${verdict}`) }

/** "up", "down", "within noise", of a change since an earlier period. */
export const changeWords = ({ verdict }: Difference, { t }: Words): VerdictWords | null =>
  verdict === 'not-comparable' ? null : { kind: verdict, sign: SIGNS[verdict], text: t(`slice.change.${verdict}`) }

/** The difference in points with its interval: "+12, interval 4 to 20". */
export function differenceText({ difference, low, high }: Difference, { t, score, bound }: Words): string | null {
  if (difference === null || low === null || high === null) return null
  return t('slice.difference', { points: score(difference), low: bound(low), high: bound(high) })
}
