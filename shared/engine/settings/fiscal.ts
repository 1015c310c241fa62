import { fault } from '../../base/fault'
import { ok, refuse, type Result } from '../../base/result'
import { isOfYear, unitOfPeriod } from '../../query/period'
import type { ValuesClause } from '../../query/types'
import { methodOf } from './method'
import type { Project } from '../project/project'

/** The month in which the fiscal year begins, 1 to 12. */
export const fiscalStartOf = (project: Pick<Project, 'registers'>): number => methodOf(project).fiscalStart

/** The responses of a period that somebody named. Refuses what is none, and one of another fiscal year than the project's. */
export function periodClause(project: Project, period: string): Result<ValuesClause> {
  const unit = unitOfPeriod(period)
  if (!unit) return refuse(fault('period', { period }))
  const start = fiscalStartOf(project)
  if (!isOfYear(period, start)) return refuse(fault('fiscal-period', { period, start }))
  return ok({ kind: 'values', dimension: { kind: 'period', unit }, values: [period] })
}
