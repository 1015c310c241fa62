import { escapeXml } from '../pptx/xml'

/** A cell of the first sheet that leads to the start of another one. */
export interface CellLink {
  readonly cell: string
  readonly sheet: string
}

/** The XML of a sheet with links. They stand behind the cells and before what says how a sheet prints; they lead nowhere but into the workbook. */
export function linked(sheet: string, links: readonly CellLink[]): string {
  const all = links.map(({ cell, sheet: name }) => `<hyperlink ref="${cell}" location="${escapeXml(`'${name.replaceAll("'", "''")}'!A1`)}" display="${escapeXml(name)}"/>`)
  const at = sheet.search(/<(?:printOptions|pageMargins|pageSetup|headerFooter|drawing|legacyDrawing)[ />]|<\/worksheet>/)
  return `${sheet.slice(0, at)}<hyperlinks>${all.join('')}</hyperlinks>${sheet.slice(at)}`
}
