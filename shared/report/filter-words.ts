import { assertNever } from '../base/assert'
import { isOfDesk } from '../query/desk-clauses'
import { areInARow, partsOfPeriod } from '../query/period'
import { deskPartWords } from './desk-filter-words'
import type { Phrases } from './phrases'
import type { FilterPart } from './types'

const NAMED = 4
const NAME_WIDTH = 40
const TEXT_WIDTH = 60

/** The conditions of a filter as one phrase: "Industry is Finance or Travel; scored 0-6". Null without any. */
export const filterWords = (parts: readonly FilterPart[], words: Phrases): string | null =>
  parts.length === 0 ? null : parts.map((part) => partWords(part, words)).join('; ')

function partWords(part: FilterPart, words: Phrases): string {
  const { say } = words
  if (isOfDesk(part)) return deskPartWords(part, words, (names) => either(names, words))
  switch (part.kind) {
    case 'values':
      return valuesWords(part, words)
    case 'codes':
      if (part.codes === 'any') return say(part.has ? 'report.filter.coded' : 'report.filter.uncoded')
      return say(part.has ? 'report.filter.mentions' : 'report.filter.mentions.not', {
        codes: either(part.codes.map((code) => words.label(code, NAME_WIDTH)), words),
      })
    case 'text':
      return say('report.filter.text', { text: words.label(part.text, TEXT_WIDTH) })
    case 'except':
      return say('report.filter.except', { filter: filterWords(part.parts, words) ?? '' })
    case 'moved': {
      const side = (group: typeof part.before, parts: readonly FilterPart[]): string =>
        say('report.filter.moved.side', { group: group === null ? say('report.filter.anybody') : say(`report.${group}`), filter: filterWords(parts, words) ?? '' })
      return say('report.filter.moved', { from: side(part.before, part.from), to: side(part.after, part.to) })
    }
    default:
      return assertNever(part, 'part of a filter')
  }
}

function valuesWords(part: Extract<FilterPart, { kind: 'values' }>, words: Phrases): string {
  const { say } = words
  const { values, dimension } = part
  switch (dimension) {
    case 'field':
    case 'wave': {
      const named = either(values.map((value) => words.label(value, NAME_WIDTH)), words)
      return dimension === 'wave'
        ? say('report.filter.wave', { values: named })
        : say('report.filter.is', { name: words.label(part.field, NAME_WIDTH), values: named })
    }
    case 'period':
      return say('report.filter.period', { values: periodWords(values, words) })
    case 'group':
      return say('report.filter.group', {
        values: either(values.map((value) => (isGroup(value) ? say(`report.${value}`) : say('report.filter.unscored'))), words),
      })
    case 'score':
      return say('report.filter.score', { values: either(scoreRanges(values, words), words) })
    default:
      return assertNever(dimension, 'dimension')
  }
}

const isGroup = (value: string | null): value is 'promoters' | 'passives' | 'detractors' =>
  value === 'promoters' || value === 'passives' || value === 'detractors'

/** "A, B or C"; of many values the first, and how many more. */
function either(names: readonly string[], words: Phrases): string {
  if (names.length <= NAMED) return words.either(names)
  return words.say('report.filter.more', { shown: names.slice(0, NAMED).join(', '), n: names.length - NAMED })
}

/** Periods in a row, three or more, from the first to the last. */
function periodWords(values: readonly (string | null)[], words: Phrases): string {
  const periods = values.flatMap((value) => value ?? []).sort()
  const [first, last] = [periods[0], periods.at(-1)]
  const known = periods.every((period) => partsOfPeriod(period) !== null)
  if (first !== undefined && last !== undefined && known && periods.length >= 3 && areInARow(periods) && !values.includes(null))
    return words.say('report.days', { first: words.period(first), last: words.period(last) })
  const blank = values.includes(null) ? [words.label(null, NAME_WIDTH)] : []
  return either([...periods.map((period) => words.period(period)), ...blank], words)
}

/** Scores that follow one another as one range: 0-6, 9-10. */
function scoreRanges(values: readonly (string | null)[], words: Phrases): readonly string[] {
  const scores = values.flatMap((value) => (value === null ? [] : [Number(value)])).sort((a, b) => a - b)
  const runs: [number, number][] = []
  for (const score of scores) {
    const run = runs.at(-1)
    if (run && score === run[1] + 1) run[1] = score
    else runs.push([score, score])
  }
  const ranges = runs.map(([from, to]) => (from === to ? String(from) : `${from}-${to}`))
  return values.includes(null) ? [...ranges, words.say('report.filter.unscored')] : ranges
}
