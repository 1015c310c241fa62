import PptxGenJS from 'pptxgenjs'
import { invariant } from '../base/assert'
import { EARSHOT_BRAND, themeOf, type Brand } from './layout/brand'
import type { Outline } from './outline'
import { chartPart } from './pptx/chart-part'
import { chartWorkbook } from './pptx/chart-workbook'
import { defineMasters } from './pptx/masters'
import { mend } from './pptx/mend'
import { languageOf, placeSlides } from './pptx/place'
import { escapeXml } from './pptx/xml'
import { packZip, unpackZip } from './repack-zip'
import { xmlSafe } from './sanitize'

/**
 * The summary as a PowerPoint deck, 16:9: placeholders, native charts with their data, real tables, speaker notes. The
 * same outline gives the same bytes; `outline.at` is the only time in them.
 */
export async function writePptx(outline: Outline, brand: Brand = EARSHOT_BRAND): Promise<Uint8Array> {
  const deck = new PptxGenJS()
  deck.layout = 'LAYOUT_WIDE'
  deck.author = 'Earshot'
  // The library escapes the other properties, and not this one.
  deck.company = escapeXml(brand.name) || 'Earshot'
  deck.subject = xmlSafe(outline.footer)
  deck.title = xmlSafe(outline.project)
  deck.theme = { headFontFace: brand.font, bodyFontFace: brand.font }
  defineMasters(deck, xmlSafe(outline.footer), brand)
  const frames = placeSlides(deck, outline, brand)
  const bytes: unknown = await deck.write({ outputType: 'uint8array' })
  invariant(bytes instanceof Uint8Array, 'the deck is written as bytes')
  const charts = await Promise.all(
    frames.map(async (frame) => ({
      part: chartPart(frame),
      workbook: await chartWorkbook(frame.chart),
    })),
  )
  return packZip(mend(unpackZip(bytes), charts, outline.at, languageOf(outline.locale), themeOf(brand)))
}
