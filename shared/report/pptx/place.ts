import type PptxGenJS from 'pptxgenjs'
import { assertNever } from '../../base/assert'
import type { Locale } from '../../locale/translate'
import type { Outline, Slide } from '../outline'
import type { Canvas } from './canvas'
import { clean } from './canvas'
import type { ChartFrame } from './chart-part'
import { MASTERS } from './masters'
import { placeColumns } from './place-columns'
import { placeHeadline } from './place-headline'
import { placeMethod } from './place-method'
import { placeQuotes } from './place-quotes'
import { placeRows } from './place-rows'

export const languageOf = (locale: Locale): string => (locale === 'ko' ? 'ko-KR' : 'en-US')

/** Lays out every slide of `outline`; returns the charts in the order the deck numbers them. */
export function placeSlides(deck: PptxGenJS, outline: Outline): readonly ChartFrame[] {
  const charts: ChartFrame[] = []
  for (const entry of outline.slides) {
    const slide = deck.addSlide({ masterName: masterOf(entry) })
    const canvas: Canvas = { slide, lang: languageOf(outline.locale), charts }
    slide.addText(clean(entry.title), { placeholder: 'title', lang: canvas.lang })
    place(canvas, entry)
    slide.addNotes(entry.notes.map(clean).join('\n'))
  }
  return charts
}

function masterOf({ kind }: Slide): string {
  if (kind === 'title') return MASTERS.cover
  return kind === 'trend' || kind === 'composition' || kind === 'groups' || kind === 'segment' || kind === 'themes'
    ? MASTERS.page
    : MASTERS.bare
}

function place(canvas: Canvas, slide: Slide): void {
  switch (slide.kind) {
    case 'title':
      return placeBody(canvas, [slide.subtitle, ...slide.lines])
    case 'headline':
      return placeHeadline(canvas, slide)
    case 'trend':
    case 'composition':
      placeBody(canvas, slide.body)
      return placeColumns(canvas, slide)
    case 'groups':
    case 'segment':
    case 'themes':
      placeBody(canvas, slide.body)
      return placeRows(canvas, slide)
    case 'quotes':
      return placeQuotes(canvas, slide)
    case 'method':
      return placeMethod(canvas, slide)
    default:
      return assertNever(slide, 'slide')
  }
}

function placeBody({ slide, lang }: Canvas, lines: readonly string[]): void {
  slide.addText(
    lines.map((line) => ({ text: clean(line), options: { breakLine: true, paraSpaceAfter: 3 } })),
    { placeholder: 'body', lang },
  )
}
