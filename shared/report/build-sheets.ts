import type { Sheet } from './outline'
import { inPeriod, ofValue } from './queries'
import { sheetNames } from './sheet-names'
import { figureCells, figureColumns, queryCell, queryColumn, valueWord, word, type Column } from './sheets/cells'
import { growthSheets, stepsSheets } from './sheets/change'
import { compositionSheet, heatSheets, leagueSheets } from './sheets/groups'
import { findingSheets, querySheet, sourceSheets } from './sheets/sources'
import { quoteSheets, themeSheets } from './sheets/themes'
import type { Context } from './slides/context'
import { scopeOf } from './slides/context'

/** Every table of the summary in full, as typed cells, behind a list of them. Figures are not rounded. */
export function buildSheets(context: Context): readonly Sheet[] {
  const tables: Sheet[] = [
    ...findingSheets(context),
    ...scoreSheets(context),
    compositionSheet(context),
    ...leagueSheets(context),
    ...heatSheets(context),
    ...segmentSheets(context),
    ...themeSheets(context),
    ...quoteSheets(context),
    ...sourceSheets(context),
  ]
  tables.push(querySheet(context))
  const { say } = context.words
  const [contents = '', ...names] = sheetNames([say('report.sheet.contents'), ...tables.map(({ name }) => name)])
  const named = tables.map((table, at): Sheet => ({ ...table, name: names[at] ?? table.name }))
  return [
    {
      name: contents,
      about: context.data.project,
      columns: [
        { label: say('report.sheet.contents.sheet'), type: 'label' },
        { label: say('report.sheet.contents.about'), type: 'long-text' },
        { label: say('report.sheet.contents.rows'), type: 'count' },
      ],
      rows: named.map(({ name, about, rows }) => [name, about, rows.length]),
    },
    ...named,
  ]
}

function scoreSheets(context: Context): Sheet[] {
  const { data, words } = context
  const { say } = words
  const columns: readonly Column[] = [{ label: say('report.column.period'), type: 'label' }, ...figureColumns(context), queryColumn(context)]
  const { change, trend } = data
  const sides = change === null ? [] : [change.from, change.to]
  const score: Sheet = {
    name: say('report.sheet.score'),
    about: say('report.sheet.score.about'),
    columns,
    rows: [
      [scopeOf(context), ...figureCells(data.headline, context), queryCell(context, [])],
      ...sides.map(({ period, figure }) => [words.period(period), ...figureCells(figure, context), queryCell(context, inPeriod(period))]),
    ],
  }
  return [
    score,
    ...(change === null ? [] : [changeSheet(context, change), ...stepsSheets(context, change), ...growthSheets(context, change)]),
    ...(trend === null
      ? []
      : [
          {
            name: say('report.sheet.trend'),
            about: say('report.sheet.trend.about', { unit: words.unit(trend.unit) }),
            columns,
            rows: trend.points.map(({ period, figure }) => [words.period(period), ...figureCells(figure, context), queryCell(context, inPeriod(period))]),
          },
        ]),
  ]
}

function changeSheet({ words, queries }: Context, { from, to, change }: NonNullable<Context['data']['change']>): Sheet {
  const { say } = words
  const { difference, low, high, p, verdict } = change
  const numbers = verdict === 'not-comparable' ? [null, null, null, null] : [difference, low, high, p]
  return {
    name: say('report.sheet.change'),
    about: say('report.sheet.change.about'),
    columns: [
      { label: say('report.sheet.change.from'), type: 'label' },
      { label: say('report.sheet.change.to'), type: 'label' },
      { label: say('report.sheet.change.difference'), type: 'points' },
      { label: say('report.column.low'), type: 'points' },
      { label: say('report.column.high'), type: 'points' },
      { label: say('report.sheet.change.p'), type: 'probability' },
      { label: say('report.sheet.change.verdict'), type: 'text' },
      { label: say('report.sheet.change.fromN'), type: 'count' },
      { label: say('report.sheet.change.toN'), type: 'count' },
      ...[from, to].map(({ period }): Column => ({ label: `${say('report.column.query')}: ${words.period(period)}`, type: 'id' })),
    ],
    rows: [
      [
        words.period(from.period),
        words.period(to.period),
        ...numbers,
        say(`report.verdict.${verdict}`),
        from.figure.n,
        to.figure.n,
        ...[from, to].map(({ period }) => queries.ref(inPeriod(period))),
      ],
    ],
  }
}

function segmentSheets(context: Context): Sheet[] {
  const { data, words } = context
  return data.segments.map(({ id, field, rows }) => ({
    name: words.say('report.sheet.segment', { field: words.label(field, 60) }),
    about: words.say('report.sheet.segment.about', { field: words.label(field, 60) }),
    columns: [{ label: word(field, context), type: 'label' }, ...figureColumns(context), queryColumn(context)],
    rows: [...rows]
      .sort((a, b) => b.figure.n - a.figure.n)
      .map(({ value, figure }) => [valueWord(value, context), ...figureCells(figure, context), queryCell(context, [ofValue({ id, field }, value)])]),
  }))
}
