import { assertNever } from '../base/assert'
import type { Paper } from '../protocol/summary-file'
import type { FontFiles } from './font/fonts'
import { EARSHOT_BRAND, themeOf, type Brand } from './layout/brand'
import type { Outline } from './outline'
import { drawFlow } from './pdf/flow-pages'
import { newPen } from './pdf/pen'
import { drawSlides } from './pdf/slide-pages'

/**
 * The summary as a PDF: words that can be selected, charts as vectors, a bookmark a page, tags for screen readers, its
 * letters embedded. The same outline gives the same bytes; `outline.at` is the only time in them.
 */
export function writePdf(outline: Outline, paper: Paper, fonts: FontFiles, brand: Brand = EARSHOT_BRAND): Promise<Uint8Array> {
  const pen = newPen(outline, fonts, themeOf(brand))
  switch (paper) {
    case '16:9':
      drawSlides(pen, outline, brand)
      return pen.done()
    case 'a4':
      drawFlow(pen, outline, brand)
      return pen.done()
    default:
      return assertNever(paper, 'paper')
  }
}
