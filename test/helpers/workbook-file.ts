import { zipSync, type Zippable } from 'fflate'
import type { SourceFile } from '../../shared/ingest/types'

const encode = (text: string): Uint8Array => new TextEncoder().encode(text)

export interface SheetXml {
  readonly name: string
  readonly state?: 'hidden' | 'veryHidden'
  /** What is in `<sheetData>`. */
  readonly rows: string
  /** What comes after it, and before the worksheet's start. */
  readonly after?: string
  readonly before?: string
}

/** A cell with an inline text. */
export const textCell = (ref: string, text: string): string => `<c r="${ref}" t="inlineStr"><is><t>${text}</t></is></c>`

/** Rows of inline texts. */
export const textRows = (rows: readonly (readonly string[])[]): string =>
  rows
    .map((cells, row) => `<row r="${row + 1}">${cells.map((cell, at) => textCell(`${String.fromCharCode(65 + at)}${row + 1}`, cell)).join('')}</row>`)
    .join('')

/** A workbook written part by part, so that any of them may be wrong. */
export function workbookFile(sheets: readonly SheetXml[], extra: Readonly<Record<string, string | Uint8Array>> = {}, name = 'book.xlsx'): SourceFile {
  const type = (part: string, kind: string): string => `<Override PartName="${part}" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.${kind}+xml"/>`
  const relationship = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships'
  const parts: Record<string, string | Uint8Array> = {
    '[Content_Types].xml': `<?xml version="1.0"?><Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>${type('/xl/workbook.xml', 'sheet.main')}${sheets.map((_, at) => type(`/xl/worksheets/sheet${at + 1}.xml`, 'worksheet')).join('')}</Types>`,
    '_rels/.rels': `<?xml version="1.0"?><Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="r1" Type="${relationship}/officeDocument" Target="xl/workbook.xml"/></Relationships>`,
    'xl/workbook.xml': `<?xml version="1.0"?><workbook xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main" xmlns:r="${relationship}"><sheets>${sheets.map(({ name: title, state }, at) => `<sheet name="${title}" sheetId="${at + 1}"${state ? ` state="${state}"` : ''} r:id="rId${at + 1}"/>`).join('')}</sheets></workbook>`,
    'xl/_rels/workbook.xml.rels': `<?xml version="1.0"?><Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">${sheets.map((_, at) => `<Relationship Id="rId${at + 1}" Type="${relationship}/worksheet" Target="worksheets/sheet${at + 1}.xml"/>`).join('')}<Relationship Id="rIdS" Type="${relationship}/sharedStrings" Target="sharedStrings.xml"/></Relationships>`,
    'xl/sharedStrings.xml': `<?xml version="1.0"?><sst xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><si><t>shared</t></si></sst>`,
    ...Object.fromEntries(
      sheets.map(({ rows, before = '', after = '' }, at) => [
        `xl/worksheets/sheet${at + 1}.xml`,
        `<?xml version="1.0"?>${before}<worksheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><sheetData>${rows}</sheetData>${after}</worksheet>`,
      ]),
    ),
    ...extra,
  }
  return { name, bytes: zipped(parts) }
}

export const zipped = (parts: Readonly<Record<string, string | Uint8Array>>): Uint8Array =>
  zipSync(Object.fromEntries(Object.entries(parts).map(([path, part]) => [path, typeof part === 'string' ? encode(part) : part])) as Zippable)
