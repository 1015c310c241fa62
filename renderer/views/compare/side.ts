import type { Figure } from '../../../shared/nps/types'

/** One of the two periods, with its words and its score. */
export interface Side {
  readonly period: string
  readonly label: string
  readonly figure: Figure
}

export const GROUPS = ['promoters', 'passives', 'detractors'] as const
