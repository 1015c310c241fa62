import readExcelFile from 'read-excel-file/node'
import { describe, expect, it } from 'vitest'
import { buildOutline } from '../../../shared/report/build-outline'
import type { Outline } from '../../../shared/report/outline'
import { xmlSafe } from '../../../shared/report/sanitize'
import { sheetNames } from '../../../shared/report/sheet-names'
import { writeXlsx } from '../../../shared/report/write-xlsx'
import { FIXTURES, poor, rich } from './fixtures'
import { HOSTILE, poisoned } from './hostile'
import { officeFaults, officeParts } from './well-formed'

const HEADING_ROWS = 3

async function readBack(outline: Outline): Promise<Map<string, readonly (readonly unknown[])[]>> {
  const sheets = await readExcelFile(Buffer.from(await writeXlsx(outline)))
  return new Map(sheets.map(({ sheet, data }) => [sheet, data]))
}

describe('writeXlsx', () => {
  it.each(Object.entries(FIXTURES))('gives a whole package for %s, without formulas', async (_, data) => {
    for (const locale of ['en', 'ko'] as const) {
      const bytes = await writeXlsx(buildOutline(data, locale))
      expect(officeFaults(bytes)).toEqual([])
      for (const xml of officeParts(bytes).values()) expect(xml).not.toMatch(/<f[ >]|TargetMode|relationships\/hyperlink/i)
    }
  })

  it('is read back by another reader number by number, in full', async () => {
    const outline = buildOutline(rich, 'ko')
    const sheets = await readBack(outline)
    expect([...sheets.keys()]).toEqual(outline.sheets.map(({ name }) => name))
    outline.sheets.forEach(({ name, columns, rows }, at) => {
      const data = sheets.get(name)?.slice(at === 0 ? HEADING_ROWS : 0) ?? []
      expect(data[0]).toEqual(columns.map(({ label }) => label))
      expect(data.slice(1)).toEqual(
        rows.map((row) => row.map((value) => (typeof value === 'string' ? value.trim() : value))),
      )
    })
  })

  it('gives the same bytes for the same outline', async () => {
    const outline = buildOutline(poor, 'en')
    expect(Buffer.compare(await writeXlsx(outline), await writeXlsx(structuredClone(outline)))).toBe(0)
  })

  it('freezes the header row of every sheet', async () => {
    for (const [name, xml] of officeParts(await writeXlsx(buildOutline(rich, 'en')))) {
      if (name.startsWith('xl/worksheets/sheet'))
        expect(xml).toMatch(/<pane ySplit="[14]" topLeftCell="A[25]"[^>]*state="frozen"/)
    }
  })

  it('stays whole and typed with hostile texts', async () => {
    for (let from = 0; from < HOSTILE.length; from += 6) {
      let at = from
      const outline = buildOutline(
        poisoned(() => HOSTILE[(at += 1) % HOSTILE.length] ?? ''),
        'en',
      )
      const bytes = await writeXlsx(outline)
      expect(officeFaults(bytes)).toEqual([])
      expect([...officeParts(bytes).values()].join('')).not.toMatch(/<f[ >]/)
    }
  })

  it('keeps escapes and markup in a quote as they were written', async () => {
    const text = '_x0041_ <b>&amp;</b> =1+1'
    const [quote] = rich.quotes
    if (!quote) throw new Error('fixture')
    const sheets = await readBack(buildOutline({ ...rich, quotes: [{ ...quote, text }] }, 'en'))
    const stored = String(sheets.get('Quotes')?.[1]?.[2])
    expect(stored.replaceAll('_x005F_', '_')).toBe(text)
  })
})

describe('sheetNames', () => {
  it('are what Excel takes: short, unlike each other, without forbidden characters', () => {
    const names = sheetNames([
      'By a/b',
      'by A:B',
      'History',
      "'x'",
      '',
      '   ',
      '가'.repeat(60),
      '가'.repeat(60),
      '😀'.repeat(40),
      '\u0000[]',
    ])
    expect(names.slice(0, 6)).toEqual(['By a b', 'by A B (2)', 'History (2)', 'x', '-', '- (2)'])
    expect(new Set(names.map((name) => name.toLowerCase())).size).toBe(names.length)
    for (const name of names) {
      expect(name.length).toBeLessThanOrEqual(31)
      expect(name).not.toMatch(/[[\]/\\:*?]|^'|'$/)
      expect(xmlSafe(name)).toBe(name)
    }
  })
})
