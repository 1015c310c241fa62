import { levelsOf } from '../../query/trend-levels'
import type { Reference, ReportData } from '../../report/types'
import { fiscalStartOf } from '../settings/fiscal'
import type { Project } from '../project/project'
import { yardsticksOf } from '../settings/yardsticks'

/** Targets and benchmarks of the project over the points of the trend; a range is its two ends. */
export function referencesOf(project: Project, trend: ReportData['trend']): readonly Reference[] {
  const periods = (trend?.points ?? []).map(({ period }) => period)
  return levelsOf(yardsticksOf(project), periods, fiscalStartOf(project)).flatMap(({ kind, label, low, high, from, to }) => {
    const line = (end: Reference['end'], value: number): Reference => ({
      kind,
      name: label,
      end,
      values: periods.map((_, at) => (at >= from && at <= to ? value : null)),
    })
    return low === high ? [line(null, low)] : [line('low', low), line('high', high)]
  })
}
