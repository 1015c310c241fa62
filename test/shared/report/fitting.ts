import { readWoff } from '../../../shared/report/font/sfnt'
import type { Block, Box, GridBlock, TextBlock } from '../../../shared/report/layout/blocks'
import { setText, type Faces } from '../../../shared/report/pdf/set-text'
import { typefaceOf } from '../../../shared/report/pdf/typeface'
import { FONTS } from '../../helpers/fonts'

const faces: Faces = { regular: typefaceOf(readWoff(FONTS.regular)), bold: typefaceOf(readWoff(FONTS.bold)) }

const POINTS = 72

/** Where the letters of a text lie, as the face sets them at the size they ask for. */
export function inkOf({ box, paragraphs, align, valign }: TextBlock): Box {
  const { paragraphs: set, height } = setText(faces, paragraphs, box.w * POINTS)
  const wide = Math.max(0, ...set.flatMap(({ lines }) => lines.map(({ width }) => width))) / POINTS
  const h = height / POINTS
  return { x: align === 'right' ? box.x + box.w - wide : box.x, y: valign === 'middle' ? box.y + (box.h - h) / 2 : box.y, w: wide, h }
}

/** How high the text of each row is with its margins, in inches. */
export const rowHeights = ({ rows, columns }: GridBlock): readonly number[] =>
  rows.map(({ cells }) =>
    Math.max(
      ...cells.map(({ runs, margin }, at) => {
        const room = ((columns[at] ?? 0) - margin[1] - margin[3]) * POINTS
        return setText(faces, [{ runs, after: 0 }], room).height / POINTS + margin[0] + margin[2]
      }),
    ),
  )

/** What a block takes up: a table whose rows have no height is as high as its text. */
export function extentOf(block: Block): Box {
  switch (block.kind) {
    case 'grid': {
      const own = rowHeights(block)
      const h = block.rows.reduce((sum, { height }, at) => sum + (height ?? own[at] ?? 0), 0)
      return { x: block.x, y: block.y, w: block.columns.reduce((sum, width) => sum + width, 0), h }
    }
    case 'line':
      return { x: block.x, y: block.y, w: block.w, h: 0 }
    case 'text':
      return inkOf(block)
    case 'chart':
    case 'rect':
    case 'picture':
      return block.box
  }
}

/** How far two boxes reach into one another, in inches: the smaller of both ways. */
export const overlapOf = (a: Box, b: Box): number =>
  Math.min(Math.min(a.x + a.w, b.x + b.w) - Math.max(a.x, b.x), Math.min(a.y + a.h, b.y + b.h) - Math.max(a.y, b.y))
