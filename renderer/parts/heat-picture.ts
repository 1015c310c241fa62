import type { ChartColors } from './chart-colors'
import type { HeatCell } from './heat-box'
import type { HeatMapProps } from './heat-map'
import { paintPicture, type Pen, type PictureWords } from './picture'

const LABEL = 220
const CELL = 104
const ROW = 52
const STRONGEST = 0.55
const HATCH = 6

/** What is painted of a heat map. */
export type PaintedHeat = Pick<HeatMapProps, 'rows' | 'columns' | 'corner' | 'totalLabel' | 'cellAt'>

const sizeOf = ({ rows, columns }: PaintedHeat) => ({ width: LABEL + CELL * (columns.length + 1), height: ROW * (rows.length + 2) })

/** A picture of a heat map: the same cells, painted. */
export const heatPicture = (words: PictureWords, map: PaintedHeat, colors: ChartColors): HTMLCanvasElement =>
  paintPicture(words, { ...sizeOf(map), colors }, (pen) => paintMap(pen, map))

const HEAD = 28
const GAP = 24
const MOST_ACROSS = 3

/** A picture of several heat maps, each below its title. */
export function heatPanelsPicture(
  words: PictureWords,
  panels: readonly { readonly title: string; readonly map: PaintedHeat }[],
  colors: ChartColors,
): HTMLCanvasElement | null {
  const [first] = panels
  if (!first) return null
  const size = sizeOf(first.map)
  const across = Math.min(MOST_ACROSS, Math.ceil(Math.sqrt(panels.length)))
  const step = { right: size.width + GAP, down: HEAD + size.height + GAP }
  const whole = { width: across * step.right - GAP, height: Math.ceil(panels.length / across) * step.down - GAP, colors }
  return paintPicture(words, whole, (pen) =>
    panels.forEach(({ title, map }, at) => {
      pen.context.save()
      pen.context.translate((at % across) * step.right, Math.floor(at / across) * step.down)
      pen.write(title, 0, HEAD / 2, { width: size.width, weight: 600 })
      pen.context.translate(0, HEAD)
      paintMap(pen, map)
      pen.context.restore()
    }),
  )
}

function paintMap(pen: Pen, map: PaintedHeat): void {
  const rows = [null, ...map.rows]
  const columns = [null, ...map.columns]
  const about = { width: LABEL - 12, size: 12, color: pen.colors.text }
  pen.write(`→ ${map.corner.columns}`, 0, ROW / 2 - 8, about)
  pen.write(`↓ ${map.corner.rows}`, 0, ROW / 2 + 8, about)
  columns.forEach((column, at) => {
    const middle = LABEL + CELL * (at + 0.5)
    pen.wrap(column?.label ?? map.totalLabel, middle, ROW / 2, 3, {
      width: CELL - 8,
      size: 12,
      weight: 600,
      align: 'center',
    })
  })
  rows.forEach((row, down) => {
    const top = ROW * (down + 1)
    pen.wrap(row?.label ?? map.totalLabel, 0, top + ROW / 2, 2, { width: LABEL - 12, weight: 500 })
    columns.forEach((column, across) => {
      paintCell(pen, map.cellAt({ row: row?.id ?? null, column: column?.id ?? null }), LABEL + CELL * across, top)
    })
  })
}

function paintCell({ context, colors, write }: Pen, cell: HeatCell, left: number, top: number): void {
  const [width, height] = [CELL - 2, ROW - 2]
  if (cell.tone === 'good' || cell.tone === 'bad') {
    context.globalAlpha = cell.strength * STRONGEST
    context.fillStyle = colors[cell.tone]
    context.fillRect(left, top, width, height)
    context.globalAlpha = 1
  } else if (cell.tone === 'low') {
    hatch(context, colors.grid, left, top, width, height)
  }
  const middle = left + width / 2
  const how = { width: width - 4, align: 'center' } as const
  const color = cell.warning || cell.score === null ? colors.text : colors.ink
  const lines = [
    ...(cell.score === null ? [] : [{ text: `${cell.sign ? `${cell.sign} ` : ''}${cell.score}`, weight: 600, size: 14 }]),
    { text: cell.base, weight: 400, size: 11 },
    ...(cell.warning ? [{ text: cell.warning, weight: 400, size: 11 }] : []),
  ]
  lines.forEach(({ text, weight, size }, at) => {
    const y = top + height / 2 + (at - (lines.length - 1) / 2) * 15
    write(text, middle, y, { ...how, weight, size, color: at === 0 ? color : colors.text })
  })
}

function hatch(
  context: CanvasRenderingContext2D,
  color: string,
  left: number,
  top: number,
  width: number,
  height: number,
): void {
  context.save()
  context.beginPath()
  context.rect(left, top, width, height)
  context.clip()
  context.beginPath()
  for (let x = left - height; x < left + width; x += HATCH) {
    context.moveTo(x, top + height)
    context.lineTo(x + height, top)
  }
  context.strokeStyle = color
  context.lineWidth = 1
  context.stroke()
  context.restore()
}
