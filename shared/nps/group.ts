import type { Scale } from '../model/role'
import { NPS_SCALE } from '../model/role'
import type { GroupCounts } from './types'

/** The groups in the order in which the columns number them: 0, 1, 2. */
export const GROUPS = ['detractors', 'passives', 'promoters'] as const satisfies readonly (keyof GroupCounts)[]
export type Group = (typeof GROUPS)[number]

interface Cuts {
  readonly passive: number
  readonly promoter: number
}

const CUTS: ReadonlyMap<string, Cuts> = new Map([
  ['0-10', { passive: 7, promoter: 9 }],
  // Non-standard, allowed only under "treat as NPS" and labelled so everywhere.
  ['1-10', { passive: 7, promoter: 9 }],
  ['1-5', { passive: 4, promoter: 5 }],
])

/** The scores of each group on `scale`, as people write them; null when its scores cannot be counted as NPS. */
export function rangesOf(scale: string): Readonly<Record<Group, string>> | null {
  const cuts = CUTS.get(scale)
  const [bottom, top] = scale.split('-').map(Number)
  if (!cuts || bottom === undefined || top === undefined) return null
  const range = (from: number, to: number): string => (from === to ? String(to) : `${from}-${to}`)
  return {
    promoters: range(cuts.promoter, top),
    passives: range(cuts.passive, cuts.promoter - 1),
    detractors: range(bottom, cuts.passive - 1),
  }
}

/** Group of a valid score; null when the scale has no groups. Reichheld 2003: 0-6 detract, 9 and 10 promote. */
export function groupOf(score: number, scale: Scale = NPS_SCALE): Group | null {
  const cuts = CUTS.get(scale)
  if (!cuts) return null
  if (score >= cuts.promoter) return 'promoters'
  return score >= cuts.passive ? 'passives' : 'detractors'
}
