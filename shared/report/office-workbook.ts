import { strFromU8, strToU8 } from 'fflate'
import writeExcelFile from 'write-excel-file/universal'
import type { Sheet } from 'write-excel-file/universal'
import { escapeXml } from './pptx/xml'
import { packZip, unpackZip } from './repack-zip'
import { linked, type CellLink } from './xlsx/cell-links'

export type OfficeSheet = Omit<Sheet<never>, 'images'>

const FIRST = 'xl/worksheets/sheet1.xml'

/**
 * The bytes of a workbook, the same for the same sheets. The library's universal entry needs only Blob, which windows,
 * workers and Node have; it zips with fflate's `zip`, which starts a worker for parts over 160 KB, so a bundle for a
 * page that forbids blob workers must alias `zip` to its synchronous form.
 */
export async function officeWorkbook(
  sheets: readonly OfficeSheet[],
  font: { readonly family: string; readonly size: number },
  { links = [], last = null }: Finish = {},
): Promise<Uint8Array> {
  const texts = new Map<string, number>()
  const blob = await writeExcelFile(sheets.map((sheet, at) => ({ ...sheet, sheet: `Sheet${at + 1}`, data: sheet.data.map((row) => row?.map((cell) => numbered(cell, texts)) ?? row) })), {
    fontFamily: font.family,
    fontSize: font.size,
  }).toBlob()
  const parts = unpackZip(new Uint8Array(await blob.arrayBuffer()))
  for (const [name, bytes] of parts) {
    if (name === 'xl/sharedStrings.xml') parts.set(name, strToU8(spelledOut(strFromU8(bytes), [...texts.keys()])))
    if (name === 'xl/styles.xml') parts.set(name, strToU8(orderFonts(strFromU8(bytes))))
    if (name === 'xl/workbook.xml') parts.set(name, strToU8(named(strFromU8(bytes), sheets)))
    if (name.startsWith('xl/worksheets/sheet')) parts.set(name, strToU8(fitPage(strFromU8(bytes))))
  }
  const lastName = `xl/worksheets/sheet${sheets.length}.xml`
  const lastSheet = parts.get(lastName)
  if (lastSheet && last) parts.set(lastName, last(strFromU8(lastSheet)))
  const first = parts.get(FIRST)
  if (first && links.length > 0) parts.set(FIRST, strToU8(linked(strFromU8(first), links)))
  return packZip(parts)
}

interface Finish {
  readonly links?: readonly CellLink[]
  /** Fills the last sheet, whose XML it is given. */
  readonly last?: ((xml: string) => Uint8Array) | null
}

type Cell = NonNullable<OfficeSheet['data'][number]>[number]

/**
 * A cell with the number of its text in place of it. The library drops characters that XML allows, and takes the names
 * of what every object has ("constructor") for texts that it has seen.
 */
function numbered(cell: Cell, texts: Map<string, number>): Cell {
  if (cell === null || typeof cell !== 'object' || !('value' in cell) || typeof cell.value !== 'string') return cell
  const number = texts.get(cell.value) ?? texts.size
  texts.set(cell.value, number)
  return { ...cell, value: `#${number}` }
}

/** The texts behind their numbers. Without the mark, readers drop spaces at the ends of a text. */
const spelledOut = (strings: string, texts: readonly string[]): string =>
  strings.replace(/<t>#(\d+)<\/t>/g, (_, at: string) => `<t xml:space="preserve">${escapeXml(texts[Number(at)] ?? '')}</t>`)

/** The sheets with their names, which the library would thin out as it does texts; the element for names of ranges must not be empty. */
const named = (workbook: string, sheets: readonly OfficeSheet[]): string =>
  workbook.replace(/ name="Sheet(\d+)"/g, (_, number: string) => ` name="${escapeXml(sheets[Number(number) - 1]?.sheet ?? '')}"`).replace('<definedNames/>', '')

/** Prints as wide as one page, and freezes rows the way Excel itself writes it. */
const fitPage = (sheet: string): string =>
  sheet
    .replace(/<worksheet [^>]*>/, '$&<sheetPr><pageSetUpPr fitToPage="1"/></sheetPr>')
    .replace(/<pageSetup /, '<pageSetup fitToHeight="0" ')
    .replace(' xSplit="0"', '')
    .replace('activePane="bottomRight"', 'activePane="bottomLeft"')

const FONT_ORDER = ['b', 'i', 'strike', 'u', 'vertAlign', 'sz', 'color', 'name', 'family', 'charset', 'scheme']

/** The properties of each font in the schema's order, which the library does not keep. */
const orderFonts = (styles: string): string =>
  styles.replace(/<font>(.*?)<\/font>/gs, (_, inside: string) => {
    const place = (element: string): number => FONT_ORDER.indexOf(/^<(\w+)/.exec(element)?.[1] ?? '')
    const elements = inside.match(/<\w+[^>]*?\/>/g) ?? []
    return `<font>${[...elements].sort((a, b) => place(a) - place(b)).join('')}</font>`
  })
