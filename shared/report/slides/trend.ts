import { drawn, pointsAxis } from '../axis'
import type { ColumnsSlide, TableRow } from '../outline'
import { hasScore, toneOf } from '../phrases'
import type { ReportData } from '../types'
import { inPeriod } from '../queries'
import type { Context } from './context'
import { referenceRows, referenceSeries, referenceTitle } from './references'
import { scoreName, scoreNotes } from './context'
import { shownPeriods } from './periods'

type Trend = NonNullable<ReportData['trend']>

/** The score of each period with its interval and answers. */
export function trendSlide(context: Context, trend: Trend): ColumnsSlide {
  const { data, words, queries } = context
  const { say } = words
  const { points, names, foot } = shownPeriods(context, trend.points)
  const unit = words.unit(trend.unit)
  const scored = points.map(({ figure }) => (hasScore(figure) ? figure : null))
  const low = scored.map((figure) => figure?.low ?? null)
  const high = scored.map((figure) => figure?.high ?? null)
  const plain = (cells: readonly string[]): TableRow => ({ cells, muted: false, key: null, mark: null })
  const references = referenceSeries(context, points.length)
  const refs = [null, ...points.map(({ period }) => queries.ref(inPeriod(period)))]
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
      axis: pointsAxis([...low, ...high, ...references.flatMap(({ values }) => values)], false),
      categories: names,
      series: [
        {
          name: scoreName(context),
          values: scored.map((figure) => figure?.nps ?? null),
          tones: points.map(({ figure }) => toneOf(figure)),
          interval: { lowName: say('report.chart.below'), highName: say('report.chart.above'), low, high },
        },
        ...references,
      ],
    }),
    table: {
      columns: ['', ...names].map((label, at) => ({ label, numeric: at > 0 })),
      rows: [
        { ...plain([say('report.column.score'), ...points.map(({ figure }) => words.score(figure))]), refs },
        { ...plain([say('report.column.interval'), ...points.map(({ figure }) => words.interval(figure))]), refs },
        ...referenceRows(context, points.length),
        { ...plain([say('report.column.answers'), ...points.map(({ figure }) => words.count(figure.n))]), refs },
        ...(marks.some((mark) => mark !== '')
          ? [{ ...plain([say('report.column.base'), ...marks]), muted: true }]
          : []),
      ],
    },
    foot,
    sources: (data.change === null ? trend.points.slice(-1) : [data.change.to, data.change.from]).map(({ period }) => queries.ref(inPeriod(period))),
    notes: scoreNotes(context, data.change === null ? [] : [say('report.note.change')]),
  }
}

function title(context: Context, trend: Trend, unit: string): string {
  const { data, words } = context
  const { change } = data
  const said =
    change === null || trend.points.length < 2
      ? words.say('report.trend.is.steady', { unit })
      : words.say(`report.trend.is.${change.change.verdict}`, { to: words.period(change.to.period) })
  const latest = change?.to ?? trend.points.findLast(({ isOver, figure }) => isOver && hasScore(figure))
  return latest ? referenceTitle(context, said, latest.figure, trend.points.findIndex(({ period }) => period === latest.period)) : said
}

function body({ data, words }: Context): string[] {
  const { change, trend } = data
  const sides = change === null ? (trend?.points.slice(-1) ?? []) : [change.to, change.from]
  const figures = sides.map(({ period, figure }) =>
    words.say('report.trend.latest', { period: words.period(period), figure: words.figure(figure) }),
  )
  return [figures.join(' '), ...(change === null ? [] : [words.change(change.change)])]
}
