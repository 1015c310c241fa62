import type { TrendSeries } from '../../app/slice/trend'
import { limitsAt } from '../../app/slice/trend-limits'
import { windowWords, type Beside } from '../../app/slice/trend-words'
import type { Words } from '../../app/words/words'
import type { LineName, TrendBeside, TrendLimits } from '../../parts/trend-beside'

/** What is drawn beside the scores of a panel, with the names of the lines where there is room for them. */
export function besideScores({ points }: TrendSeries, beside: Beside, hasNames: boolean, words: Words): TrendBeside {
  const { t } = words
  const { control, levels } = beside
  const rolling = rollingOf({ points }, beside)
  const around = control ? points.map((_, at) => limitsAt(control, at)) : null
  const limits: TrendLimits | null =
    control && around
      ? {
          center: control.center,
          outer: around.map((each) => each && each.outer),
          inner: control.widening > 1 ? around.map((each) => each && each.inner) : null,
        }
      : null
  return {
    rolling,
    limits,
    signals: points.map((_, at) => {
      const { signal = null, survives = false } = control?.periods[at] ?? {}
      return signal && { kind: signal, survives, word: t(`trend.mark.${signal}`) }
    }),
    open: points.map(({ isOpen }) => isOpen),
    soFar: t('trend.so-far'),
    levels,
    names: hasNames ? [...rollingName(rolling, beside, words), ...limitNames(limits, words), ...levelNames(beside, points.length, words)] : [],
  }
}

/** The scores of the rolling line; null where they make none. */
export function rollingOf({ points }: Pick<TrendSeries, 'points'>, { window }: Beside): readonly (number | null)[] | null {
  if (window === null) return null
  const pooled = points.map(({ rolling }) => (rolling === null || rolling.base === 'tiny' ? null : rolling.nps))
  return pooled.filter((nps) => nps !== null).length > 1 ? pooled : null
}

function rollingName(rolling: readonly (number | null)[] | null, { unit, window }: Beside, words: Words): readonly LineName[] {
  const last = rolling?.findLast((nps) => nps !== null) ?? null
  return last === null || window === null ? [] : [{ text: words.t('trend.name.rolling', { window: windowWords(unit, window, words) }), points: last, tone: 'strong' }]
}

function limitNames(limits: TrendLimits | null, { t, score }: Words): readonly LineName[] {
  const last = limits?.outer.findLast((ends) => ends !== null)
  if (!limits || !last) return []
  return [
    { text: t('trend.name.upper'), points: last.high, tone: 'plain' },
    { text: t('trend.name.center', { points: score(limits.center) }), points: limits.center, tone: 'plain' },
    { text: t('trend.name.lower'), points: last.low, tone: 'plain' },
  ]
}

/** Of those that last to the end; earlier ones are named in the notes. */
const levelNames = ({ levels }: Beside, periods: number, words: Words): readonly LineName[] =>
  levels
    .filter(({ to }) => to === periods - 1)
    .map(({ kind, label, low, high }) =>
      kind === 'target'
        ? { text: words.t('trend.name.target', { label, points: words.score(low) }), points: low, tone: 'strong' }
        : { text: label, points: (low + high) / 2, tone: 'plain' },
    )
