import { createHash } from 'node:crypto'
import readExcelFile from 'read-excel-file/node'
import { describe, expect, it } from 'vitest'
import { readXml, type XmlElement } from '../../../shared/coding/read-xml'
import { signed } from '../../../shared/nps/round'
import { buildOutline } from '../../../shared/report/build-outline'
import { sectionsOf } from '../../../shared/report/flow/sections'
import type { HeadlineSlide, Outline, Slide, Table } from '../../../shared/report/outline'
import { phrases } from '../../../shared/report/phrases'
import { writeHtml } from '../../../shared/report/write-html'
import { writePdf } from '../../../shared/report/write-pdf'
import { writePptx } from '../../../shared/report/write-pptx'
import { writeXlsx } from '../../../shared/report/write-xlsx'
import { FONTS } from '../../helpers/fonts'
import { readPdf } from '../../helpers/read-pdf'
import { FIXTURES } from './fixtures'
import { officeParts } from './well-formed'

type Cells = readonly (readonly string[])[]

const sha256 = (bytes: Uint8Array): Promise<string> => Promise.resolve(createHash('sha256').update(bytes).digest('hex'))
/** Lines are broken where there is room. */
const bare = (text: string): string => text.replace(/[\s\u2068\u2069\u200B]/g, '')

/** The numbers of a table: all cells but the names at left. */
const figuresOf = ({ rows }: Table): Cells => rows.map(({ cells }) => cells.slice(1).map(bare))

/** Each slide's table as the flowing forms have it; a heat map as scores with their answers. */
const tablesOf = (outline: Outline): readonly { readonly slide: Slide; readonly figures: Cells }[] => {
  const sections = sectionsOf(outline)
  return outline.slides
    .filter(({ kind }) => kind !== 'title')
    .flatMap((slide, at) => (sections[at]?.parts ?? []).flatMap((part) => (part.kind === 'table' ? [{ slide, figures: figuresOf(part.table) }] : [])))
}
const headlineOf = ({ slides }: Outline): HeadlineSlide => slides.find((slide): slide is HeadlineSlide => slide.kind === 'headline')!
const headlineTexts = ({ score, groups, change }: HeadlineSlide): readonly string[] =>
  [score.value ?? '', ...score.lines, ...groups.flatMap(({ share, count }) => [share, count]), ...(change?.lines ?? [])].map(bare)

const all = (element: XmlElement): readonly XmlElement[] => [element, ...element.children.flatMap(all)]
const named = (root: XmlElement, name: string): readonly XmlElement[] => all(root).filter((element) => element.name === name)
const textOf = (element: XmlElement): string => element.text + element.children.map(textOf).join('')
function treeOf(xml: string): XmlElement {
  const read = readXml(xml)
  if (!read.ok) throw new Error(read.what)
  return read.root
}
/** Rows of a page's table without their names and the head. */
const rowsOf = (table: XmlElement, row: string, cell: readonly string[]): Cells =>
  named(table, row).map((line) => line.children.filter(({ name }) => cell.includes(name)).slice(1).map((each) => bare(textOf(each))))

