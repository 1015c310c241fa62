import { zipSync } from 'fflate'
import { describe, expect, test } from 'vitest'
import type { SourceFile } from '../../../shared/ingest/types'
import { textFile } from '../../helpers/survey-files'
import { textCell, textRows, workbookFile, zipped } from '../../helpers/workbook-file'
import { SOAK, size, bytesFile, encode, joined, outcomeOf, cells, type Case, refused, reads, HEADER, lines, utf16 } from './bad-files'

const SURVEY_ROWS = [
  ['Response ID', 'NPS', 'Comment'],
  ['r1', '9', 'good'],
  ['r2', '3', 'bad'],
]
const survey = { name: 'Answers', rows: textRows(SURVEY_ROWS) }
const sheetOf = (rows: string, more: { readonly before?: string; readonly after?: string } = {}) => workbookFile([{ name: 'Answers', rows, ...more }])

/** The central directory of an archive, each entry changed. */
function changeEntries(bytes: Uint8Array, change: (view: DataView, at: number, number: number) => void): Uint8Array {
  const copy = bytes.slice()
  const view = new DataView(copy.buffer)
  let number = 0
  for (let at = 0; at + 46 < copy.length; at++) if (view.getUint32(at, true) === 0x02014b50) change(view, at, number++)
  return copy
}

const ole = (more: string): SourceFile => bytesFile(joined([0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1], new Uint8Array(600), utf16(more, 'le')), 'book.xlsx')

