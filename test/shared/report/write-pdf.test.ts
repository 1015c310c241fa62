import { describe, expect, it } from 'vitest'
import { buildOutline } from '../../../shared/report/build-outline'
import { layOut } from '../../../shared/report/layout/lay-out'
import type { Block } from '../../../shared/report/layout/blocks'
import type { Outline } from '../../../shared/report/outline'
import { typefaceOf } from '../../../shared/report/pdf/typeface'
import { readWoff } from '../../../shared/report/font/sfnt'
import { writePdf } from '../../../shared/report/write-pdf'
import { FONTS } from '../../helpers/fonts'
import { readPdf, type ReadPdf } from '../../helpers/read-pdf'
import { FIXTURES, rich } from './fixtures'
import { HOSTILE, poisoned } from './hostile'

const { shown } = typefaceOf(readWoff(FONTS.regular))

const pdfOf = async (outline: Outline, paper: '16:9' | 'a4'): Promise<ReadPdf> => readPdf(await writePdf(outline, paper, FONTS))

/** Words alone: where lines break is the writer's. Boxes, as a reader gets what was written in their place. */
const squeezed = (text: string): string => text.normalize('NFC').replace(/[\s\p{Cf}]+/gu, '')

/** What the blocks of a page say, in their order. */
const saidBy = (block: Block): readonly string[] =>
  block.kind === 'text'
    ? block.paragraphs.map(({ runs }) => runs.map(({ text }) => text).join(''))
    : block.kind === 'grid'
      ? block.rows.flatMap(({ cells }) => cells.map(({ runs }) => runs.map(({ text }) => text).join('')))
      : []

const cases = Object.entries(FIXTURES).flatMap(([name, data]) => (['en', 'ko'] as const).map((locale) => [name, locale, data] as const))

describe('writePdf', () => {
  it.each(cases)('has a page for each slide of %s, in %s, with its words in order', async (_, locale, data) => {
    const outline = buildOutline(data, locale)
    const pdf = await pdfOf(outline, '16:9')
    expect(pdf.pages).toHaveLength(outline.slides.length)
    expect(pdf.bookmarks).toEqual(outline.slides.map(({ title }) => title))
    layOut(outline).forEach(({ blocks }, at) => {
      const page = squeezed(pdf.pages[at] ?? '')
      let from = 0
      for (const words of blocks.flatMap(saidBy)) {
        const found = page.indexOf(squeezed(words), from)
        expect(found, words).toBeGreaterThanOrEqual(from)
        from = found + squeezed(words).length
      }
    })
  })

  it.each(cases)('flows on A4 for %s, in %s, with all that the outline says', async (_, locale, data) => {
    const outline = buildOutline(data, locale)
    const pdf = await pdfOf(outline, 'a4')
    for (const size of pdf.sizes) expect(size).toEqual([595.28, 841.89])
    expect(pdf.bookmarks.slice(0, outline.slides.length)).toEqual(outline.slides.map(({ title }) => title))
    const all = squeezed(pdf.pages.join('\n'))
    for (const slide of outline.slides) {
      expect(all).toContain(squeezed(slide.title))
      for (const line of 'body' in slide ? slide.body : []) expect(all).toContain(squeezed(line))
      for (const note of slide.notes) expect(all).toContain(squeezed(note))
      if (slide.kind === 'quotes') for (const { text } of slide.quotes) expect(all).toContain(squeezed(text))
      if ('table' in slide) for (const { cells } of slide.table.rows) for (const cell of cells) expect(all).toContain(squeezed(cell))
    }
  })

  it('is tagged, titled and dated by the outline alone, and draws charts as vectors', async () => {
    const outline = buildOutline(rich, 'ko')
    for (const paper of ['16:9', 'a4'] as const) {
      const { tags, info, lang, operators } = await pdfOf(outline, paper)
      const types = tags.map(({ type }) => type)
      expect(types[0]).toBe('Document')
      for (const type of ['Sect', 'H1', 'P', 'Table', 'TR', 'TH', 'TD', 'Figure']) expect(types).toContain(type)
      const alts = outline.slides.flatMap((slide) => ('chart' in slide && slide.chart !== null ? [slide.chart.alt] : []))
      expect(tags.filter(({ type }) => type === 'Figure').map(({ alt }) => alt)).toEqual(alts)
      expect(info).toMatchObject({ Title: outline.project, Author: 'Earshot', CreationDate: 'D:20260702093000Z', ModDate: 'D:20260702093000Z' })
      expect(lang).toBe('ko-KR')
      expect(operators).toContain('re')
      expect(operators).not.toContain('Do')
    }
  })

  it('gives the same bytes for the same outline', async () => {
    const outline = buildOutline(rich, 'en')
    for (const paper of ['16:9', 'a4'] as const) {
      expect(Buffer.compare(await writePdf(structuredClone(outline), paper, FONTS), await writePdf(outline, paper, FONTS))).toBe(0)
    }
  })

  it('shows a box for what the face does not have, and reads out what was written', async () => {
    const outline = buildOutline({ ...rich, quotes: rich.quotes.map((quote) => ({ ...quote, text: 'fine 😀 שלום' })) }, 'en')
    const pages = (await pdfOf(outline, '16:9')).pages.join('\n')
    expect(shown('fine 😀 שלום')).toBe('fine □ □□□□')
    // A family is one box; what a joiner follows that the face has, or that it does not have, is not lost.
    expect(shown('👨‍👩‍👧 a\u200Dݽ ݽ\u200Da 🇰🇷🇰🇷')).toBe('□ a□ □a □□')
    expect(squeezed(pages)).toContain('fine😀שלום')
    expect(pages).not.toContain('□')
  })

  it('reads out a word that is longer than a line as it was written, whatever the face has of it', async () => {
    const text = 'שלום😀한글Latin'.repeat(40)
    const outline = buildOutline({ ...rich, quotes: rich.quotes.map((quote) => ({ ...quote, text })) }, 'en')
    for (const paper of ['16:9', 'a4'] as const) expect(squeezed((await pdfOf(outline, paper)).pages.join('\n'))).toContain(text.slice(0, 200))
  })

  it('stays readable with hostile texts', async () => {
    for (let from = 0; from < HOSTILE.length; from += 6) {
      let at = from
      const outline = buildOutline(poisoned(() => HOSTILE[(at += 1) % HOSTILE.length] ?? ''), from % 4 === 0 ? 'ko' : 'en')
      for (const paper of ['16:9', 'a4'] as const) {
        const { pages } = await pdfOf(outline, paper)
        expect(pages.length).toBeGreaterThan(3)
        expect(pages.join('')).not.toMatch(/[\u0000-\u0008\u000B\u000C\u000E-\u001F\uFFFE\uFFFF]/)
      }
    }
  })

  it('keeps everything on the page', async () => {
    const long = '아주 긴 문장입니다 without any end '.repeat(60)
    const outline = buildOutline(rich, 'ko')
    const slides = outline.slides.map((slide) => (slide.kind === 'quotes' ? { ...slide, title: long, quotes: slide.quotes.map((quote) => ({ ...quote, text: long })) } : slide))
    for (const paper of ['16:9', 'a4'] as const) {
      const pdf = await pdfOf({ ...outline, slides }, paper)
      expect(squeezed(pdf.pages.join(''))).toContain(squeezed(long))
      for (const lowest of pdf.lowest) expect(lowest).toBeGreaterThan(paper === 'a4' ? 62 : 36)
    }
  })
})
