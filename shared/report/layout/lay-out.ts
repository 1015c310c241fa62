import { assertNever } from '../../base/assert'
import type { Outline, Slide } from '../outline'
import type { Block } from './blocks'
import { EARSHOT_BRAND, type Brand } from './brand'
import { columnsBlocks } from './columns'
import { BODY, bodyBlock, COVER_BODY, COVER_TITLE, coverBlocks, footerBlocks, remarkBlocks, TEXT, TITLE, titleBlock } from './frame'
import { headlineBlocks } from './headline'
import { heatBlocks } from './heat'
import { INK } from './look'
import { methodBlocks } from './method'
import { quotesBlocks } from './quotes'
import { rowsBlocks } from './rows'

/** Which of the masters a slide has: a cover, a title with text below it, a title alone, or a page of text. */
export type Master = 'cover' | 'page' | 'bare' | 'text'

export interface Page {
  readonly id: string
  readonly kind: Slide['kind']
  readonly title: string
  readonly notes: readonly string[]
  readonly master: Master
  /** What stands on the slide itself. */
  readonly blocks: readonly Block[]
  /** What its master adds. */
  readonly frame: readonly Block[]
}

/** Every slide of `outline` with all that stands on it and where. Whoever draws it adds and moves nothing. */
export const layOut = (outline: Outline, brand: Brand = EARSHOT_BRAND): readonly Page[] =>
  outline.slides.map((slide, at) => {
    const master = masterOf(slide)
    return {
      id: slide.id,
      kind: slide.kind,
      title: slide.title,
      notes: slide.notes,
      master,
      blocks: [titleBlock(slide.title, master === 'cover' ? COVER_TITLE : TITLE), ...blocksOf(slide), ...remarkBlocks(slide.remark)],
      frame: master === 'cover' ? coverBlocks(brand) : footerBlocks(outline.footer, at + 1, brand),
    }
  })

function masterOf({ kind }: Slide): Master {
  if (kind === 'title') return 'cover'
  if (kind === 'own') return 'text'
  return kind === 'headline' || kind === 'quotes' || kind === 'method' ? 'bare' : 'page'
}

function blocksOf(slide: Slide): readonly Block[] {
  switch (slide.kind) {
    case 'title':
      return [bodyBlock([slide.subtitle, ...slide.lines], COVER_BODY)]
    case 'headline':
      return headlineBlocks(slide)
    case 'trend':
    case 'composition':
      return [bodyBlock(slide.body, BODY), ...columnsBlocks(slide)]
    case 'groups':
    case 'segment':
    case 'league':
    case 'change':
    case 'themes':
    case 'growth':
      return [bodyBlock(slide.body, BODY), ...rowsBlocks(slide)]
    case 'heat':
      return [bodyBlock(slide.body, BODY), ...heatBlocks(slide)]
    case 'quotes':
      return quotesBlocks(slide)
    case 'method':
      return methodBlocks(slide)
    case 'own':
      return [bodyBlock(slide.body, TEXT, INK)]
    default:
      return assertNever(slide, 'slide')
  }
}