const XLSX: readonly Case[] = [
  [
    20,
    'a bomb of spaces',
    () => workbookFile([survey], { 'xl/sharedStrings.xml': joined('<sst><si><t>', new Uint8Array(size(40, 400) * 2 ** 20).fill(32), '</t></si></sst>') }),
    refused('too-large', /sharedStrings\.xml > 200:1$/),
  ],
  [21, 'a bomb of cells', () => sheetOf('<row r="1"><c r="A1"><v>1</v></c></row>'.repeat(size(500_000, 5_000_000))), refused('too-large', /sheet1\.xml > 200:1$/)],
  [
    22,
    'sizes that lie',
    () => ({ name: 'x.xlsx', bytes: changeEntries(workbookFile([survey]).bytes, (view, at) => view.setUint32(at + 24, 5, true)) }),
    refused('not-readable'),
  ],
  [
    23,
    'entries over one another',
    () => {
      const one = zipSync({ 'xl/a.xml': new Uint8Array(8 * 2 ** 20).fill(65) })
      return { name: 'x.xlsx', bytes: stacked(one, 1900) }
    },
    refused('too-large'),
  ],
  [23, '65,535 entries', () => ({ name: 'x.xlsx', bytes: stacked(zipSync({ 'xl/a.xml': encode('a') }), 65_535) }), refused('too-large', /2000/)],
  [23, 'an archive in an archive', () => ({ name: 'x.zip', bytes: zipped({ 'a.zip': zipped({ 'b.zip': zipped({ 'c.csv': HEADER }) }) }) }), refused('zip')],
  ...['../../x.csv', '/abs/x.csv', 'C:\\x.csv', 'x:ads.csv', 'a\0b.csv'].map(
    (name): Case => [
      24,
      `an entry called ${JSON.stringify(name)}`,
      () => ({ name: 'x.zip', bytes: zipped({ [name]: HEADER + lines(3) }) }),
      reads(3, ({ wave }) => expect(wave).not.toMatch(/[/\\]/)),
    ],
  ),
  [
    24,
    'two entries of one name',
    () => {
      const file = zipSync({ 'aa.csv': encode(HEADER + lines(3)), 'bb.csv': encode(HEADER + lines(4)) }, { level: 0 })
      const named = Buffer.from(Buffer.from(file).toString('latin1').replaceAll('bb.csv', 'aa.csv'), 'latin1')
      return { name: 'x.zip', bytes: new Uint8Array(named) }
    },
    refused('zip'),
  ],
  [25, 'a workbook with a password', () => ole('EncryptedPackage'), refused('encrypted-file')],
  [25, 'an old workbook', () => ole('Workbook'), refused('unsupported-file', /97-2003/)],
  [25, 'a binary workbook', () => ({ name: 'x.xlsb', bytes: zipped({ 'xl/workbook.bin': 'x' }) }), refused('unsupported-file', /XLSB/)],
  [25, 'a page called workbook', () => textFile('<html><table><tr><td>NPS</td></tr></table></html>', 'x.xlsx'), refused('unsupported-file', /HTML/)],
  [
    26,
    'entities that grow',
    () =>
      sheetOf(`<row r="1">${textCell('A1', 'NPS')}${textCell('B1', 'Why')}</row><row r="2">${textCell('A2', '9')}${textCell('B2', '&amp;h;&h;')}</row>`, {
        before: `<!DOCTYPE x [<!ENTITY a "haha">${'bcdefgh'.split('').map((name, at) => `<!ENTITY ${name} "${`&${'abcdefg'[at]};`.repeat(10)}">`).join('')}]>`,
      }),
    reads(1, (plan) => expect(cells(plan)[0]![1]!.length).toBeLessThan(20)),
  ],
  [
    26,
    'an entity of another file',
    () => sheetOf(`<row r="1">${textCell('A1', 'NPS')}${textCell('B1', 'Why')}</row><row r="2">${textCell('A2', '9')}${textCell('B2', '&xxe;')}</row>`, { before: '<!DOCTYPE x [<!ENTITY xxe SYSTEM "file:///etc/passwd">]>' }),
    reads(1, (plan) => expect(cells(plan)[0]![1]).not.toContain('root')),
  ],
  [
    27,
    'links to elsewhere, DDE and WEBSERVICE',
    () =>
      workbookFile(
        [
          {
            name: 'Answers',
            rows: `${textRows(SURVEY_ROWS.slice(0, 2))}<row r="3"><c r="A3" t="str"><f>WEBSERVICE("http://example.com/")</f><v>r2</v></c><c r="B3"><f>[1]Sheet1!A1</f><v>3</v></c><c r="C3" t="str"><f>cmd|' /c calc'!A0</f><v>bad</v></c></row>`,
            after: '<hyperlinks><hyperlink ref="A1" r:id="rId9" xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"/></hyperlinks>',
          },
        ],
        { 'xl/externalLinks/externalLink1.xml': '<externalLink><ddeLink ddeService="cmd" ddeTopic="/c calc"/></externalLink>' },
      ),
    reads(2, (plan) => expect(cells(plan)[1]).toEqual(['r2', '3', 'bad'])),
  ],
  [28, 'one cell at the far end', () => sheetOf('<row r="1048576"><c r="XFD1048576"><v>1</v></c></row>'), refused('too-large', /sheet1\.xml > 50,000,000 cells$/)],
  ...['A0', 'AAAA1', '1A', 'R1C1'].map(
    (ref): Case => [28, `a cell at ${ref}`, () => sheetOf(`${survey.rows}<row r="9"><c r="${ref}"><v>1</v></c></row>`), refused('not-readable')],
  ),
  ...[-1, 7, 1e9].map(
    (index): Case => [
      29,
      `shared text number ${index}`,
      () => sheetOf(`${survey.rows}<row r="4">${textCell('A4', 'r3')}<c r="B4"><v>9</v></c><c r="C4" t="s"><v>${index}</v></c></row>`),
      refused('not-readable', /row 4, col 3/),
    ],
  ),
  [30, 'one merged range over the whole sheet', () => sheetOf(survey.rows, { after: '<mergeCells count="1"><mergeCell ref="A1:XFD1048576"/></mergeCells>' }), reads(2)],
  [
    31,
    'hidden sheets',
    () => workbookFile([{ name: 'Old', state: 'hidden', rows: textRows([...SURVEY_ROWS, ['r3', '9', 'x']]) }, { name: 'Older', state: 'veryHidden', rows: survey.rows }, survey]),
    reads(2, ({ table }) => expect([table.sheet, table.sheets]).toEqual(['Answers', ['Answers']])),
  ],
  [31, '5,000 sheets', () => workbookFile(Array.from({ length: 5000 }, (_, at) => ({ name: `S${at}`, rows: '' }))), refused('too-large', /2000/)],
  [
    32,
    'formulas with an old value, without one, and errors',
    () => sheetOf(`${survey.rows}<row r="4">${textCell('A4', 'r3')}<c r="B4"><f>1+1</f><v>10</v></c><c r="C4"><f>A1</f></c></row><row r="5">${textCell('A5', 'r4')}<c r="B5" t="e"><v>#N/A</v></c>${textCell('C5', 'x')}</row>`),
    reads(4, (plan) => {
      expect([...plan.scores]).toEqual([9, 3, 10, -1])
      expect(cells(plan)[3]).toEqual(['r4', '', 'x'])
    }),
  ],
  [
    33,
    'escaped characters',
    () => sheetOf(textRows([...SURVEY_ROWS.slice(0, 2), ['r2', '3', 'one_x000D_\ntwo _x0041_ _x005F_x0041_']])),
    reads(2, (plan) => expect(cells(plan)[1]![2]).toBe('one\ntwo A _x0041_')),
  ],
  [34, 'macros', () => workbookFile([survey], { 'xl/vbaProject.bin': new Uint8Array(64).fill(7) }, 'book.xlsm'), reads(2)],
]

/** An archive whose directory names its one entry again and again. */
function stacked(archive: Uint8Array, times: number): Uint8Array {
  const view = new DataView(archive.buffer, archive.byteOffset, archive.byteLength)
  const end = archive.length - 22
  const from = view.getUint32(end + 16, true)
  const entry = archive.slice(from, end)
  const tail = archive.slice(end)
  const tailView = new DataView(tail.buffer)
  tailView.setUint16(8, times, true)
  tailView.setUint16(10, times, true)
  tailView.setUint32(12, entry.length * times, true)
  return joined(archive.slice(0, from), ...Array.from({ length: times }, () => entry), tail)
}

describe('bad workbooks and archives', () => {
  test.each(XLSX)('%i: %s', async (_, __, file, expected) => expected(await outcomeOf(file())), SOAK ? 600_000 : 60_000)
})
