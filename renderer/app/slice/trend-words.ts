import type { ControlChart } from '../../../shared/nps/control-chart'
import type { Figure } from '../../../shared/nps/types'
import type { Yardsticks } from '../../../shared/protocol/engine-api'
import type { PeriodUnit } from '../../../shared/query/types'
import { periodWords } from '../words/period-words'
import { limitsAt } from './trend-limits'
import { targetsAt, type TrendLevel } from '../../../shared/query/trend-levels'
import type { TrendPoint } from './trend'
import type { Words } from '../words/words'

/** "4 quarters". */
export const windowWords = (unit: PeriodUnit, n: number, { t }: Words): string => t('trend.window', { unit, n })

/** What is shown beside the scores of a panel. */
export interface Beside {
  readonly unit: PeriodUnit
  /** How many periods are pooled; null: none are shown. */
  readonly window: number | null
  /** Null where no limits are drawn. */
  readonly control: ControlChart | null
  readonly levels: readonly TrendLevel[]
}

/** The sentence of a period with everything that is drawn in it. */
export function periodSentence(sentence: string, point: TrendPoint, at: number, { unit, window, control, levels }: Beside, words: Words): string {
  const { t } = words
  const more = [
    ...(point.isOpen ? [t('trend.say.open')] : []),
    ...(window === null || point.rolling === null ? [] : [rollingSentence(windowWords(unit, window, words), point.rolling, words)]),
    ...(control === null ? [] : controlSentences(control, at, words)),
    ...targetsAt(levels, at).map(({ label, low }) => t('trend.say.target', { label, points: words.score(low), verdict: t(`trend.say.target.${targetVerdict(point.figure, low)}`) })),
  ]
  return more.reduce((all, one) => t('trend.say', { sentence: all, more: one }), sentence)
}

function rollingSentence(window: string, { n, base, nps, low, high }: Figure, { t, score, bound }: Words): string {
  if (base === 'tiny' || nps === null || low === null || high === null) return t('trend.say.rolling.tiny', { window, n })
  return t('trend.say.rolling', { window, nps: score(nps), low: bound(low), high: bound(high), n })
}

function controlSentences(control: ControlChart, at: number, { t, score, bound }: Words): readonly string[] {
  const limits = limitsAt(control, at)
  if (!limits) return []
  const [outer, inner] = [limits.outer, limits.inner]
  const names = { low: bound(outer.low), high: bound(outer.high), center: score(control.center) }
  const said = inner ? t('trend.say.limits.wide', { ...names, inLow: bound(inner.low), inHigh: bound(inner.high) }) : t('trend.say.limits', names)
  const key = signalKey(control, at)
  return key ? [said, t(`trend.say.${key}`)] : [said]
}

/** Above or below the target by more than chance; `within-noise` where the interval holds it. */
function targetVerdict({ base, low, high }: Figure, target: number): 'up' | 'down' | 'within-noise' | 'not-comparable' {
  if (base === 'tiny' || low === null || high === null) return 'not-comparable'
  return low > target ? 'up' : high < target ? 'down' : 'within-noise'
}

function signalKey({ periods }: ControlChart, at: number) {
  const { signal = null, survives = false } = periods[at] ?? {}
  if (signal === null || signal === 'shift') return signal
  return survives ? signal : (`${signal}.narrow` as const)
}

/** What must be known of the limits: why there are none, why no signals, how wide they are, and which periods are signals. */
export function limitNotes(control: ControlChart | null, points: readonly TrendPoint[], words: Words): readonly string[] {
  const { t, exactBound } = words
  const n = points.filter(({ figure, isOpen }) => figure.n > 0 && !isOpen).length
  if (!control?.canDraw) return [t('trend.limits.few', { n })]
  const wide = control.widening > 1 ? [t('trend.limits.wide', { times: exactBound(control.sigmaZ) })] : []
  if (!control.canSignal) return [...wide, t('trend.limits.no-signals', { n })]
  const signals = (['above', 'below', 'narrow', 'shift'] as const).flatMap((kind) => {
    const found = points.filter((_, at) => signalKind(control, at) === kind)
    return found.length === 0 ? [] : [t(`trend.signals.${kind}`, { periods: periodWords(found.map(({ period }) => period), words) })]
  })
  return [...wide, ...(signals.length === 0 ? [t('trend.limits.calm')] : signals)]
}

/** What kind of signal the period is: `narrow` where it is one by the limits of chance alone. */
function signalKind({ periods }: ControlChart, at: number) {
  const { signal = null, survives = false } = periods[at] ?? {}
  return signal === null || survives ? signal : 'narrow'
}

/** Targets and benchmarks with where they come from. */
export function yardstickNotes({ targets, benchmarks }: Yardsticks, words: Words): readonly string[] {
  const { t, score } = words
  return [
    ...targets.map(({ label, score: target, from }) =>
      from === null
        ? t('yardstick.note.target', { label, points: score(target) })
        : t('yardstick.note.target.from', { label, points: score(target), month: words.month(from) }),
    ),
    ...benchmarks.map(({ label, low, high, source }) => t('yardstick.note.benchmark', { label, range: rangeWords(low, high, words), source })),
  ]
}

/** One score, or the two ends. */
export const rangeWords = (low: number, high: number, { t, score, bound }: Words): string =>
  low === high ? score(low) : t('slice.range', { low: bound(low), high: bound(high) })
