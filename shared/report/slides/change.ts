import { partsThatAddUp } from '../../nps/parts-that-add-up'
import { signed } from '../../nps/round'
import { drawn, pointsAxis } from '../axis'
import { certainEnd } from '../findings'
import type { Chart, RowsSlide, Series, Tone } from '../outline'
import { inPeriod, ofValues } from '../queries'
import { mixEffect } from '../../nps/mix-interval'
import type { ComparedField, ReportData } from '../types'
import { stepsOf, tellingField, type Step } from '../waterfall'
import type { Context } from './context'
import { scoreNotes } from './context'

type Change = NonNullable<ReportData['change']>

interface Bar {
  readonly name: string
  readonly from: number
  readonly to: number
  readonly tone: Tone
}

/** From the earlier score to the later one by the segments of the field that tells most; the steps add up to the change. */
export function changeSlide(context: Context): RowsSlide[] {
  const { data, words, queries } = context
  const { say } = words
  const { change } = data
  const field = change === null || change.change.verdict === 'not-comparable' ? null : tellingField(data.compared)
  const steps = field === null ? null : stepsOf(field)
  if (change === null || field === null || steps === null) return []
  const { from, to } = change
  // Where nothing moved at all there is nothing to take apart.
  if (steps.every((step) => Math.abs(step.points) < 0.05)) return []
  const bars = barsOf(context, change, steps)
  const points = shownPoints(from.figure.nps ?? 0, steps.map((step) => step.points))
  const chart = waterfall(context, change, field, bars)
  const total = (period: string, n: number, shown: string, at: 0 | 1) => {
    const ref = queries.ref(inPeriod(period))
    const answers = at === 0 ? [words.count(n), ''] : ['', words.count(n)]
    return { cells: [words.period(period), ...answers, shown], muted: false, key: null, mark: null, refs: [ref, at === 0 ? ref : null, at === 1 ? ref : null, ref] }
  }
  return [
    {
      id: 'change',
      kind: 'change',
      title: title(context, change, field, steps),
      body: [
        say('report.mix.body', { from: words.period(from.period), to: words.period(to.period), field: words.label(field.field, 40) }),
        say('report.mix.body.verdict', { change: words.change(change.change) }),
      ],
      chart: drawn(chart),
      table: {
        columns: [
          { label: say('report.column.step'), numeric: false },
          { label: say('report.column.before'), numeric: true },
          { label: say('report.column.after'), numeric: true },
          { label: say('report.column.points'), numeric: true },
        ],
        rows: [
          total(from.period, from.figure.n, signed(points.start, 1), 0),
          ...steps.map((step, at) => {
            const [before = null, after = null] = [from, to].map(({ period }, side) =>
              step.n[side] === 0 ? null : queries.ref([ofValues(field, step.values), ...inPeriod(period)]),
            )
            return {
              cells: [bars[at + 1]?.name ?? '', words.count(step.n[0]), words.count(step.n[1]), signed(points.steps[at] ?? 0, 1)],
              muted: false,
              key: (step.points < 0 ? 'detractors' : 'promoters') as Tone,
              mark: isLow(step) ? say('report.low-base') : null,
              refs: [null, before, after, after ?? before],
            }
          }),
          total(to.period, to.figure.n, signed(points.end, 1), 1),
        ],
      },
      foot: [say('report.mix.foot'), ...(chart.axis.min > 0 || chart.axis.max < 0 ? [say('report.mix.zoom')] : [])],
      sources: [from, to].map(({ period }) => queries.ref(inPeriod(period))),
      notes: scoreNotes(context, [say('report.note.change')]),
    },
  ]
}

/** Rounded so that what is shown adds up as it is shown. */
function shownPoints(start: number, steps: readonly number[]): { readonly start: number; readonly steps: readonly number[]; readonly end: number } {
  const [shownStart = 0, ...shown] = partsThatAddUp([start, ...steps], 1)
  return { start: shownStart, steps: shown, end: Math.round([shownStart, ...shown].reduce((sum, part) => sum + part, 0) * 10) / 10 }
}

/** Room for the name of a step in Latin letters, and what its words behind it take of that. */
const [NAME, NEW, LOW] = [40, 12, 12]

const isLow = (step: Step): boolean => 'value' in step && Math.max(...step.n) < 30

/** What a step is called. */
export function stepName({ words }: Context, step: Step): string {
  const { say } = words
  switch (step.kind) {
    case 'mix':
      return say('report.mix.mix')
    case 'rest':
      return say('report.mix.rest', { n: step.groups })
    case 'few':
      return say('report.mix.few', { n: step.groups })
    case 'rate':
    case 'new':
    case 'gone':
      return say(`report.mix.${step.kind}`, { value: words.label(step.value, NAME - (step.kind === 'rate' ? 0 : NEW) - (isLow(step) ? LOW : 0)) })
  }
}

