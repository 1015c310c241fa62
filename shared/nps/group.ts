import type { Scale } from '../model/role'
import { NPS_SCALE } from '../model/role'
import type { GroupCounts } from './types'

/** The groups in the order in which the columns number them: 0, 1, 2. */
export const GROUPS = ['detractors', 'passives', 'promoters'] as const satisfies readonly (keyof GroupCounts)[]
export type Group = (typeof GROUPS)[number]

export interface Cuts {
  readonly passive: number
  readonly promoter: number
}

const CUTS: ReadonlyMap<string, Cuts> = new Map([
  ['0-10', { passive: 7, promoter: 9 }],
  // Non-standard, allowed only under "treat as NPS" and labelled so everywhere.
  ['1-10', { passive: 7, promoter: 9 }],
  ['1-5', { passive: 4, promoter: 5 }],
])

/** Lowest score of the passives and of the promoters on `scale`; null when its scores cannot be counted as NPS. */
export const cutsOf = (scale: string): Cuts | null => CUTS.get(scale) ?? null

/** Group of a valid score; null when the scale has no groups. Reichheld 2003: 0-6 detract, 9 and 10 promote. */
export function groupOf(score: number, scale: Scale = NPS_SCALE): Group | null {
  const cuts = CUTS.get(scale)
  if (!cuts) return null
  if (score >= cuts.promoter) return 'promoters'
  return score >= cuts.passive ? 'passives' : 'detractors'
}
