import { zipSync } from 'fflate'
import { describe, expect, test } from 'vitest'
import { guardZip, ZIP_LIMITS } from '../../../shared/ingest/guard-zip'
import { cellText } from '../../../shared/ingest/read-workbook'
import { cellsOf, dataFile, must, read } from '../../helpers/survey-files'

const encode = (text: string): Uint8Array => new TextEncoder().encode(text)
const sheet = (cells: string): Uint8Array => encode(`<worksheet><sheetData><row r="1">${cells}</row></sheetData></worksheet>`)
const zip = (parts: Record<string, Uint8Array>) => ({ name: 'x.xlsx', bytes: zipSync(parts) })

describe('guardZip', () => {
  test.each(['r-community-survey-nps/2019 Spanish R Community Survey Responses.xlsx', 'spack-user-survey/spack-user-survey-2020-responses.xlsx'])(
    'lets %s pass',
    (path) => expect(guardZip(dataFile(path))).toBeNull(),
  )

  test('a part of spaces that inflates without end', () => {
    const bomb = zip({ 'xl/workbook.xml': encode('<workbook/>'), 'xl/worksheets/sheet1.xml': new Uint8Array(40 * 2 ** 20).fill(32) })
    expect(guardZip(bomb)).toMatchObject({ code: 'too-large' })
  })

  test('parts that are too much together', () => {
    const noise = Uint8Array.from({ length: 4000 }, (_, at) => (at * at * 31) % 251)
    const parts = Object.fromEntries(Array.from({ length: 10 }, (_, at) => [`xl/${at}.xml`, noise]))
    expect(guardZip(zip(parts), { ...ZIP_LIMITS, inflated: 30_000 })).toMatchObject({ code: 'too-large' })
    expect(guardZip(zip(parts), { ...ZIP_LIMITS, inflated: 50_000 })).toBeNull()
  })

  test('too many parts', () => {
    const parts = Object.fromEntries(Array.from({ length: 2001 }, (_, at) => [`xl/${at}.bin`, new Uint8Array(0)]))
    expect(guardZip(zip(parts))).toMatchObject({ code: 'too-large' })
  })

  test('a size that lies', () => {
    const file = zip({ 'xl/worksheets/sheet1.xml': sheet('<c r="A1"><v>1</v></c>') })
    const view = new DataView(file.bytes.buffer, file.bytes.byteOffset, file.bytes.byteLength)
    for (let at = 0; at < file.bytes.length - 30; at++) if (view.getUint32(at, true) === 0x02014b50) view.setUint32(at + 24, 5, true)
    expect(guardZip(file)).toMatchObject({ code: 'not-readable' })
  })

  test('two cells that span a table of billions', () => {
    const far = zip({ 'xl/worksheets/sheet1.xml': sheet('<c r="A1"><v>1</v></c><c r="XFD1048576"><v>1</v></c>') })
    expect(guardZip(far)).toMatchObject({ code: 'too-large' })
  })

  test.each([0, 10, 30, 60])('cut off after %d bytes', (size) => {
    const file = zip({ 'xl/workbook.xml': encode('<workbook/>') })
    expect(guardZip({ ...file, bytes: file.bytes.subarray(0, size) })).toMatchObject({ code: 'not-readable' })
  })
})

describe('readWorkbook', () => {
  test('XLSX and CSV of the same answers have the same cells', async () => {
    const csv = must(await read(dataFile('r-community-survey-nps/2019 Spanish R Community Survey Responses.csv')))
    const xlsx = must(await read(dataFile('r-community-survey-nps/2019 Spanish R Community Survey Responses.xlsx')))
    expect(xlsx).toMatchObject({ format: 'xlsx', encoding: null, delimiter: null, sheet: 'Form Responses 1', preset: 'google-forms' })
    expect(xlsx.headers).toEqual(csv.headers)
    const withoutTime = (rows: readonly (readonly string[])[]) => rows.map((row) => row.slice(1))
    expect(withoutTime(cellsOf(xlsx))).toEqual(withoutTime(cellsOf(csv)))
    expect(cellsOf(xlsx)[0]![0]).toBe('2019-12-13 12:02:32')
  })

  test('a sheet that is not there', async () => {
    const result = await read(dataFile('spack-user-survey/spack-user-survey-2020-responses.xlsx'), { sheet: 'nowhere' })
    expect(result).toMatchObject({ ok: false, fault: { code: 'not-readable' } })
  })

  test('a damaged workbook', async () => {
    const { name, bytes } = dataFile('spack-user-survey/spack-user-survey-2020-responses.xlsx')
    expect(await read({ name, bytes: bytes.subarray(0, bytes.length - 200) })).toMatchObject({ ok: false, fault: { code: 'not-readable' } })
  })

  test.each([
    [10, '10'],
    [0.1 + 0.2, '0.3'],
    [1234567.5, '1234567.5'],
    [true, 'TRUE'],
    [false, 'FALSE'],
    [null, ''],
    [' kept ', ' kept '],
    ['a\r\nb', 'a\nb'],
    [new Date(Date.UTC(2026, 6, 1)), '2026-07-01'],
    [new Date(Date.UTC(2026, 6, 1, 14, 10, 32, 999)), '2026-07-01 14:10:33'],
    [new Date(Date.UTC(2026, 6, 1, 23, 59, 59, 999)), '2026-07-02'],
  ])('%j is shown as %j', (value, text) => expect(cellText(value)).toBe(text))
})