describe.each(
  (['rich', 'poor'] as const).flatMap((name) => (['en', 'ko'] as const).map((locale) => ({ name, locale, outline: buildOutline(FIXTURES[name], locale) }))),
)('the numbers of $name in $locale', ({ outline, locale }) => {
  const headline = headlineTexts(headlineOf(outline))

  it('stand in the slides, table by table', async () => {
    const parts = officeParts(await writePptx(outline))
    const slides = outline.slides.map((_, at) => treeOf(parts.get(`ppt/slides/slide${at + 1}.xml`)!))
    outline.slides.forEach((slide, at) => {
      const root = slides[at]!
      const grids = named(root, 'tbl').map((table) => rowsOf(table, 'tr', ['tc']))
      if (slide.kind === 'headline') for (const text of headline) expect(bare(textOf(root))).toContain(text)
      if (slide.kind === 'heat') {
        const cells = slide.rows.map((row) => row.cells.map(({ score, answers }) => bare(score + answers)))
        expect(grids.flat().filter((row) => cells.some((each) => each.join() === row.join())).length).toBeGreaterThanOrEqual(cells.length)
      }
      if ('table' in slide && slide.table.rows.length > 0) {
        const shown = grids.flat().map((row) => row.join('|'))
        for (const row of figuresOf(slide.table)) expect(shown.some((line) => line === row.join('|') || line.endsWith(`|${row.join('|')}`)), `${slide.id}: ${row.join('|')}\n${shown.join('\n')}`).toBe(true)
      }
    })
  })

  it('stand on the pages of the PDF, table by table', async () => {
    const { pages } = readPdf(await writePdf(outline, '16:9', FONTS))
    expect(pages).toHaveLength(outline.slides.length)
    const at = outline.slides.indexOf(headlineOf(outline))
    for (const text of headline) expect(bare(pages[at]!)).toContain(text)
    for (const { slide, figures } of tablesOf(outline)) {
      const cells = pages[outline.slides.indexOf(slide)]!.split('\t').map(bare)
      for (const row of figures) expectInOrder(cells, slide.kind === 'heat' ? row.map((text) => text.replace(/[()]/g, '')) : row, slide.id)
    }
    const flowing = readPdf(await writePdf(outline, 'a4', FONTS)).pages.join('\n')
    for (const text of headline) expect(bare(flowing)).toContain(text)
    const cells = flowing.split('\t').map(bare)
    for (const { slide, figures } of tablesOf(outline)) for (const row of figures) expectInOrder(cells, row, slide.id)
  })

  it('stand on the web page, table by table', async () => {
    const page = new TextDecoder().decode(await writeHtml(outline, { fonts: FONTS, sha256 }))
    const root = treeOf(page.slice(page.indexOf('<html')))
    const sections = named(root, 'section')
    expect(sections).toHaveLength(outline.slides.length - 1)
    for (const text of headline) expect(bare(textOf(sections[outline.slides.indexOf(headlineOf(outline)) - 1]!))).toContain(text)
    for (const { slide, figures } of tablesOf(outline)) {
      const [table] = named(sections[outline.slides.indexOf(slide) - 1]!, 'tbody')
      expect(rowsOf(table!, 'tr', ['th', 'td'])).toEqual(figures)
    }
  })

  it('stand in the workbook under the ids of their queries, as numbers', async () => {
    const words = phrases(locale)
    const { say } = words
    const sheets = await readExcelFile(Buffer.from(await writeXlsx(outline)))
    const scores = new Map<string, readonly string[]>()
    for (const { data } of sheets) {
      const [head = []] = data
      const [id, n, low, high] = ['report.column.query', 'report.column.answers', 'report.column.low', 'report.column.high'].map((key) => head.indexOf(say(key as 'report.column.low'))) as [number, number, number, number]
      if (Math.min(id, n, low, high) < 0) continue
      for (const row of data.slice(1)) {
        const [nps, from, to] = [row[low - 1], row[low], row[high]]
        const isShown = typeof nps === 'number' && typeof from === 'number' && typeof to === 'number'
        const shown = isShown ? [signed(nps), say('report.range', { low: signed(from), high: signed(to) })] : [say('report.none'), say('report.none')]
        scores.set(String(row[id]), [words.count(Number(row[n])), ...shown])
      }
    }
    const [nps, interval, answers] = [say('report.column.score'), say('report.column.interval'), say('report.column.answers')]
    let compared = 0
    for (const slide of outline.slides) {
      if (slide.kind !== 'league' && slide.kind !== 'segment') continue
      const at = [answers, nps, interval].map((label) => slide.table.columns.findIndex((column) => column.label === label))
      if (Math.min(...at) < 0) continue
      for (const { cells, refs } of slide.table.rows) {
        compared += 1
        expect(at.map((column) => cells[column]), slide.id).toEqual(scores.get(refs?.[at[0]!] ?? ''))
      }
    }
    const { score } = headlineOf(outline)
    if (score.value !== null) {
      compared += 1
      expect(scores.get(score.ref ?? '')?.[1]).toBe(score.value)
    }
    expect(compared).toBeGreaterThan(0)
  })
})

/** Whether the cells of a row follow one another among those of a page; behind the last one other words may go on. */
function expectInOrder(cells: readonly string[], row: readonly string[], about: string): void {
  const fits = (from: number): boolean => row.every((text, place) => (place < row.length - 1 ? cells[from + place] === text : (cells[from + place] ?? '').startsWith(text)))
  expect(cells.some((_, at) => fits(at)), `${about}: ${row.join(' | ')}`).toBe(true)
}
