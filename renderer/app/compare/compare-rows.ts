import type { Difference, Figure } from '../../../shared/nps/types'
import type { ComparedCode, ComparedSegment, Dimension } from '../../../shared/query/types'
import { bandOrder } from '../words/band-label'
import type { SegmentSort } from './compare-state'
import { valueLabel } from '../words/labels'
import { markId } from '../figures/mark-id'
import type { Words } from '../words/words'

/** What a row can say: all, with caution, too little for a verdict, or only that it is new or gone. */
export type RowState = 'ok' | 'low' | 'tiny' | 'new' | 'gone'

export interface SegmentRow extends ComparedSegment {
  readonly id: string
  readonly label: string
  readonly state: RowState
}

/** What of a theme is compared: how many mention it, or what it does to the score. */
export const THEME_MEASURES = ['share', 'contribution'] as const
export type ThemeMeasure = (typeof THEME_MEASURES)[number]

export const measured = ({ change, contribution }: ComparedCode, by: ThemeMeasure): Difference => (by === 'share' ? change : contribution)

export interface ThemeRow extends ComparedCode {
  readonly state: 'ok' | 'low' | 'tiny'
}

const RANK: Readonly<Record<RowState, number>> = { ok: 0, low: 1, tiny: 2, new: 3, gone: 3 }

function stateOf(from: Figure, to: Figure): RowState {
  if (from.n === 0) return 'new'
  if (to.n === 0) return 'gone'
  if (from.base === 'tiny' || to.base === 'tiny') return 'tiny'
  return from.base === 'low' || to.base === 'low' ? 'low' : 'ok'
}

/** The end of the interval nearest to 0: how much of the effect is certain. 0 where the interval holds 0. */
function certainPart({ low, high }: Difference): number {
  if (low === null || high === null) return 0
  return low > 0 ? low : high < 0 ? -high : 0
}

const size = ({ difference }: Difference): number => Math.abs(difference ?? 0)

/** Values that nobody has in either period are no rows. By effect or change, rows with a full base come first. */
export function segmentRows(
  segments: readonly ComparedSegment[],
  by: Dimension,
  sort: SegmentSort,
  words: Words,
): readonly SegmentRow[] {
  const rows = segments
    .filter(({ from, to }) => from.n + to.n > 0)
    .map((segment) => ({
      ...segment,
      id: markId(segment.value),
      label: valueLabel(by, segment.value, words),
      state: stateOf(segment.from, segment.to),
    }))
  const byName = (a: SegmentRow, b: SegmentRow): number =>
    Number(a.value === null) - Number(b.value === null) || words.compare(bandOrder(a.value) ?? a.label, bandOrder(b.value) ?? b.label)
  const bySize = (a: SegmentRow, b: SegmentRow): number => b.from.n + b.to.n - (a.from.n + a.to.n)
  const orders: Readonly<Record<SegmentSort, (a: SegmentRow, b: SegmentRow) => number>> = {
    value: () => 0,
    size: bySize,
    change: (a, b) => RANK[a.state] - RANK[b.state] || (b.change.difference ?? 0) - (a.change.difference ?? 0),
    effect: (a, b) =>
      RANK[a.state] - RANK[b.state] ||
      certainPart(b.change) - certainPart(a.change) ||
      (RANK[a.state] < RANK.tiny ? size(b.change) - size(a.change) : bySize(a, b)),
  }
  return rows.toSorted((a, b) => orders[sort](a, b) || byName(a, b))
}

/** Codes that somebody mentions on either side, from the largest change of share or of contribution to the smallest. */
export function themeRows(codes: readonly ComparedCode[], from: Figure, to: Figure, by: ThemeMeasure = 'share'): readonly ThemeRow[] {
  const state = from.base === 'tiny' || to.base === 'tiny' ? 'tiny' : from.base === 'low' || to.base === 'low' ? 'low' : 'ok'
  return codes
    .filter((code) => code.from.n + code.to.n > 0)
    .map((code) => ({ ...code, state }) as const)
    .toSorted((a, b) => size(measured(b, by)) - size(measured(a, by)) || b.to.n + b.from.n - (a.to.n + a.from.n))
}
