import type { TextColumn } from '../table/column'
import { cellAt, eachValue, everyValue, lengthOf } from '../table/column'
import { findPersonal } from '../text/find-personal'
import { optionsOf, type CountedCell } from '../table/options'

/** What the cells of a column look like, from a spread sample of its filled cells. */
export interface Shape {
  /** Mean characters and words of a filled cell. */
  readonly length: number
  readonly words: number
  /** Share of different cells in the sample, 0 to 1. */
  readonly variety: number
  /** True when cells hold several answers out of a short list. */
  readonly multiple: boolean
  /** Shares of cells that are e-mail addresses, and IP addresses. */
  readonly emails: number
  readonly addresses: number
  /** Share of cells that are a phone number, a registration number or the like, and little else. */
  readonly personal: number
  /** One of the cells when most of them tell time as seen from a day that nobody knows: `3 days ago`. */
  readonly relative: string | null
}

const SAMPLE = 2000
const EMAIL = /^[^\s@]+@[^\s@]+\.[a-z]{2,}$/i
const IP = /^(\d{1,3}\.){3}\d{1,3}$/
const RELATIVE =
  /^(just now|now|today|yesterday|(?:about |over |almost )?(?:an?|one|\d+) (?:second|sec|minute|min|hour|day|week|month|year)s? ago|last (?:week|month|year)|방금( 전)?|오늘|어제|그제|그저께|지난 ?(?:주|달|해)|작년|(?:약 )?\d+ ?(?:초|분|시간|일|주|주일|개월|달|년) ?전)$/i

export function shapeOf(column: TextColumn): Shape {
  const cells = sampleCells(column)
  const count = Math.max(cells.length, 1)
  const share = (test: RegExp): number => cells.filter((cell) => test.test(cell)).length / count
  return {
    length: cells.reduce((sum, cell) => sum + cell.length, 0) / count,
    words: cells.reduce((sum, cell) => sum + cell.split(/\s+/).length, 0) / count,
    variety: new Set(cells).size / count,
    multiple: optionsOf(countCells(cells)) !== null,
    relative: relativeExample(cells),
    emails: share(EMAIL),
    addresses: share(IP),
    personal: cells.filter(isPersonal).length / count,
  }
}

/** All but a few characters of it. */
function isPersonal(cell: string): boolean {
  const [found] = findPersonal(cell)
  return found !== undefined && found.to - found.from + 3 >= cell.length
}

function relativeExample(cells: readonly string[]): string | null {
  const relative = cells.filter((cell) => RELATIVE.test(cell.normalize('NFC')))
  return relative.length * 2 > cells.length ? (relative.find((cell) => /\d/.test(cell)) ?? relative[0] ?? null) : null
}

/** The first few different filled cells, cut to a line. */
export function samplesOf(column: TextColumn, wanted = 3): readonly string[] {
  const found = new Set<string>()
  // The values of a coded column stand in the order in which the rows bring them up.
  const cells = column.kind === 'coded' ? column.values.length : column.rows
  for (let at = 0; at < cells && found.size < wanted; at++) {
    const cell = (column.kind === 'coded' ? column.values[at]! : column.cell(at)).trim()
    if (cell !== '') found.add(cell.slice(0, 120))
  }
  return [...found]
}

function sampleCells(column: TextColumn): readonly string[] {
  const rows = lengthOf(column)
  const step = Math.max(1, Math.floor(rows / (SAMPLE * 2)))
  const cells: string[] = []
  for (let row = 0; row < rows && cells.length < SAMPLE; row += step) {
    const cell = cellAt(column, row).trim()
    if (cell !== '') cells.push(cell)
  }
  if (cells.length === 0) {
    eachValue(column, (value) => {
      if (cells.length < SAMPLE && value.trim() !== '') cells.push(value.trim())
    })
  }
  return cells
}

/** The sampled cells, each with how often it was met. */
function countCells(cells: readonly string[]): readonly CountedCell[] {
  const counts = new Map<string, number>()
  for (const cell of cells) counts.set(cell, (counts.get(cell) ?? 0) + 1)
  return [...counts]
}

/** True when every filled cell is a number that is written back exactly as it was read: not `007`, `1.0`, long ids. */
export function areNumbers(column: TextColumn): boolean {
  return everyValue(column, (cell) => {
    const text = cell.trim()
    if (text === '') return true
    const number = Number(text)
    return Number.isFinite(number) && Math.abs(number) <= Number.MAX_SAFE_INTEGER && String(number) === text
  })
}
