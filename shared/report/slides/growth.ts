import { baseOf } from '../../nps/figure'
import { signed } from '../../nps/round'
import type { Difference } from '../../nps/types'
import type { ComparedCode } from '../../query/types'
import { drawn, pointsAxis } from '../axis'
import type { Finding } from '../findings'
import type { RowsSlide, Tone } from '../outline'
import { inPeriod, ofCode } from '../queries'
import type { Context } from './context'
import { scoreNotes } from './context'
import { nameRoom } from './name-room'

const SHOWN = 10

/** Themes in the two periods: how often they are mentioned, and what they contribute. */
export function growthSlide(context: Context): RowsSlide[] {
  const { data, words, queries } = context
  const { say } = words
  const { growth, change } = data
  const mentioned = (growth ?? []).filter(({ from, to }) => baseOf(from.n + to.n) !== 'tiny')
  if (change === null || change.change.verdict === 'not-comparable' || mentioned.length === 0) return []
  const codes = [...mentioned]
    .sort((a, b) => Number(isLow(a)) - Number(isLow(b)) || Math.abs(b.change.difference ?? 0) - Math.abs(a.change.difference ?? 0))
    .slice(0, SHOWN)
    .sort((a, b) => Number(isLow(a)) - Number(isLow(b)) || (b.change.difference ?? 0) - (a.change.difference ?? 0))
  const shifts = codes.map(({ contribution }) => (contribution.verdict === 'not-comparable' ? null : contribution))
  // Without a bar the table has the page to itself.
  const spare = shifts.every((shift) => shift === null) ? 12 : -6
  const names = codes.map((code) => words.label(code.code, nameRoom(codes.length) + spare - (isLow(code) ? 12 : 0)))
  const [low, high] = [shifts.map((shift) => shift?.low ?? null), shifts.map((shift) => shift?.high ?? null)]
  const withEnds = (difference: Difference | null): string =>
    difference === null || difference.difference === null || difference.low === null || difference.high === null
      ? say('report.none')
      : say('report.growth.points', { points: signed(difference.difference, 1), low: signed(difference.low, 1), high: signed(difference.high, 1) })
  const periods = { from: words.period(change.from.period), to: words.period(change.to.period) }
  return [
    {
      id: 'growth',
      kind: 'growth',
      title: title(context, periods.from),
      body: [say('report.growth.body', periods)],
      chart: drawn({
        kind: 'bars',
        alt: say('report.growth.chart', { points: codes.map((_, at) => `${names[at] ?? ''} ${withEnds(shifts[at] ?? null)}`).join('; ') }),
        unit: 'points',
        axis: pointsAxis([...low, ...high], true),
        categories: names,
        series: [
          {
            name: say('report.growth.contribution'),
            values: shifts.map((shift) => shift?.difference ?? null),
            tones: codes.map((code, at): Tone => (isLow(code) ? 'low' : (shifts[at]?.difference ?? 0) < 0 ? 'detractors' : 'promoters')),
            interval: { lowName: say('report.chart.below'), highName: say('report.chart.above'), low, high },
          },
        ],
      }),
      table: {
        columns: [
          { label: say('report.column.theme'), numeric: false },
          { label: periods.from, numeric: true },
          { label: periods.to, numeric: true },
          { label: say('report.growth.shift'), numeric: true },
          { label: say('report.growth.contribution'), numeric: true },
        ],
        rows: codes.map((code, at) => {
          const refs = [change.from.period, change.to.period].map((period) => queries.ref([ofCode({ id: code.id, name: code.code }), ...inPeriod(period)]))
          return {
            cells: [names[at] ?? '', words.percent(code.from.share), words.percent(code.to.share), withEnds(code.change), withEnds(shifts[at] ?? null)],
            muted: isLow(code),
            key: null,
            mark: isLow(code) ? say('report.low-base') : null,
            refs: [null, refs[0] ?? null, refs[1] ?? null, refs[1] ?? null, refs[1] ?? null],
          }
        }),
      },
      foot: [...(codes.length < mentioned.length ? [say('report.growth.more', { shown: codes.length, all: mentioned.length })] : []), say('report.note.cause')],
      sources: [change.from, change.to].map(({ period }) => queries.ref(inPeriod(period))),
      notes: scoreNotes(context, [say('report.note.contribution'), say('report.note.afterwards', { n: mentioned.length })]),
    },
  ]
}

const isLow = ({ from, to }: ComparedCode): boolean => baseOf(from.n + to.n) !== 'ok'

type Moved = Extract<Finding, { readonly kind: 'theme-grew' | 'theme-shrank' }>

/** The theme whose share surely moved furthest. */
function title({ words, findings }: Context, from: string): string {
  const moved = findings.filter((finding): finding is Moved => finding.kind === 'theme-grew' || finding.kind === 'theme-shrank')
  const [first] = [...moved].sort((a, b) => Math.abs(b.code.change.difference ?? 0) - Math.abs(a.code.change.difference ?? 0))
  if (!first) return words.say('report.growth.title.none', { from })
  const name = words.label(first.code.code, 34)
  return words.say(first.kind === 'theme-grew' ? 'report.growth.title.grew' : 'report.growth.title.shrank', { name, from })
}
