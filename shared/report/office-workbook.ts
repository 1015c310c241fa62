import { strFromU8, strToU8 } from 'fflate'
import writeExcelFile from 'write-excel-file/universal'
import type { Sheet } from 'write-excel-file/universal'
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
): Promise<Uint8Array> {
  const blob = await writeExcelFile([...sheets], {
    fontFamily: font.family,
    fontSize: font.size,
  }).toBlob()
  const parts = unpackZip(new Uint8Array(await blob.arrayBuffer()))
  for (const [name, bytes] of parts) {
    if (name === 'xl/sharedStrings.xml') parts.set(name, strToU8(keepSpaces(strFromU8(bytes))))
    if (name === 'xl/styles.xml') parts.set(name, strToU8(orderFonts(strFromU8(bytes))))
    if (name === 'xl/workbook.xml') parts.set(name, strToU8(strFromU8(bytes).replace('<definedNames/>', '')))
    if (name.startsWith('xl/worksheets/sheet')) parts.set(name, strToU8(fitPage(strFromU8(bytes))))
  }
  return packZip(parts)
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

const FONT_ORDER = ['b', 'i', 'strike', 'u', 'vertAlign', 'sz', 'color', 'name', 'family', 'charset', 'scheme']

/** The properties of each font in the schema's order, which the library does not keep. */
const orderFonts = (styles: string): string =>
  styles.replace(/<font>(.*?)<\/font>/gs, (_, inside: string) => {
    const place = (element: string): number => FONT_ORDER.indexOf(/^<(\w+)/.exec(element)?.[1] ?? '')
    const elements = inside.match(/<\w+[^>]*?\/>/g) ?? []
    return `<font>${[...elements].sort((a, b) => place(a) - place(b)).join('')}</font>`
  })
