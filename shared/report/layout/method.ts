import { cut, widthOf } from '../cut'
import type { MethodSlide } from '../outline'
import type { Block, GridBlock } from './blocks'
import { footBlock } from './frame'
import { gridOf } from './grid'
import { GREY, INK, LINE, PAGE } from './look'

const TOP = 1.4
const MARGIN = [0.05, 0.08, 0.05, 0] as const
/** The right column begins at so much of the page. */
const RIGHT = 6.27
const COLUMNS = [1.2, PAGE.width - RIGHT - 1.2] as const
const SIZES = [13, 12.5, 12, 11.5, 11, 10.5, 10, 9.5] as const
/** Of the size of the letters: how wide one is on average in a wide face, and how high a line. */
const [LETTER, LEADING] = [0.58, 1.34]
/** `names`: of the wave and its file together. */
const FILES = { names: 2.68, numbers: [0.86, 0.62, 0.92, 0.78], pad: 0.1, head: 0.42, row: 0.32, tall: 0.46, sizes: [10.5, 10, 9.5, 9], gap: 0.3 } as const

type Facts = MethodSlide['facts']

const heightOf = (facts: Facts, size: number): number =>
  facts.reduce((sum, { label, text }) => {
    const linesIn = (words: string, width: number): number => Math.ceil((widthOf(words) * size * LETTER) / (72 * width))
    const lines = Math.max(1, linesIn(text, COLUMNS[1] - MARGIN[1]), linesIn(label, COLUMNS[0] - MARGIN[1]))
    return sum + MARGIN[0] + MARGIN[2] + (lines * size * LEADING) / 72
  }, 0)

/** How many facts stand at left, so that neither column is much longer than the other; the right one begins with the files. */
function splitOf(facts: Facts, size: number, files: number): { readonly left: number; readonly height: number } {
  const splits = facts.map((_, at) => {
    const left = at + 1
    return { left, height: Math.max(heightOf(facts.slice(0, left), size), files + heightOf(facts.slice(left), size)) }
  })
  return splits.reduce((best, split) => (split.height < best.height ? split : best), { left: facts.length, height: Infinity })
}

/** The largest letters in which the names of waves and files fit beside each other; else these share the room by their lengths. */
function fileColumns(rows: MethodSlide['table']['rows']): { readonly size: number; readonly widths: readonly number[] } {
  const need = (at: number, size: number): number => FILES.pad + (Math.max(4, ...rows.map(({ cells }) => widthOf(cells[at] ?? ''))) * size * LETTER) / 72
  const fits = FILES.sizes.find((size) => need(0, size) + need(1, size) <= FILES.names)
  const size = fits ?? FILES.sizes.at(-1)!
  const [wave, file] = [need(0, size), need(1, size)]
  const first = fits === undefined ? (FILES.names * wave) / (wave + file) : wave
  return { size, widths: [first, FILES.names - first, ...FILES.numbers] }
}

/** Definitions in two columns, the source files over those at the right. */
export function methodBlocks({ facts, table: { columns, rows }, foot }: MethodSlide): readonly Block[] {
  const { size: letters, widths } = fileColumns(rows)
  const lettersIn = (at: number): number => Math.floor((72 * ((widths[at] ?? 1) - FILES.pad)) / (letters * LETTER) + 1e-9)
  const isLong = rows.some(({ cells }) => cells.some((text, at) => widthOf(text) > lettersIn(at)))
  // Names take two lines at most; the second one is shorter, as words are not parted.
  const table = { columns, rows: rows.map((row) => ({ ...row, cells: row.cells.map((text, at) => cut(text, Math.floor(lettersIn(at) * 1.6))) })) }
  const row = isLong ? FILES.tall : FILES.row
  const files = rows.length === 0 ? 0 : FILES.head + rows.length * row + FILES.gap
  const size = SIZES.find((each) => splitOf(facts, each, files).height <= PAGE.bottom - TOP) ?? SIZES.at(-1)!
  const { left } = splitOf(facts, size, files)
  const definitions = (name: string, part: Facts, x: number, y: number): readonly GridBlock[] =>
    part.length === 0
      ? []
      : [
          {
            kind: 'grid',
            name,
            x,
            y,
            columns: COLUMNS,
            rows: part.map(({ label, text }) => ({
              isHead: false,
              height: null,
              rule: { color: LINE, width: 0.5 },
              cells: [
                { runs: [{ text: label, size, color: GREY, bold: true }], align: 'left', valign: 'top', margin: MARGIN },
                { runs: [{ text, size, color: INK }], align: 'left', valign: 'top', margin: MARGIN },
              ],
            })),
          },
        ]
  const drawn: readonly Block[] =
    table.rows.length === 0
      ? []
      : [gridOf(table, { x: PAGE.left + RIGHT, y: TOP, columns: widths, headHeight: FILES.head, rowHeight: row, fontSize: letters, name: 'Source files' })]
  return [
    ...definitions('Method', facts.slice(0, left), PAGE.left, TOP),
    ...drawn,
    ...definitions('More of the method', facts.slice(left), PAGE.left + RIGHT, TOP + files),
    ...footBlock(foot),
  ]
}
