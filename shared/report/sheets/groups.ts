import { againstRest } from '../findings'
import type { Sheet } from '../outline'
import { inPeriod, ofValue } from '../queries'
import type { Context } from '../slides/context'
import { GROUPS, groupShare } from '../slides/groups'
import { figureCells, figureColumns, queryCell, queryColumn, valueWord, word } from './cells'

/** Shares of the three groups in all and in each period. */
export function compositionSheet(context: Context): Sheet {
  const { data, words } = context
  const { say } = words
  const points = data.trend?.points ?? []
  const rows = [{ name: say('report.query.all'), period: null, figure: data.headline }, ...points.map(({ period, figure }) => ({ name: words.period(period), period, figure }))]
  return {
    name: say('report.sheet.composition'),
    about: data.trend === null ? say('report.sheet.composition.all') : say('report.sheet.composition.about', { unit: words.unit(data.trend.unit) }),
    columns: [
      { label: say('report.column.period'), type: 'label' },
      { label: say('report.column.answers'), type: 'count' },
      ...GROUPS.map(({ name }) => ({ label: say(name), type: 'count' }) as const),
      ...GROUPS.map(({ name }) => ({ label: say('report.sheet.share', { group: say(name) }), type: 'share' }) as const),
      queryColumn(context),
    ],
    rows: rows.map(({ name, period, figure }) => [
      name,
      figure.n,
      ...GROUPS.map(({ group }) => figure[group]),
      ...GROUPS.map(({ group }) => (figure.base === 'tiny' ? null : groupShare(figure, group))),
      queryCell(context, inPeriod(period)),
    ]),
  }
}

/** Every group of every field against everybody else. */
export function leagueSheets(context: Context): readonly Sheet[] {
  const { data, words } = context
  const { say } = words
  const ranked = [...againstRest(data)].sort((a, b) => Number(b.difference.q !== null) - Number(a.difference.q !== null) || (b.difference.difference ?? 0) - (a.difference.difference ?? 0))
  if (ranked.length < 2) return []
  const difference = say('report.sheet.league.difference')
  return [
    {
      name: say('report.sheet.league'),
      about: say('report.sheet.league.about'),
      columns: [
        { label: say('report.column.field'), type: 'label' },
        { label: say('report.column.group.name'), type: 'label' },
        ...figureColumns(context),
        { label: difference, type: 'points' },
        { label: say('report.sheet.low', { of: difference }), type: 'points' },
        { label: say('report.sheet.high', { of: difference }), type: 'points' },
        { label: say('report.sheet.league.q'), type: 'probability' },
        { label: say('report.sheet.change.verdict'), type: 'text' },
        queryColumn(context),
      ],
      rows: ranked.map(({ field, value, figure, difference: test }) => [
        word(field.field, context),
        valueWord(value, context),
        ...figureCells(figure, context),
        ...(test.q === null ? [null, null, null, null] : [test.difference, test.low, test.high, test.q]),
        say(`report.verdict.${test.verdict}`),
        queryCell(context, [ofValue(field, value)]),
      ]),
    },
  ]
}

/** The score of each pair of values of two fields, a row for each. */
export function heatSheets(context: Context): readonly Sheet[] {
  const { data, words } = context
  const { say } = words
  const { cross } = data
  if (cross === null) return []
  const names = { row: words.label(cross.row.field, 40), column: words.label(cross.column.field, 40) }
  return [
    {
      name: say('report.sheet.heat'),
      about: say('report.sheet.heat.about', names),
      columns: [{ label: names.row, type: 'label' }, { label: names.column, type: 'label' }, ...figureColumns(context), queryColumn(context)],
      rows: cross.rows.flatMap((row, at) =>
        cross.columns.map((column, across) => [
          valueWord(row, context),
          valueWord(column, context),
          ...figureCells(cross.cells[at]![across]!, context),
          queryCell(context, [ofValue(cross.row, row), ofValue(cross.column, column)]),
        ]),
      ),
    },
  ]
}
