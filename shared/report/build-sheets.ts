import { baseOf } from '../nps/figure'
import type { Base, Figure } from '../nps/types'
import type { Sheet } from './outline'
import { xmlSafe } from './sanitize'
import { sheetNames } from './sheet-names'
import type { Context } from './slides/context'
import { scopeOf, scoreName } from './slides/context'
import { methodFacts } from './slides/method'

type Column = Sheet['columns'][number]
type Row = Sheet['rows'][number]

/** Every table of the summary in full, as typed cells, behind a list of them. Figures are not rounded. */
export function buildSheets(context: Context): readonly Sheet[] {
  const tables = [
    ...scoreSheets(context),
    ...segmentSheets(context),
    ...themeSheets(context),
    ...quoteSheets(context),
    ...sourceSheets(context),
  ]
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

const valueWord = (value: string | null, context: Context): string => context.words.band(value) ?? word(value, context)

const word = (text: string | null, { words }: Context): string => xmlSafe(text ?? words.say('report.blank'))

function figureColumns(context: Context): readonly Column[] {
  const { say } = context.words
  return [
    { label: say('report.column.answers'), type: 'count' },
    { label: say('report.promoters'), type: 'count' },
    { label: say('report.passives'), type: 'count' },
    { label: say('report.detractors'), type: 'count' },
    {
      label: scoreName(context) === say('report.nps') ? say('report.column.score') : scoreName(context),
      type: 'points',
    },
    { label: say('report.column.low'), type: 'points' },
    { label: say('report.column.high'), type: 'points' },
    { label: say('report.column.base'), type: 'text' },
  ]
}

const baseWord = (base: Base, { words }: Context): string => words.say(`report.base.${base}`)

function figureCells(figure: Figure, context: Context): Row {
  const { n, promoters, passives, detractors, nps, low, high, base } = figure
  const shown = base === 'tiny' ? [null, null, null] : [nps, low, high]
  return [n, promoters, passives, detractors, ...shown, baseWord(base, context)]
}

function scoreSheets(context: Context): Sheet[] {
  const { data, words } = context
  const { say } = words
  const columns: readonly Column[] = [{ label: say('report.column.period'), type: 'label' }, ...figureColumns(context)]
  const { change, trend } = data
  const sides = change === null ? [] : [change.from, change.to]
  const score: Sheet = {
    name: say('report.sheet.score'),
    about: say('report.sheet.score.about'),
    columns,
    rows: [
      [scopeOf(context), ...figureCells(data.headline, context)],
      ...sides.map(({ period, figure }) => [words.period(period), ...figureCells(figure, context)]),
    ],
  }
  return [
    score,
    ...(change === null ? [] : [changeSheet(context, change)]),
    ...(trend === null
      ? []
      : [
          {
            name: say('report.sheet.trend'),
            about: say('report.sheet.trend.about', { unit: words.unit(trend.unit) }),
            columns,
            rows: trend.points.map(({ period, figure }) => [words.period(period), ...figureCells(figure, context)]),
          },
        ]),
  ]
}

function changeSheet({ words }: Context, { from, to, change }: NonNullable<Context['data']['change']>): Sheet {
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
    ],
    rows: [[words.period(from.period), words.period(to.period), ...numbers, say(`report.verdict.${verdict}`)]],
  }
}

function segmentSheets(context: Context): Sheet[] {
  const { data, words } = context
  return data.segments.map(({ field, rows }) => ({
    name: words.say('report.sheet.segment', { field: words.label(field, 60) }),
    about: words.say('report.sheet.segment.about', { field: words.label(field, 60) }),
    columns: [{ label: word(field, context), type: 'label' }, ...figureColumns(context)],
    rows: [...rows]
      .sort((a, b) => b.figure.n - a.figure.n)
      .map(({ value, figure }) => [valueWord(value, context), ...figureCells(figure, context)]),
  }))
}

function themeSheets(context: Context): Sheet[] {
  const { data, words } = context
  const { say } = words
  const { themes } = data
  if (themes === null || themes.codes.length === 0) return []
  return [
    {
      name: say('report.sheet.themes'),
      about: say('report.sheet.themes.about', { base: themes.base }),
      columns: [
        { label: say('report.column.theme'), type: 'label' },
        { label: say('report.column.mentions'), type: 'count' },
        { label: say('report.column.share'), type: 'share' },
        { label: say('report.column.mentionNps'), type: 'points' },
        { label: say('report.column.restNps'), type: 'points' },
        { label: say('report.column.contribution'), type: 'effect' },
        { label: say('report.column.low'), type: 'effect' },
        { label: say('report.column.high'), type: 'effect' },
        { label: say('report.column.base'), type: 'text' },
      ],
      rows: themes.codes.map(({ name, n, share, nps, npsRest, contribution, low, high }) => {
        const base = baseOf(n)
        const shown = base === 'tiny' ? [null, null, null, null, null] : [nps, npsRest, contribution, low, high]
        return [word(name, context), n, share, ...shown, baseWord(base, context)]
      }),
    },
  ]
}

function quoteSheets(context: Context): Sheet[] {
  const { data, words } = context
  const { say } = words
  if (data.quotes.length === 0) return []
  return [
    {
      name: say('report.sheet.quotes'),
      about: say('report.sheet.quotes.about'),
      columns: [
        { label: say('report.column.scoreGiven'), type: 'count' },
        { label: say('report.column.code'), type: 'label' },
        { label: say('report.column.quote'), type: 'long-text' },
        { label: say('report.column.question'), type: 'label' },
        { label: say('report.column.wave'), type: 'label' },
        { label: say('report.column.line'), type: 'count' },
      ],
      rows: data.quotes.map(({ score, code, text, question, wave, line }) => [
        score,
        code === null ? null : xmlSafe(code),
        xmlSafe(text),
        xmlSafe(question),
        xmlSafe(wave),
        line,
      ]),
    },
  ]
}

function sourceSheets(context: Context): Sheet[] {
  const { data, words } = context
  const { say } = words
  return [
    {
      name: say('report.sheet.waves'),
      about: say('report.sheet.waves.about'),
      columns: [
        { label: say('report.column.wave'), type: 'label' },
        { label: say('report.column.file'), type: 'label' },
        { label: say('report.column.accepted'), type: 'count' },
        { label: say('report.column.setAside'), type: 'count' },
        { label: say('report.column.duplicates'), type: 'count' },
        { label: say('report.column.rejected'), type: 'count' },
      ],
      rows: data.method.waves.map(({ name, file, accepted, setAside, duplicates, rejected }) => [
        xmlSafe(name),
        xmlSafe(file),
        accepted,
        setAside,
        duplicates,
        rejected,
      ]),
    },
    {
      name: say('report.sheet.method'),
      about: say('report.sheet.method.about'),
      columns: [
        { label: say('report.sheet.method.item'), type: 'label' },
        { label: say('report.sheet.method.text'), type: 'long-text' },
      ],
      rows: methodFacts(context).map(({ label, text }) => [label, text]),
    },
  ]
}
