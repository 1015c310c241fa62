import type { Words } from './words'

const PERIOD = /^(\d{4})(?:-(?:Q([1-4])|H([12])|(\d{2})))?$/

/** A period in words: `2026-Q3` is "2026 Q3", "2026년 3분기". */
export function periodLabel(period: string, words: Words): string {
  const match = PERIOD.exec(period)
  const year = match?.[1]
  if (!match || !year) return period
  if (match[2]) return words.t('period.quarter', { year, part: match[2] })
  if (match[3]) return words.t('period.half', { year, part: match[3] })
  return match[4] ? words.month(period) : words.t('period.year', { year })
}
