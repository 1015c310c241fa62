import fc from 'fast-check'
import Papa from 'papaparse'
import { describe, expect, it } from 'vitest'
import { formulaSafe } from '../../../shared/base/formula-cell'
import { writeCsv } from '../../../shared/report/write-csv'

const csv = (header: readonly string[], rows: readonly (readonly (string | number | null)[])[]): string =>
  [...writeCsv(header, rows)].join('')

describe('writeCsv', () => {
  it('quotes what needs it and leaves numbers alone', () => {
    const rows = [
      ['a "b"', -5, null],
      ['x,y', 0.1, '=1'],
      ['line\r\nbreak', 1e21, ' pad'],
      ['', '-5', '+82-10-1234-5678'],
    ]
    expect(csv(['이름', 'n', '=note'], rows)).toBe(
      '이름,n,\'=note\r\n"a ""b""",-5,\r\n"x,y",0.1,\'=1\r\n"line\r\nbreak",1e+21," pad"\r\n,-5,+82-10-1234-5678\r\n',
    )
  })
  it('keeps an empty row of a single column', () => expect(csv(['a'], [[null], ['']])).toBe('a\r\n""\r\n""\r\n'))
  it('streams in pieces', () => {
    const rows = Array.from({ length: 5000 }, (_, at) => [`row ${at} ${'x'.repeat(60)}`])
    expect([...writeCsv(['a'], rows)].length).toBeGreaterThan(3)
  })
  it('is read back by another reader as it was, but for the apostrophe', () => {
    const unit = fc.constantFrom('a', '"', ',', '\n', '\r', ' ', '=', '-', '1', '한', "'", '\t')
    fc.assert(
      fc.property(fc.array(fc.tuple(fc.string({ unit }), fc.string({ unit })), { minLength: 1 }), (rows) => {
        const { data } = Papa.parse<string[]>(csv(['a', 'b'], rows), { newline: '\r\n' })
        expect(data.slice(1, -1)).toEqual(rows.map((row) => row.map(formulaSafe)))
      }),
      { seed: 7 },
    )
  })
})
