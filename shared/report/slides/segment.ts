import { differ } from '../../nps/heterogeneity'
import { drawn, pointsAxis } from '../axis'
import { widthOf } from '../cut'
import type { RowsSlide } from '../outline'
import { hasScore, toneOf } from '../phrases'
import type { SegmentTable } from '../types'
import { ofGroup, ofValue } from '../queries'
import type { Context } from './context'
import { scoreName, scoreNotes } from './context'
import { GROUPS } from './groups'
import { nameRoom } from './name-room'

const MAX_PAGES = 6

/** Fields that become pages; the workbook holds them all. */
export const segmentPages = (tables: readonly SegmentTable[]): readonly SegmentTable[] =>
  tables.filter(({ onPage, rows }) => onPage && rows.length > 0).slice(0, MAX_PAGES)

const SHOWN = 12
/** With fewer scores than this, groups too small for one are shown as well. */
const FEW = 3
const BASES = ['ok', 'low', 'tiny'] as const

type Row = SegmentTable['rows'][number]

/** Full bases from the highest score down; low and tiny bases are not ranked but follow by size. */
function inOrder(a: Row, b: Row): number {
  const base = BASES.indexOf(a.figure.base) - BASES.indexOf(b.figure.base)
  if (base !== 0) return base
  const score = a.figure.base === 'ok' ? (b.figure.nps ?? 0) - (a.figure.nps ?? 0) : 0
  return score !== 0 ? score : b.figure.n - a.figure.n
}

/** The score by the values of one field: the largest groups, each with answers, counts and interval. */
export function segmentSlide(context: Context, table: SegmentTable): RowsSlide {
  const { words, queries } = context
  const { say } = words
  const refsOf = (value: string | null): (string | null)[] => {
    const all = queries.ref([ofValue(table, value)])
    return [all, all, ...GROUPS.map(({ group }) => queries.ref([ofValue(table, value), ofGroup(group)])), all, all]
  }
  const bySize = [...table.rows].sort((a, b) => b.figure.n - a.figure.n)
  const scorable = bySize.filter(({ figure }) => figure.base !== 'tiny')
  const rows = (scorable.length < FEW ? bySize : scorable).slice(0, SHOWN).sort(inOrder)
  const rest = bySize.filter((row) => !rows.includes(row))
  const field = words.label(table.field, 60)
  const names = rows.map(({ value, figure }) => words.label(value, nameRoom(rows.length) - (figure.base === 'ok' ? 0 : 12)))
  const scored = rows.map(({ figure }) => (hasScore(figure) ? figure : null))
  const low = scored.map((figure) => figure?.low ?? null)
  const high = scored.map((figure) => figure?.high ?? null)
  const ranked = rows.filter(({ figure }) => figure.base === 'ok')
  return {
    id: `segment:${table.id}`,
    kind: 'segment',
    title: title(context, field, ranked),
    body: [
      ...(isQuestion(field) ? [words.label(table.field, 100)] : []),
      ...body(context, ranked, table.rows.length === 1),
    ],
    chart: drawn({
      kind: 'bars',
      alt: say('report.segment.chart', {
        field,
        points: rows
          .map(({ figure }, at) =>
            say('report.segment.point', { value: names[at] ?? '', figure: words.figure(figure) }),
          )
          .join('; '),
      }),
      unit: 'points',
      axis: pointsAxis([...low, ...high], true),
      categories: names,
      series: [
        {
          name: scoreName(context),
          values: scored.map((figure) => figure?.nps ?? null),
          tones: rows.map(({ figure }) => toneOf(figure)),
          interval: { lowName: say('report.chart.below'), highName: say('report.chart.above'), low, high },
        },
      ],
    }),
    table: {
      columns: [
        { label: isQuestion(field) ? say('report.column.group.name') : field, numeric: false },
        { label: say('report.column.answers'), numeric: true },
        ...GROUPS.map(({ name }) => ({ label: say(name), numeric: true })),
        { label: say('report.column.score'), numeric: true },
        { label: say('report.column.interval'), numeric: true },
      ],
      rows: rows.map(({ figure }, at) => ({
        cells: [
          names[at] ?? '',
          words.count(figure.n),
          ...GROUPS.map(({ group }) => words.count(figure[group])),
          words.score(figure),
          words.interval(figure),
        ],
        muted: figure.base !== 'ok',
        key: null,
        mark: words.mark(figure),
        refs: refsOf(rows[at]?.value ?? null),
      })),
    },
    foot: [
      ...(rest.length === 0
        ? []
        : [
            say('report.segment.more', {
              shown: rows.length,
              all: bySize.length,
              rest: rest.length,
              n: rest.reduce((sum, { figure }) => sum + figure.n, 0),
            }),
          ]),
      ...(ranked.length < rows.length ? [say('report.foot.base')] : []),
    ],
    sources: [...new Set([ranked[0], ranked.at(-1)].flatMap((row) => (row ? [queries.ref([ofValue(table, row.value)])] : [])))],
    notes: scoreNotes(context, ranked.length < 2 ? [] : [say('report.note.afterwards', { n: table.rows.length })]),
  }
}

/** A long name or a question would not read as part of the title: it stands below it. */
const isQuestion = (field: string): boolean => /[?？]$/.test(field) || widthOf(field) > 32

function title({ words }: Context, field: string, ranked: readonly Row[]): string {
  const [high, low] = [ranked[0], ranked.at(-1)]
  const question = isQuestion(field)
  if (high === undefined || low === undefined || high.figure.nps === low.figure.nps) {
    return question ? words.say('report.segment.title.question') : words.say('report.segment.title', { field })
  }
  if (!differ(ranked.map(({ figure }) => figure)))
    return question
      ? words.say('report.segment.title.question.level')
      : words.say('report.segment.title.level', { field })
  const values = { high: words.label(high.value, question ? 36 : 26), low: words.label(low.value, question ? 36 : 26) }
  return question
    ? words.say('report.segment.title.question.range', values)
    : words.say('report.segment.title.range', { ...values, field })
}

function body({ words }: Context, ranked: readonly Row[], alone: boolean): readonly string[] {
  const [high, low] = [ranked[0], ranked.at(-1)]
  if (high === undefined || low === undefined) return [words.say('report.segment.low')]
  const [highFigure, lowFigure] = [words.figure(high.figure), words.figure(low.figure)]
  const value = words.label(high.value, 40)
  if (high === low)
    return [words.say(alone ? 'report.segment.single' : 'report.segment.one', { value, figure: highFigure })]
  return [words.say('report.segment.range', { value, figure: highFigure }), words.say('report.segment.range.low', { value: words.label(low.value, 40), figure: lowFigure })]
}
