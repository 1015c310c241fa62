import type { Scale } from '../model/role'

/** The groups as the columns count them: 0 detractor, 1 passive, 2 promoter. */
export type GroupNumber = 0 | 1 | 2

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

/** True when scores on `scale` can be counted as NPS at all. */
export const hasNpsGroups = (scale: Scale): boolean => CUTS.has(scale)

/** Group of a valid score; -1 when the scale has no groups. Reichheld 2003: 0-6 / 7-8 / 9-10. */
export function npsGroup(score: number, scale: Scale): GroupNumber | -1 {
  const cuts = CUTS.get(scale)
  if (!cuts) return -1
  if (score >= cuts.promoter) return 2
  return score >= cuts.passive ? 1 : 0
}
