import { baseOf } from '../../nps/figure'
import type { Sheet } from '../outline'
import { ofCode } from '../queries'
import { xmlSafe } from '../sanitize'
import { ENOUGH } from '../slides/quotes'
import type { Context } from '../slides/context'
import type { Themes } from '../types'
import { baseWord, queryCell, queryColumn, word, type Column, type Row } from './cells'

const PER_SIDE = 3

/** Each code with the score of those who mention it and what it contributes. */
export function themeSheets(context: Context): readonly Sheet[] {
  const { data, words } = context
  const { say } = words
  const { themes } = data
  if (themes === null || themes.codes.length === 0) return []
  const codes = themes.codes.filter(({ n, contribution }) => baseOf(n) !== 'tiny' && contribution !== null)
  const worst = [...codes].sort((a, b) => a.contribution! - b.contribution!)
  const pain = worst.filter(({ contribution }) => contribution! < 0).slice(0, PER_SIDE)
  const bright = worst.filter(({ contribution }) => contribution! > 0).reverse().slice(0, PER_SIDE)
  return [
    {
      name: say('report.sheet.themes'),
      about: say('report.sheet.themes.about', { base: themes.base }),
      columns: themeColumns(context),
      rows: themes.codes.map((code) => themeCells(context, code)),
    },
    ...(pain.length + bright.length === 0
      ? []
      : [
          {
            name: say('report.sheet.sides'),
            about: say('report.sheet.sides.about'),
            columns: [{ label: say('report.sheet.sides.side'), type: 'text' } as const, ...themeColumns(context)],
            rows: [...pain.map((code) => ['pain', code] as const), ...bright.map((code) => ['bright', code] as const)].map(([side, code]) => [
              say(`report.sheet.sides.${side}`),
              ...themeCells(context, code),
            ]),
          },
        ]),
  ]
}

function themeColumns(context: Context): readonly Column[] {
  const { say } = context.words
  return [
    { label: say('report.column.theme'), type: 'label' },
    { label: say('report.column.mentions'), type: 'count' },
    { label: say('report.column.share'), type: 'share' },
    { label: say('report.column.mentionNps'), type: 'points' },
    { label: say('report.column.mentionLow'), type: 'points' },
    { label: say('report.column.mentionHigh'), type: 'points' },
    { label: say('report.column.restNps'), type: 'points' },
    { label: say('report.column.contribution'), type: 'effect' },
    { label: say('report.column.low'), type: 'effect' },
    { label: say('report.column.high'), type: 'effect' },
    { label: say('report.column.base'), type: 'text' },
    queryColumn(context),
  ]
}

function themeCells(context: Context, code: Themes['codes'][number]): Row {
  const { name, n, share, nps, npsRest, contribution, low, high, figure } = code
  const base = baseOf(n)
  const shown = base === 'tiny' ? [null, null, null, null, null, null, null] : [nps, figure.low, figure.high, npsRest, contribution, low, high]
  return [word(name, context), n, share, ...shown, baseWord(base, context), queryCell(context, [ofCode(code)])]
}

/** Quotes in full. Each row has the place that it stands for, so that one that is replaced or taken out is so here too. */
export function quoteSheets({ data, words }: Context): readonly Sheet[] {
  const { say } = words
  const { quotes, responses } = data
  if (quotes.length === 0 || responses.scored < ENOUGH) return []
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
        { label: say('report.sheet.sides.side'), type: 'text' },
      ],
      keys: quotes.map(({ slot }) => slot),
      rows: quotes.map(({ score, code, text, question, wave, line, side }) => [
        score,
        code === null ? null : xmlSafe(code),
        xmlSafe(text),
        xmlSafe(question),
        xmlSafe(wave),
        line,
        side === null ? null : say(`report.sheet.sides.${side}`),
      ]),
    },
  ]
}
