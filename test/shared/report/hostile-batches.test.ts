import { execFileSync, spawnSync } from 'node:child_process'
import { createHash } from 'node:crypto'
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { parse } from 'parse5'
import { describe, expect, it } from 'vitest'
import { buildOutline } from '../../../shared/report/build-outline'
import { writeChartSvg } from '../../../shared/report/chart-svg'
import type { Block } from '../../../shared/report/layout/blocks'
import { EARSHOT_BRAND } from '../../../shared/report/layout/brand'
import { layOut } from '../../../shared/report/layout/lay-out'
import type { Chart, Outline, Slide } from '../../../shared/report/outline'
import { capUnits, xmlSafe } from '../../../shared/report/sanitize'
import { writeHtml } from '../../../shared/report/write-html'
import { writePdf } from '../../../shared/report/write-pdf'
import { writePptx } from '../../../shared/report/write-pptx'
import { writeXlsx } from '../../../shared/report/write-xlsx'
import { FONTS } from '../../helpers/fonts'
import { readPdf } from '../../helpers/read-pdf'
import { FIXTURES } from './fixtures'
import { batchOf, type Batch } from './hostile-batch'
import { officeProblems, readOffice, sheetCells, type OfficeFile } from './office-check'
import { allOf, parsed, textOf, type Element } from './xml-tree'

const SOAK = process.env['EARSHOT_SOAK'] === '1'
/** Texts that are tried in all, over batches of some two hundred. */
const TEXTS = SOAK ? 10_000 : 500
const FIRST_SEED = 20_260

/** What a file can say of `text`: readers of XML make one break of each kind of it. */
const said = (text: string): string => xmlSafe(text).replace(/\r\n?/g, '\n')
const flat = (text: string): string => said(text).replace(/[\t\n]/g, ' ')
const sha256 = (bytes: Uint8Array): Promise<string> => Promise.resolve(createHash('sha256').update(bytes).digest('hex'))
const chartsOf = (outline: Outline): readonly Chart[] => outline.slides.flatMap((slide) => ('chart' in slide && slide.chart !== null ? [slide.chart] : []))

const batches: readonly Batch[] = (() => {
  const made: Batch[] = []
  for (let texts = 0, seed = FIRST_SEED; texts < TEXTS; seed += 1) {
    const batch = batchOf(seed)
    made.push(batch)
    texts += batch.texts
  }
  return made
})()

const each = async (check: (batch: Batch, at: number) => Promise<void> | void): Promise<void> => {
  for (const [at, batch] of batches.entries()) await check(batch, at)
}

/** The paragraphs of a block, as words. */
const linesOf = (block: Block): readonly string[] => {
  const joined = (runs: readonly { readonly text: string }[]): string => said(runs.map(({ text }) => text).join(''))
  if (block.kind === 'text') return block.paragraphs.map(({ runs }) => joined(runs))
  return block.kind === 'grid' ? block.rows.flatMap(({ cells }) => cells.map(({ runs }) => joined(runs))) : []
}

/** The paragraphs of a part of a deck. */
const paragraphsOf = (tree: Element): readonly string[] =>
  allOf(tree, 'a:p').map((paragraph) => paragraph.children.map((child) => (child.name === 'a:br' ? '\n' : allOf(child, 'a:t').map(textOf).join(''))).join(''))

const treeIn = (file: OfficeFile, name: string): Element => {
  const tree = file.trees.get(name)
  if (!tree) throw new Error(`no ${name}`)
  return tree
}

/** All that a slide says, as readers of any form find it. */
function wordsOf(slide: Slide): readonly string[] {
  return [
    slide.title,
    ...('body' in slide ? slide.body : []),
    ...('table' in slide ? slide.table.rows.flatMap(({ cells }) => cells.slice(1)) : []),
    ...(slide.kind === 'quotes' ? slide.quotes.flatMap(({ head, text, source }) => [head, text, source]) : []),
    ...(slide.kind === 'method' ? slide.facts.map(({ text }) => text) : []),
    ...(slide.kind === 'title' ? [] : slide.notes),
  ]
}

interface Markup {
  readonly nodeName: string
  readonly value?: string
  readonly attrs?: readonly { readonly name: string; readonly value: string; readonly prefix?: string }[]
  readonly childNodes?: readonly Markup[]
}

/** What a reader of HTML makes of a page, in the words of a reader of XML; comments, if any, by their name. */
const elementOf = (node: Markup): Element => ({
  name: node.nodeName,
  attributes: Object.fromEntries((node.attrs ?? []).map(({ name, value, prefix }) => [prefix ? `${prefix}:${name}` : name, value])),
  children: (node.childNodes ?? []).filter(({ nodeName }) => nodeName !== '#text').map(elementOf),
  text: (node.childNodes ?? []).map((child) => (child.nodeName === '#text' ? (child.value ?? '') : '')).join(''),
})

