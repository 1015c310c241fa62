import type { RestTest } from '../../../shared/nps/against-rest'
import type { Difference } from '../../../shared/nps/types'
import type { Words } from '../words/words'

/** A verdict to be seen and to be read. */
export interface VerdictWords {
  readonly kind: 'up' | 'down' | 'within-noise'
  /** ▲, ▼ or ≈. */
  readonly sign: string
  readonly text: string
}

const SIGNS = { up: '▲', down: '▼', 'within-noise': '≈' } as const

/** "above the rest", "below the rest", "within noise"; null where there are too few to tell. */
export const restWords = ({ verdict }: Difference, { t }: Words): VerdictWords | null =>
  verdict === 'not-comparable' ? null : { kind: verdict, sign: SIGNS[verdict], text: t(`slice.rest.${verdict}`) }

/** "up", "down", "within noise", of a change since an earlier period. */
export const changeWords = ({ verdict }: Difference, { t }: Words): VerdictWords | null =>
  verdict === 'not-comparable' ? null : { kind: verdict, sign: SIGNS[verdict], text: t(`slice.change.${verdict}`) }

/** The difference in points with its interval: "+12, interval 4 to 20". */
export function differenceText({ difference, low, high }: Difference, { t, score, bound }: Words): string | null {
  if (difference === null || low === null || high === null) return null
  return t('slice.difference', { points: score(difference), low: bound(low), high: bound(high) })
}

/** A p or q: "0.012", "0.34"; "< 0.001" where it is less. */
export function chanceText(value: number): string {
  if (value < 0.001) return '< 0.001'
  return value.toFixed(value < 0.1 ? 3 : 2)
}

/** What is behind a verdict on the rest: the difference with its interval, p and q; null where there is no difference. */
export function testText(test: RestTest, words: Words): string | null {
  const difference = differenceText(test, words)
  if (difference === null || test.p === null || test.q === null) return difference
  return words.t('rest.test', { difference, p: chanceText(test.p), q: chanceText(test.q) })
}

/** The sentence of a mark with what the comparison says of it: "Finance: +31, …; above the rest (p 0.003, q 0.012)". */
export function restSentence(sentence: string, test: RestTest | null, words: Words): string {
  const verdict = test && restWords(test, words)
  if (!verdict || test.p === null || test.q === null) return sentence
  const said = words.t('rest.verdict', { verdict: verdict.text, p: chanceText(test.p), q: chanceText(test.q) })
  return words.t('slice.sentence.verdict', { sentence, verdict: said })
}
