import { assertNever } from '../../../shared/base/assert'
import type { AsideCode } from '../../../shared/ingest/types'
import type { PlanProblem, PlanRow, PlanView } from '../../../shared/protocol/engine-api'

const ASIDE: ReadonlySet<PlanProblem['code']> = new Set<AsideCode>(['unfinished', 'preview', 'spam', 'unanswered', 'other-survey'])

const isAside = (problem: PlanProblem['code']): problem is AsideCode => ASIDE.has(problem)

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
  if (problem === 'duplicate') return problem
  return isAside(problem) ? 'set-aside' : 'rejected'
}
