import { baseOf } from '../../nps/figure'
import { signed } from '../../nps/round'
import { drawn, pointsAxis } from '../axis'
import type { RowsSlide, Tone } from '../outline'
import type { Themes } from '../types'
import { ofCode } from '../queries'
import type { Context } from './context'
import { scoreName, scoreNotes } from './context'
import { nameRoom } from './name-room'

const SHOWN = 12

type Theme = Themes['codes'][number]

const strength = ({ contribution }: Theme): number => Math.abs(contribution ?? 0)
const baseOrder = ({ n }: Theme): number => ['ok', 'low', 'tiny'].indexOf(baseOf(n))

/** Full bases first, the strongest effects before the others; what is left out is the weakest. */
function strongest(codes: readonly Theme[]): readonly Theme[] {
  const kept = [...codes].sort((a, b) => baseOrder(a) - baseOrder(b) || strength(b) - strength(a)).slice(0, SHOWN)
  return kept.sort(
    (a, b) =>
      baseOrder(a) - baseOrder(b) || (baseOf(a.n) === 'ok' ? (a.contribution ?? 0) - (b.contribution ?? 0) : b.n - a.n),
  )
}

/** What each code contributes to the score, from what weighs most to what lifts most. */
export function themesSlide(context: Context, themes: Themes): RowsSlide {
  const { words, queries } = context
  const { say } = words
  const codes = strongest(themes.codes)
  const rest = themes.codes.length - codes.length
  const names = codes.map(({ name, n }) => words.label(name, nameRoom(codes.length) - (baseOf(n) === 'ok' ? 0 : 12)))
  const shown = codes.map((code) => (baseOf(code.n) === 'tiny' ? null : code))
  const low = shown.map((code) => code?.low ?? null)
  const high = shown.map((code) => code?.high ?? null)
  const signedOr = (value: number | null, digits: number): string =>
    value === null ? say('report.none') : signed(value, digits)
  const said = effects(context, codes)
  const base = say('report.themes.base', { base: themes.base, coverage: words.percent(themes.coverage) })
  const points = (code: Theme | null | undefined): string => signedOr(code?.contribution ?? null, 1)
  return {
    id: 'themes',
    kind: 'themes',
    title: title(context, codes),
    body: said.length > 0 ? said : [base],
    chart: drawn({
      kind: 'bars',
      alt: say('report.themes.chart', {
        points: codes
          .map(({ n }, at) =>
            say('report.themes.point', {
              name: names[at] ?? '',
              points: points(shown[at]),
              range: words.range(low[at] ?? null, high[at] ?? null, 1),
              n,
            }),
          )
          .join('; '),
      }),
      unit: 'points',
      axis: pointsAxis([...low, ...high], true),
      categories: names,
      series: [
        {
          name: `${say('report.column.contribution')}: ${scoreName(context)}`,
          values: shown.map((code) => code?.contribution ?? null),
          tones: codes.map(({ n, contribution }): Tone =>
            baseOf(n) !== 'ok' ? 'low' : (contribution ?? 0) < 0 ? 'detractors' : 'promoters',
          ),
          interval: { lowName: say('report.chart.below'), highName: say('report.chart.above'), low, high },
        },
      ],
    }),
    table: {
      columns: [
        { label: say('report.column.theme'), numeric: false },
        { label: say('report.column.mentions'), numeric: true },
        { label: say('report.column.share'), numeric: true },
        { label: say('report.column.mentionNps'), numeric: true },
        { label: say('report.column.contribution'), numeric: true },
        { label: say('report.column.interval'), numeric: true },
      ],
      rows: codes.map((code, at) => ({
        cells: [
          names[at] ?? '',
          words.count(code.n),
          words.percent(code.share),
          signedOr(shown[at]?.nps ?? null, 0),
          points(shown[at]),
          words.range(low[at] ?? null, high[at] ?? null, 1),
        ],
        muted: baseOf(code.n) !== 'ok',
        key: null,
        mark: baseOf(code.n) === 'ok' ? null : say(baseOf(code.n) === 'low' ? 'report.low-base' : 'report.tiny-base'),
        refs: Array<string>(6).fill(queries.ref([ofCode(code)])),
      })),
    },
    foot: [
      ...(said.length > 0 ? [base] : []),
      ...(rest > 0 ? [say('report.themes.more', { shown: codes.length, all: themes.codes.length, rest })] : []),
      say('report.note.cause'),
    ],
    sources: [queries.ref([]), ...Object.values(ends(codes)).flatMap((code) => (code === null ? [] : [queries.ref([ofCode(code)])]))],
    notes: scoreNotes(context, [
      say('report.note.contribution'),
      say('report.note.afterwards', { n: themes.codes.length }),
    ]),
  }
}

/** The ends of the ranking, if their interval leaves out 0. */
function ends(codes: readonly Theme[]): { readonly drag: Theme | null; readonly lift: Theme | null } {
  const ranked = codes.filter(({ n }) => baseOf(n) === 'ok')
  const [first, last] = [ranked[0], ranked.at(-1)]
  return {
    drag: first !== undefined && first.high !== null && first.high < 0 ? first : null,
    lift: last !== undefined && last.low !== null && last.low > 0 ? last : null,
  }
}

function title({ words }: Context, codes: readonly Theme[]): string {
  const { drag, lift } = ends(codes)
  const names = { drag: words.label(drag?.name ?? null, 36), lift: words.label(lift?.name ?? null, 36) }
  if (codes.every(({ n }) => baseOf(n) !== 'ok')) return words.say('report.themes.title.low')
  const key = drag && lift ? 'both' : drag ? 'drag' : lift ? 'lift' : 'none'
  return words.say(`report.themes.title.${key}`, names)
}

function effects({ words }: Context, codes: readonly Theme[]): string[] {
  const { drag, lift } = ends(codes)
  return [drag, lift]
    .filter((code) => code !== null)
    .map(({ name, contribution, low, high, n, share }) =>
      words.say('report.themes.effect', {
        name: words.label(name, 40),
        points: signed(contribution ?? 0, 1),
        low: signed(low ?? 0, 1),
        high: signed(high ?? 0, 1),
        n,
        share: words.percent(share),
      }),
    )
}
