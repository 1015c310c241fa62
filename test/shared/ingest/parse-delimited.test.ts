import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { quietTask } from '../../../shared/base/task'
import { textOfUtf8, utf8Of } from '../../../shared/base/utf8'
import { normaliseText, parseDelimited } from '../../../shared/ingest/parse-delimited'
import { readDelimited } from '../../../shared/ingest/read-delimited'
import { cellAt } from '../../../shared/table/column'
import { must } from '../../helpers/survey-files'

const SEED = 20_260_701

const all = (text: string, delimiter: string, quoted: boolean, width: number, window: number) => {
  const records: (readonly string[])[] = []
  const lines: number[] = []
  for (const batch of parseDelimited(utf8Of(text), { delimiter, quoted }, width, 1, window)) {
    expect(batch.lines.length).toBe(batch.records.length)
    records.push(...batch.records)
    lines.push(...batch.lines)
  }
  return { records, lines }
}

/** RFC 4180, character by character; only for well-formed text. */
function naive(text: string, delimiter: string): { records: string[][]; lines: number[] } {
  const records: string[][] = []
  const lines: number[] = []
  let record: string[] = []
  let cell = ''
  let line = 1
  let start = 1
  let quoted = false
  const endRecord = (): void => {
    records.push([...record, cell])
    lines.push(start)
    record = []
    cell = ''
    start = line
  }
  for (let at = 0; at < text.length; at++) {
    const character = text[at]!
    if (character === '\n') line += 1
    if (quoted) {
      if (character !== '"') cell += character
      else if (text[at + 1] === '"') {
        cell += '"'
        at += 1
      } else quoted = false
    } else if (character === '"' && cell === '') quoted = true
    else if (character === delimiter) {
      record.push(cell)
      cell = ''
    } else if (character === '\n') endRecord()
    else cell += character
  }
  if (record.length > 0 || cell !== '' || !text.endsWith('\n')) endRecord()
  return { records, lines }
}

const cell = fc.string({ unit: fc.constantFrom('a', '가', '"', ',', ';', '\t', '|', '\n', ' ', '1'), maxLength: 6 })
const table = fc.array(fc.array(cell, { minLength: 1, maxLength: 4 }), { minLength: 1, maxLength: 12 })
const delimiters = fc.constantFrom(',', ';', '\t', '|')

