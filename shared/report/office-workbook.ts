import { strFromU8, strToU8 } from 'fflate'
import writeExcelFile from 'write-excel-file/universal'
import type { Sheet } from 'write-excel-file/universal'
import { escapeXml } from './pptx/xml'
import { packZip, unpackZip } from './repack-zip'

export type OfficeSheet = Omit<Sheet<never>, 'images'>

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
  const blob = await writeExcelFile([...sheets], {
    fontFamily: font.family,
    fontSize: font.size,
  }).toBlob()
  const parts = unpackZip(new Uint8Array(await blob.arrayBuffer()))
  for (const [name, bytes] of parts) {
    if (name === 'xl/sharedStrings.xml') parts.set(name, strToU8(keepSpaces(strFromU8(bytes))))
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

/** A cell of the first sheet that leads to the start of another one. */
export interface CellLink {
  readonly cell: string
  readonly sheet: string
}

const FIRST = 'xl/worksheets/sheet1.xml'

/** Links stand behind the cells and before what says how a sheet prints; they lead nowhere but into the workbook. */
function linked(sheet: string, links: readonly CellLink[]): string {
  const all = links.map(({ cell, sheet: name }) => `<hyperlink ref="${cell}" location="${escapeXml(`'${name.replaceAll("'", "''")}'!A1`)}" display="${escapeXml(name)}"/>`)
  const at = sheet.search(/<(?:printOptions|pageMargins|pageSetup|headerFooter|drawing|legacyDrawing)[ />]|<\/worksheet>/)
  return `${sheet.slice(0, at)}<hyperlinks>${all.join('')}</hyperlinks>${sheet.slice(at)}`
}

/** Without the mark, readers drop spaces at the ends of a text. */
const keepSpaces = (strings: string): string => strings.replaceAll('<t>', '<t xml:space="preserve">')

/** Prints as wide as one page, and freezes rows the way Excel itself writes it. */
const fitPage = (sheet: string): string =>
  sheet
    .replace(/<worksheet [^>]*>/, '$&<sheetPr><pageSetUpPr fitToPage="1"/></sheetPr>')
    .replace(/<pageSetup /, '<pageSetup fitToHeight="0" ')
    .replace(' xSplit="0"', '')
    .replace('activePane="bottomRight"', 'activePane="bottomLeft"')
