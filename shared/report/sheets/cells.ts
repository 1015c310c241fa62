import { baseOf } from '../../nps/figure'
import type { Base, Figure } from '../../nps/types'
import type { Sheet } from '../outline'
import type { Counted } from '../queries'
import { xmlSafe } from '../sanitize'
import { scoreName, type Context } from '../slides/context'

export type Column = Sheet['columns'][number]
export type Row = Sheet['rows'][number]

export const word = (text: string | null, { words }: Context): string => xmlSafe(text === null ? words.say('report.blank') : words.masked(text))

/** A value of a field, a band in words. */
export const valueWord = (value: string | null, context: Context): string => context.words.band(value) ?? word(value, context)

/** What stands for the score in a column's head. */
export const scoreLabel = (context: Context): string => {
  const { say } = context.words
  return scoreName(context) === say('report.nps') ? say('report.column.score') : scoreName(context)
}

export function figureColumns(context: Context): readonly Column[] {
  const { say } = context.words
  return [
    { label: say('report.column.answers'), type: 'count' },
    { label: say('report.promoters'), type: 'count' },
    { label: say('report.passives'), type: 'count' },
    { label: say('report.detractors'), type: 'count' },
    { label: scoreLabel(context), type: 'points' },
    { label: say('report.column.low'), type: 'points' },
    { label: say('report.column.high'), type: 'points' },
    { label: say('report.column.base'), type: 'text' },
  ]
}

export const baseWord = (base: Base, { words }: Context): string => words.say(`report.base.${base}`)
export const baseWordOf = (n: number, context: Context): string => baseWord(baseOf(n), context)

export function figureCells(figure: Figure, context: Context): Row {
  const { n, promoters, passives, detractors, nps, low, high, base } = figure
  const shown = base === 'tiny' ? [null, null, null] : [nps, low, high]
  return [n, promoters, passives, detractors, ...shown, baseWord(base, context)]
}

/** The id of what a row was counted from. */
export const queryColumn = ({ words }: Context): Column => ({ label: words.say('report.column.query'), type: 'id' })
export const queryCell = ({ queries }: Context, counted: Counted): string => queries.ref(counted)
