import fc from 'fast-check'
import { strFromU8, unzipSync } from 'fflate'
import readXlsxFile from 'read-excel-file/node'
import { describe, expect, it } from 'vitest'
import { quietTask } from '../../../shared/base/task'
import { cellText } from '../../../shared/ingest/read-workbook'
import { cellCuts, cellEscaped, CELL_LIMIT } from '../../../shared/report/cell-pieces'
import { splitLong } from '../../../shared/report/split-long'
import { exactNumber, type Cell, type ColumnType, type Table } from '../../../shared/report/table'
import { writeTableXlsx } from '../../../shared/report/write-table-xlsx'
import { serialDay } from '../../../shared/report/xlsx/serial-day'
import { must } from '../../helpers/project'

const tableOf = (types: Readonly<Record<string, ColumnType>>, rows: readonly (readonly Cell[])[], name = 'Rows'): Table => ({
  name,
  columns: Object.entries(types).map(([header, type]) => ({ header, type })),
  size: rows.length,
  rows: () => rows,
})

const written = async (...tables: readonly Table[]): Promise<Uint8Array> => must(await writeTableXlsx(tables, quietTask))

/** Cells as the import reads them. */
async function readBack(bytes: Uint8Array, sheet = 0): Promise<readonly (readonly string[])[]> {
  const sheets = await readXlsxFile(Buffer.from(bytes), { trim: false })
  return sheets[sheet]!.data.map((row) => row.map(cellText))
}

const HARD = ['007', '3.10', '-0', '1e21', '12345678901234567890', '0.30000000000000004', '-5', '0.1', '=1+1', '＝x', "'a", ' a ', 'TRUE', '2026-02-30', '2026-02-28', '2026-02-28 23:59:59', '2026-02-28 00:00:00', '1899-12-31', '24:00', 'a<b>&"c"', '_x0041_', 'a\u0001b', 'two\nlines', '한글'.normalize('NFD'), '😀']

describe('writeTableXlsx', () => {
  it('gives every text back as it was, whatever the type of its column', async () => {
    const types = { a: 'text', b: 'long-text', c: 'number', d: 'time', e: 'day', f: 'note' } as const
    const rows = HARD.map((text) => Object.keys(types).map(() => text))
    expect((await readBack(await written(tableOf(types, rows)))).slice(1)).toEqual(rows)
  })

  it('any text', async () => {
    const unit = fc.oneof(fc.constantFrom('_', 'x', '0', '1', '-', '.', ' ', '<', '&', '\n', '\t', 'e', '\u0000', '\ufffe', '한', "'", '='), fc.string({ unit: 'binary', minLength: 1, maxLength: 1 }))
    // One workbook of many: opening one takes longer than all of its cells.
    const rows = fc.sample(fc.tuple(fc.string({ unit, minLength: 1 }), fc.string({ unit, minLength: 1 })), { seed: 7, numRuns: 2000 })
    // A line end is one character wherever a table is read.
    const wanted = rows.map((row) => row.map((text) => text.replace(/\r\n?/g, '\n')))
    expect((await readBack(await written(tableOf({ a: 'text', b: 'number' }, rows)))).slice(1)).toEqual(wanted)
  })

  it('has numbers and days as such, text as text, and no formula', async () => {
    const table = tableOf({ Text: 'text', Number: 'number', Day: 'day', When: 'time', n: 'count', Tag: 'mark' }, [
      ['5', '5', '2026-01-05', '2026-01-05 10:00:00', 7, 1],
      ['=1+1', '007', '2026-01-05', 'yesterday', -1, 0],
      [null, null, null, null, null, null],
    ])
    const [sheet] = await readXlsxFile(Buffer.from(await written(table)), { trim: false })
    const [, first, second, third] = sheet!.data
    expect(first!.map((value) => (value instanceof Date ? 'date' : typeof value))).toEqual(['string', 'number', 'date', 'date', 'number', 'number'])
    expect(second!.map((value) => (value instanceof Date ? 'date' : typeof value))).toEqual(['string', 'string', 'date', 'string', 'number', 'object'])
    expect(third ?? []).toEqual([])
    const parts = unzipSync(await written(table))
    const xml = strFromU8(parts['xl/worksheets/sheet1.xml']!)
    expect(xml).not.toContain('<f>')
    expect(xml).toContain('state="frozen"')
    expect(xml).toContain('<autoFilter ref="A1:F4"/>')
  })

  it('puts tables on sheets of their own, the same bytes for the same cells', async () => {
    const tables = [tableOf({ a: 'text' }, [['x']], 'One'), tableOf({ b: 'text' }, [['x'], ['y']], 'Two & more')]
    const bytes = await written(...tables)
    expect(Buffer.compare(bytes, await written(...tables))).toBe(0)
    expect(await readBack(bytes, 1)).toEqual([['b'], ['x'], ['y']])
  })

  it('refuses what a sheet cannot hold, and stops when cancelled', async () => {
    const one = tableOf({ a: 'text' }, [['x']])
    expect(await writeTableXlsx([{ ...one, size: 1_048_576 }], quietTask)).toMatchObject({ ok: false, fault: { code: 'sheet-limit' } })
    const many = tableOf({ a: 'text' }, Array.from({ length: 5000 }, (_, row) => [`row ${row}`]))
    expect(await writeTableXlsx([many], { ...quietTask, cancelled: () => true })).toMatchObject({ ok: false, fault: { code: 'cancelled' } })
  })
})

