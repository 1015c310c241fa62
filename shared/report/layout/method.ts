import { widthOf } from '../cut'
import type { MethodSlide } from '../outline'
import type { Block, GridBlock } from './blocks'
import { footBlock } from './frame'
import { gridOf } from './grid'
import { GREY, INK, LINE, PAGE } from './look'

const TOP = 1.4
const MARGIN = [0.05, 0.08, 0.05, 0] as const
const COLUMNS = [1.1, 4.75] as const
const SIZES = [11.5, 10.5, 9.5] as const
/** Of the size of the letters: how wide one is on average in a wide face, and how high a line. */
const [LETTER, LEADING] = [0.58, 1.22]

/** The largest size in which all the definitions fit above the foot. */
function sizeOf(facts: MethodSlide['facts']): number {
  const heightAt = (size: number): number =>
    facts.reduce((sum, { text }) => {
      const lines = Math.ceil((widthOf(text) * size * LETTER) / (72 * (COLUMNS[1] - MARGIN[1])))
      return sum + MARGIN[0] + MARGIN[2] + (lines * size * LEADING) / 72
    }, 0)
  return SIZES.find((size) => heightAt(size) <= PAGE.bottom - TOP) ?? SIZES[2]
}

/** Definitions at left, the source files at right. */
export function methodBlocks({ facts, table, foot }: MethodSlide): readonly Block[] {
  const size = sizeOf(facts)
  const definitions: GridBlock = {
    kind: 'grid',
    name: 'Method',
    x: PAGE.left,
    y: TOP,
    columns: COLUMNS,
    rows: facts.map(({ label, text }) => ({
      isHead: false,
      height: null,
      rule: { color: LINE, width: 0.5 },
      cells: [
        { runs: [{ text: label, size, color: GREY, bold: true }], align: 'left', valign: 'top', margin: MARGIN },
        { runs: [{ text, size, color: INK }], align: 'left', valign: 'top', margin: MARGIN },
      ],
    })),
  }
  const files: Block[] =
    table.rows.length === 0
      ? []
      : [
          gridOf(table, {
            x: PAGE.left + 6.15,
            y: TOP,
            columns: [1.3, 1.46, 0.8, 0.62, 0.97, 0.83],
            headHeight: 0.4,
            rowHeight: 0.32,
            fontSize: 10,
            name: 'Source files',
          }),
        ]
  return [definitions, ...files, ...footBlock(foot)]
}
