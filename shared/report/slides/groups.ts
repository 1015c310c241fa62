import type { Group } from '../../nps/group'
import type { Figure } from '../../nps/types'
import { drawn, SHARE_AXIS } from '../axis'
import type { RowsSlide } from '../outline'
import { hasScore } from '../phrases'
import { ofGroup } from '../queries'
import type { Context } from './context'
import { groupScores, scopeOf, scoreNotes } from './context'

export const GROUPS = [
  { group: 'promoters', name: 'report.promoters', one: 'report.promoter' },
  { group: 'passives', name: 'report.passives', one: 'report.passive' },
  { group: 'detractors', name: 'report.detractors', one: 'report.detractor' },
] as const

export const groupShare = (figure: Figure, group: Group): number => (figure.n === 0 ? 0 : figure[group] / figure.n)

/** The three groups over all answers, where there are no periods to split them by. */
export function groupsSlide(context: Context): RowsSlide {
  const { data, words, queries } = context
  const { say } = words
  const figure = data.headline
  const shown = hasScore(figure)
  const share = (group: Group): string => (shown ? words.percent(groupShare(figure, group)) : say('report.none'))
  const names = GROUPS.map(({ name }) => say(name))
  return {
    id: 'groups',
    kind: 'groups',
    title: shown ? say('report.groups.is', { promoters: share('promoters'), detractors: share('detractors') }) : say('report.groups.title'),
    body: [say('report.groups.body', { scope: scopeOf(context), figure: words.figure(figure) })],
    chart: drawn({
      kind: 'bars',
      alt: say('report.groups.chart', {
        points: GROUPS.map(({ name, group }) => `${say(name)} ${share(group)} (${words.count(figure[group])})`).join(
          '; ',
        ),
      }),
      unit: 'share',
      axis: SHARE_AXIS,
      categories: names,
      series: [
        {
          name: say('report.column.share'),
          values: GROUPS.map(({ group }) => (shown ? groupShare(figure, group) : null)),
          tones: GROUPS.map(({ group }) => group),
          interval: null,
        },
      ],
    }),
    table: {
      columns: [
        { label: say('report.column.group'), numeric: false },
        { label: say('report.column.scores'), numeric: true },
        { label: say('report.column.answers'), numeric: true },
        { label: say('report.column.share'), numeric: true },
      ],
      rows: GROUPS.map(({ group }, at) => ({
        cells: [names[at] ?? '', groupScores(context)[group], words.count(figure[group]), share(group)],
        muted: figure.base !== 'ok',
        key: group,
        mark: null,
        refs: [null, null, queries.ref([ofGroup(group)]), queries.ref([ofGroup(group)])],
      })),
    },
    foot: words.mark(figure) === null ? [] : [say('report.foot.base')],
    sources: [queries.ref([])],
    notes: scoreNotes(context),
  }
}
