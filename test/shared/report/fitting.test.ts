import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { buildOutline } from '../../../shared/report/build-outline'
import type { Block } from '../../../shared/report/layout/blocks'
import { layOut, type Page } from '../../../shared/report/layout/lay-out'
import { PAGE } from '../../../shared/report/layout/look'
import type { ReportData } from '../../../shared/report/types'
import { extentOf, inkOf, overlapOf, rowHeights } from './fitting'
import { FIXTURES, rich } from './fixtures'

/** Inches by which things may touch: leading above and below letters is not ink. */
const TOUCH = 0.07
/** Small print that is read last. */
const [SMALLEST, FOOT] = [9.5, 9]

const nameOf = (block: Block): string => (block.kind === 'text' ? block.paragraphs.flatMap(({ runs }) => runs.map(({ text }) => text)).join(' ') : block.kind === 'grid' ? block.name : block.kind)

/** Everything on the page keeps to its own place, at the size that it asks for. */
function check({ blocks, frame }: Page): void {
  for (const block of blocks) {
    if (block.kind === 'text') {
      const { h } = inkOf(block)
      expect(h, `“${nameOf(block)}” in ${block.box.h}`).toBeLessThanOrEqual(block.box.h + TOUCH)
    }
    if (block.kind === 'grid') {
      rowHeights(block).forEach((h, at) => {
        const height = block.rows[at]?.height ?? null
        if (height !== null) expect(h, `row ${at} of ${block.name}: ${block.rows[at]?.cells.map(({ runs }) => runs.map(({ text }) => text).join('')).join(' | ')}`).toBeLessThanOrEqual(height + TOUCH)
      })
      const { y, h } = extentOf(block)
      expect(y + h, block.name).toBeLessThanOrEqual(PAGE.footer + TOUCH)
    }
    const sizes = block.kind === 'text' ? block.paragraphs.flatMap(({ runs }) => runs.map(({ size }) => size)) : block.kind === 'grid' ? block.rows.flatMap(({ cells }) => cells.flatMap(({ runs }) => runs.map(({ size }) => size))) : []
    for (const size of sizes) expect(size, nameOf(block)).toBeGreaterThanOrEqual(SMALLEST)
  }
  for (const block of frame) {
    if (block.kind === 'text') for (const { runs } of block.paragraphs) for (const { size } of runs) expect(size).toBeGreaterThanOrEqual(FOOT)
  }
  const placed = blocks.filter((block) => block.kind !== 'text' || nameOf(block).trim() !== '').map((block) => ({ block, box: extentOf(block) }))
  placed.forEach(({ block, box }, at) => {
    for (const other of placed.slice(at + 1)) {
      expect(overlapOf(box, other.box), `“${nameOf(block)}” and “${nameOf(other.block)}”`).toBeLessThanOrEqual(TOUCH)
    }
  })
}

const HANGUL = '대규모정보통신인프라구축및유지보수전문서비스사업본부전국단위공공기관전자문서유통시스템운영지원센터'
const LATIN = 'Northern and Southern Regional Infrastructure Maintenance Services Group of Companies '
const label = fc
  .record({ script: fc.constantFrom(HANGUL, LATIN), from: fc.integer({ min: 0, max: 12 }), length: fc.integer({ min: 1, max: 45 }) })
  .map(({ script, from, length }) => script.slice(from, from + length).trim() || '값')

/** The data with other names for everything that people name. */
function named(data: ReportData, names: readonly string[]): ReportData {
  const known = new Map<string, string>()
  const name = (of: string): string => {
    if (!known.has(of)) known.set(of, `${names[known.size % names.length] ?? ''}${known.size}`)
    return known.get(of) ?? of
  }
  const valueOf = (value: string | null): string | null => (value === null ? null : name(value))
  return {
    ...data,
    project: name('project'),
    segments: data.segments.map((table) => ({ ...table, field: name(table.field), rows: table.rows.map((row) => ({ ...row, value: valueOf(row.value) })) })),
    cross: data.cross && {
      ...data.cross,
      row: { ...data.cross.row, field: name(data.cross.row.field) },
      column: { ...data.cross.column, field: name(data.cross.column.field) },
      rows: data.cross.rows.map(name),
      columns: data.cross.columns.map(name),
    },
    compared: data.compared.map((field) => ({ ...field, field: name(field.field), segments: field.segments.map((segment) => ({ ...segment, value: valueOf(segment.value) })) })),
    growth: data.growth && data.growth.map((code) => ({ ...code, code: name(code.code) })),
    themes: data.themes && { ...data.themes, codes: data.themes.codes.map((code) => ({ ...code, name: name(code.name) })) },
    quotes: data.quotes.map((quote) => ({ ...quote, code: valueOf(quote.code), wave: name(quote.wave) })),
  }
}

describe('what stands on a page', () => {
  const pages = Object.entries(FIXTURES).flatMap(([name, data]) =>
    (['en', 'ko'] as const).flatMap((locale) => layOut(buildOutline(data, locale)).map((page) => [`${name}, ${locale}, ${page.id}`, page] as const)),
  )
  it.each(pages)('of %s has room, and nothing lies over it', (_, page) => check(page))

  it('has room whatever things are called, in both languages', () => {
    fc.assert(
      fc.property(fc.array(label, { minLength: 3, maxLength: 12 }), fc.constantFrom('en' as const, 'ko' as const), (names, locale) => {
        for (const page of layOut(buildOutline(named(rich, names), locale))) check(page)
      }),
      { numRuns: 20 },
    )
  })
})
