import fc from 'fast-check'
import { expect, it } from 'vitest'
import { quietTask } from '../../../shared/base/task'
import { cutUtf8, utf8Of } from '../../../shared/base/utf8'
import { TableAssembler } from '../../../shared/ingest/assemble-table'
import { normaliseText, parseDelimited } from '../../../shared/ingest/parse-delimited'
import { readDelimited } from '../../../shared/ingest/read-delimited'
import { RegularRecords } from '../../../shared/ingest/regular-records'
import { cellsOf } from '../../../shared/table/column'
import { must } from '../../helpers/project'

const cell = fc.oneof(
  fc.constantFrom('', ' ', '0', '10', 'Finance', '가격', 'a "b" c', 'x,y', 'two\nlines', '"', '""', 'Total', 'x'.repeat(40)),
  fc.string({ maxLength: 24 }).map((text) => text.replace(/[\r\0]/g, '')),
)
const quote = (text: string): string => (/[",\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text)

it('the table is the same whether regular records are taken from the text or parsed', async () => {
  const row = fc.tuple(cell, cell, cell, cell)
  const damage = fc.constantFrom('', '', '', 'only one cell', 'a,b', '"never closed', 'a"b,c,d,e', '1,2,3,4,5')
  await fc.assert(
    fc.asyncProperty(fc.array(fc.tuple(row, damage), { minLength: 1, maxLength: 60 }), async (rows) => {
      // The first rows are plain, so that both find the same header.
      const plain = Array.from({ length: 40 }, (_, at) => `${at},b${at},c${at % 3},d`)
      const odd = rows.map(([cells, extra]) => cells.map(quote).join(',') + (extra === '' ? '' : `\n${extra}`))
      const text = normaliseText(utf8Of(`id,Industry,Why,Note\n${[...plain, ...odd, ...plain].join('\n')}\n`))
      const read = await readDelimited(text, 'a.csv', { delimiter: ',' }, quietTask)
      const { table } = must(read)
      const quoted = !table.warnings.some(({ code, params }) => code === 'stray-quotes' && params['count'] === 0)
      const assembler = new TableAssembler()
      for (const batch of parseDelimited(text, { delimiter: ',', quoted }, 4)) assembler.add(batch.records, batch.lines)
      const parsed = assembler.finish()
      expect(table.columns.map(cellsOf)).toEqual(parsed.columns.map(cellsOf))
      expect([...table.lines]).toEqual([...parsed.lines])
      expect(table.rejected).toEqual(parsed.rejected)
    }),
    { numRuns: process.env['EARSHOT_SOAK'] ? 20_000 : 400 },
  )
}, 600_000)

it.each([
  ['a,b,c\n', ['a', 'b', 'c']],
  ['a,"b, ""so""",c\nnext', ['a', 'b, "so"', 'c']],
  ['"a",,"c"\n', ['a', '', 'c']],
  ['a,b\n', null],
  ['a,b,c,d\n', null],
  ['a,b,c', null],
  ['a,b"b,c\n', null],
  ['a,"b"b,c\n', null],
  ['a,"b\nb",c\n', null],
  ['a,"b,c\n', null],
  [',,c\n', null],
  [' ,\t,c\n', null],
])('reads %j as %j', (text, cells) => {
  const bytes = utf8Of(text)
  const records = new RegularRecords(3, { delimiter: ',', quoted: true }, 'header')
  const { next } = records.read(bytes, 0)
  expect(records.count === 0 ? null : [0, 1, 2].map((cell) => cutAt(records, bytes, cell))).toEqual(cells)
  expect(next).toBe(cells ? bytes.indexOf(10) + 1 : 0)
})

const cutAt = ({ starts, ends, doubled }: RegularRecords, bytes: Uint8Array, cell: number): string => {
  const raw = cutUtf8(bytes, starts[cell]!, ends[cell]!)
  return doubled[cell] === 1 ? raw.replaceAll('""', '"') : raw
}

it('takes quotes as characters where they are none', () => {
  const bytes = utf8Of('say "hi\tb"\n')
  const records = new RegularRecords(2, { delimiter: '\t', quoted: false }, 'header')
  expect(records.read(bytes, 0).next).toBe(11)
  expect([0, 1].map((cell) => cutAt(records, bytes, cell))).toEqual(['say "hi', 'b"'])
})

it('stops before the header comes again, and after a full block', () => {
  const bytes = utf8Of(`${'a,b\n'.repeat(3)}이름,b\na,b\n`)
  const records = new RegularRecords(2, { delimiter: ',', quoted: true }, '이름')
  expect(records.read(bytes, 0)).toEqual({ next: 12, isFull: false })
  expect(records.count).toBe(3)
  const many = utf8Of('a,b\n'.repeat(3000))
  expect(records.read(many, 0)).toEqual({ next: 4096, isFull: true })
})
