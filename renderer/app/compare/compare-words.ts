import type { SideNames } from './compare-sides'
import { baseOf } from '../../../shared/nps/figure'
import { answersNeeded, detectable } from '../../../shared/nps/detectable'
import { roundHalfAway } from '../../../shared/nps/round'
import type { CodeEffect, Difference, Figure, Verdict } from '../../../shared/nps/types'
import type { SegmentRow, ThemeRow } from './compare-rows'
import type { Words } from '../words/words'

/** A verdict to be seen and to be read. */
export interface Call {
  readonly kind: Verdict
  /** ▲, ▼ or ≈; empty where there is no verdict. */
  readonly sign: string
  readonly text: string
}

const SIGNS: Readonly<Record<Verdict, string>> = { up: '▲', down: '▼', 'within-noise': '≈', 'not-comparable': '' }

export const callOf = ({ verdict }: Difference, { t }: Words): Call => ({
  kind: verdict,
  sign: SIGNS[verdict],
  text: t(`compare.verdict.${verdict}`),
})

const hasEnds = (change: Difference): change is Difference & { difference: number; low: number; high: number } =>
  change.difference !== null && change.low !== null && change.high !== null

/** "Up 6 points", "Down 1 point", "Level". */
export function changePhrase({ difference }: Pick<Difference, 'difference'>, unit: 'points' | 'apart' | 'share', { t }: Words): string {
  const points = roundHalfAway(difference ?? 0)
  const way = points > 0 ? 'up' : points < 0 ? 'down' : 'level'
  return t(`compare.${unit}.${way}`, { points: Math.abs(points) })
}

/** An end that would be rounded to 0 hides on which side of 0 it lies. */
const isNearZero = (end: number): boolean => end !== 0 && Math.abs(end) < 0.5

/** "−1 to +13"; with a decimal where it takes one to see which side of 0 an end lies on. */
export function changeRange({ low, high }: Difference, { t, score, exactScore }: Words): string | null {
  if (low === null || high === null) return null
  const written = isNearZero(low) || isNearZero(high) ? exactScore : score
  return t('slice.range', { low: written(low), high: written(high) })
}

/** The verdict as one sentence: "Up 6 points (95% interval −1 to +13): within noise". */
export function verdictSentence(change: Difference, words: Words): string {
  if (change.verdict === 'not-comparable' || !hasEnds(change)) return words.t('compare.none.verdict')
  return words.t('compare.sentence', {
    change: changePhrase(change, 'points', words),
    range: changeRange(change, words) ?? '',
    verdict: callOf(change, words).text,
  })
}

/** What the verdict means, and what it would take to say more. */
export function verdictNotes(from: Figure, to: Figure, change: Difference, words: Words): readonly string[] {
  const { t } = words
  if (change.verdict === 'not-comparable') return [t('compare.explain.not-comparable')]
  const low = from.base === 'low' || to.base === 'low' ? [t('compare.explain.low')] : []
  if (change.verdict !== 'within-noise') return [t('compare.explain.clear'), ...low]
  const least = detectable(from, to)
  const needed = change.difference === null ? null : answersNeeded(from, to, change.difference)
  return [
    t('compare.explain.within-noise'),
    ...low,
    ...(needed === null || roundHalfAway(change.difference ?? 0) === 0
      ? []
      : [t('compare.needed', { n: roundedUp(needed), from: from.n, to: to.n })]),
    ...(least === null ? [] : [t('compare.detectable', { points: Math.max(1, roundHalfAway(least)) })]),
  ]
}

/** Two leading digits, upwards: a plan needs no more. */
function roundedUp(n: number): number {
  const step = 10 ** Math.max(0, Math.floor(Math.log10(n)) - 1)
  return Math.ceil(n / step) * step
}

/** "+31, 120 answers", or only the answers. */
export const figurePhrase = (figure: Figure, { t, score }: Words): string =>
  figure.base === 'tiny' || figure.nps === null
    ? t('slice.answers', { n: figure.n })
    : t('compare.figure', { nps: score(figure.nps), n: figure.n })

/** A row of the segments as a sentence. */
export function segmentSentence(row: SegmentRow, { from, to, kind }: SideNames, words: Words): string {
  const { t } = words
  const { label, state, change } = row
  if (state === 'new') return t('compare.sentence.new', { label, kind, period: to, n: row.to.n })
  if (state === 'gone') return t('compare.sentence.gone', { label, period: from, n: row.from.n })
  const sides = { label, from: figurePhrase(row.from, words), to: figurePhrase(row.to, words) }
  if (state === 'tiny' || !hasEnds(change)) return t('compare.sentence.tiny', sides)
  return t(state === 'low' ? 'compare.sentence.row.low' : 'compare.sentence.row', {
    ...sides,
    change: changePhrase(change, kind === 'periods' ? 'points' : 'apart', words),
    range: changeRange(change, words) ?? '',
    verdict: callOf(change, words).text,
  })
}

/** A theme as a sentence. */
export function themeSentence(row: ThemeRow, words: Words): string {
  const { t, percent } = words
  const { change } = row
  const sides = { label: row.code, from: percent(row.from.share), to: percent(row.to.share) }
  if (row.state === 'tiny' || !hasEnds(change)) return t('compare.sentence.theme.tiny', sides)
  return t('compare.sentence.theme', {
    ...sides,
    change: changePhrase(change, 'share', words),
    range: changeRange(change, words) ?? '',
    verdict: callOf(change, words).text,
  })
}

/** What a code adds to the score, with one decimal; null where too few mention it. */
export const contributionText = ({ n, contribution }: CodeEffect, { exactScore }: Words): string | null =>
  contribution === null || baseOf(n) === 'tiny' ? null : exactScore(contribution)

/** What a theme does to the score on both sides, and how far that moved and why, as a sentence. */
export function contributionSentence(row: ThemeRow, words: Words): string {
  const { t, exactScore } = words
  const { contribution: shift } = row
  return t('sides.sentence.contribution', {
    label: row.code,
    from: contributionText(row.from, words) ?? '–',
    to: contributionText(row.to, words) ?? '–',
    change: exactScore(shift.difference ?? 0),
    range: changeRange(shift, words) ?? '',
    volume: exactScore(shift.volume ?? 0),
    severity: exactScore(shift.severity ?? 0),
    verdict: callOf(shift, words).text,
  })
}
