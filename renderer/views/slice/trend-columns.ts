import type { TrendPoint } from '../../app/slice/trend'
import { limitsAt } from '../../app/slice/trend-limits'
import { windowWords, type Beside } from '../../app/slice/trend-words'
import type { Words } from '../../app/words/words'

/** Headers of what a copied table of a trend holds beside the figures. */
export function besideHeaders({ unit, window, control }: Beside, words: Words): readonly string[] {
  const { t } = words
  const over = window === null ? null : windowWords(unit, window, words)
  return [
    ...(over === null ? [] : [t('trend.column.rolling', { window: over }), t('trend.column.rolling.n', { window: over })]),
    ...(control ? [t('trend.column.center'), t('trend.column.lower'), t('trend.column.upper'), t('trend.column.signal')] : []),
  ]
}

/** The same of one period; limits only of everybody. `at`: its place. */
export function besideCells(point: TrendPoint, at: number, isAll: boolean, { window, control }: Beside, { t }: Words): readonly (number | string | null)[] {
  const { rolling } = point
  const limits = control && isAll ? limitsAt(control, at) : null
  const signal = control && isAll ? control.periods[at]?.signal : null
  return [
    ...(window === null ? [] : [rolling && rolling.base !== 'tiny' ? rolling.nps : null, rolling?.n ?? null]),
    ...(control ? [limits && control.center, limits && limits.outer.low, limits && limits.outer.high, signal ? t(`trend.mark.${signal}`) : null] : []),
  ]
}
