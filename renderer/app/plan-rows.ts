import { assertNever } from '../../shared/base/assert'
import type { PlanProblem, PlanRow, PlanView } from '../../shared/protocol/engine-api'

export const FATES = ['accepted', 'set-aside', 'duplicate', 'rejected'] as const satisfies readonly PlanRow['fate'][]

/** Which rows of a planned file are looked at. */
export type ShownRows = 'first' | PlanRow['fate']

/** How many rows of the file have a fate. */
export function fateCount({ counts }: PlanView, fate: PlanRow['fate']): number {
  switch (fate) {
    case 'accepted':
      return counts.accepted
    case 'set-aside':
      return counts.setAside
    case 'duplicate':
      return counts.duplicates
    case 'rejected':
      return counts.rejected
    default:
      return assertNever(fate)
  }
}

/** The fate of the rows that have a problem. */
export function fateOf(problem: Exclude<PlanProblem['code'], 'invalid-score'>): PlanRow['fate'] {
  return problem === 'duplicate' || problem === 'set-aside' ? problem : 'rejected'
}
