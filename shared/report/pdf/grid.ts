import type { GridBlock, GridCell } from '../layout/blocks'
import type { Pen, Tag } from './pen'
import { setText, type Setting } from './set-text'

const POINTS = 72
const SMALLEST = 0.3

interface SetRow {
  readonly isHead: boolean
  readonly height: number
  readonly rule: GridBlock['rows'][number]['rule']
  readonly cells: readonly { readonly cell: GridCell; readonly setting: Setting }[]
}

const roomOf = ({ margin }: GridCell, width: number): number => (width - margin[1] - margin[3]) * POINTS

const setCell = (pen: Pen, cell: GridCell, width: number, scale: number): Setting =>
  setText(pen.faces, [{ runs: cell.runs, after: 0 }], roomOf(cell, width), scale)

const insetOf = ({ margin }: GridCell): number => (margin[0] + margin[2]) * POINTS

/**
 * A table on a slide. Rows of a given height keep it: what does not fit is set smaller, the body of a column all alike.
 * Others are as high as their text, and all of it smaller where they would reach below `bottom` (inches).
 */
export function drawGrid(pen: Pen, parent: Tag, block: GridBlock, bottom: number): void {
  const rows = setRows(pen, block, bottom)
  const table = pen.tag(parent, 'Table')
  let y = block.y * POINTS
  for (const row of rows) {
    const line = pen.tag(table, 'TR')
    let x = block.x * POINTS
    row.cells.forEach(({ cell, setting }, at) => {
      const width = (block.columns[at] ?? 0) * POINTS
      const { fill } = cell
      const [start, top] = [x, y]
      if (fill) pen.ornament(() => pen.tint(start, top, width, row.height, fill))
      drawCell(pen, line, { cell, setting, x, y, width, height: row.height, scope: scopeOf(row.isHead, at, cell) })
      x += width
    })
    y += row.height
    const [start, end, below] = [block.x * POINTS, x, y]
    pen.ornament(() => pen.rule(start, below, end, below, row.rule.color, row.rule.width))
  }
}

export const scopeOf = (isHead: boolean, at: number, { runs }: GridCell): 'Column' | 'Row' | null =>
  runs.every(({ text }) => text === '') ? null : isHead ? 'Column' : at === 0 ? 'Row' : null

interface CellPlace {
  readonly cell: GridCell
  readonly setting: Setting
  readonly x: number
  readonly y: number
  readonly width: number
  readonly height: number
  readonly scope: 'Column' | 'Row' | null
}

/** A cell of `line` with its text where the cell says; of no structure where that is null. */
export function drawCell(pen: Pen, line: Tag | null, { cell, setting, x, y, width, height, scope }: CellPlace): void {
  const [top, right, bottom, left] = cell.margin.map((inches) => inches * POINTS) as [number, number, number, number]
  const spare = Math.max(0, height - top - bottom - setting.height)
  let down = y + top + (cell.valign === 'top' ? 0 : cell.valign === 'middle' ? spare / 2 : spare)
  const draw = (): void => {
    for (const { lines } of setting.paragraphs) {
      for (const set of lines) {
        const free = width - left - right - set.width
        pen.line(set, x + left + (cell.align === 'left' ? 0 : cell.align === 'center' ? free / 2 : free), down)
        down += set.height + set.after
      }
    }
  }
  if (line === null) draw()
  else pen.tag(line, scope === null ? 'TD' : 'TH', draw, scope === null ? {} : { scope })
}

function setRows(pen: Pen, block: GridBlock, bottom: number): readonly SetRow[] {
  const { rows, columns } = block
  if (rows.some(({ height }) => height === null)) {
    const room = (bottom - block.y) * POINTS
    for (let scale = 1; ; scale *= 0.96) {
      const set = rows.map((row): SetRow => {
        const cells = row.cells.map((cell, at) => ({ cell, setting: setCell(pen, cell, columns[at] ?? 0, scale) }))
        const height = Math.max(...cells.map(({ cell, setting }) => setting.height + insetOf(cell)), 0)
        return { isHead: row.isHead, height, rule: row.rule, cells }
      })
      if (set.reduce((sum, { height }) => sum + height, 0) <= room || scale < SMALLEST) return set
    }
  }
  const scales = columns.map((width, at) => [columnScale(pen, block, width, at, true), columnScale(pen, block, width, at, false)] as const)
  return rows.map(({ isHead, height, rule, cells }) => ({
    isHead,
    height: (height ?? 0) * POINTS,
    rule,
    cells: cells.map((cell, at) => ({ cell, setting: setCell(pen, cell, columns[at] ?? 0, scales[at]?.[isHead ? 0 : 1] ?? 1) })),
  }))
}

/** The largest scale at which all cells of a column, of its head or of its body, fit their rows. */
function columnScale(pen: Pen, { rows }: GridBlock, width: number, at: number, isHead: boolean): number {
  let scale = 1
  for (const row of rows) {
    const cell = row.cells[at]
    if (row.isHead !== isHead || !cell) continue
    const room = (row.height ?? 0) * POINTS - insetOf(cell)
    while (scale > SMALLEST && setCell(pen, cell, width, scale).height > room + 0.5) scale *= 0.96
  }
  return scale
}
