import type { Locale } from '../../locale/translate'
import type { Box, GridBlock, GridCell, GridRow } from '../layout/blocks'
import { fill, paragraphMarkup } from './text'
import { emu } from './xml'

const ANCHORS = { top: 't', middle: 'ctr', bottom: 'b' } as const
const LINE_HEIGHT = 1.35 / 72

/** How high a row is whose height follows from its text: a line of it. Programs make it higher where it wraps. */
const heightOf = ({ height, cells }: GridRow): number =>
  height ??
  Math.max(0.2, ...cells.map(({ runs, margin }) => Math.max(0, ...runs.map(({ size }) => size)) * LINE_HEIGHT + margin[0] + margin[2]))

/** A table without a style of its own, whose first row heads it; its box as high as its rows. */
export function tableMarkup({ x, y, columns, rows }: GridBlock, locale: Locale): { readonly box: Box; readonly markup: string } {
  const heights = rows.map(heightOf)
  const sum = (sizes: readonly number[]): number => sizes.reduce((all, size) => all + size, 0)
  const head = rows[0]?.isHead ? ' firstRow="1"' : ''
  const markup =
    `<a:tbl><a:tblPr${head}/><a:tblGrid>${columns.map((width) => `<a:gridCol w="${emu(width)}"/>`).join('')}</a:tblGrid>` +
    `${rows.map((row, at) => `<a:tr h="${emu(heights[at] ?? 0)}">${row.cells.map((cell) => cellMarkup(cell, row.rule, locale)).join('')}</a:tr>`).join('')}</a:tbl>`
  return { box: { x, y, w: sum(columns), h: sum(heights) }, markup }
}

function cellMarkup({ runs, align, valign, margin, fill: tint }: GridCell, rule: GridRow['rule'], locale: Locale): string {
  const [top, right, bottom, left] = margin.map(emu)
  const none = ['lnL', 'lnR', 'lnT'].map((side) => `<a:${side} w="0"><a:noFill/></a:${side}>`).join('')
  const below = rule.width > 0 ? `<a:lnB w="${Math.round(rule.width * 12_700)}" cap="flat" cmpd="sng" algn="ctr">${fill(rule.color)}<a:prstDash val="solid"/></a:lnB>` : '<a:lnB w="0"><a:noFill/></a:lnB>'
  const paper = tint
    ? `<a:solidFill><a:schemeClr val="${tint.color}"><a:alpha val="${Math.round(tint.strength * 100) * 1000}"/></a:schemeClr></a:solidFill>`
    : '<a:noFill/>'
  return (
    `<a:tc><a:txBody><a:bodyPr/><a:lstStyle/>${paragraphMarkup(runs, locale, { align, after: 0, given: null })}</a:txBody>` +
    `<a:tcPr marL="${left}" marR="${right}" marT="${top}" marB="${bottom}" anchor="${ANCHORS[valign]}">${none}${below}${paper}</a:tcPr></a:tc>`
  )
}
