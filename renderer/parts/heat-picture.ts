import type { ChartColors } from './chart-colors'
import type { HeatCell } from './heat-box'
import type { HeatMapProps } from './heat-map'
import { wrap, write, type Box, type Pen, type Picture, type PictureWords } from './picture'

const LABEL = 220
const CELL = 104
const ROW = 52
const STRONGEST = 0.55
const HATCH = 6

/** What is painted of a heat map. */
export type PaintedHeat = Pick<HeatMapProps, 'rows' | 'columns' | 'corner' | 'totalLabel' | 'cellAt'>

const sizeOf = ({ rows, columns }: PaintedHeat) => ({ width: LABEL + CELL * (columns.length + 1), height: ROW * (rows.length + 2) })

/** A picture of a heat map: the same cells, painted. */
export const heatPicture = (words: PictureWords, map: PaintedHeat, colors: ChartColors): Picture => ({
  ...words,
  ...sizeOf(map),
  colors,
  paint: (pen) => paintMap(pen, map),
})

const HEAD = 28
const GAP = 24
const MOST_ACROSS = 3

/** A picture of several heat maps, each below its title. */
export function heatPanelsPicture(
  words: PictureWords,
  panels: readonly { readonly title: string; readonly map: PaintedHeat }[],
  colors: ChartColors,
): Picture | null {
  const [first] = panels
  if (!first) return null
  const size = sizeOf(first.map)
  const across = Math.min(MOST_ACROSS, Math.ceil(Math.sqrt(panels.length)))
  const step = { right: size.width + GAP, down: HEAD + size.height + GAP }
  return {
    ...words,
    width: across * step.right - GAP,
    height: Math.ceil(panels.length / across) * step.down - GAP,
    colors,
    paint: (pen) =>
      panels.forEach(({ title, map }, at) =>
        pen.within((at % across) * step.right, Math.floor(at / across) * step.down, () => {
          write(pen, title, 0, HEAD / 2, { width: size.width, weight: 600 })
          pen.within(0, HEAD, () => paintMap(pen, map))
        }),
      ),
  }
}

function paintMap(pen: Pen, map: PaintedHeat): void {
  const rows = [null, ...map.rows]
  const columns = [null, ...map.columns]
  const about = { width: LABEL - 12, size: 12, color: pen.colors.text }
  write(pen, `→ ${map.corner.columns}`, 0, ROW / 2 - 8, about)
  write(pen, `↓ ${map.corner.rows}`, 0, ROW / 2 + 8, about)
  columns.forEach((column, at) => {
    const middle = LABEL + CELL * (at + 0.5)
    wrap(pen, column?.label ?? map.totalLabel, middle, ROW / 2, 3, { width: CELL - 8, size: 12, weight: 600, align: 'center' })
  })
  rows.forEach((row, down) => {
    const top = ROW * (down + 1)
    wrap(pen, row?.label ?? map.totalLabel, 0, top + ROW / 2, 2, { width: LABEL - 12, weight: 500 })
    columns.forEach((column, across) => {
      const box = { x: LABEL + CELL * across, y: top, width: CELL - 2, height: ROW - 2 }
      paintCell(pen, map.cellAt({ row: row?.id ?? null, column: column?.id ?? null }), box)
    })
  })
}

function paintCell(pen: Pen, cell: HeatCell, box: Box): void {
  const { colors } = pen
  if (cell.tone === 'good' || cell.tone === 'bad') pen.rect(box, colors[cell.tone], cell.strength * STRONGEST)
  else if (cell.tone === 'low') hatch(pen, box)
  const how = { width: box.width - 4, align: 'center' } as const
  const color = cell.warning || cell.score === null ? colors.text : colors.ink
  const lines = [
    ...(cell.score === null ? [] : [{ text: `${cell.sign ? `${cell.sign} ` : ''}${cell.score}`, weight: 600, size: 14 }]),
    { text: cell.base, weight: 400, size: 11 },
    ...(cell.warning ? [{ text: cell.warning, weight: 400, size: 11 }] : []),
  ]
  lines.forEach(({ text, weight, size }, at) => {
    const y = box.y + box.height / 2 + (at - (lines.length - 1) / 2) * 15
    write(pen, text, box.x + box.width / 2, y, { ...how, weight, size, color: at === 0 ? color : colors.text })
  })
}

/** Slanted lines, each as long as the box has room for it. */
function hatch(pen: Pen, { x: left, y: top, width, height }: Box): void {
  for (let start = HATCH - height; start < width; start += HATCH) {
    const [from, to] = [Math.max(0, start), Math.min(width, start + height)]
    pen.line(left + from, top + height - (from - start), left + to, top + height - (to - start), { color: pen.colors.grid })
  }
}
