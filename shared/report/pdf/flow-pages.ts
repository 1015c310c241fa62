import { translator } from '../../locale/translate'
import { coverOf, sectionsOf, type Section } from '../flow/sections'
import type { Paragraph } from '../layout/blocks'
import { logoSize, type Brand } from '../layout/brand'
import { ACCENT, GREY, INK, LINE } from '../layout/look'
import type { Outline } from '../outline'
import { flow, type Item, type Sheet } from './flow-item'
import { sectionItems } from './flow-parts'
import type { Pen, Tag } from './pen'
import { fitText, setText } from './set-text'

/** A4, upright. */
const A4: Sheet = { width: 595.28, height: 841.89, left: 58, right: 58, top: 54, bottom: 62 }
const WIDTH = A4.width - A4.left - A4.right

/** The summary as a document to read: a cover with its contents, then sections that flow, definitions at the end. */
export function drawFlow(pen: Pen, outline: Outline, brand: Brand): void {
  const say = translator(outline.locale)
  const general = generalNotes(outline)
  const sections = [...sectionsOf(outline).map((section) => withOwnNotes(section, general)), ...definitions(general, say('paper.notes'))]
  pen.newPage(A4.width, A4.height)
  pen.bookmark(coverOf(outline).title)
  const cover = pen.tag(pen.root, 'Sect')
  drawBrand(pen, brand)
  const below = drawCover(pen, cover, outline)
  const starts: number[] = []
  const items = sections.flatMap((section, at): readonly Item[] =>
    sectionItems(pen, section, { left: A4.left, width: WIDTH }, () => (starts[at] = pen.pageCount())),
  )
  flow(pen, A4, items)
  pen.toPage(0)
  drawContents(pen, cover, say('paper.contents'), sections.map(({ title }, at) => ({ title, page: starts[at] ?? 0 })), below)
  const count = pen.pageCount()
  for (let page = 1; page < count; page++) {
    pen.toPage(page)
    drawFooter(pen, outline.footer, say('paper.page', { n: page + 1, all: count }))
  }
}

const GENERAL: readonly Section['kind'][] = ['title', 'headline', 'method']

/** Definitions that hold for the whole document, each once. */
const generalNotes = ({ slides }: Outline): readonly string[] => [
  ...new Set(slides.filter(({ kind }) => GENERAL.includes(kind)).flatMap(({ notes }) => notes)),
]

/** What is to be known for one section alone stands under it. */
function withOwnNotes(section: Section, general: readonly string[]): Section {
  const own = section.notes.filter((note) => !general.includes(note))
  return own.length === 0 ? section : { ...section, parts: [...section.parts, { kind: 'foot', lines: own }] }
}

const definitions = (notes: readonly string[], title: string): readonly Section[] =>
  notes.length === 0 ? [] : [{ kind: 'method', title, parts: [{ kind: 'lines', lines: notes }], sources: [], notes: [] }]

function drawText(pen: Pen, parent: Tag, type: string, paragraphs: readonly Paragraph[], x: number, top: number, width: number, height = Infinity): number {
  const setting = height === Infinity ? setText(pen.faces, paragraphs, width) : fitText(pen.faces, paragraphs, width, height)
  let y = top
  for (const { lines } of setting.paragraphs) {
    pen.tag(parent, type, () => {
      for (const line of lines) {
        pen.line(line, x, y)
        y += line.height + line.after
      }
    })
  }
  return y
}

/** Logo and name of the company: the logo over the title, the name at the foot of the cover. */
function drawBrand(pen: Pen, { logo, name }: Brand): void {
  if (logo !== null) {
    const { w, h } = logoSize(logo, 190, 46)
    pen.ornament(() => pen.picture(`data:${logo.type};base64,${logo.data}`, A4.left, A4.top + 10, w, h))
  }
  const line = fitText(pen.faces, [{ runs: [{ text: name, size: 10, color: GREY }], after: 0 }], WIDTH, 14).paragraphs[0]?.lines[0]
  if (name !== '' && line) pen.ornament(() => pen.line(line, A4.left, A4.height - 42))
}

/** Returns where it ends. */
function drawCover(pen: Pen, parent: Tag, outline: Outline): number {
  const { title, subtitle, lines } = coverOf(outline)
  const [x, top, width] = [A4.left + 20, 150, WIDTH - 20]
  const after = drawText(pen, parent, 'H1', [{ runs: [{ text: title, size: 28, color: INK, bold: true }], after: 8 }], x, top, width, 180)
  const words = [{ text: subtitle, size: 13, color: INK } as const, ...lines.map((text) => ({ text, size: 10.5, color: GREY }) as const)]
  const end = drawText(pen, parent, 'P', words.map((run, at) => ({ runs: [run], after: at === 0 ? 6 : 2 })), x, after, width, 160)
  pen.ornament(() => pen.rect(A4.left, top + 4, 5, end - top - 6, ACCENT))
  return end
}

function drawContents(pen: Pen, parent: Tag, name: string, entries: readonly { readonly title: string; readonly page: number }[], below: number): void {
  const numbers = 30
  let y = drawText(pen, parent, 'P', [{ runs: [{ text: name, size: 9.5, color: GREY, bold: true }], after: 6 }], A4.left, Math.max(below + 48, 380), WIDTH)
  const table = pen.tag(parent, 'TOC')
  const room = (A4.height - A4.bottom - y) / Math.max(1, entries.length)
  for (const { title, page } of entries) {
    const row = Math.min(27, room)
    const setting = fitText(pen.faces, [{ runs: [{ text: title, size: 10, color: INK }], after: 0 }], WIDTH - numbers, row - 4)
    const number = setText(pen.faces, [{ runs: [{ text: String(page), size: 10, color: GREY }], after: 0 }], numbers)
    const top = y
    pen.ornament(() => pen.rule(A4.left, top, A4.left + WIDTH, top, LINE, 0.5))
    pen.tag(table, 'TOCI', () => {
      let down = top + (row - setting.height) / 2
      for (const { lines } of setting.paragraphs) {
        for (const line of lines) {
          pen.line(line, A4.left, down)
          down += line.height
        }
      }
      const line = number.paragraphs[0]?.lines[0]
      if (line) pen.line(line, A4.left + WIDTH - line.width, top + (row - line.height) / 2)
    })
    y += row
  }
}

function drawFooter(pen: Pen, footer: string, page: string): void {
  const y = A4.height - 42
  pen.ornament(() => {
    pen.rule(A4.left, y, A4.left + WIDTH, y, LINE, 0.75)
    const number = setText(pen.faces, [{ runs: [{ text: page, size: 8, color: GREY }], after: 0 }], WIDTH).paragraphs[0]?.lines[0]
    const room = WIDTH - (number?.width ?? 0) - 16
    const words = fitText(pen.faces, [{ runs: [{ text: footer, size: 8, color: GREY }], after: 0 }], room, 11).paragraphs[0]?.lines[0]
    if (words) pen.line(words, A4.left, y + 6)
    if (number) pen.line(number, A4.left + WIDTH - number.width, y + 6)
  })
}
