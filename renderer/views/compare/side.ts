import type { SideId } from '../../app/compare/compare-sides'
import type { Figure } from '../../../shared/nps/types'

/** One of the two that are compared, with its words and its score. */
export interface Side {
  readonly id: SideId
  readonly label: string
  readonly figure: Figure
}

export const GROUPS = ['promoters', 'passives', 'detractors'] as const
