import { assertNever } from '../../../shared/base/assert'
import { partsOfPeriod } from '../../../shared/query/period'
import type { Words } from './words'

/** A period in words: `2026-Q3` is "2026 Q3", "2026년 3분기"; `FY2026-Q3` "FY2026 Q3", "2026 회계연도 3분기". */
export function periodLabel(period: string, words: Words): string {
  const parts = partsOfPeriod(period)
  if (!parts) return period
  const { unit, fiscal } = parts
  const names = { year: String(parts.year), part: String(parts.part) }
  switch (unit) {
    case 'month':
      return words.month(period)
    case 'quarter':
    case 'half':
    case 'year':
      return words.t(fiscal ? `period.fiscal.${unit}` : `period.${unit}`, names)
    default:
      return assertNever(unit)
  }
}
