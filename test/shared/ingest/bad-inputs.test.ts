import { zipSync } from 'fflate'
import iconv from 'iconv-lite'
import { describe, expect, test } from 'vitest'
import { fileName } from '../../../shared/base/file-name'
import { importPlan, planFile, readFile } from '../../../shared/engine/import/import-file'
import { quietTask } from '../../../shared/base/task'
import type { Fault } from '../../../shared/base/fault'
import { countPlan } from '../../../shared/ingest/plan-counts'
import type { ImportPlan, PlanOptions, SourceFile } from '../../../shared/ingest/types'
import { cellAt } from '../../../shared/table/column'
import { must, newProject, testPlatform } from '../../helpers/project'
import { textFile } from '../../helpers/survey-files'
import { textCell, textRows, workbookFile, zipped } from '../../helpers/workbook-file'

/** Full sizes take minutes: in the long run only. */
const SOAK = process.env['EARSHOT_SOAK'] === '1'
const size = (small: number, full: number): number => (SOAK ? full : small)

const bytesFile = (bytes: Uint8Array, name = 'survey.csv'): SourceFile => ({ name, bytes })
const encode = (text: string): Uint8Array => new TextEncoder().encode(text)
const joined = (...parts: readonly (string | readonly number[] | Uint8Array)[]): Uint8Array =>
  Buffer.concat(parts.map((part) => (typeof part === 'string' ? Buffer.from(part) : Buffer.from(part))))

/** What comes of a file: the fault with its limit, or how it is read. */
async function outcomeOf(file: SourceFile, options: PlanOptions = {}): Promise<Fault | ImportPlan> {
  const read = await readFile(await testPlatform(), file, options, quietTask)
  if (!read.ok) return read.fault
  const plan = await planFile(read.value, options, null)
  return plan.ok ? plan.value : plan.fault
}
const isFault = (outcome: Fault | ImportPlan): outcome is Fault => !('table' in outcome)

const cells = ({ table }: ImportPlan): readonly (readonly string[])[] =>
  Array.from({ length: table.rows }, (_, row) => table.columns.map((column) => cellAt(column, row)))
const codes = ({ warnings }: ImportPlan): readonly string[] => warnings.map(({ code }) => code)
const accepted = (outcome: Fault | ImportPlan): ImportPlan => {
  if (isFault(outcome)) throw new Error(`refused: ${JSON.stringify(outcome)}`)
  return outcome
}

type Case = readonly [item: number, name: string, file: () => SourceFile, expected: (outcome: Fault | ImportPlan) => void]

const refused =
  (code: Fault['code'], what?: RegExp) =>
  (outcome: Fault | ImportPlan): void => {
    expect(isFault(outcome) ? outcome.code : `${outcome.table.rows} rows`).toBe(code)
    if (what && isFault(outcome)) expect(String(outcome.params['what'])).toMatch(what)
  }
const reads =
  (rows: number, check: (plan: ImportPlan) => void = () => undefined) =>
  (outcome: Fault | ImportPlan): void => {
    const plan = accepted(outcome)
    expect(countPlan(plan).accepted).toBe(rows)
    check(plan)
  }

const HEADER = 'Response ID,Date,NPS,Comment\n'
const lines = (rows: number, from = 0): string => Array.from({ length: rows }, (_, at) => `r${at + from},2026-01-0${(at % 9) + 1},${at % 11},it was ${at} of them\n`).join('')
const korean = (rows: number): string => Array.from({ length: rows }, (_, at) => `r${at},2026-01-02,${at % 11},배송이 ${at}번 늦어서 아쉬웠어요\n`).join('')
const utf16 = (text: string, order: 'le' | 'be'): Uint8Array => {
  const bytes = Buffer.from(text, 'utf16le')
  return order === 'le' ? bytes : bytes.swap16()
}

