import { drawn, pointsAxis } from '../axis'
import type { ColumnsSlide, TableRow } from '../outline'
import { hasScore, toneOf } from '../phrases'
import type { ReportData } from '../types'
import type { Context } from './context'
import { scoreName, scoreNotes } from './context'
import { shownPeriods } from './periods'

type Trend = NonNullable<ReportData['trend']>

/** The score of each period with its interval and answers. */
export function trendSlide(context: Context, trend: Trend): ColumnsSlide {
  const { data, words } = context
  const { say } = words
  const { points, names, foot } = shownPeriods(context, trend.points)
  const unit = words.unit(trend.unit)
  const scored = points.map(({ figure }) => (hasScore(figure) ? figure : null))
  const low = scored.map((figure) => figure?.low ?? null)
  const high = scored.map((figure) => figure?.high ?? null)
  const plain = (cells: readonly string[]): TableRow => ({ cells, muted: false, key: null, mark: null })
  const marks = points.map(({ figure }) => words.mark(figure) ?? '')
  return {
    id: 'trend',
    kind: 'trend',
    title: title(context, trend, unit),
    body: body(context),
    chart: drawn({
      kind: 'line',
      alt: say('report.trend.chart', {
        unit,
        points: points
          .map(({ period, figure }) =>
            say('report.trend.point', { period: words.period(period), figure: words.figure(figure) }),
          )
          .join('; '),
      }),
      unit: 'points',
      axis: pointsAxis([...low, ...high], false),
      categories: names,
      series: [
        {
          name: scoreName(context),
          values: scored.map((figure) => figure?.nps ?? null),
          tones: points.map(({ figure }) => toneOf(figure)),
          interval: { lowName: say('report.chart.below'), highName: say('report.chart.above'), low, high },
        },
      ],
    }),
    table: {
      columns: ['', ...names].map((label, at) => ({ label, numeric: at > 0 })),
      rows: [
        plain([say('report.column.score'), ...points.map(({ figure }) => words.score(figure))]),
        plain([say('report.column.interval'), ...points.map(({ figure }) => words.interval(figure))]),
        plain([say('report.column.answers'), ...points.map(({ figure }) => words.count(figure.n))]),
        ...(marks.some((mark) => mark !== '')
          ? [{ ...plain([say('report.column.base'), ...marks]), muted: true }]
          : []),
      ],
    },
    foot,
    notes: scoreNotes(context, data.change === null ? [] : [say('report.note.change')]),
  }
}

function title({ data, words }: Context, trend: Trend, unit: string): string {
  const { change } = data
  if (change === null || trend.points.length < 2) return words.say('report.trend.title', { unit })
  return words.say(`report.trend.title.${change.change.verdict}`, { unit, to: words.period(change.to.period) })
}

function body({ data, words }: Context): string[] {
  const { change, trend } = data
  const sides = change === null ? (trend?.points.slice(-1) ?? []) : [change.to, change.from]
  const figures = sides.map(({ period, figure }) =>
    words.say('report.trend.latest', { period: words.period(period), figure: words.figure(figure) }),
  )
  return [figures.join(' '), ...(change === null ? [] : [words.change(change.change)])]
}
