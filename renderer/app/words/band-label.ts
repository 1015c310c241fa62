import { bandWords } from '../../../shared/model/band-words'
import { bandOfKey, isUnreadable } from '../../../shared/model/bands'
import { periodLabel } from './period-label'
import type { Words } from './words'

const numberFormats = new Map<string, Intl.NumberFormat>()

/** A number of a band in the words of a language, with all of its digits; years of a calendar have no comma. */
export function bandNumber(value: number, { locale }: Words): string {
  const format = numberFormats.get(locale) ?? new Intl.NumberFormat(locale, { maximumFractionDigits: 12, useGrouping: 'min2' })
  numberFormats.set(locale, format)
  return format.format(value).replace('-', '−')
}

/** A band in words: "100 to 499", "2024"; null for a value that is none. */
export const bandLabel = (value: string | null, words: Words): string | null =>
  bandWords(value, {
    say: words.t,
    number: (number) => bandNumber(number, words),
    // The hour makes it a time of this place: a day by itself would be read as one of Greenwich.
    day: (iso) => words.day(`${iso}T12:00`),
    period: (period) => periodLabel(period, words),
  })

/** A text that puts bands in their order, whatever they are called; null for a value that is none. */
export function bandOrder(value: string | null): string | null {
  if (isUnreadable(value)) return 'z'
  const band = bandOfKey(value)
  if (!band) return null
  const [bits] = new BigUint64Array(new Float64Array([(band.from ?? -Infinity) + 0]).buffer)
  const sign = 1n << 63n
  const place = (bits! & sign) === 0n ? bits! | sign : ~bits! & (sign | (sign - 1n))
  return place.toString().padStart(20, '0')
}
