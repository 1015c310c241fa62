import type { TextColumn } from '../table/column'
import { cellAt, eachValue, everyValue, lengthOf } from '../table/column'

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
}

const SAMPLE = 2000
const EMAIL = /^[^\s@]+@[^\s@]+\.[a-z]{2,}$/i
const IP = /^(\d{1,3}\.){3}\d{1,3}$/
const DELIMITERS = [';', ', ', '\n', '|'] as const
const MAX_OPTIONS = 80

export function shapeOf(column: TextColumn): Shape {
  const cells = sampleCells(column)
  const count = Math.max(cells.length, 1)
  const share = (test: RegExp): number => cells.filter((cell) => test.test(cell)).length / count
  return {
    length: cells.reduce((sum, cell) => sum + cell.length, 0) / count,
    words: cells.reduce((sum, cell) => sum + cell.split(/\s+/).length, 0) / count,
    variety: new Set(cells).size / count,
    multiple: DELIMITERS.some((delimiter) => areLists(cells, delimiter)),
    emails: share(EMAIL),
    addresses: share(IP),
  }
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

/**
 * Options of a list come back again and again, in ever new combinations. The parts of sentences do not come back, and
 * single choices with a comma in them come back in the same few ways.
 */
function areLists(cells: readonly string[], delimiter: string): boolean {
  const options = new Map<string, number>()
  let parts = 0
  let lists = 0
  for (const cell of cells) {
    const answers = cell.split(delimiter).map((part) => part.trim()).filter((part) => part !== '')
    if (answers.length > 1) lists += 1
    parts += answers.length
    for (const answer of answers) options.set(answer, (options.get(answer) ?? 0) + 1)
  }
  if (lists < cells.length * 0.2 || lists < 3) return false
  const usual = [...options.values()].toSorted((a, b) => b - a).slice(0, MAX_OPTIONS)
  const covered = usual.reduce((sum, count) => (count > 1 ? sum + count : sum), 0)
  const combinations = new Set(cells).size
  const repeated = usual.filter((count) => count > 1).length
  return covered >= parts * 0.7 && parts >= usual.length * 2 && combinations > repeated
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
