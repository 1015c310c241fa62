import { lineOf, paragraphsOf, type Block, type Box, type TextBlock } from './blocks'
import { GREY, INK, LINE, PAGE } from './look'

/** What the pages have in common. The cover stands by itself. */
export const TITLE = { box: { x: PAGE.left, y: 0.34, w: PAGE.width, h: 0.8 }, size: 22 } as const
export const BODY = { box: { x: PAGE.left, y: 1.2, w: PAGE.width, h: 0.78 }, size: 14, after: 3 } as const
export const COVER_TITLE = { box: { x: PAGE.left + 0.35, y: 2.2, w: PAGE.width - 0.35, h: 1.2 }, size: 40 } as const
export const COVER_BODY = {
  box: { x: PAGE.left + 0.35, y: 3.4, w: PAGE.width - 0.35, h: 2.2 },
  size: 16,
  after: 3,
} as const
export const COVER_BAR: Box = { x: PAGE.left, y: 2.3, w: 0.09, h: 2.05 }
export const FOOTER = {
  rule: { x: PAGE.left, y: PAGE.footer, w: PAGE.width, width: 0.75 },
  box: { x: PAGE.left, y: PAGE.footer + 0.05, w: PAGE.width - 1, h: 0.28 },
  number: { x: PAGE.left + PAGE.width - 0.8, y: PAGE.footer + 0.05, w: 0.8, h: 0.28 },
  size: 9,
} as const

/** The title of a page or of the cover. */
export const titleBlock = (text: string, { box, size }: typeof TITLE | typeof COVER_TITLE): TextBlock => ({
  ...lineOf(text, box, { size, color: INK, bold: true }),
  place: 'title',
})

/** The sentences under a title. */
export const bodyBlock = (lines: readonly string[], { box, size, after }: typeof BODY | typeof COVER_BODY): TextBlock => ({
  kind: 'text',
  box,
  valign: 'top',
  align: 'left',
  paragraphs: paragraphsOf(lines, { size, color: GREY }, { size, color: GREY }, { first: after, rest: after }),
  place: 'body',
})

/** Small print under the content. */
export const footBlock = (lines: readonly string[]): readonly Block[] =>
  lines.length === 0
    ? []
    : [lineOf(lines.join(' '), { x: PAGE.left, y: PAGE.foot, w: PAGE.width, h: 0.34 }, { size: 10, color: GREY })]

/** What the master puts at the foot of every page but the cover: `number` is the page's. */
export const footerBlocks = (footer: string, number: number): readonly Block[] => [
  { kind: 'line', ...FOOTER.rule, color: LINE },
  lineOf(footer, FOOTER.box, { size: FOOTER.size, color: GREY }),
  lineOf(String(number), FOOTER.number, { size: FOOTER.size, color: GREY }, 'right'),
]
