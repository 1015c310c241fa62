import type { ProjectView } from '../../../shared/protocol/engine-api'
import type { Comparison } from '../../../shared/query/types'
import type { SideNames } from '../../app/compare/compare-sides'
import type { CompareChoice, CompareState } from '../../app/compare/compare-state'

/** A comparison as the parts of the screen show it. */
export interface Shown {
  readonly project: ProjectView
  readonly choice: CompareChoice
  readonly value: Comparison
  readonly names: SideNames
  readonly periods: NonNullable<CompareState['periods']>
}
