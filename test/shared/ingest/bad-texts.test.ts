import iconv from 'iconv-lite'
import { describe, expect, test } from 'vitest'
import { fileName } from '../../../shared/base/file-name'
import { importPlan, planFile, readFile } from '../../../shared/engine/import/import-file'
import { quietTask } from '../../../shared/base/task'
import { must, newProject } from '../../helpers/project'
import { textFile } from '../../helpers/survey-files'
import { SOAK, size, bytesFile, joined, outcomeOf, cells, codes, accepted, type Case, refused, reads, HEADER, lines, korean, utf16 } from './bad-files'

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

test.each(['CON', 'NUL.txt', '..\\', '../..', 'a/b', 'com1.csv', '   ', '.', 'x:y'])('45: %j is no name of a file that harms', (name) => {
  const suggested = fileName(name)
  expect(suggested).not.toMatch(/[/\\:]|^\.|^\s*$|[. ]$/)
  expect(suggested).not.toMatch(/^(con|nul|prn|aux|com\d|lpt\d)(\.|$)/i)
})
