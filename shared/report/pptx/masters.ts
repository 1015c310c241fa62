import type PptxGenJS from 'pptxgenjs'
import { BODY, COVER_BAR, COVER_BODY, COVER_TITLE, FOOTER, TITLE } from '../layout/frame'
import type { Master } from '../layout/lay-out'
import { ACCENT, GREY, INK, LINE } from '../layout/look'

export const MASTERS: Readonly<Record<Master, string>> = {
  cover: 'Earshot cover',
  page: 'Earshot page',
  bare: 'Earshot page without text',
}

const FLUSH = { margin: 0, align: 'left' } as const

type MasterObject = NonNullable<PptxGenJS.SlideMasterProps['objects']>[number]

const title = ({ box, size }: typeof TITLE | typeof COVER_TITLE): MasterObject => ({
  placeholder: {
    options: { name: 'title', type: 'title', ...box, ...FLUSH, valign: 'middle', fontSize: size, bold: true, color: INK },
    text: '',
  },
})

const body = ({ box, size }: typeof BODY | typeof COVER_BODY): MasterObject => ({
  placeholder: {
    options: { name: 'body', type: 'body', ...box, ...FLUSH, valign: 'top', fontSize: size, color: GREY },
    text: '',
  },
})

/** Three layouts: a cover, a page with title and text, and a page with a title only. All but the cover have a foot. */
export function defineMasters(deck: PptxGenJS, footer: string): void {
  const { rule, box, number, size } = FOOTER
  const small = { margin: 0, valign: 'middle', fontSize: size, color: GREY } as const
  const foot = (): MasterObject[] => [
    { line: { x: rule.x, y: rule.y, w: rule.w, h: 0, line: { color: LINE, width: rule.width } } },
    { text: { text: footer, options: { ...box, ...small, align: 'left' } } },
  ]
  const slideNumber = { ...number, ...small, align: 'right' } as const
  deck.defineSlideMaster({ title: MASTERS.page, objects: [title(TITLE), body(BODY), ...foot()], slideNumber: { ...slideNumber } })
  deck.defineSlideMaster({ title: MASTERS.bare, objects: [title(TITLE), ...foot()], slideNumber: { ...slideNumber } })
  deck.defineSlideMaster({
    title: MASTERS.cover,
    objects: [{ rect: { ...COVER_BAR, fill: { color: ACCENT } } }, title(COVER_TITLE), body(COVER_BODY)],
  })
}