const write = (rows: readonly (readonly string[])[], delimiter: string, always: readonly boolean[]): string =>
  rows
    .map((row, at) =>
      row
        .map((text) =>
          /["\n]/.test(text) || text.includes(delimiter) || always[at % always.length]
            ? `"${text.replaceAll('"', '""')}"`
            : text,
        )
        .join(delimiter),
    )
    .join('\n')

describe('parseDelimited', () => {
  test('reads what was written, with its lines, whatever the window', () => {
    fc.assert(
      fc.property(
        table,
        delimiters,
        fc.array(fc.boolean(), { minLength: 1, maxLength: 5 }),
        fc.boolean(),
        fc.integer({ min: 1, max: 40 }),
        (rows, delimiter, always, ended, window) => {
          const text = write(rows, delimiter, always) + (ended ? '\n' : '')
          fc.pre(text !== '')
          const got = all(text, delimiter, true, 99, window)
          const wanted = naive(text, delimiter)
          expect(got.records).toEqual(wanted.records)
          expect(got.lines).toEqual(wanted.lines)
        },
      ),
      { seed: SEED, numRuns: 1500 },
    )
  })

  test('windows never change the reading of any text, stray quotes included', () => {
    const garbage = fc.string({ unit: fc.constantFrom('a', '"', ',', '\n', ' '), minLength: 1, maxLength: 60 })
    fc.assert(
      fc.property(garbage, fc.integer({ min: 1, max: 30 }), fc.integer({ min: 1, max: 4 }), fc.boolean(), (text, window, width, quoted) => {
        const small = all(text, ',', quoted, width, window)
        const large = all(text, ',', quoted, width, 1000)
        expect(small).toEqual(large)
      }),
      { seed: SEED, numRuns: 3000 },
    )
  })

  test('without quoting, quotes are letters and every line is a record', () => {
    fc.assert(
      fc.property(fc.string({ unit: fc.constantFrom('a', '"', '\t', '\n'), minLength: 1, maxLength: 40 }), (text) => {
        const { records, lines } = all(text, '\t', false, 3, 7)
        const wanted = text.split('\n').map((line) => line.split('\t'))
        if (text.endsWith('\n')) wanted.pop()
        expect(records).toEqual(wanted)
        expect(lines).toEqual(wanted.map((_, at) => at + 1))
      }),
      { seed: SEED, numRuns: 500 },
    )
  })

  test.each([
    ['a\r\nb\rc\nd', 'a\nb\nc\nd'],
    ['a\0b\r\r\n', 'ab\n\n'],
    ['plain', 'plain'],
  ])('normalises %j', (text, wanted) => expect(textOfUtf8(normaliseText(utf8Of(text)))).toBe(wanted))
})

const rowsOf = async (text: string, window = 64) => {
  const { table: read, delimiter } = must(await readDelimited(utf8Of(text), 'survey.csv', {}, quietTask, window))
  const rows = Array.from({ length: read.rows }, (_, row) =>
    read.columns.map((column) => cellAt(column, row)),
  )
  return { rows, delimiter, headers: read.headers, lines: [...read.lines], warnings: read.warnings, rejected: read.rejected }
}

describe('quotes gone wrong', () => {
  test('an unclosed quote costs one line, not the rest of the file', async () => {
    const rest = Array.from({ length: 30 }, (_, at) => `${at},9,"fine, ""really"" fine"`).join('\n')
    const { rows, warnings } = await rowsOf(`id,score,comment\n1,3,"never closed\n${rest}\n`)
    expect(rows).toHaveLength(31)
    expect(rows[0]).toEqual(['1', '3', '"never closed'])
    expect(rows[30]).toEqual(['29', '9', 'fine, "really" fine'])
    expect(warnings).toEqual([{ code: 'stray-quotes', params: { count: 1 } }])
  })

  test('a stray quote that another cell closes does not join records', async () => {
    const { rows } = await rowsOf('id,score,comment\n1,3,"oops\n2,"8",good\n3,9,"also, good"\n')
    expect(rows).toEqual([
      ['1', '3', '"oops'],
      ['2', '8', 'good'],
      ['3', '9', 'also, good'],
    ])
  })

  test('quotes inside a quoted comment of several lines stay as they are', async () => {
    const { rows, warnings } = await rowsOf('id,score,comment\n1,3,"he said "wow" and\nleft, quickly"\n2,4,x\n')
    expect(rows).toEqual([
      ['1', '3', 'he said "wow" and\nleft, quickly'],
      ['2', '4', 'x'],
    ])
    expect(warnings).toEqual([])
  })

  test('TSV with literal quotes is read without quoting', async () => {
    const lines = Array.from({ length: 40 }, (_, at) => `${at}\t5\tx`)
    lines[10] = '10\t7\t"Native" graphics'
    lines[20] = '20\t8\tno "end'
    lines[25] = '25\t8\t"opening'
    lines[30] = '30\t8\tclosing"'
    const { rows, delimiter } = await rowsOf(`id\tscore\tcomment\n${lines.join('\n')}\n`)
    expect(delimiter).toBe('\t')
    expect(rows).toEqual(lines.map((line) => line.split('\t')))
  })

  test('cancelling leaves nothing', async () => {
    const task = { ...quietTask, cancelled: () => true }
    const result = await readDelimited(utf8Of('a,b\n1,2\n'), 'survey.csv', {}, task)
    expect(result).toEqual({ ok: false, fault: { code: 'cancelled', params: {} } })
  })
})

describe('the shape of the file', () => {
  test('sep= line', async () => {
    const { delimiter, headers, lines } = await rowsOf('sep=;\r\na;b\r\n1;2,3\r\n')
    expect({ delimiter, headers, lines }).toEqual({ delimiter: ';', headers: ['a', 'b'], lines: [3] })
  })

  test.each([
    ['a;b;c\n1;2,5;x\n2;3,5;y\n3;4,1;z\n', ';'],
    ['a|b\n1|2\n3|4\n', '|'],
    ['"a;b",c\n"1;2;3",4\n"5",6\n', ','],
    ['comment\nnice, but slow\nok\nbad, bad, bad\n', ','],
    ['a\tb\n1, 2\t3\n4\t5\n', '\t'],
  ])('delimiter of %j', async (text, wanted) => expect((await rowsOf(text)).delimiter).toBe(wanted))
})
