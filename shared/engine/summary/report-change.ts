import type { Task } from '../../base/task'
import type { Clause, ComparedCode } from '../../query/types'
import { unitOfPeriod } from '../../query/period'
import type { ComparedField, ReportData, SegmentTable } from '../../report/types'
import { sliceOf } from '../figures/answers'
import { comparedCodes, comparedSegments } from '../figures/compare'
import { methodOf } from '../settings/method'
import { latestOfEach } from '../people/people'
import type { Project } from '../project/project'
import { selectResponses } from '../filter/select'

const MAX_FIELDS = 6

/** What is behind a change of the score: the segments of each field that has a page, and the codes, in both periods. */
export async function behindChange(
  project: Project,
  where: readonly Clause[],
  change: ReportData['change'],
  segments: readonly SegmentTable[],
  hasThemes: boolean,
  task: Task,
): Promise<{ readonly compared: readonly ComparedField[]; readonly growth: readonly ComparedCode[] | null }> {
  const unit = change === null ? null : unitOfPeriod(change.to.period)
  if (change === null || unit === null) return { compared: [], growth: null }
  const { columns } = project
  const side = async (period: string): Promise<Uint8Array> => {
    const clause: Clause = { kind: 'values', dimension: { kind: 'period', unit }, values: [period] }
    const found = await selectResponses(project, [...where, clause], task)
    return methodOf(project).perPerson ? latestOfEach(columns, found, null) : found
  }
  const [before, after] = [await side(change.from.period), await side(change.to.period)]
  const nobody = new Uint8Array(columns.rows)
  const compared = segments
    .filter(({ onPage }) => onPage)
    .slice(0, MAX_FIELDS)
    .flatMap(({ id, field }): ComparedField[] => {
      const by = [{ kind: 'field', field: id } as const]
      const [earlier, later, both] = [before, after, nobody].map((rows) => sliceOf(project, rows, by))
      if (!earlier?.ok || !later?.ok || !both?.ok) return []
      return [{ id, field, segments: comparedSegments(earlier.value, later.value, both.value, false) }]
    })
  return { compared, growth: hasThemes ? await comparedCodes(project, before, after, task) : null }
}
