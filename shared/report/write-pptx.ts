import PptxGenJS from 'pptxgenjs'
import { invariant } from '../base/assert'
import { FONT } from './layout/look'
import type { Outline } from './outline'
import { chartPart } from './pptx/chart-part'
import { chartWorkbook } from './pptx/chart-workbook'
import { defineMasters } from './pptx/masters'
import { mend } from './pptx/mend'
import { languageOf, placeSlides } from './pptx/place'
import { packZip, unpackZip } from './repack-zip'
import { xmlSafe } from './sanitize'

/**
 * The summary as a PowerPoint deck, 16:9: placeholders, native charts with their data, real tables, speaker notes. The
 * same outline gives the same bytes; `outline.at` is the only time in them.
 */
export async function writePptx(outline: Outline): Promise<Uint8Array> {
  const deck = new PptxGenJS()
  deck.layout = 'LAYOUT_WIDE'
  deck.author = 'Earshot'
  deck.company = 'Earshot'
  deck.subject = xmlSafe(outline.footer)
  deck.title = xmlSafe(outline.project)
  deck.theme = { headFontFace: FONT, bodyFontFace: FONT }
  defineMasters(deck, xmlSafe(outline.footer))
  const frames = placeSlides(deck, outline)
  const bytes: unknown = await deck.write({ outputType: 'uint8array' })
  invariant(bytes instanceof Uint8Array, 'the deck is written as bytes')
  const charts = await Promise.all(
    frames.map(async (frame) => ({
      part: chartPart(frame),
      workbook: await chartWorkbook(frame.chart),
    })),
  )
  return packZip(mend(unpackZip(bytes), charts, outline.at, languageOf(outline.locale)))
}
