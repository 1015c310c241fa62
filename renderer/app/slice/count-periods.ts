import { ok, type Result } from '../../../shared/base/result'
import { isOver } from '../../../shared/query/period'
import type { Clause, PeriodUnit, Slice } from '../../../shared/query/types'
import type { CommandContext } from '../command-context'
import type { CompareState, PeriodChoice } from '../compare/compare-state'
import { ask } from '../engine-call'
import { fiscalStart } from '../project/fiscal'

type Periods = NonNullable<CompareState['periods']>

/** Periods with answers among the responses that pass `where`, by unit; or why there are none. */
export async function countPeriods(
  { session, client }: Pick<CommandContext, 'session' | 'client'>,
  where: readonly Clause[],
): Promise<Result<Periods> | null> {
  const { project } = session.get()
  const units = project?.periods ?? []
  const start = fiscalStart(project)
  const today = new Date().toISOString()
  const slices = await Promise.all(
    units.map((unit) => ask(session, client, 'slice', { by: [{ kind: 'period', unit }], where })),
  )
  const periods: Partial<Record<PeriodUnit, readonly PeriodChoice[]>> = {}
  for (const [at, slice] of slices.entries()) {
    if (!slice) return null
    if (!slice.ok) return slice
    const unit = units[at]
    if (unit) periods[unit] = choicesOf(slice.value, today, start)
  }
  return ok(periods)
}

const choicesOf = ({ rows }: Slice, today: string, start: number): readonly PeriodChoice[] =>
  rows.flatMap(({ key: [period], figure: { n } }) => (period && n > 0 ? [{ period, n, isOver: isOver(period, today, start) }] : []))
