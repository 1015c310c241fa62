import { signed } from '../../nps/round'
import { drawn, pointsAxis } from '../axis'
import { againstRest, type AgainstRest } from '../findings'
import { widthOf } from '../cut'
import type { RowsSlide } from '../outline'
import { ofValue } from '../queries'
import type { Context } from './context'
import { scoreName, scoreNotes } from './context'

const EACH_END = 5

/** Highest and lowest groups over all fields, each against everybody else. Nothing where there is one field alone. */
export function leagueSlide(context: Context): RowsSlide[] {
  const { data, words, queries } = context
  const { say } = words
  const ranked = againstRest(data).filter(({ difference, value }) => difference.q !== null && value !== null)
  if (new Set(ranked.map(({ field }) => field.id)).size < 2) return []
  const order = [...ranked].sort((a, b) => (b.difference.difference ?? 0) - (a.difference.difference ?? 0))
  const rows = order.length <= 2 * EACH_END ? order : [...order.slice(0, EACH_END), ...order.slice(-EACH_END)]
  const names = rows.map(({ value, difference }) => words.label(value, isNoise(difference) ? 22 : 34))
  const [low, high] = [rows.map(({ figure }) => figure.low), rows.map(({ figure }) => figure.high)]
  return [
    {
      id: 'league',
      kind: 'league',
      title: title(context, order),
      body: [say('report.league.body', { n: ranked.length, clear: ranked.filter(({ difference }) => !isNoise(difference)).length })],
      chart: drawn({
        kind: 'bars',
        alt: say('report.league.chart', {
          points: rows.map(({ figure }, at) => say('report.segment.point', { value: names[at] ?? '', figure: words.figure(figure) })).join('; '),
        }),
        unit: 'points',
        axis: pointsAxis([...low, ...high], true),
        categories: names,
        series: [
          {
            name: scoreName(context),
            values: rows.map(({ figure }) => figure.nps),
            tones: rows.map(() => 'score'),
            interval: { lowName: say('report.chart.below'), highName: say('report.chart.above'), low, high },
          },
        ],
      }),
      table: {
        columns: [
          { label: say('report.column.group.name'), numeric: false },
          { label: say('report.column.field'), numeric: false },
          { label: say('report.column.answers'), numeric: true },
          { label: say('report.column.score'), numeric: true },
          { label: say('report.column.interval'), numeric: true },
          { label: say('report.column.rest'), numeric: true },
        ],
        rows: rows.map(({ field, value, figure, difference }, at) => {
          const ref = queries.ref([ofValue(field, value)])
          const range = words.range(difference.low, difference.high)
          return {
            cells: [
              names[at] ?? '',
              words.label(field.field, 18),
              words.count(figure.n),
              words.score(figure),
              words.interval(figure),
              difference.difference === null ? say('report.none') : `${signed(difference.difference)} (${range})`,
            ],
            muted: false,
            key: null,
            mark: isNoise(difference) ? say('report.mark.noise') : null,
            refs: [ref, null, ref, ref, ref, ref],
          }
        }),
      },
      foot: [
        ...(rows.length < order.length ? [say('report.league.more', { shown: rows.length, all: order.length })] : []),
        say('report.league.foot'),
      ],
      sources: [queries.ref([])],
      notes: scoreNotes(context, [say('report.note.afterwards', { n: ranked.length }), say('report.note.findings')]),
    },
  ]
}

const isNoise = ({ verdict }: AgainstRest['difference']): boolean => verdict !== 'up' && verdict !== 'down'

/** The group, with its field where that is short enough to stand beside it. */
function nameOf(words: Context['words'], group: AgainstRest | undefined): string {
  const value = words.label(group?.value ?? null, 34)
  const field = group?.field.field ?? ''
  return group === undefined || widthOf(value) + widthOf(field) > 34 ? value : words.say('report.mix.rate.title', { value, field: words.label(field, 34) })
}

function title({ words }: Context, order: readonly AgainstRest[]): string {
  const high = order.find(({ difference }) => difference.verdict === 'up')
  const low = order.findLast(({ difference }) => difference.verdict === 'down')
  const names = { high: nameOf(words, high), low: nameOf(words, low) }
  const key = high && low ? 'report.league.title' : high ? 'report.league.title.high' : low ? 'report.league.title.low' : 'report.league.title.none'
  return words.say(key, names)
}
