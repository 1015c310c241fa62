import type { PeriodUnit } from './types'

const SHAPES: readonly (readonly [RegExp, PeriodUnit])[] = [
  [/^\d{4}-(0[1-9]|1[0-2])$/, 'month'],
  [/^\d{4}-Q[1-4]$/, 'quarter'],
  [/^\d{4}-H[12]$/, 'half'],
  [/^\d{4}$/, 'year'],
]

/** Unit of a period written as `2026-07`, `2026-Q3`, `2026-H2` or `2026`; null for anything else. */
export const unitOfPeriod = (period: string): PeriodUnit | null =>
  SHAPES.find(([shape]) => shape.test(period))?.[1] ?? null
