import type { Words } from './words'

const MOST = 3

/** Names as a list in words: "Finance and Travel", "Finance, Retail, Travel and 4 more". */
export function listWords(names: readonly string[], type: 'and' | 'or', { locale, t }: Words): string {
  if (names.length > MOST)
    return t('filter.more', { values: names.slice(0, MOST).join(', '), n: names.length - MOST })
  // Korean has one word for values that a response may have any of.
  const style = locale === 'ko' || type === 'or' ? 'disjunction' : 'conjunction'
  return new Intl.ListFormat(locale === 'en' ? 'en-GB' : locale, { type: style }).format(names)
}

/** Places in a row of ordered things, as stretches without a gap. */
export function stretches(places: readonly number[]): readonly (readonly number[])[] {
  const found: number[][] = []
  for (const place of places.toSorted((a, b) => a - b)) {
    const last = found.at(-1)
    if (last && last.at(-1) === place - 1) last.push(place)
    else found.push([place])
  }
  return found
}
