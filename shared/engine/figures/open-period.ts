import { isoDay } from '../../base/day'
import { NO_DAY } from '../../query/columns'
import { daysBetween, daysIn, isOver, lastDayOf } from '../../query/period'
import type { PeriodUnit } from '../../query/types'
import type { Columns } from '../columns/columns'
import { fiscalStartOf } from '../settings/fiscal'
import type { Project } from '../project/project'

/** Earlier periods with fewer answers say little about how late in a period answers come in. */
const ENOUGH = 10
/** Of a period: so much earlier than in any period before it the answers may end. */
const SLACK = 0.1

/**
 * The last period in which somebody answered, where it is not complete: it is not over, or its answers end earlier in it than those of
 * every period before it did, by more than a tenth of its length, so that more are likely to come. By all responses that count, whatever the
 * filter. Null where it is complete.
 */
export function openPeriod(project: Project, unit: PeriodUnit): string | null {
  const start = fiscalStartOf(project)
  const ends = endsOf(project.columns, unit, start)
  const last = ends.at(-1)
  if (!last) return null
  if (!isOver(last.period, project.platform.now(), start)) return last.period
  const before = ends.slice(0, -1).filter(({ n }) => n >= ENOUGH)
  const usual = Math.max(0, ...before.map(({ missing }) => missing))
  return last.missing > usual + SLACK * daysIn(last.period, start) ? last.period : null
}

interface End {
  readonly period: string
  readonly n: number
  /** Days between its last answer and its end. */
  readonly missing: number
}

const known = new WeakMap<Columns, Map<string, readonly End[]>>()

/** Where the answers end in each period with some, in order of time. */
function endsOf(columns: Columns, unit: PeriodUnit, start: number): readonly End[] {
  const ofColumns = known.get(columns) ?? new Map<string, readonly End[]>()
  known.set(columns, ofColumns)
  const key = `${unit} ${start}`
  const found = ofColumns.get(key)
  if (found) return found
  const { codes, labels } = columns.dimension({ kind: 'period', unit })
  const latest = new Int32Array(labels.length).fill(NO_DAY)
  const counts = new Uint32Array(labels.length)
  const { days, live } = columns
  for (let row = 0; row < columns.rows; row++) {
    if (live[row] === 0 || days[row] === NO_DAY) continue
    const code = codes[row]!
    counts[code]! += 1
    if (days[row]! > latest[code]!) latest[code] = days[row]!
  }
  const ends = labels.flatMap((period, code): End[] =>
    period === null || counts[code] === 0
      ? []
      : [{ period, n: counts[code]!, missing: daysBetween(isoDay(latest[code]!), lastDayOf(period, start)) }],
  )
  ofColumns.set(key, ends)
  return ends
}
