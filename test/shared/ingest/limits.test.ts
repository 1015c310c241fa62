import { zipSync } from 'fflate'
import { describe, expect, it } from 'vitest'
import { guardZip, ZIP_LIMITS, type ZipLimits } from '../../../shared/ingest/guard-zip'
import type { SourceFile } from '../../../shared/ingest/types'
import { faultText, LOCALES, translator } from '../../../shared/locale/translate'
import { read, textFile } from '../../helpers/survey-files'

const MB = 2 ** 20
const bytesOf = (text: string): Uint8Array => new TextEncoder().encode(text)
const sheet = (cells: string): Uint8Array => bytesOf(`<worksheet><sheetData><row r="1">${cells}</row></sheetData></worksheet>`)
/** Letters that hardly pack. */
const noise = (size: number): Uint8Array => Uint8Array.from({ length: size }, (_, at) => 97 + ((at * at * 31) % 1009) % 26)
const archive = (parts: Record<string, Uint8Array>): SourceFile => ({ name: 'x.xlsx', bytes: zipSync(parts, { level: 1 }) })

/** What every limit is called where it is passed by one, and a file at it that passes. */
const OF_ARCHIVES: readonly (readonly [limit: string, limits: Partial<ZipLimits>, beyond: SourceFile, what: string, within: SourceFile])[] = [
  ['parts', { entries: 3 }, archive(Object.fromEntries([1, 2, 3, 4].map((at) => [`${at}.xml`, bytesOf('a')]))), '> 3 parts (ZIP)', archive(Object.fromEntries([1, 2, 3].map((at) => [`${at}.xml`, bytesOf('a')])))],
  ['bytes inflated, of all parts', { inflated: 2 * MB }, archive({ 'a.xml': noise(1.2 * MB), 'b.xml': noise(1.2 * MB) }), 'b.xml > 2 MB', archive({ 'a.xml': noise(0.9 * MB), 'b.xml': noise(0.9 * MB) })],
  ['inflated to packed', { ratioFrom: 1000, ratio: 10 }, archive({ 'a.xml': new Uint8Array(MB).fill(32) }), 'a.xml > 10:1', archive({ 'a.xml': noise(5000) })],
  ['cells between references', { cells: 100 }, archive({ 'xl/worksheets/sheet1.xml': sheet('<c r="A1"/><c r="K11"/>') }), 'xl/worksheets/sheet1.xml > 100 cells', archive({ 'xl/worksheets/sheet1.xml': sheet('<c r="A1"/><c r="J10"/>') })],
]

describe('archives', () => {
  it.each(OF_ARCHIVES)('are refused beyond their limit of %s, which is named', (_, limits, beyond, what, within) => {
    const fault = guardZip(beyond, { ...ZIP_LIMITS, ...limits })
    expect(fault).toEqual({ code: 'too-large', params: { file: 'x.xlsx', what } })
    expect(guardZip(within, { ...ZIP_LIMITS, ...limits })).toBeNull()
    for (const locale of LOCALES) expect(faultText(fault!, translator(locale), 'window').message).toContain(what)
  })

  it('have these limits', () => expect(ZIP_LIMITS).toEqual({ entries: 2000, inflated: 512 * MB, ratio: 200, ratioFrom: 16 * MB, cells: 50_000_000 }))
})

describe('texts', () => {
  it.each([
    ['bytes', () => ({ name: 'x.csv', bytes: new Uint8Array(300 * MB + 1) }), '> 300 MB'],
    ['columns', () => textFile(`${Array.from({ length: 5001 }, (_, at) => `q${at}`).join()}\n${'1,'.repeat(5000)}1\n`, 'x.csv'), '> 5000 columns'],
    ['a line', () => textFile(`NPS,Why\n9,${'x'.repeat(17 * MB)}\n`, 'x.csv'), 'line 2 > 16 MB'],
  ] as const)('are refused beyond their limit of %s, which is named', async (_, file, what) => {
    const table = await read(file())
    expect(table).toEqual({ ok: false, fault: { code: 'too-large', params: { file: 'x.csv', what } } })
  })

  it('of as many columns as may be are read', async () => {
    const table = await read(textFile(`${Array.from({ length: 5000 }, (_, at) => `q${at}`).join()}\n${'1,'.repeat(4999)}1\n`, 'x.csv'))
    expect(table.ok && table.value.columns).toHaveLength(5000)
  })
})