const CSV: readonly Case[] = [
  [1, 'an empty file', () => bytesFile(new Uint8Array(0)), refused('empty-file')],
  [2, 'nothing but a byte order mark', () => bytesFile(Uint8Array.of(0xef, 0xbb, 0xbf)), refused('empty-file')],
  [3, 'UTF-16LE without a mark', () => bytesFile(utf16(HEADER + lines(20), 'le')), reads(20, ({ table }) => expect(table.encoding).toBe('utf-16le'))],
  [3, 'UTF-16BE without a mark', () => bytesFile(utf16(HEADER + lines(20), 'be')), reads(20, ({ table }) => expect(table.encoding).toBe('utf-16be'))],
  ...[0, 1].map(
    (shift): Case => [
      4,
      `CP949 with a lead byte at every border, moved by ${shift}`,
      () => bytesFile(iconv.encode(`${'x'.repeat(shift)}${HEADER}${korean(size(6000, 60_000))}`, 'cp949')),
      reads(size(6000, 60_000), (plan) => {
        expect(plan.table.encoding).toBe('cp949')
        expect(cells(plan).every((row, at) => row[3] === `배송이 ${at}번 늦어서 아쉬웠어요`)).toBe(true)
      }),
    ],
  ),
  [
    5,
    'UTF-8 with damaged bytes',
    () => bytesFile(joined(HEADER, korean(40), 'x1,,9,깨진 ', [0xff], ' 글자\nx2,,8,', [0xc0, 0xaf], '길이\nx3,,7,끊긴 ', [0xea, 0xb0], '\n')),
    reads(43, (plan) => {
      expect(plan.table.encoding).toBe('utf-8')
      expect(plan.warnings).toContainEqual({ code: 'damaged-text', params: { count: 4 } })
      expect(cells(plan)[40]![3]).toBe('깨진 \ufffd 글자')
    }),
  ],
  [6, 'NUL bytes', () => textFile(HEADER + lines(5).replaceAll('it', 'i\0t')), reads(5, (plan) => expect(cells(plan)[0]![3]).toBe('it was 0 of them'))],
  [7, 'CR alone', () => textFile((HEADER + lines(20)).replaceAll('\n', '\r')), reads(20)],
  [
    7,
    'every kind of line end in one file',
    () => textFile((HEADER + lines(30)).split('\n').map((line, at) => line + ['\n', '\r\n', '\r'][at % 3]!).join('')),
    reads(30, ({ table }) => expect([...table.lines].slice(0, 3)).toEqual([2, 3, 4])),
  ],
  [
    8,
    'a quote that is never closed',
    () => textFile(`${HEADER}a,,9,"good\n${lines(size(20_000, 4_000_000))}`),
    reads(size(20_001, 4_000_001), (plan) => {
      expect(codes(plan).some((code) => code === 'stray-quotes' || code === 'unterminated-quote')).toBe(true)
      expect(plan.table.lines[1]).toBe(3)
    }),
  ],
  [
    8,
    'a quote that is never closed before lines that are no records',
    () => textFile(`${HEADER}${lines(9)}a,,9,"good\n${'only words\n'.repeat(300)}`),
    reads(10, (plan) => expect(plan.warnings).toContainEqual({ code: 'unterminated-quote', params: { line: 11 } })),
  ],
  [9, 'a cell without end', () => textFile(`${HEADER}a,,9,${'x'.repeat(size(17, 100) * 2 ** 20)}\n`), refused('too-large', /^line 2 > 16 MB$/)],
  [10, '100,000 columns', () => textFile(`${Array.from({ length: 100_000 }, (_, at) => `q${at}`).join()}\n${'1,'.repeat(99_999)}1\n`), refused('too-large', /5000 columns/)],
  [11, 'nothing but empty lines', () => textFile('\n'.repeat(size(300_000, 10_000_000))), refused('empty-file')],
  [11, 'empty lines between the rows', () => textFile(`${HEADER}${lines(3)}${'\n'.repeat(size(300_000, 10_000_000))}${lines(3, 3)}`), reads(6)],
  [
    12,
    'rows of every length',
    () => textFile(`${HEADER}a,2026-01-01,9,good\nb,2026-01-01\nc,2026-01-01,8,fine,and,more\nd,2026-01-01,7,ok,,\n`),
    reads(3, (plan) => {
      expect(plan.table.rejected).toMatchObject([{ line: 4, code: 'too-many-cells' }])
      expect(codes(plan)).toContain('ragged-rows')
    }),
  ],
  [
    13,
    'headers twice, blank, of 10,000 characters, over several lines',
    () => textFile(`NPS,nps,,"${'long '.repeat(2000)}","two\nlines"\n9,8,x,y,z\n7,6,x,y,z\n`),
    reads(2, ({ columns }) => {
      expect(new Set(columns.map(({ name }) => name.toLowerCase())).size).toBe(5)
      expect(Math.max(...columns.map(({ name }) => name.length))).toBeLessThan(70)
      expect(columns[3]!.header).toHaveLength(10_000)
      expect(columns[4]!.name).toBe('two lines')
    }),
  ],
  [
    14,
    'headers that objects have',
    () => textFile('__proto__,__proto__,constructor,toString,hasOwnProperty,NPS\na,b,c,d,e,9\nf,g,h,i,j,8\n'),
    reads(2, (plan) => {
      expect(plan.columns.map(({ name }) => name)).toEqual(['__proto__', '__proto__ (2)', 'constructor', 'toString', 'hasOwnProperty', 'NPS'])
      expect(cells(plan)[0]).toEqual(['a', 'b', 'c', 'd', 'e', '9'])
    }),
  ],
  [
    15,
    'the other separator inside of quotes',
    () => textFile(`NPS,Comment\n${Array.from({ length: 20 }, (_, at) => `${at % 11},"a; b; c; d; ${at}"\n`).join('')}`),
    reads(20, ({ table }) => expect(table.delimiter).toBe(',')),
  ],
  [
    17,
    'numbers that are none, or would change',
    () => textFile(`NPS,Code,Amount,Version,Odd\n${Array.from({ length: 12 }, (_, at) => `${at % 11},${`00${at}`},"1,234.${at}",3.${at}0,${['1e999', '-0', '１２３', '"1.234,5"', '12345678901234567890'][at % 5]}\n`).join('')}`),
    reads(12, (plan) => {
      expect(plan.columns.slice(1).map(({ kind }) => kind)).not.toContain('number')
      expect(cells(plan).map((row) => row[4]).slice(0, 5)).toEqual(['1e999', '-0', '１２３', '1.234,5', '12345678901234567890'])
      expect(cells(plan)[3]!.slice(1, 4)).toEqual(['003', '1,234.3', '3.30'])
    }),
  ],
  [17, 'scores in full width', () => textFile('id,NPS\na,１０\nb,９\nc,０\n'), reads(3, ({ scores }) => expect([...scores]).toEqual([10, 9, 0]))],
  [
    18,
    'days that are none',
    () => textFile(`id,NPS,Date\n${['1900-02-29', '9999-12-31', '60', '2026-02-30', ...Array.from({ length: 90 }, () => '2026-03-01')].map((day, at) => `${at},9,${day}\n`).join('')}`),
    reads(94, (plan) => {
      expect([...plan.answered].slice(0, 4)).toEqual([NaN, NaN, NaN, NaN])
      expect(cells(plan)[1]![2]).toBe('9999-12-31')
    }),
  ],
  [
    19,
    'one id in two Unicode forms, with and without a space',
    () => textFile('Response ID,NPS\n각1,9\n각1,8\n각1 ,7\n나2,6\n'.replace('\n각1,8', `\n${'각1'.normalize('NFD')},8`)),
    reads(2, ({ duplicateOf }) => expect([...duplicateOf.values()]).toEqual([2, 2])),
  ],
]

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
    (ref): Case => [28, `a cell at ${ref}`, () => sheetOf(`${survey.rows}<row r="9"><c r="${ref}"><v>1</v></c></row>`), (outcome) => expect(isFault(outcome) ? ['not-readable', 'too-large'] : ['read']).toContain(isFault(outcome) ? outcome.code : 'read')],
  ),
  ...[-1, 7, 1e9].map(
    (index): Case => [
      29,
      `shared text number ${index}`,
      () => sheetOf(`${survey.rows}<row r="4">${textCell('A4', 'r3')}<c r="B4"><v>9</v></c><c r="C4" t="s"><v>${index}</v></c></row>`),
      (outcome) => (isFault(outcome) ? refused('not-readable')(outcome) : reads(3)(outcome)),
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

describe('bad text', () => {
  test.each(CSV)('%i: %s', async (_, __, file, expected) => expected(await outcomeOf(file())), SOAK ? 600_000 : 60_000)

  test('8: read again with quotes as ordinary characters, every line is a row', async () => {
    const text = `${HEADER}${lines(9)}a,,9,"good\n${'only words\n'.repeat(300)}`
    const plan = accepted(await outcomeOf(textFile(text), { read: { quotes: 'literal' } }))
    expect(plan.table.rows + plan.table.rejected.length).toBe(310)
    expect(codes(plan)).not.toContain('unterminated-quote')
    expect(cells(plan)[9]![3]).toBe('"good')
  })

  test('16: a header that looks like SQL, and the names that objects have, are columns like any other', async () => {
    const project = await newProject()
    const headers = ['"); DROP TABLE response; --', "'; DELETE FROM wave; --", '__proto__', 'constructor', '[c1]', 'NPS']
    const file = textFile(`${headers.map((header) => `"${header.replaceAll('"', '""')}"`).join()}\n${'a,b,c,d,e,9\n'.repeat(5)}`)
    const read = must(await readFile(project.platform, file, {}, quietTask))
    must(await importPlan(project, read, must(await planFile(read, {}, project)), quietTask))
    expect(project.fields().map(({ label }) => label)).toEqual(headers)
    expect(must(await project.snapshot(quietTask)).length).toBeGreaterThan(0)
    expect(project.columns.rows).toBe(5)
  })
})

describe('bad workbooks and archives', () => {
  test.each(XLSX)('%i: %s', async (_, __, file, expected) => expected(await outcomeOf(file())), SOAK ? 600_000 : 60_000)
})

test.each(['CON', 'NUL.txt', '..\\', '../..', 'a/b', 'com1.csv', '   ', '.', 'x:y'])('45: %j is no name of a file that harms', (name) => {
  const suggested = fileName(name)
  expect(suggested).not.toMatch(/[/\\:]|^\.|^\s*$|[. ]$/)
  expect(suggested).not.toMatch(/^(con|nul|prn|aux|com\d|lpt\d)(\.|$)/i)
})