function barsOf(context: Context, { from, to }: Change, steps: readonly Step[]): readonly Bar[] {
  const { words } = context
  let level = from.figure.nps ?? 0
  const bars: Bar[] = [{ name: words.period(from.period), from: 0, to: level, tone: 'score' }]
  for (const step of steps) {
    const next = level + step.points
    bars.push({ name: stepName(context, step), from: level, to: next, tone: step.points < 0 ? 'detractors' : 'promoters' })
    level = next
  }
  return [...bars, { name: words.period(to.period), from: 0, to: to.figure.nps ?? 0, tone: 'score' }]
}

/** How far the axis reaches beyond the steps, as a share of their range: the whole scores begin before it. */
const ROOM = 0.25

function waterfall(context: Context, { from, to }: Change, field: ComparedField, bars: readonly Bar[]): Chart {
  const { words } = context
  const { say } = words
  const levels = bars.flatMap((bar) => (bar.tone === 'score' ? [bar.to] : [bar.from, bar.to]))
  const [least, most] = [Math.min(...levels), Math.max(...levels)]
  const room = Math.max(2, (most - least) * ROOM)
  const axis = pointsAxis([least - (least > 0 ? room : 0), most + (most < 0 ? room : 0)], false)
  const within = (wanted: Tone, below: boolean): readonly (number | null)[] =>
    bars.map(({ from: a, to: b, tone }) => {
      if (tone !== wanted) return null
      const [low, high] = [Math.min(a, b), Math.max(a, b)]
      const part = below ? Math.min(high, 0) - Math.min(low, 0) : Math.max(high, 0) - Math.max(low, 0)
      return part === 0 ? null : below ? -part : part
    })
  const series = (name: string, tone: Tone, values: readonly (number | null)[]): Series => ({ name, values, tones: bars.map(() => tone), interval: null })
  const drawnSeries = [
    series(say('report.mix.score'), 'score', merged(within('score', false), within('score', true))),
    series(say('report.mix.rise'), 'promoters', within('promoters', false)),
    series(say('report.mix.fall'), 'detractors', within('detractors', false)),
    series(say('report.mix.rise.below'), 'promoters', within('promoters', true)),
    series(say('report.mix.fall.below'), 'detractors', within('detractors', true)),
  ].filter(({ values }) => values.some((value) => value !== null))
  return {
    kind: 'waterfall',
    alt: say('report.mix.chart', {
      from: words.period(from.period),
      to: words.period(to.period),
      field: words.label(field.field, 40),
      points: bars.map(({ name, from: a, to: b, tone }) => `${name} ${signed(tone === 'score' ? b : b - a, 1)}`).join('; '),
    }),
    unit: 'points',
    axis,
    categories: bars.map(({ name }) => name),
    series: [series(say('report.mix.base'), 'low', bars.map(({ from: a, to: b, tone }) => (tone === 'score' ? null : liftOf(a, b)))), ...drawnSeries],
  }
}

/** What lies between zero and the bar; none where the bar holds zero. */
const liftOf = (a: number, b: number): number | null => {
  const lift = a > 0 && b > 0 ? Math.min(a, b) : a < 0 && b < 0 ? Math.max(a, b) : 0
  return lift === 0 ? null : lift
}

const merged = (above: readonly (number | null)[], below: readonly (number | null)[]): readonly (number | null)[] => above.map((value, at) => value ?? below[at] ?? null)

/** Names the largest step only where the change itself is more than noise. */
function title({ words }: Context, { change }: Change, field: ComparedField, steps: readonly Step[]): string {
  const way = change.verdict
  const sign = way === 'up' ? 1 : -1
  const [largest] = [...steps].sort((a, b) => sign * (b.points - a.points))
  const half = Math.abs(change.difference ?? 0) / 2
  const name = words.label(field.field, 30)
  if ((way !== 'up' && way !== 'down') || !largest || largest.points * sign < half || !isSure(largest, field))
    return way === 'up' || way === 'down' ? words.say('report.mix.title.spread', { field: name }) : words.say('report.mix.title.noise', { field: name })
  const step = 'value' in largest ? words.say('report.mix.rate.title', { value: words.label(largest.value, 34), field: name }) : words.say('report.mix.mix.title', { field: name })
  return words.say(way === 'up' ? 'report.mix.title.up' : 'report.mix.title.down', { step })
}

/** Whether the step itself is more than noise. */
function isSure(step: Step, { segments }: ComparedField): boolean {
  if (step.kind === 'mix') {
    const effect = mixEffect(segments.map(({ from, to }) => ({ before: from, after: to })))
    return effect !== null && certainEnd(effect.low, effect.high) > 0
  }
  if (step.kind !== 'rate') return false
  const segment = segments.find(({ value }) => value === step.value)
  return segment !== undefined && segment.from.base === 'ok' && segment.to.base === 'ok' && certainEnd(segment.change.low, segment.change.high) > 0
}
