import { FONT, THEME_COLORS } from '../layout/look'

/** Formats of cells, by their place in `styles.xml`. `typed` marks text that a spreadsheet must not work out anew when it is edited. */
export const STYLE = { number: 1, plain: 2, typed: 3, wrapped: 4, wrappedTyped: 5, day: 6, time: 7, head: 8, numberHead: 9, note: 10 } as const

const HEAD = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
const MAIN = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main'
const RELATIONS = 'http://schemas.openxmlformats.org/package/2006/relationships'
const OFFICE = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships'
const SHEETML = 'application/vnd.openxmlformats-officedocument.spreadsheetml'

export const xmlText = (text: string): string => text.replace(/[&<>"]/g, (sign) => XML.get(sign)!)
const XML = new Map([
  ['&', '&amp;'],
  ['<', '&lt;'],
  ['>', '&gt;'],
  ['"', '&quot;'],
])

export const sheetPath = (at: number): string => `xl/worksheets/sheet${at + 1}.xml`

/** Everything of a workbook but its sheets and texts. */
export function fixedParts(sheets: readonly string[]): readonly (readonly [path: string, xml: string])[] {
  const override = (path: string, type: string): string => `<Override PartName="/${path}" ContentType="${SHEETML}.${type}+xml"/>`
  const types =
    `${HEAD}<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types">` +
    '<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/>' +
    `${override('xl/workbook.xml', 'sheet.main')}${override('xl/styles.xml', 'styles')}${override('xl/sharedStrings.xml', 'sharedStrings')}` +
    `${sheets.map((_, at) => override(sheetPath(at), 'worksheet')).join('')}</Types>`
  const relation = (id: number, type: string, target: string): string =>
    `<Relationship Id="rId${id}" Type="${OFFICE}/${type}" Target="${target}"/>`
  const relations = (all: string): string => `${HEAD}<Relationships xmlns="${RELATIONS}">${all}</Relationships>`
  return [
    ['[Content_Types].xml', types],
    ['_rels/.rels', relations(relation(1, 'officeDocument', 'xl/workbook.xml'))],
    [
      'xl/workbook.xml',
      `${HEAD}<workbook xmlns="${MAIN}" xmlns:r="${OFFICE}"><bookViews><workbookView/></bookViews><sheets>${sheets
        .map((name, at) => `<sheet name="${xmlText(name)}" sheetId="${at + 1}" r:id="rId${at + 1}"/>`)
        .join('')}</sheets></workbook>`,
    ],
    [
      'xl/_rels/workbook.xml.rels',
      relations(
        sheets.map((_, at) => relation(at + 1, 'worksheet', sheetPath(at).slice(3))).join('') +
          relation(sheets.length + 1, 'styles', 'styles.xml') +
          relation(sheets.length + 2, 'sharedStrings', 'sharedStrings.xml'),
      ),
    ],
    ['xl/styles.xml', styles()],
  ]
}

function styles(): string {
  const font = (more: string): string =>
    `<font>${more}<sz val="10"/><color rgb="FF${THEME_COLORS.dk1}"/><name val="${FONT}"/><family val="2"/></font>`
  const format = (attributes: string, alignment: string): string => `<xf xfId="0" borderId="0" ${attributes} applyAlignment="1"><alignment ${alignment}/></xf>`
  const plain = 'fontId="0" fillId="0"'
  const head = 'numFmtId="0" fontId="1" applyFont="1" fillId="2" applyFill="1"'
  // A little off from the numbers of the column before.
  const text = 'vertical="top" horizontal="left" indent="1"'
  const formats = [
    // Some readers pass over the alignment of the first one.
    '<xf xfId="0" numFmtId="0" fontId="0" fillId="0" borderId="0"/>',
    format(`numFmtId="0" ${plain}`, 'vertical="top"'),
    format(`numFmtId="0" ${plain}`, text),
    format(`numFmtId="0" ${plain} quotePrefix="1"`, text),
    format(`numFmtId="0" ${plain}`, `${text} wrapText="1"`),
    format(`numFmtId="0" ${plain} quotePrefix="1"`, `${text} wrapText="1"`),
    format(`numFmtId="164" applyNumberFormat="1" ${plain}`, text),
    format(`numFmtId="165" applyNumberFormat="1" ${plain}`, text),
    format(head, 'vertical="center" horizontal="left" indent="1" wrapText="1"'),
    format(head, 'vertical="center" horizontal="right" wrapText="1"'),
    // Filled cells do not run over into the columns beside them.
    format(`numFmtId="0" ${plain}`, 'vertical="top" horizontal="fill"'),
  ]
  return (
    `${HEAD}<styleSheet xmlns="${MAIN}">` +
    '<numFmts count="2"><numFmt numFmtId="164" formatCode="yyyy\\-mm\\-dd"/><numFmt numFmtId="165" formatCode="yyyy\\-mm\\-dd\\ hh:mm:ss"/></numFmts>' +
    `<fonts count="2">${font('')}${font('<b/>')}</fonts>` +
    `<fills count="3"><fill><patternFill patternType="none"/></fill><fill><patternFill patternType="gray125"/></fill><fill><patternFill patternType="solid"><fgColor rgb="FF${THEME_COLORS.lt2}"/></patternFill></fill></fills>` +
    '<borders count="1"><border/></borders><cellStyleXfs count="1"><xf/></cellStyleXfs>' +
    `<cellXfs count="${formats.length}">${formats.join('')}</cellXfs></styleSheet>`
  )
}

export const sheetStart = (widths: readonly number[]): string =>
  `${HEAD}<worksheet xmlns="${MAIN}"><sheetViews><sheetView workbookViewId="0"><pane ySplit="1" topLeftCell="A2" activePane="bottomLeft" state="frozen"/></sheetView></sheetViews>` +
  `<sheetFormatPr defaultRowHeight="14.5"/><cols>${widths
    .map((width, at) => `<col min="${at + 1}" max="${at + 1}" width="${width}" customWidth="1"/>`)
    .join('')}</cols><sheetData>`

export const sheetEnd = (lastCell: string): string =>
  `</sheetData><autoFilter ref="A1:${lastCell}"/><pageSetup orientation="landscape"/></worksheet>`

export const stringsStart = (): string => `${HEAD}<sst xmlns="${MAIN}">`
export const stringsEnd = '</sst>'

/** `A`, `B`, … `Z`, `AA`, … */
export function columnName(at: number): string {
  let name = ''
  for (let rest = at; rest >= 0; rest = Math.floor(rest / 26) - 1) name = String.fromCharCode(65 + (rest % 26)) + name
  return name
}
