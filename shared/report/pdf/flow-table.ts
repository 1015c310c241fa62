import { gridOf } from '../layout/grid'
import type { GridCell, GridRow } from '../layout/blocks'
import type { Table } from '../outline'
import type { Item } from './flow-item'
import { drawCell, scopeOf } from './grid'
import type { Pen, Tag } from './pen'
import { setText, type Setting } from './set-text'

const POINTS = 72
/** The largest in which the columns fit the width; beyond the smallest, the table is parted. */
const SIZES = [9, 8.5, 8, 7.5] as const
const PADDING = 4.5
/** Rows, the head among them, that stay together. */
const SHORT = 9
/** The most of the width that the names of rows take, and the least that a column of numbers has. */
const [NAMES, LEAST] = [0.42, 30]
/** The most of it that a head takes for a word that nothing breaks. */
const HEAD = 0.16

/** A table that flows: its head again on each page, and in parts one below the other where it has too many columns. */
export function tableItems(pen: Pen, parent: () => Tag, table: Table, left: number, width: number): readonly Item[] {
  const fits = (size: number): boolean => columnWidths(pen, table, size, width).reduce((sum, wide) => sum + wide, 0) <= width
  const size = SIZES.find(fits) ?? SIZES[0]
  const [names = 0, ...numbers] = columnWidths(pen, table, size, width)
  const parts: number[][] = []
  let used = 0
  numbers.forEach((wide, at) => {
    const part = parts.at(-1)
    if (part && used + wide <= width - names) {
      part.push(at + 1)
      used += wide
    } else {
      parts.push([at + 1])
      used = wide
    }
  })
  // As many columns in each part as in the others, so that a last one does not stand alone.
  const each = Math.ceil(numbers.length / Math.max(1, parts.length))
  const even = parts.map((_, part) => numbers.map((_wide, at) => at + 1).slice(part * each, (part + 1) * each)).filter((part) => part.length > 0)
  return (even.length === 0 ? [[]] : even).flatMap((columns, part) => {
    const shown = partOf(table, [0, ...columns])
    const needed = columns.reduce((sum, at) => sum + (numbers[at - 1] ?? 0), 0)
    const spare = width - names - needed
    // Few columns stay together at the right; many share the width.
    const share = table.columns.length > 7 ? spare / Math.max(1, columns.length) : Math.min(24, spare / (columns.length + 1))
    const widths = columns.map((at) => (numbers[at - 1] ?? 0) + share)
    return partItems(pen, parent, shown, size, left, [width - widths.reduce((sum, wide) => sum + wide, 0), ...widths], part > 0)
  })
}

const partOf = ({ columns, rows }: Table, kept: readonly number[]): Table => ({
  columns: kept.flatMap((at) => columns[at] ?? []),
  rows: rows.map((row) => ({ ...row, cells: kept.map((at) => row.cells[at] ?? ''), ...(row.heats ? { heats: kept.map((at) => row.heats?.[at] ?? null) } : {}) })),
})

const rowsOf = (table: Table, fontSize: number): readonly GridRow[] =>
  gridOf(table, { x: 0, y: 0, columns: [], headHeight: 0, rowHeight: 0, fontSize, name: '' }).rows.map((row) =>
    row.isHead ? { ...row, cells: row.cells.map((cell) => ({ ...cell, runs: cell.runs.map((run) => ({ ...run, size: fontSize })) })) } : row,
  )

const roomIn = ({ margin }: GridCell): number => (margin[1] + margin[3]) * POINTS

/** How wide each column is if nothing in it wraps; a head may, between its words, and so may the names of rows. */
function columnWidths(pen: Pen, table: Table, size: number, width: number): readonly number[] {
  const rows = rowsOf(table, size)
  const natural = table.columns.map((_, at) =>
    Math.max(
      ...rows.map(({ isHead, cells }) => {
        const cell = cells[at]
        if (!cell) return 0
        const runs = isHead && at > 0 ? cell.runs.flatMap((run) => run.text.split(' ').map((text) => [{ ...run, text }])) : [cell.runs]
        const widest = runs.map((words) => setText(pen.faces, [{ runs: words, after: 0 }], Infinity).paragraphs[0]?.lines[0]?.width ?? 0)
        const room = Math.max(...widest, 0) + roomIn(cell) + 2
        return isHead && at > 0 ? Math.min(room, width * HEAD) : room
      }),
    ),
  )
  return natural.map((wide, at) => (at === 0 ? Math.min(wide, width * NAMES) : Math.max(LEAST, wide)))
}

function partItems(pen: Pen, parent: () => Tag, table: Table, size: number, left: number, widths: readonly number[], isMore: boolean): readonly Item[] {
  let tag: Tag | null = null
  const open = (): Tag => (tag ??= pen.tag(parent(), 'Table'))
  const set = rowsOf(table, size).map((row) => setRow(pen, row, size, widths))
  const [first] = set
  const head: Item | null = first
    ? { height: first.height, gap: 0, keep: true, again: null, draw: (y) => pen.ornament(() => drawRow(pen, null, first, widths, left, y)) }
    : null
  return set.map((row, at) => ({
    height: row.height,
    gap: at > 0 ? 0 : isMore ? 16 : 12,
    // A short table is not parted; of a long one neither head nor row stands alone at the end of a page or at the top of the next.
    keep: at < set.length - 1 && (set.length <= SHORT || at < 3 || at === set.length - 2),
    again: at === 0 ? null : head,
    draw: (y) => drawRow(pen, pen.tag(open(), 'TR'), row, widths, left, y),
  }))
}

interface SetRow {
  readonly row: GridRow
  readonly settings: readonly Setting[]
  readonly height: number
}

function setRow(pen: Pen, row: GridRow, size: number, widths: readonly number[]): SetRow {
  const settings = row.cells.map((cell, at) => setText(pen.faces, [{ runs: cell.runs, after: 0 }], (widths[at] ?? 0) - roomIn(cell)))
  return { row, settings, height: Math.max(...settings.map(({ height }) => height), size * 1.3) + 2 * PADDING }
}

/** Draws a row into `line`; into no structure where that is null. */
function drawRow(pen: Pen, line: Tag | null, { row, settings, height }: SetRow, widths: readonly number[], left: number, y: number): void {
  let x = left
  row.cells.forEach((cell, at) => {
    const [setting, width] = [settings[at], widths[at] ?? 0]
    const margin = [PADDING / POINTS, cell.margin[1], PADDING / POINTS, at === 0 ? 0 : cell.margin[3]] as const
    const { fill } = cell
    const start = x
    if (fill) {
      const tint = (): void => pen.tint(start, y, width, height, fill)
      if (line === null) tint()
      else pen.ornament(tint)
    }
    if (setting) drawCell(pen, line, { cell: { ...cell, margin }, setting, x, y, width, height, scope: scopeOf(row.isHead, at, cell) })
    x += width
  })
  const rule = (): void => pen.rule(left, y + height, x, y + height, row.rule.color, row.rule.width)
  if (line === null) rule()
  else pen.ornament(rule)
}
