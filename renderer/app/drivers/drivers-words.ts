import { assertNever } from '../../../shared/base/assert'
import type { Figure } from '../../../shared/nps/types'
import type { AdjustedDriver, DriversWithin } from '../../../shared/protocol/drivers'
import type { DriverRow } from './drivers-rows'
import type { Words } from '../words/words'

/** "(−4.7 to −2.5)", beside the figure that it is of. */
export const inBrackets = (range: string, { t }: Words): string => t('drivers.range', { range })

/** An end that one decimal would show as 0, and that is not. */
const isNearZero = (end: number): boolean => end !== 0 && Math.abs(end) < 0.05

/** "−4.7 to −2.5"; with two decimals where it takes them to see on which side of 0 an end lies. */
export function rangeText({ low, high }: { readonly low: number; readonly high: number }, { t, exactScore, locale }: Words): string {
  const fine = new Intl.NumberFormat(locale, { minimumFractionDigits: 2, maximumFractionDigits: 2, signDisplay: 'exceptZero' })
  const written = isNearZero(low) || isNearZero(high) ? (end: number): string => fine.format(end).replace('-', '−') : exactScore
  return t('slice.range', { low: written(low), high: written(high) })
}

/** The contribution with its interval, or null where there are too few. */
export const contributionRange = ({ low, high }: DriverRow, words: Words): string | null =>
  low === null || high === null ? null : rangeText({ low, high }, words)

/** "NPS −7 (−17 to +4), 208 responses"; only the responses where there are too few. */
export function figureWords(figure: Figure, { t, score }: Words): string {
  const { n, nps, low, high, base } = figure
  if (base === 'tiny' || nps === null || low === null || high === null) return t('slice.answers', { n })
  return t('drivers.figure', { nps: score(nps), range: t('slice.range', { low: score(low), high: score(high) }), n })
}

/** How plain and adjusted disagree in a way that matters, in a few words; null where they do not. */
export function warningOf(row: DriverRow, { t }: Words): string | null {
  const { adjusted, disagrees } = row
  if (adjusted.kind !== 'fit' || disagrees === null) return null
  if (disagrees === 'apart') return t('drivers.warning.apart')
  // Two signs on either side of 0, neither of them certain, are no disagreement.
  const isCertain = (low: number | null, high: number | null): boolean => (low ?? 0) > 0 || (high ?? 0) < 0
  return isCertain(row.low, row.high) || isCertain(adjusted.low, adjusted.high) ? t('drivers.warning.sign') : null
}

/** Why a code has no adjusted figure. `nameOf` gives the name of a code by its id. */
export function reasonWords(adjusted: Exclude<AdjustedDriver, { readonly kind: 'fit' }>, nameOf: (id: string) => string, { t }: Words): string {
  switch (adjusted.kind) {
    case 'few':
      return t('drivers.none.few')
    case 'few-without':
      return t('drivers.none.few-without')
    case 'many':
      return t('drivers.none.many')
    case 'close':
      return t('drivers.none.close', { code: nameOf(adjusted.to) })
    default:
      return assertNever(adjusted)
  }
}

/** "adjusted −3.3", or that there is none. */
export function adjustedShort({ adjusted }: DriverRow, nameOf: (id: string) => string, { t, exactScore }: Words): string {
  if (adjusted.kind === 'fit') return t('drivers.adjusted', { value: exactScore(adjusted.contribution) })
  return adjusted.kind === 'close' ? t('drivers.close-to', { code: nameOf(adjusted.to) }) : t('drivers.adjusted.none')
}

/** A row in one sentence. */
export function driverSentence(row: DriverRow, words: Words): string {
  const { t, percent, score, exactScore } = words
  const { code, share, mentions, rest, contribution, adjusted, state } = row
  if (state === 'tiny' || contribution === null || mentions.nps === null || rest.nps === null)
    return t('drivers.sentence.tiny', { code, n: mentions.n, share: percent(share) })
  return [
    t('drivers.sentence', {
      code,
      n: mentions.n,
      share: percent(share),
      nps: score(mentions.nps),
      rest: score(rest.nps),
      contribution: exactScore(contribution),
      range: contributionRange(row, words) ?? '',
      verdict: t(row.isClear ? 'drivers.clear' : 'drivers.noise'),
    }),
    ...(adjusted.kind === 'fit' ? [t('drivers.sentence.adjusted', { value: exactScore(adjusted.contribution), range: rangeText(adjusted, words) })] : []),
    ...[state === 'low' ? t('drivers.low') : null, warningOf(row, words)].flatMap((each) => each ?? []),
  ].join(t('drivers.sentence.join'))
}

/** "2.3"; two decimals below one, none from ten on. */
export function timesText(ratio: number, locale: string): string {
  const digits = ratio < 0.995 ? 2 : ratio < 9.95 ? 1 : 0
  return new Intl.NumberFormat(locale, { maximumFractionDigits: digits, minimumFractionDigits: digits }).format(ratio)
}

/** "2.3 times as often detractors (95% interval 1.8 to 2.9): 34% against 15%". */
export function riskWords({ risk }: DriverRow, { t, percent, locale }: Words): string | null {
  if (!risk) return null
  const { ratio, low, high, share, shareRest, filled } = risk
  const sides = { share: percent(share), rest: percent(shareRest) }
  const range = { low: timesText(low, locale), high: timesText(high, locale) }
  const key = low > 1 ? 'drivers.risk.more' : high < 1 ? 'drivers.risk.less' : 'drivers.risk.same'
  const text = t(key, { ratio: timesText(ratio, locale), ...range, ...sides })
  return filled ? `${text} ${t('drivers.risk.filled')}` : text
}

/** Whose answers the figures rest on, as a sentence. */
export const baseWords = ({ base, total, scored, commented, coded }: DriversWithin, { t }: Words): string =>
  t(`drivers.base.${base}.says`, { n: total.n, scored, commented, coded, silent: scored - commented })