describe('long texts', () => {
  const long = fc
    .array(fc.tuple(fc.constantFrom('a', '😀', '_x0041_', '\u0001', '한'), fc.integer({ min: 1, max: 9000 })), { maxLength: 6 })
    .map((parts) => parts.map(([text, times]) => text.repeat(times)).join(''))

  it('are cut into cells that hold, nothing left out, no character in two', () => {
    fc.assert(
      fc.property(long, (text) => {
        const cuts = cellCuts(text)
        expect(cuts.join('')).toBe(text)
        for (const cut of cuts) {
          expect(cellEscaped(cut).length).toBeLessThanOrEqual(CELL_LIMIT)
          expect(cut).not.toMatch(/\p{Cs}/u)
        }
      }),
      { seed: 7, numRuns: 20 },
    )
  })

  it('go on in further columns, which are there only when needed', async () => {
    const short = tableOf({ a: 'text', b: 'text' }, [['x', 'y']])
    expect(must(await splitLong(short, quietTask))).toEqual({ table: short, split: 0 })
    const text = 'x'.repeat(70_000)
    const { table, split } = must(await splitLong(tableOf({ a: 'text', b: 'long-text' }, [['x', 'y'], [null, text]]), quietTask))
    expect(split).toBe(1)
    expect(table.columns.map(({ header }) => header)).toEqual(['a', 'b', 'earshot_more2: b', 'earshot_more3: b'])
    const [first, second] = [...table.rows()]
    expect(first).toEqual(['x', 'y'])
    expect(second!.slice(1).join('')).toBe(text)
    expect(second!.slice(1).map((cell) => String(cell).length)).toEqual([32_767, 32_767, 4466])
  })
})

it('takes for a number only what is shown as the same text', () => {
  fc.assert(
    fc.property(fc.oneof(fc.string({ unit: fc.constantFrom('0', '1', '9', '.', '-', '+', 'e', ' ') }), fc.double().map(String), fc.integer().map(String)), (text) => {
      const number = exactNumber(text)
      if (number !== null) expect(cellText(number)).toBe(text)
      if (/^-?[1-9]\d{0,14}$/.test(text)) expect(number).toBe(Number(text))
    }),
    { seed: 7, numRuns: 2000 },
  )
})

it('takes for a day only what is one', () => {
  for (const [text, wanted] of [['2026-01-05', 46_027], ['1900-03-01', 61], ['1900-02-28', null], ['2026-02-29', null], ['2026-13-01', null], ['2026-1-5', null], ['2026-01-05T10:00:00', null], ['2026-01-05 24:00:00', null], ['2026-01-05 12:00:00', 46_027.5]] as const) {
    expect(serialDay(text)?.serial ?? null, text).toBe(wanted)
  }
})
