import { partsOfPeriod, placeOfPeriod } from '../../../shared/query/period'
import { periodLabel } from './labels'
import { listWords, stretches } from './list-words'
import type { Words } from './words'

/** From so many on, periods in a row are said as one stretch. */
const STRETCH = 3
const YEAR_FIRST = /^(?:FY)?\d{4}\S* (?:회계연도 )?/

/** The later of two labels without the year that the earlier one has named. */
const withoutYear = (label: string, before: string | undefined): string => {
  const year = YEAR_FIRST.exec(label)?.[0]
  return year !== undefined && before?.startsWith(year) ? label.slice(year.length) : label
}

/** Periods in words, in order: "2026 Q2 and Q3", "2025 Q4 to 2026 Q3". */
export function periodWords(periods: readonly string[], words: Words): string {
  const known = periods.flatMap((period) => {
    const parts = partsOfPeriod(period)
    return parts ? [{ period, place: placeOfPeriod(period), unit: `${parts.unit} ${parts.fiscal}` }] : []
  })
  const units = new Set(known.map(({ unit }) => unit))
  if (known.length < periods.length || units.size > 1)
    return listWords(periods.map((period) => periodLabel(period, words)), 'and', words)
  const byPlace = new Map(known.map(({ period, place }) => [place, periodLabel(period, words)]))
  const labelOf = (place: number | undefined): string => (place === undefined ? '' : (byPlace.get(place) ?? ''))
  const names = stretches([...byPlace.keys()]).flatMap((places) => {
    if (places.length < STRETCH) return places.map(labelOf)
    const from = labelOf(places[0])
    return [words.t('filter.range', { from, to: withoutYear(labelOf(places.at(-1)), from) })]
  })
  return listWords(
    names.map((name, at) => withoutYear(name, names[at - 1])),
    'and',
    words,
  )
}
