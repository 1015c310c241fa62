import { lineOf, paragraphsOf, type Block, type Box, type PictureBlock, type TextBlock } from './blocks'
import { logoSize, type Brand } from './brand'
import { ACCENT, GREY, INK, LINE, PAGE, SLIDE } from './look'

/** What the pages have in common. The cover stands by itself. */
export const TITLE = { box: { x: PAGE.left, y: 0.34, w: PAGE.width, h: 0.8 }, size: 22 } as const
export const BODY = { box: { x: PAGE.left, y: 1.2, w: PAGE.width, h: 0.86 }, size: 14, after: 3 } as const
/** The text of a page of words alone. */
export const TEXT = { box: { x: PAGE.left, y: 1.4, w: PAGE.width, h: PAGE.bottom - 1.4 }, size: 18, after: 8 } as const
/** A remark: one line above the title. */
export const REMARK = { bar: { x: PAGE.left, y: 0.14, w: 0.05, h: 0.22 }, box: { x: PAGE.left + 0.14, y: 0.1, w: PAGE.width - 0.14, h: 0.3 }, size: 11 } as const
const COVER_LEFT = 1
export const COVER_TITLE = { box: { x: COVER_LEFT, y: 1.9, w: SLIDE.width - COVER_LEFT - PAGE.left, h: 1.5 }, size: 40 } as const
export const COVER_BODY = {
  box: { x: COVER_LEFT, y: 3.6, w: SLIDE.width - COVER_LEFT - PAGE.left, h: 2.2 },
  size: 16,
  after: 3,
} as const
/** A band along the edge: it suits any number of lines beside it. */
export const COVER_BAR: Box = { x: 0, y: 0, w: 0.3, h: SLIDE.height }
export const FOOTER = {
  rule: { x: PAGE.left, y: PAGE.footer, w: PAGE.width, width: 0.75 },
  box: { x: PAGE.left, y: PAGE.footer + 0.05, w: PAGE.width - 1, h: 0.28 },
  number: { x: PAGE.left + PAGE.width - 0.8, y: PAGE.footer + 0.05, w: 0.8, h: 0.28 },
  size: 9,
} as const

/** Width and height that a logo may have, in inches. */
const [FOOTER_LOGO, COVER_LOGO] = [[1.5, 0.24], [4, 0.9]] as const
const COVER_NAME: Box = { x: COVER_LEFT, y: 6.7, w: PAGE.width, h: 0.34 }

/** The title of a page or of the cover. */
export const titleBlock = (text: string, { box, size }: typeof TITLE | typeof COVER_TITLE): TextBlock => ({
  ...lineOf(text, box, { size, color: INK, bold: true }),
  place: 'title',
})

/** The sentences under a title. */
export const bodyBlock = (lines: readonly string[], { box, size, after }: typeof BODY | typeof COVER_BODY | typeof TEXT, color: typeof GREY | typeof INK = GREY): TextBlock => ({
  kind: 'text',
  box,
  valign: 'top',
  align: 'left',
  paragraphs: paragraphsOf(lines, { size, color }, { size, color }, { first: after, rest: after }),
  place: 'body',
})

/** Small print under the content. */
export const footBlock = (lines: readonly string[]): readonly Block[] =>
  lines.length === 0
    ? []
    : [lineOf(lines.join(' '), { x: PAGE.left, y: PAGE.foot, w: PAGE.width, h: 0.34 }, { size: 10, color: GREY })]

/** What the master puts at the foot of every page but the cover: `number` is the page's. */
export const footerBlocks = (footer: string, number: number, brand: Brand): readonly Block[] => {
  const { box, size } = footerText(brand)
  return [
    { kind: 'line', ...FOOTER.rule, color: LINE },
    lineOf(footer, box, { size, color: GREY }),
    ...footerLogo(brand),
    lineOf(String(number), FOOTER.number, { size: FOOTER.size, color: GREY }, 'right'),
  ]
}

/** Where the foot's words stand: beside a logo they are smaller, so that they keep to their lines. */
export function footerText({ logo }: Brand): { readonly box: Box; readonly size: number } {
  const { box, size } = FOOTER
  if (logo === null) return { box, size }
  const { w } = logoSize(logo, ...FOOTER_LOGO)
  return { box: { ...box, w: box.w - w - 0.1 }, size: size - 1 }
}

const pictureOf = ({ name }: Brand, { type, data }: NonNullable<Brand['logo']>, box: Box): PictureBlock => ({ kind: 'picture', type, data, alt: name, box })

/** The logo at the foot, between words and number. */
export function footerLogo(brand: Brand): readonly PictureBlock[] {
  const { logo } = brand
  if (logo === null) return []
  const { w, h } = logoSize(logo, ...FOOTER_LOGO)
  const { number } = FOOTER
  return [pictureOf(brand, logo, { x: number.x + 0.3 - w, y: number.y + (number.h - h) / 2, w, h })]
}

/** What the master puts on the cover: a bar in the accent colour, logo and name of the company. */
export function coverBlocks(brand: Brand): readonly Block[] {
  const { logo, name } = brand
  const size = logo && logoSize(logo, ...COVER_LOGO)
  return [
    { kind: 'rect', box: COVER_BAR, color: ACCENT },
    ...(logo && size ? [pictureOf(brand, logo, { x: COVER_LEFT, y: 0.6, ...size })] : []),
    ...(name === '' ? [] : [lineOf(name, COVER_NAME, { size: 14, color: GREY })]),
  ]
}

/** What somebody remarked, where they did. */
export const remarkBlocks = (remark: string | undefined): readonly Block[] =>
  remark === undefined
    ? []
    : [
        { kind: 'rect', box: REMARK.bar, color: ACCENT },
        lineOf(remark, REMARK.box, { size: REMARK.size, color: ACCENT, bold: true }),
      ]
