import type { Figure } from '../../../shared/nps/types'
import type { RestTest } from '../../../shared/nps/against-rest'
import { restSentence, restWords } from '../../app/figures/against-rest'
import { figureSentence, shortScore } from '../../app/figures/figure-text'
import type { Words } from '../../app/words/words'
import type { HeatCell } from '../../parts/heat-box'

/** The scores that have the strongest colours, and the one between them that has none. */
export interface HeatScale {
  readonly low: number
  readonly middle: number
  readonly high: number
}

const FULL: HeatScale = { low: -100, middle: 0, high: 100 }
const NARROWEST = 10

/** The whole scale around nought, or as much of it around the score of everybody as the cells with a full base take up. */
export function heatScale({ nps: middle }: Figure, figures: readonly Figure[], zoomed: boolean): HeatScale {
  if (!zoomed || middle === null) return FULL
  const shifts = figures.map(({ nps, base }) => (base === 'ok' && nps !== null ? Math.abs(nps - middle) : 0))
  const reach = Math.ceil(Math.max(NARROWEST, ...shifts) / 5) * 5
  return { low: Math.max(-100, middle - reach), middle, high: Math.min(100, middle + reach) }
}

/** A cell in words and colour. Without a row or a column, it is their total. */
export function heatCell(
  figure: Figure,
  test: RestTest | null,
  label: string,
  { low, middle, high }: HeatScale,
  words: Words,
): HeatCell {
  const { t, count } = words
  const { n, nps, base } = figure
  const verdict = test && restWords(test, words)
  const common = {
    score: shortScore(figure, words),
    sign: verdict && verdict.kind !== 'within-noise' ? verdict.sign : null,
    sentence: restSentence(figureSentence(label, figure, words), test, words),
  }
  if (n === 0) return { ...common, base: '·', warning: null, tone: 'none', strength: 0 }
  const answers = t('slice.n', { n: count(n) })
  if (base === 'tiny' || nps === null) return { ...common, base: answers, warning: null, tone: 'tiny', strength: 0 }
  if (base === 'low') return { ...common, base: answers, warning: t('slice.low'), tone: 'low', strength: 0 }
  const good = nps >= middle
  const strength = Math.abs(nps - middle) / Math.max(1, good ? high - middle : middle - low)
  return { ...common, base: answers, warning: null, tone: good ? 'good' : 'bad', strength: Math.min(1, strength) }
}

/** A place of which an anonymous project says nothing, not even whether anybody is there. */
export const hiddenCell = (label: string, { t }: Words): HeatCell => ({
  score: null,
  sign: null,
  sentence: t('anonymous.cell.sentence', { label }),
  base: t('anonymous.cell'),
  warning: null,
  tone: 'none',
  strength: 0,
})
