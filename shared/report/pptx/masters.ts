import type PptxGenJS from 'pptxgenjs'
import { assertNever } from '../../base/assert'
import type { Block } from '../layout/blocks'
import type { Brand } from '../layout/brand'
import { BODY, COVER_BODY, COVER_TITLE, coverBlocks, FOOTER, footerLogo, footerText, TEXT, TITLE } from '../layout/frame'
import type { Master } from '../layout/lay-out'
import { GREY, INK, LINE } from '../layout/look'
import { xmlSafe } from '../sanitize'

export const MASTERS: Readonly<Record<Master, string>> = {
  cover: 'Earshot cover',
  page: 'Earshot page',
  bare: 'Earshot page without text',
  text: 'Earshot page of text',
}

const FLUSH = { margin: 0, align: 'left' } as const

type MasterObject = NonNullable<PptxGenJS.SlideMasterProps['objects']>[number]

const title = ({ box, size }: typeof TITLE | typeof COVER_TITLE): MasterObject => ({
  placeholder: {
    options: { name: 'title', type: 'title', ...box, ...FLUSH, valign: 'middle', fontSize: size, bold: true, color: INK },
    text: '',
  },
})

const body = ({ box, size }: typeof BODY | typeof COVER_BODY | typeof TEXT, color: typeof GREY | typeof INK = GREY): MasterObject => ({
  placeholder: {
    options: { name: 'body', type: 'body', ...box, ...FLUSH, valign: 'top', fontSize: size, color },
    text: '',
  },
})

/** What stands on a master beside its placeholders. */
function objectOf(block: Block): MasterObject[] {
  switch (block.kind) {
    case 'rect':
      return [{ rect: { ...block.box, fill: { color: block.color } } }]
    case 'line':
      return [{ line: { x: block.x, y: block.y, w: block.w, h: 0, line: { color: block.color, width: block.width } } }]
    case 'picture':
      return [{ image: { ...block.box, data: `data:${block.type};base64,${block.data}`, altText: xmlSafe(block.alt) } }]
    case 'text':
      return block.paragraphs.flatMap(({ runs }) =>
        runs.map(({ text, size, color }) => ({
          text: { text: xmlSafe(text), options: { ...block.box, margin: 0, align: block.align, valign: block.valign, fontSize: size, color } },
        })),
      )
    case 'grid':
    case 'chart':
      return []
    default:
      return assertNever(block, 'block')
  }
}

/** The layouts: a cover, a page with title and text, one with a title only, one of words. All but the cover have a foot. */
export function defineMasters(deck: PptxGenJS, footer: string, brand: Brand): void {
  const { rule, number, size } = FOOTER
  const words = footerText(brand)
  const small = { margin: 0, valign: 'middle', fontSize: size, color: GREY } as const
  const foot = (): MasterObject[] => [
    { line: { x: rule.x, y: rule.y, w: rule.w, h: 0, line: { color: LINE, width: rule.width } } },
    { text: { text: footer, options: { ...words.box, ...small, fontSize: words.size, align: 'left' } } },
    ...footerLogo(brand).flatMap(objectOf),
  ]
  const slideNumber = { ...number, ...small, align: 'right' } as const
  deck.defineSlideMaster({ title: MASTERS.page, objects: [title(TITLE), body(BODY), ...foot()], slideNumber: { ...slideNumber } })
  deck.defineSlideMaster({ title: MASTERS.text, objects: [title(TITLE), body(TEXT, INK), ...foot()], slideNumber: { ...slideNumber } })
  deck.defineSlideMaster({ title: MASTERS.bare, objects: [title(TITLE), ...foot()], slideNumber: { ...slideNumber } })
  deck.defineSlideMaster({
    title: MASTERS.cover,
    objects: [...coverBlocks(brand).flatMap(objectOf), title(COVER_TITLE), body(COVER_BODY)],
  })
}