const DOCTYPE = '<!DOCTYPE html>\n'
const pageOf = async (outline: Outline, brand = EARSHOT_BRAND): Promise<string> => new TextDecoder().decode(await writeHtml(outline, { fonts: FONTS, sha256 }, brand))
/** Elements and attributes of a tree, without what they say. */
const kindsOf = (tree: Element): ReadonlySet<string> => {
  const kinds = new Set<string>()
  const walk = ({ name, attributes, children }: Element): void => {
    kinds.add(name)
    for (const key of Object.keys(attributes)) kinds.add(`${name} ${key}`)
    children.forEach(walk)
  }
  walk(tree)
  return kinds
}
/** Blank text between elements is the parser's own affair, as are breaks in attributes. */
const comparable = ({ name, attributes, children, text }: Element): unknown => [
  name,
  Object.entries(attributes).filter(([key]) => !key.startsWith('xmlns')).map(([key, value]) => [key, value.replace(/[\t\n\r]/g, ' ')]),
  text.trim() === '' ? '' : text,
  children.map(comparable),
]

describe('hostile texts', { timeout: SOAK ? 1_800_000 : 60_000 }, () => {
  it('are as many as promised, and of every kind', () => {
    expect(batches.reduce((sum, { texts }) => sum + texts, 0)).toBeGreaterThanOrEqual(TEXTS)
  })

  it('stand in decks as they were written, and need no repair', () =>
    each(async ({ outline, brand }) => {
      const bytes = await writePptx(outline, brand)
      expect(officeProblems(bytes)).toEqual([])
      const file = readOffice(bytes)
      layOut(outline, brand).forEach((page, at) => {
        const foot = page.master === 'cover' ? [] : [said(outline.footer), String(at + 1)]
        const shapes = page.blocks.filter((block) => block.kind !== 'rect')
        const lines = shapes.flatMap(linesOf)
        const drawn = paragraphsOf(treeIn(file, `ppt/slides/slide${at + 1}.xml`)).filter((line) => line !== '')
        expect(drawn).toEqual([...lines, ...foot].filter((line) => line !== ''))
        const notes = paragraphsOf(treeIn(file, `ppt/notesSlides/notesSlide${at + 1}.xml`))
        expect(notes.slice(0, -1).join('\n')).toBe(page.notes.map(said).join('\n'))
      })
      const alts = [...file.trees].filter(([name]) => /slides\/slide\d+\.xml$/.test(name)).flatMap(([, tree]) => allOf(tree, 'p:cNvPr').map(({ attributes }) => attributes['descr'] ?? ''))
      for (const { alt } of chartsOf(outline)) expect(alts).toContain(flat(alt))
      chartsOf(outline).forEach(({ categories, series }, at) => {
        const book = file.workbooks.get(`ppt/embeddings/Microsoft_Excel_Worksheet${at + 1}.xlsx`)
        const cells = book ? sheetCells(book) : new Map<string, string>()
        categories.forEach((category, row) => expect(cells.get(`A${row + 2}`) ?? '').toBe(said(category)))
        series.forEach(({ name }, column) => expect(cells.get(`${String.fromCharCode(66 + column)}1`) ?? '').toBe(said(name)))
      })
      const core = treeIn(file, 'docProps/core.xml')
      expect(allOf(core, 'dc:title').map(textOf)).toEqual([said(outline.project)])
    }))

  it('stand in workbooks as they were written, as text', () =>
    each(async ({ outline }) => {
      const bytes = await writeXlsx(outline)
      expect(officeProblems(bytes)).toEqual([])
      const book = readOffice(bytes)
      expect(allOf(treeIn(book, 'xl/workbook.xml'), 'sheet').map(({ attributes }) => attributes['name'])).toEqual(outline.sheets.map(({ name }) => name))
      outline.sheets.forEach(({ columns, rows }, at) => {
        const cells = sheetCells(book, at + 1)
        const above = at === 0 ? 3 : 0
        const place = (row: number, column: number): string => `${String.fromCharCode(65 + column)}${row + above + 1}`
        const texts = [columns.map(({ label }) => label), ...rows]
        texts.forEach((row, y) =>
          row.forEach((value, x) => {
            if (value === null) return
            const found = cells.get(place(y, x)) ?? ''
            if (typeof value === 'number') expect(Number(found)).toBe(value)
            else if (value.length < 4000) expect(found).toBe(said(value))
            else expect(said(value).startsWith(found) || capUnits(said(value), found.length) === found).toBe(true)
          }),
        )
      })
    }))

  it('add no element and no attribute to a page, and stand in it as they were written', async () => {
    const known = new Set<string>()
    const logo = { type: 'image/png', data: 'iVBORw0KGgo=', width: 300, height: 90 } as const
    for (const data of Object.values(FIXTURES))
      for (const locale of ['en', 'ko'] as const) {
        const page = await pageOf(buildOutline(data, locale), { ...EARSHOT_BRAND, logo })
        for (const kind of kindsOf(parsed(page.slice(DOCTYPE.length)))) known.add(kind)
      }
    await each(async ({ outline, brand }) => {
      const page = await pageOf(outline, brand)
      expect(page.startsWith(DOCTYPE)).toBe(true)
      const read = elementOf(parse(page) as unknown as Markup).children.find(({ name }) => name === 'html')
      const strict = parsed(page.slice(DOCTYPE.length))
      if (!read) throw new Error('no page')
      expect(comparable(read)).toEqual(comparable(strict))
      expect([...kindsOf(strict)].filter((kind) => !known.has(kind))).toEqual([])
      const texts = new Set<string>()
      const gather = (element: Element): string => {
        const text = element.text + element.children.map(gather).join('')
        texts.add(text.trim())
        return text
      }
      gather(read)
      for (const slide of outline.slides) for (const words of wordsOf(slide)) expect(texts, JSON.stringify(words)).toContain(said(words).trim())
    })
  })

  it('stand in pictures of charts as they were written', () =>
    each(({ outline }) => {
      for (const chart of chartsOf(outline)) {
        const svg = parsed(writeChartSvg(chart, { title: outline.project, lines: [outline.footer], foot: outline.footer, lang: outline.locale }, FONTS))
        expect(allOf(svg, 'title').map(textOf)).toEqual([said(outline.project)])
        expect(allOf(svg, 'desc').map(textOf)).toEqual([said(chart.alt)])
        expect([...kindsOf(svg)].filter((kind) => / on|href|script|foreignObject| src/.test(kind))).toEqual([])
      }
    }))

  it('stand in PDFs as they were written', () =>
    each(async ({ outline, brand }, at) => {
      const paper = at % 2 === 0 ? '16:9' : 'a4'
      const { pages, bookmarks } = readPdf(await writePdf(outline, paper, FONTS, brand))
      // Without what nobody sees: a face has no sign for it.
      const squeezed = (text: string): string => xmlSafe(text).normalize('NFC').replace(/[\s\p{Cf}\p{Cc}\p{Default_Ignorable_Code_Point}]+/gu, '')
      expect(bookmarks.slice(0, outline.slides.length).map(squeezed)).toEqual(outline.slides.map(({ title }) => squeezed(title)))
      const all = squeezed(pages.join('\n'))
      for (const slide of outline.slides) for (const words of [slide.title, ...(slide.kind === 'quotes' ? slide.quotes.map(({ text }) => text) : [])]) expect(all).toContain(squeezed(words))
    }))

  const hasOffice = SOAK && spawnSync('soffice', ['--version']).status === 0
  // Minutes long: in a soak alone, and where LibreOffice is.
  if (SOAK) it.skipIf(!hasOffice)(`open in LibreOffice${hasOffice ? '' : ' (soffice is not on this machine)'}`, async () => {
    const folder = mkdtempSync(join(tmpdir(), 'earshot-hostile-'))
    try {
      for (const [at, { outline, brand }] of batches.entries()) {
        if (at % 8 !== 0) continue
        const [deck, book, page] = ['deck.pptx', 'book.xlsx', 'page.html'].map((name) => join(folder, name)) as [string, string, string]
        writeFileSync(deck, await writePptx(outline, brand))
        writeFileSync(book, await writeXlsx(outline))
        writeFileSync(page, await pageOf(outline, brand))
        for (const file of [deck, book]) {
          execFileSync('soffice', [`-env:UserInstallation=file://${folder}/profile`, '--headless', '--convert-to', 'pdf', '--outdir', folder, file], { stdio: 'ignore', timeout: 300_000 })
          const pdf = file.replace(/\.\w+$/, '.pdf')
          const made = readFileSync(pdf).toString('latin1')
          expect(made.startsWith('%PDF-')).toBe(true)
          if (file === deck) expect(made.match(/\/Type\s*\/Page\b/g)).toHaveLength(outline.slides.length)
          rmSync(pdf)
        }
      }
    } finally {
      rmSync(folder, { recursive: true, force: true })
    }
  })
})
