import { fromBase64 } from './base64'
import type { ChartFrame, PictureBlock } from './layout/blocks'
import { EARSHOT_BRAND, type Brand } from './layout/brand'
import { layOut } from './layout/lay-out'
import type { Outline } from './outline'
import { chartPart } from './pptx/chart-part'
import { chartWorkbook } from './pptx/chart-workbook'
import { layoutPart, masterPart, MASTERS } from './pptx/masters'
import { notesMasterPart, notesPart } from './pptx/notes'
import { newPackage, type Package } from './pptx/package'
import { appPart, corePart, presentationPart, PROPERTIES_PART, TABLE_STYLES_PART, VIEW_PART, type About } from './pptx/presentation'
import { shapesFor, type Shapes } from './pptx/shapes'
import { slidePart } from './pptx/slides'
import { themePart } from './pptx/theme'
import { packZip } from './repack-zip'

const DECK = 'ppt/presentation.xml'
const MASTER = 'ppt/slideMasters/slideMaster1.xml'
const NOTES_MASTER = 'ppt/notesMasters/notesMaster1.xml'
const layoutName = (at: number): string => `ppt/slideLayouts/slideLayout${at + 1}.xml`
const themeName = (at: number): string => `ppt/theme/theme${at + 1}.xml`

/**
 * The summary as a PowerPoint deck, 16:9: placeholders, native charts with their data, real tables, speaker notes. The
 * same outline gives the same bytes; `outline.at` is the only time in them.
 */
export async function writePptx(outline: Outline, brand: Brand = EARSHOT_BRAND): Promise<Uint8Array> {
  const { locale, footer } = outline
  const deck = newPackage()
  const charts: ChartFrame[] = []
  const shapesOf = (part: string): Shapes =>
    shapesFor({
      locale,
      relate: (kind, target) => deck.relate(part, kind, target),
      pictureAt: (picture) => pictureIn(deck, picture),
      chartAt: (frame) => `ppt/charts/chart${charts.push(frame)}.xml`,
    })

  const master = deck.relate(DECK, 'slideMaster', MASTER)
  const layouts = MASTERS.map((_, at) => deck.relate(MASTER, 'slideLayout', layoutName(at)))
  deck.relate(MASTER, 'theme', themeName(0))
  deck.add(MASTER, masterPart(shapesOf(MASTER), locale, footer, brand, layouts))
  MASTERS.forEach((name, at) => {
    deck.relate(layoutName(at), 'slideMaster', MASTER)
    deck.add(layoutName(at), layoutPart(name, shapesOf(layoutName(at)), locale, footer, brand))
  })

  const pages = layOut(outline, brand)
  const slides = pages.map((page, at) => {
    const [slide, notes] = [`ppt/slides/slide${at + 1}.xml`, `ppt/notesSlides/notesSlide${at + 1}.xml`]
    deck.relate(slide, 'slideLayout', layoutName(MASTERS.indexOf(page.master)))
    deck.relate(slide, 'notesSlide', notes)
    deck.add(slide, slidePart(page, shapesOf(slide), footer, at + 1, brand))
    deck.relate(notes, 'notesMaster', NOTES_MASTER)
    deck.relate(notes, 'slide', slide)
    deck.add(notes, notesPart(page.notes, at + 1, locale))
    return deck.relate(DECK, 'slide', slide)
  })

  const notesMaster = deck.relate(DECK, 'notesMaster', NOTES_MASTER)
  // A theme of its own: PowerPoint repairs decks whose masters share one.
  deck.relate(NOTES_MASTER, 'theme', themeName(1))
  deck.add(NOTES_MASTER, notesMasterPart(locale))
  deck.add(themeName(0), themePart(brand))
  deck.add(themeName(1), themePart(brand))
  deck.relate(DECK, 'theme', themeName(0))
  for (const [kind, part] of [
    ['presProps', PROPERTIES_PART],
    ['viewProps', VIEW_PART],
    ['tableStyles', TABLE_STYLES_PART],
  ] as const) {
    deck.relate(DECK, kind, `ppt/${kind}.xml`)
    deck.add(`ppt/${kind}.xml`, part)
  }
  deck.add(DECK, presentationPart(master, notesMaster, slides))

  await addCharts(deck, charts)
  const about: About = { title: outline.project, subject: footer, company: brand.name.trim() || 'Earshot', at: outline.at, language: locale === 'ko' ? 'ko-KR' : 'en-US', slides: pages.length }
  deck.add('docProps/core.xml', corePart(about))
  deck.add('docProps/app.xml', appPart(about))
  return packZip(deck.close())
}

/** Every picture is in the package once, however often it is shown. */
function pictureIn(deck: Package, { type, data }: PictureBlock): string {
  const bytes = fromBase64(data)
  const pictures = [...deck.parts].filter(([name]) => name.startsWith('ppt/media/'))
  const same = pictures.find(([, known]) => known.length === bytes.length && known.every((byte, at) => byte === bytes[at]))
  if (same) return same[0]
  const name = `ppt/media/image${pictures.length + 1}.${type === 'image/png' ? 'png' : 'jpeg'}`
  deck.add(name, bytes)
  return name
}

/** Each chart as a drawing with the sheet that holds its numbers. */
async function addCharts(deck: Package, charts: readonly ChartFrame[]): Promise<void> {
  const workbooks = await Promise.all(charts.map(({ chart }) => chartWorkbook(chart)))
  charts.forEach((frame, at) => {
    const [name, sheet] = [`ppt/charts/chart${at + 1}.xml`, `ppt/embeddings/Microsoft_Excel_Worksheet${at + 1}.xlsx`]
    deck.add(name, chartPart(frame, deck.relate(name, 'package', sheet)))
    deck.add(sheet, workbooks[at] ?? new Uint8Array())
  })
}
