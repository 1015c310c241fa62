import { parseDate } from './parse-date'
import { headerKey } from './presets'

type Cells = readonly string[]

/** What SurveyMonkey writes below a question that has one column, in English. */
const KINDS = new Set(['response', 'open-endedresponse'])
/** Ids of respondents, also as Excel shows long ones. */
const LONG_ID = /^(\d{5,}|\d(\.\d+)?E\+\d+)$/i
/** With fewer responses below, a row of labels looks like any other. */
const FEWEST_BELOW = 3
const MOST_BELOW = 25
const MOST_KINDS = 3
const NUMBER = /^[-+]?\d+([.,]\d+)?$/

/** Whether a second row says of each column, in English, that it holds a choice or an open answer. */
export const saysKinds = (row: Cells): boolean => row.some((cell) => KINDS.has(headerKey(cell)))

/** Nothing but kinds of answers, one of them an open one: no row of responses says that. */
export const saysOnlyKinds = (row: Cells): boolean =>
  row.some((cell) => headerKey(cell) === 'open-endedresponse') && row.every((cell) => isBlank(cell) || KINDS.has(headerKey(cell)))

/**
 * Whether the second row is that of SurveyMonkey in any language: blank under the columns that it begins every file with
 * (the respondent's id, dates), which every response fills, and a label under everything else; a question with several
 * columns stands above the first of them only.
 */
export function isLabelRow(top: Cells, second: Cells, below: readonly Cells[]): boolean {
  const lead = second.findIndex((cell) => !isBlank(cell))
  if (lead < 1 || below.length < FEWEST_BELOW || top.slice(0, lead).some(isBlank)) return false
  const width = Math.max(top.findLastIndex(isFilled), second.findLastIndex(isFilled)) + 1
  if (!second.slice(lead, width).every(isFilled) || second.length < width || isBlank(top[lead] ?? '')) return false
  const rows = below.slice(0, MOST_BELOW)
  const ids = rows.map((row) => row[0]?.trim() ?? '')
  if (!ids.every((id) => LONG_ID.test(id)) || (new Set(ids).size < ids.length && !ids.every((id) => /e/i.test(id)))) return false
  const dated = range(1, lead).some((column) => rows.every((row) => isDate(row[column] ?? '')))
  const continued = range(lead, width).some((column) => isBlank(top[column] ?? ''))
  const alone = range(lead, width).filter((column) => isAlone(top, second, column))
  // Scores and dates are no labels; the options of a question may be numbers.
  if (alone.some((column) => looksAnswered(second[column]!))) return false
  return continued || (dated && areKinds(second, alone, rows))
}

/** Questions of one column are of few kinds, and nobody answers with the kind. */
const areKinds = (second: Cells, alone: readonly number[], rows: readonly Cells[]): boolean =>
  new Set(alone.map((column) => second[column]!.trim())).size <= MOST_KINDS &&
  alone.every((column) => rows.every((row) => row[column]?.trim() !== second[column]!.trim()))

/**
 * One header per column: a question goes on over blank cells, and its options stand below. What stands below a question of
 * one column says what kind it is, unless a response says the same.
 */
export function joinOptions(top: Cells, second: Cells, below: readonly Cells[]): readonly string[] {
  const isEnglish = saysKinds(second)
  let question = ''
  return top.map((cell, column) => {
    if (isFilled(cell)) question = cell
    const label = second[column]?.trim() ?? ''
    const isKind = isEnglish ? KINDS.has(headerKey(label)) : isAlone(top, second, column) && !below.some((row) => row[column]?.trim() === label)
    return label === '' || isKind ? question : `${question} - ${label}`
  })
}

const isBlank = (cell: string): boolean => cell.trim() === ''
const isFilled = (cell: string): boolean => !isBlank(cell)
const range = (from: number, to: number): readonly number[] => Array.from({ length: Math.max(0, to - from) }, (_, at) => from + at)

/** Whether a question has one column. */
const isAlone = (top: Cells, second: Cells, column: number): boolean =>
  isFilled(top[column] ?? '') && (isFilled(top[column + 1] ?? '') || isBlank(second[column + 1] ?? ''))

const looksAnswered = (cell: string): boolean => NUMBER.test(cell.trim()) || isDate(cell)

const isDate = (cell: string): boolean => (['ymd', 'mdy', 'dmy'] as const).some((order) => Number.isFinite(parseDate(cell, order)))
