import readExcelFile from 'read-excel-file/node'
import { describe, expect, it } from 'vitest'
import { buildOutline } from '../../../shared/report/build-outline'
import { NO_EDITS } from '../../../shared/report/edits/edits'
import { applyEdits } from '../../../shared/report/edits/apply-edits'
import type { OutlineQuote } from '../../../shared/report/outline'
import { withEditedQuotes } from '../../../shared/report/sheets/edited-quotes'
import { writeXlsx } from '../../../shared/report/write-xlsx'
import type { LongSheet } from '../../../shared/report/xlsx/long-sheet'
import { rich } from './fixtures'
import { HOSTILE } from './hostile'
import { officeFaults, officeParts } from './well-formed'

const outline = buildOutline(rich, 'en')
const long = (rows: LongSheet['rows'], size: number): LongSheet => ({
  name: 'Responses',
  about: 'Every response',
  columns: [
    { label: 'Wave', type: 'label' },
    { label: 'Line', type: 'count' },
    { label: 'Date', type: 'day' },
    { label: 'Why?', type: 'long-text' },
  ],
  size,
  rows,
})

describe('a sheet of many rows', () => {
  it('is read back in full: typed, without formulas, named in the contents', async () => {
    const cells = Array.from({ length: 2500 }, (_, at) => ['a', at, at % 2 === 0 ? 45_000 + at : null, at % 3 === 0 ? `=SUM(A${at}) & <b>` : null] as const)
    const bytes = await writeXlsx(outline, long(() => cells, cells.length))
    expect(officeFaults(bytes)).toEqual([])
    const sheets = await readExcelFile(Buffer.from(bytes))
    expect(sheets.map(({ sheet }) => sheet)).toEqual([...outline.sheets.map(({ name }) => name), 'Responses'])
    expect(sheets[0]!.data.at(-1)).toEqual(['Responses', 'Every response', 2500])
    const [head, ...rows] = sheets.at(-1)!.data
    expect(head).toEqual(['Wave', 'Line', 'Date', 'Why?'])
    expect(rows).toHaveLength(2500)
    expect(rows[2499]).toEqual(['a', 2499, null, '=SUM(A2499) & <b>'])
    expect(rows[0]![2]).toEqual(new Date(Date.UTC(2023, 2, 15)))
    for (const xml of officeParts(bytes).values()) expect(xml).not.toMatch(/<f[ >]/)
    expect(Buffer.compare(bytes, await writeXlsx(structuredClone(outline), long(() => cells, cells.length)))).toBe(0)
  })

  it('stays whole with hostile texts, and with no rows at all', async () => {
    const bytes = await writeXlsx(outline, long(() => HOSTILE.map((text) => [text, 1, null, text] as const), HOSTILE.length))
    expect(officeFaults(bytes)).toEqual([])
    const none = await writeXlsx(outline, long(() => [], 0))
    expect(officeFaults(none)).toEqual([])
    expect((await readExcelFile(Buffer.from(none))).at(-1)!.data).toHaveLength(1)
  })
})

describe('the contents of the workbook', () => {
  it('lead to every sheet', async () => {
    for (const locale of ['en', 'ko'] as const) {
      const { sheets } = buildOutline({ ...rich, segments: [{ ...rich.segments[0]!, field: "It's <a> & 'b'" }, ...rich.segments.slice(1)] }, locale)
      const parts = officeParts(await writeXlsx({ ...outline, sheets }))
      const [first, ...others] = sheets.map(({ name }) => name)
      const links = [...parts.get('xl/worksheets/sheet1.xml')!.matchAll(/<hyperlink ref="A(\d+)" location="'([^"]*)'!A1"/g)]
      expect(links.map(([, , name = '']) => name.replaceAll('&lt;', '<').replaceAll('&gt;', '>').replaceAll('&amp;', '&').replaceAll("''", "'"))).toEqual(others)
      expect(links.map(([, row]) => Number(row))).toEqual(others.map((_, at) => at + 5))
      expect(first).toBe(sheets[0]!.name)
      for (const [name, xml] of parts) if (name.endsWith('.rels')) expect(xml).not.toContain('TargetMode')
    }
  })
})

describe('quotes of the workbook', () => {
  it('are those of the slides: one that is taken out is nowhere in it, another one stands in the place of one replaced', async () => {
    const [gone, other] = ['code:c1', 'code:c2']
    const edits = { ...NO_EDITS, quotes: [{ key: gone!, pick: null }, { key: other!, pick: { wave: 'w', line: 9, field: 'f' } }] }
    const picked: OutlineQuote = { key: other!, code: 'c2', tone: 'promoters', head: 'Promoter, 9', text: 'Said by somebody else', source: 'Why?, wave 2, line 9' }
    const edited = withEditedQuotes(applyEdits(outline, edits, () => picked).outline, edits)
    const sheet = edited.sheets.find(({ name }) => name === 'Quotes')!
    expect(sheet.rows).toHaveLength(outline.sheets.find(({ name }) => name === 'Quotes')!.rows.length - 1)
    expect(JSON.stringify(edited.sheets)).not.toContain(rich.quotes[0]!.text)
    expect(JSON.stringify(edited.sheets)).not.toContain(rich.quotes[1]!.text)
    expect(JSON.stringify(sheet.rows)).toContain('Said by somebody else')
    expect(edited.sheets[0]!.rows.find(([name]) => name === 'Quotes')?.[2]).toBe(sheet.rows.length)
    expect(withEditedQuotes(outline, NO_EDITS)).toBe(outline)
  })
})
