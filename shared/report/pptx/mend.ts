import { strFromU8, strToU8 } from 'fflate'
import type { Theme } from '../layout/brand'
import type { ZipParts } from '../repack-zip'
import { escapeXml } from './xml'

export interface ChartFiles {
  readonly part: string
  readonly workbook: Uint8Array
}

const CHART_NUMBER = /(charts\/(?:_rels\/)?chart|embeddings\/Microsoft_Excel_Worksheet)(\d+)(?=\.xml|\.xlsx)/g
const CHART_PART = /^ppt\/charts\/chart(\d+)\.xml$/
const NOTES_TEXT = /<a:p><a:r><a:rPr [^>]*\/><a:t>([^<]*)<\/a:t><\/a:r><a:endParaRPr [^>]*\/><\/a:p>/

/**
 * What pptxgenjs 4.0.1 leaves to be done. It numbers charts across all decks of a session, so they are counted again
 * from 1; it drops zeros from chart sheets and breaks the schema's order in chart parts, so both are replaced; it lists
 * masters that are not there, gives two shapes of a slide one id, writes notes as one paragraph, its own theme colours
 * and the time of day.
 */
export function mend(parts: ZipParts, charts: readonly ChartFiles[], at: string, lang: string, theme: Theme): ZipParts {
  const numbers = [...parts.keys()].flatMap((name) => CHART_PART.exec(name)?.[1] ?? [])
  numbers.sort((a, b) => Number(a) - Number(b))
  const renumber = (text: string): string =>
    text.replace(CHART_NUMBER, (_, path: string, number: string) => `${path}${numbers.indexOf(number) + 1}`)

  const mended: ZipParts = new Map()
  for (const [name, bytes] of parts) {
    const text = /\.(?:xml|rels)$/.test(name) ? renumber(strFromU8(bytes)) : null
    mended.set(renumber(name), text === null ? bytes : strToU8(mendText(name, text, at, lang, theme)))
  }
  charts.forEach(({ part, workbook }, index) => {
    mended.set(`ppt/charts/chart${index + 1}.xml`, strToU8(part))
    mended.set(`ppt/embeddings/Microsoft_Excel_Worksheet${index + 1}.xlsx`, workbook)
  })
  const types = '[Content_Types].xml'
  const listed = strFromU8(mended.get(types) ?? new Uint8Array())
  const present = (all: string, part: string): string => (mended.has(part) ? all.trim() : '')
  mended.set(types, strToU8(listed.replace(/ ?<Override PartName="\/([^"]+)"[^>]*\/>/g, present)))
  return mended
}

function mendText(name: string, text: string, at: string, lang: string, theme: Theme): string {
  if (name === 'docProps/core.xml')
    return text.replace(/(<dcterms:(\w+) [^>]*>)[^<]*/g, `$1${escapeXml(at.slice(0, 19))}Z`)
  if (name === 'ppt/theme/theme1.xml') return text.replace(/<a:clrScheme .*?<\/a:clrScheme>/s, colorScheme(theme))
  if (name.startsWith('ppt/notesSlides/notesSlide'))
    return text.replace(NOTES_TEXT, (_, notes: string) => paragraphs(notes, lang))
  if (/^ppt\/slide(?:s|Layouts)\/slide/.test(name)) return uniqueIds(text)
  return text
}

const colorScheme = (theme: Theme): string =>
  `<a:clrScheme name="Earshot">${Object.entries(theme)
    .map(([name, color]) => `<a:${name}><a:srgbClr val="${color}"/></a:${name}>`)
    .join('')}</a:clrScheme>`

const paragraphs = (notes: string, lang: string): string =>
  notes
    .split(/\r?\n/)
    .map((line) => `<a:p><a:r><a:rPr lang="${lang}"/><a:t>${line}</a:t></a:r></a:p>`)
    .join('')

function uniqueIds(text: string): string {
  let id = 0
  return text.replace(/<p:cNvPr id="\d+"/g, () => `<p:cNvPr id="${(id += 1)}"`)
}
