import type { Group } from '../../nps/group'
import type { Figure } from '../../nps/types'
import { drawn, SHARE_AXIS } from '../axis'
import type { ColumnsSlide } from '../outline'
import { hasScore } from '../phrases'
import { inPeriod, ofGroup } from '../queries'
import type { PeriodFigure, ReportData } from '../types'
import type { Context } from './context'
import { scoreNotes } from './context'
import { GROUPS, groupShare } from './groups'
import { shownPeriods } from './periods'

/** The shares of the three groups in each period; counts where a period has too few answers. */
export function compositionSlide(context: Context, trend: NonNullable<ReportData['trend']>): ColumnsSlide {
  const { data, words, queries } = context
  const { say } = words
  const { points, names, foot } = shownPeriods(context, trend.points)
  const unit = words.unit(trend.unit)
  const latest = points.find(({ period }) => period === data.change?.to.period) ?? latestOf(points)
  const cell = (figure: Figure, group: Group): string =>
    hasScore(figure)
      ? words.percent(groupShare(figure, group))
      : figure.n === 0
        ? say('report.none')
        : say('report.of', { part: figure[group], n: figure.n })
  return {
    id: 'composition',
    kind: 'composition',
    title: title(context, latest),
    body: [say('report.composition.body')],
    chart: drawn({
      kind: 'stacked',
      alt: say('report.composition.chart', {
        unit,
        points: points
          .map(({ period, figure }) =>
            say('report.composition.point', {
              period: words.period(period),
              promoters: cell(figure, 'promoters'),
              passives: cell(figure, 'passives'),
              detractors: cell(figure, 'detractors'),
              n: figure.n,
            }),
          )
          .join('; '),
      }),
      unit: 'share',
      axis: SHARE_AXIS,
      categories: names,
      series: GROUPS.map(({ group, name }) => ({
        name: say(name),
        values: points.map(({ figure }) => (hasScore(figure) ? groupShare(figure, group) : null)),
        tones: points.map(() => group),
        interval: null,
      })),
    }),
    table: {
      columns: ['', ...names].map((label, at) => ({ label, numeric: at > 0 })),
      rows: [
        ...GROUPS.map(({ group, name }) => ({
          cells: [say(name), ...points.map(({ figure }) => cell(figure, group))],
          muted: false,
          key: group,
          mark: null,
          refs: [null, ...points.map(({ period }) => queries.ref([ofGroup(group), ...inPeriod(period)]))],
        })),
        {
          cells: [say('report.column.answers'), ...points.map(({ figure }) => words.count(figure.n))],
          muted: false,
          key: null,
          mark: null,
          refs: [null, ...points.map(({ period }) => queries.ref(inPeriod(period)))],
        },
      ],
    },
    foot: points.some(({ figure }) => hasScore(figure)) ? [...foot, say('report.note.rounding')] : foot,
    ...(latest === undefined ? {} : { sources: [queries.ref(inPeriod(latest.period))] }),
    notes: scoreNotes(context),
  }
}

/** The latest period that is over, else the latest. */
const latestOf = (points: readonly PeriodFigure[]): PeriodFigure | undefined =>
  points.findLast(({ isOver, figure }) => isOver && hasScore(figure)) ?? points.at(-1)

function title({ words }: Context, latest: PeriodFigure | undefined): string {
  if (!latest) return words.say('report.groups.title')
  const { period, figure } = latest
  if (!hasScore(figure)) return words.say('report.composition.is.tiny', { period: words.period(period) })
  const share = (group: Group): string => words.percent(groupShare(figure, group))
  return words.say('report.composition.is', { period: words.period(period), promoters: share('promoters'), detractors: share('detractors') })
}
