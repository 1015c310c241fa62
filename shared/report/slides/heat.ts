import { differ } from '../../nps/heterogeneity'
import type { Figure } from '../../nps/types'
import type { HeatCell, HeatSlide } from '../outline'
import { hasScore } from '../phrases'
import { ofValue } from '../queries'
import type { Context } from './context'
import { scoreNotes } from './context'

/** So many points from the score of all are the strongest colour. */
const FULL = 50

interface Placed {
  readonly row: string
  readonly column: string
  readonly figure: Figure
}

/** The two fields whose values differ most, against each other. */
export function heatSlide(context: Context): HeatSlide[] {
  const { data, words, queries } = context
  const { say } = words
  const { cross, headline } = data
  if (cross === null || !cross.cells.flat().some(hasScore)) return []
  const names = { row: words.label(cross.row.field, 28), column: words.label(cross.column.field, 28) }
  const cell = (figure: Figure, row: string, column: string): HeatCell => ({
    score: hasScore(figure) ? words.score(figure) : '',
    answers: figure.n === 0 ? say('report.none') : say('report.heat.n', { n: figure.n }),
    heat: figure.base === 'ok' && figure.nps !== null && headline.nps !== null ? Math.max(-1, Math.min(1, (figure.nps - headline.nps) / FULL)) : null,
    muted: figure.base !== 'ok',
    ref: figure.n === 0 ? null : queries.ref([ofValue(cross.row, row), ofValue(cross.column, column)]),
  })
  const placed = cross.rows.flatMap((row, at) => cross.columns.map((column, across): Placed => ({ row, column, figure: cross.cells[at]![across]! })))
  return [
    {
      id: 'heat',
      kind: 'heat',
      title: title(context, placed, names),
      body: [hasScore(headline) ? say('report.heat.body', { ...names, nps: words.score(headline) }) : say('report.heat.body.none', names)],
      scale: placed.some(({ figure }) => figure.base === 'ok') && hasScore(headline) ? { above: say('report.heat.above'), below: say('report.heat.below') } : null,
      corner: say('report.heat.corner', names),
      columns: cross.columns.map((value) => words.label(value, 34)),
      rows: cross.rows.map((value, at) => ({
        name: words.label(value, 44),
        cells: cross.columns.map((column, across) => cell(cross.cells[at]![across]!, value, column)),
      })),
      foot: [...(cross.left > 0 ? [say('report.heat.left', { n: cross.left })] : []), ...(placed.some(({ figure }) => figure.base !== 'ok') ? [say('report.heat.foot')] : [])],
      sources: [queries.ref([])],
      notes: scoreNotes(context, [say('report.note.afterwards', { n: placed.length })]),
    },
  ]
}

function title({ words }: Context, placed: readonly Placed[], names: { readonly row: string; readonly column: string }): string {
  const sound = placed.filter(({ figure }) => figure.base === 'ok').sort((a, b) => (b.figure.nps ?? 0) - (a.figure.nps ?? 0))
  const [high, low] = [sound[0], sound.at(-1)]
  if (!high || !low || sound.length < 3 || sound.length * 2 < placed.filter(({ figure }) => figure.n > 0).length) return words.say('report.heat.title.low', names)
  if (!differ(sound.map(({ figure }) => figure))) return words.say('report.heat.title.level', names)
  const pair = ({ row, column }: Placed): string =>
    words.say('report.heat.title.pair', { row: words.label(row, 26), column: words.label(column, 26) })
  return words.say('report.heat.title', { high: pair(high), low: pair(low) })
}
