import type { Figure } from '../../../shared/nps/types'
import type { Words } from '../words/words'

/** The sentence of a mark: "Finance: +31, interval 24 to 38, 412 answers". */
export function figureSentence(label: string, figure: Figure, words: Words): string {
  const { n, promoters, passives, detractors, nps, low, high, base } = figure
  if (base === 'tiny' || nps === null || low === null || high === null)
    return words.t('slice.sentence.tiny', { label, n, promoters, passives, detractors })
  const key = base === 'low' ? 'slice.sentence.low' : 'slice.sentence'
  return words.t(key, { label, n, nps: words.score(nps), low: words.bound(low), high: words.bound(high) })
}

/** The score with one decimal, or null where there are too few answers to show one. */
export const figureScore = (figure: Figure, words: Words): string | null =>
  figure.base === 'tiny' || figure.nps === null ? null : words.exactScore(figure.nps)

/** The interval in words, or null where there are too few answers to show one. */
export function figureInterval(figure: Figure, words: Words): string | null {
  if (figure.base === 'tiny' || figure.low === null || figure.high === null) return null
  return words.t('slice.range', { low: words.exactBound(figure.low), high: words.exactBound(figure.high) })
}

/** The score of somebody in a few characters, for lists: "+72", or null. */
export const shortScore = (figure: Figure | null, words: Words): string | null =>
  figure === null || figure.base === 'tiny' || figure.nps === null ? null : words.score(figure.nps)

/** The interval in whole points, or null where there are too few answers to show one. */
export function intervalText({ base, low, high }: Figure, { t, bound }: Words): string | null {
  return base === 'tiny' || low === null || high === null ? null : t('slice.range', { low: bound(low), high: bound(high) })
}
