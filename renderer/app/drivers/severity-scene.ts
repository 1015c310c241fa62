import type { DriverRow } from './drivers-rows'
import { axisAround, ticksOf, type NiceAxis } from '../figures/nice-axis'

const SHARE_STEPS = [0.01, 0.02, 0.05, 0.1, 0.2, 0.25]
const MOST_STEPS = 6
const GAPS = 200
const LINES = [0.1, 0.2, 0.5, 1, 2, 5, 10, 20, 50]
const MOST_LINES = 3

/** How far those who mention a code score from the rest, in points; null where too few do to say. */
export const gapOf = ({ mentions, rest, state }: DriverRow): number | null =>
  state === 'tiny' || mentions.nps === null || rest.nps === null ? null : mentions.nps - rest.nps

/** The axes that hold all points, and contributions whose lines run between them. */
export function severityAxes(rows: readonly DriverRow[]): { readonly shares: NiceAxis; readonly gaps: NiceAxis; readonly lines: readonly number[] } {
  const most = Math.max(0.01, ...rows.map(({ share }) => share))
  const step = SHARE_STEPS.find((each) => most / each <= MOST_STEPS) ?? 0.5
  const high = Math.min(1, Math.ceil(most / step + 0.01) * step)
  const gaps = axisAround(rows.map((row) => gapOf(row) ?? 0), GAPS)
  const largest = Math.max(...rows.map(({ contribution }) => Math.abs(contribution ?? 0)))
  const sizes = LINES.filter((each) => each <= largest * 1.5).slice(-MOST_LINES)
  return {
    shares: { low: 0, high, ticks: ticksOf(0, high + step / 100, step) },
    gaps,
    lines: sizes.flatMap((each) => [-each, each]),
  }
}
