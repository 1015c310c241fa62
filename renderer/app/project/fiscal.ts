import type { ProjectView } from '../../../shared/protocol/engine-api'
import { inFiscalYear } from '../../../shared/query/fiscal-filter'
import type { SideChoice } from '../compare/compare-state'
import type { SessionState } from '../session'
import type { Words } from '../words/words'

/** The month in which the fiscal year begins, 1 to 12. */
export const fiscalStart = (project: ProjectView | null): number => project?.method.fiscalStart ?? 1

/** What names periods in the state of the window, as it is for a project whose fiscal year may have changed: the same days under other names. */
export function inFiscalYearOf({ project: before, filter, compare }: SessionState, project: ProjectView): Pick<SessionState, 'filter' | 'compare'> {
  const [from, to] = [fiscalStart(before), fiscalStart(project)]
  if (from === to) return { filter, compare }
  const { sides, from: _, to: __, ...wanted } = compare.wanted
  const sideOf = (side: SideChoice): SideChoice => (side.kind === 'own' ? { ...side, where: inFiscalYear(side.where, from, to) } : side)
  return {
    filter: inFiscalYear(filter, from, to),
    // Which periods are compared is chosen anew.
    compare: { ...compare, wanted: { ...wanted, ...(sides ? { sides: { from: sideOf(sides.from), to: sideOf(sides.to) } } : {}) } },
  }
}

/** The months of a year by their names. */
export function monthNames({ locale }: Words): readonly string[] {
  const name = new Intl.DateTimeFormat(locale, { month: 'long', timeZone: 'UTC' })
  return Array.from({ length: 12 }, (_, month) => name.format(Date.UTC(2026, month, 1)))
}
