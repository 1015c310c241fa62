import type { TenureUnit } from '../model/tenure'
import { eachValue, type TextColumn } from '../table/column'
import { plainHeader } from './header-words'

/** So many of the filled cells must be numbers; the others are blank. */
const NUMBER_SHARE = 0.95
/** Above it are slips and codes for missing. */
const HIGH_SHARE = 0.99
const SOME = 0.1
/** Nobody is a customer for longer: 100 years in days, 60 years in months, 80 years. */
const MOST_DAYS = 36_525
const MOST_MONTHS = 720
const MOST_YEARS = 80
/** 100 years, in months. */
const LONGEST = 1200
/** Fractions of years are told up to here; among larger numbers they may be those of months. */
const MOST_PARTED_YEARS = 20
const LIKELY_YEARS = 30
const LIKELY_PARTED_YEARS = 50
const LIKELY_MONTHS = 240
/** Numbers that are years of a calendar count nothing. */
const FIRST_YEAR = 1950
const LAST_YEAR = 2100
/** Whole years, told in months, heap up. */
const HEAPED = 0.4

/** What a header says that its numbers count: "Tenure (months)", "이용 기간(년)". In months; null where it says nothing. */
const STATED: readonly (readonly [RegExp, number])[] = [
  [/\bmonths?\b|\bmos?\b|개월|달|월수/i, 1],
  [/\byears?\b|\byrs?\b|년|연차|연수/i, 12],
  [/\bweeks?\b|주(간|수)?\)?$/i, 12 / 52],
  [/\bdays?\b|일수|일\)?$/i, 12 / 365.25],
]

/** How many months one of what the header counts is; null where it does not say. */
export function statedMonths(header: string): number | null {
  const plain = plainHeader(header)
  return STATED.find(([word]) => word.test(plain))?.[1] ?? null
}

/** A tenure without a unit, and what its numbers speak for. */
export interface TenureGuess {
  readonly unit: TenureUnit
  /** False: another unit is about as likely. */
  readonly sure: boolean
  readonly low: number
  readonly middle: number
  readonly high: number
}

/** What the numbers of a column most likely count; null for a column of anything else, years and months of a calendar too. */
export function guessTenure(column: TextColumn): TenureGuess | null {
  const tally = tallyNumbers(column)
  if (!tally) return null
  const { sorted, numbers } = tally
  const at = (share: number): number => {
    let before = 0
    for (const [number, rows] of sorted) if ((before += rows) >= numbers * share) return number
    return sorted.at(-1)![0]
  }
  const [low, middle, high] = [sorted[0]![0], at(0.5), at(HIGH_SHARE)]
  if ((low >= FIRST_YEAR && high <= LAST_YEAR) || high > MOST_DAYS) return null
  const share = (test: (number: number) => boolean): number => sorted.reduce((sum, [number, rows]) => (test(number) ? sum + rows : sum), 0) / numbers
  return { ...likeliest(high, share, new Set(sorted.map(([number]) => number))), low, middle, high: sorted.at(-1)![0] }
}

/** Whether nearly all filled cells are numbers, most of which may be a tenure at so many months each: years of a calendar are none. */
export function holdsTenure(column: TextColumn, months: number): boolean {
  const tally = tallyNumbers(column)
  if (!tally) return false
  const possible = tally.sorted.reduce((rows, [number, more]) => (number * months <= LONGEST ? rows + more : rows), 0)
  return possible >= tally.numbers / 2
}

/** How many rows have which number, in their order. */
function tallyNumbers(column: TextColumn): { readonly sorted: readonly (readonly [number: number, rows: number])[]; readonly numbers: number } | null {
  const counts = new Map<number, number>()
  let filled = 0
  let numbers = 0
  eachValue(column, (value, rows) => {
    if (value.trim() === '' || rows === 0) return
    filled += rows
    const number = numberOf(value)
    if (Number.isNaN(number)) return
    numbers += rows
    counts.set(number, (counts.get(number) ?? 0) + rows)
  })
  return numbers === 0 || numbers < filled * NUMBER_SHARE ? null : { sorted: [...counts].sort(([a], [b]) => a - b), numbers }
}

function likeliest(
  high: number,
  share: (test: (number: number) => boolean) => number,
  different: ReadonlySet<number>,
): Pick<TenureGuess, 'unit' | 'sure'> {
  if (high > MOST_MONTHS) return { unit: 'days', sure: true }
  if (share((number) => !Number.isInteger(number)) >= SOME) {
    if (high > MOST_YEARS) return { unit: 'months', sure: true }
    if (high <= MOST_PARTED_YEARS) return { unit: 'years', sure: true }
    return { unit: high <= LIKELY_PARTED_YEARS ? 'years' : 'months', sure: false }
  }
  const isWholeYear = (number: number): boolean => number >= 12 && number % 12 === 0
  const wholeYears = [...different].filter(isWholeYear).length
  const beyond = share((number) => number >= 12)
  if (wholeYears >= 2 && high >= 24 && share(isWholeYear) >= beyond * HEAPED && different.size >= 4) return { unit: 'months', sure: true }
  if (high > MOST_YEARS) return { unit: high <= LIKELY_MONTHS ? 'months' : 'days', sure: false }
  return { unit: high <= LIKELY_YEARS ? 'years' : 'months', sure: false }
}

/** A number of months, years or days as written; NaN for anything else. */
export const numberOf = (text: string): number => {
  const cell = text.normalize('NFKC').trim()
  if (/^[1-9]\d{0,2}(,\d{3})+$/.test(cell)) return Number(cell.replaceAll(',', ''))
  return /^\d+([.,]\d+)?$/.test(cell) ? Number(cell.replace(',', '.')) : NaN
}
