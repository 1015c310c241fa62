import { assertNever } from '../../base/assert'
import type { Part, Section } from '../flow/sections'
import { paragraphsOf, type Paragraph, type Run } from '../layout/blocks'
import { chartAlone } from '../layout/chart-alone'
import { ACCENT, GREY, INK, LINE, TONE_COLORS, type Color } from '../layout/look'
import type { Chart, HeadlineSlide, QuotesSlide } from '../outline'
import type { Item } from './flow-item'
import { tableItems } from './flow-table'
import type { Pen, Tag } from './pen'
import { fitText } from './set-text'

/** Where text stands between the margins, in points. */
export interface Column {
  readonly left: number
  readonly width: number
}

type Parent = () => Tag

/** Sentences that belong to what stands below them; more of them are a text of their own. */
const FEW_LINES = 4
/** What is not broken must fit a page. */
const TALLEST = 640

const item = (height: number, gap: number, draw: Item['draw'], keep = false): Item => ({ height, gap, keep, again: null, draw })

const one = (text: string, size: number, color: Color, bold = false): readonly Paragraph[] => [
  { runs: [{ text, size, color, bold }], after: 0 },
]

/** Draws paragraphs, each an element of its own. */
function textItem(pen: Pen, parent: Parent, { left, width }: Column, paragraphs: readonly Paragraph[], gap: number, keep = false, type = 'P'): Item {
  const setting = fitText(pen.faces, paragraphs, width, TALLEST)
  return item(
    setting.height,
    gap,
    (top) => {
      let y = top
      for (const { lines } of setting.paragraphs) {
        pen.tag(parent(), type, () => {
          for (const line of lines) {
            pen.line(line, left, y)
            y += line.height + line.after
          }
        })
      }
    },
    keep,
  )
}

/** A section: its title, which is a bookmark, and its parts. */
export function sectionItems(pen: Pen, section: Section, column: Column, onStart: () => void): readonly Item[] {
  let tag: Tag | null = null
  const parent: Parent = () => (tag ??= pen.tag(pen.root, 'Sect'))
  const title = textItem(pen, parent, column, one(section.title, 16, INK, true), 36, true, 'H2')
  const start: Item = {
    ...title,
    draw: (y) => {
      pen.bookmark(section.title)
      onStart()
      title.draw(y)
    },
  }
  return section.parts.reduce<readonly Item[]>((items, part) => {
    const more = partItems(pen, parent, part, column)
    // Small print stays with what it is about.
    return [...(part.kind === 'foot' ? items.map((each, at) => (at === items.length - 1 ? { ...each, keep: true } : each)) : items), ...more]
  }, [start])
}

function partItems(pen: Pen, parent: Parent, part: Part, column: Column): readonly Item[] {
  switch (part.kind) {
    case 'lines':
      return part.lines.map((line, at) => textItem(pen, parent, column, one(line, 10, GREY), at === 0 ? 6 : part.lines.length <= FEW_LINES ? 3 : 5, part.lines.length <= FEW_LINES))
    case 'headline':
      return headlineItems(pen, parent, part.slide, column)
    case 'chart':
      return [chartItem(pen, parent, part.chart, column, 14)]
    case 'table':
      return tableItems(pen, parent, part.table, column.left, column.width)
    case 'key':
      return [textItem(pen, parent, column, [{ runs: part.entries.flatMap(({ tone, text }): readonly Run[] => [{ text: '■ ', size: 9, color: TONE_COLORS[tone], isSign: true }, { text: `${text}    `, size: 9, color: INK }]), after: 0 }], 6, true)]
    case 'quotes':
      return part.quotes.map((quote, at) => quoteItem(pen, parent, quote, column, at === 0 ? 12 : 18))
    case 'facts':
      return part.facts.map(({ label, text }, at) => factItem(pen, parent, label, text, column, at === 0))
    case 'foot':
      return [textItem(pen, parent, column, one(part.lines.join(' '), 8.5, GREY), 8)]
    default:
      return assertNever(part, 'part')
  }
}

function chartItem(pen: Pen, parent: Parent, chart: Chart, { left, width }: Column, gap: number): Item {
  const picture = chartAlone(chart, width)
  const draw = (y: number): void => void pen.tag(parent(), 'Figure', () => pen.shapes(picture.shapes, left, y), { alt: chart.alt })
  return { ...item(picture.height, gap, draw, true), isLoose: true }
}

/** Things side by side, their tops level. */
const beside = (columns: readonly (readonly Item[])[], gap: number): Item =>
  item(
    Math.max(...columns.map((items) => items.reduce((sum, { height, gap: above }, at) => sum + height + (at === 0 ? 0 : above), 0))),
    gap,
    (top) => {
      for (const items of columns) {
        let y = top
        items.forEach((each, at) => {
          y += at === 0 ? 0 : each.gap
          each.draw(y)
          y += each.height
        })
      }
    },
  )

function headlineItems(pen: Pen, parent: Parent, { score, groups, chart, change, explained, todo }: HeadlineSlide, { left, width }: Column): readonly Item[] {
  const gutter = 32
  const narrow: Column = { left, width: width * 0.36 }
  const wide: Column = { left: left + narrow.width + gutter, width: width - narrow.width - gutter }
  const first = (size: number): Omit<Run, 'text'> => ({ size, color: INK, bold: true })
  const quiet = { size: 9.5, color: GREY } as const
  const plain = { size: 10, color: INK } as const
  const figure = [
    textItem(pen, parent, narrow, one(score.label, 9.5, GREY), 0),
    ...(score.value === null ? [] : [textItem(pen, parent, narrow, one(score.value, 54, score.muted ? GREY : ACCENT, true), 0)]),
    textItem(pen, parent, narrow, paragraphsOf(score.lines, first(11), quiet), 4),
  ]
  const third = wide.width / Math.max(1, groups.length)
  const shares = groups.map(({ tone, name, share, count }, at) =>
    textItem(
      pen,
      parent,
      { left: wide.left + at * third, width: third - 8 },
      [
        { runs: [{ text: '■ ', size: 9.5, color: TONE_COLORS[tone], isSign: true }, { text: name, size: 9.5, color: INK }], after: 0 },
        { runs: [{ text: share, size: 19, color: INK, bold: true }], after: 0 },
        { runs: [{ text: count, size: 8.5, color: GREY }], after: 0 },
      ],
      0,
    ),
  )
  const bar = chart === null ? [] : [barItem(pen, parent, chart, wide)]
  const split = [...bar, beside(shares.map((share) => [share]), 10)]
  const moved =
    change === null
      ? []
      : [
          textItem(pen, parent, { left, width }, one(change.title, 9.5, GREY), 22, true),
          textItem(pen, parent, { left, width }, paragraphsOf(change.lines, first(12), quiet), 2),
        ]
  const said = (title: string, lines: readonly string[], strong: boolean): readonly Item[] => [
    textItem(pen, parent, { left, width }, one(title, 9.5, GREY), 14, true),
    textItem(pen, parent, { left, width }, paragraphsOf(lines, strong ? first(12) : plain, plain), 2),
  ]
  return [
    beside([figure, split], 14),
    ...moved,
    ...(explained === null ? [] : said(explained.title, explained.statements.map(({ text }) => text), false)),
    ...(todo === null ? [] : said(todo.title, [todo.statement.text], true)),
  ]
}

/** The parts of a whole without a key: the words below are one. */
function barItem(pen: Pen, parent: Parent, chart: Chart, { left, width }: Column): Item {
  const { height, shapes } = chartAlone(chart, width, false)
  return item(height, 0, (y) => void pen.tag(parent(), 'Figure', () => pen.shapes(shapes, left, y), { alt: chart.alt }))
}

function quoteItem(pen: Pen, parent: Parent, { tone, head, text, source }: QuotesSlide['quotes'][number], { left, width }: Column, gap: number): Item {
  const inner: Column = { left: left + 14, width: width - 14 }
  const quote = textItem(
    pen,
    parent,
    inner,
    [
      { runs: [{ text: head, size: 8.5, color: INK, bold: true }], after: 2 },
      { runs: [{ text, size: 11, color: INK }], after: 2 },
      { runs: [{ text: source, size: 8.5, color: GREY }], after: 0 },
    ],
    0,
    false,
    'BlockQuote',
  )
  return item(quote.height, gap, (y) => {
    pen.ornament(() => pen.rect(left, y + 2, 3, quote.height - 4, TONE_COLORS[tone]))
    quote.draw(y)
  })
}

function factItem(pen: Pen, parent: Parent, label: string, text: string, { left, width }: Column, isFirst: boolean): Item {
  const names = 92
  const padding = 5
  const name = textItem(pen, parent, { left, width: names - 12 }, one(label, 9, GREY, true), 0)
  const fact = textItem(pen, parent, { left: left + names, width: width - names }, one(text, 9.5, INK), 0)
  const height = Math.max(name.height, fact.height) + 2 * padding
  return item(height, isFirst ? 10 : 0, (y) => {
    name.draw(y + padding)
    fact.draw(y + padding)
    pen.ornament(() => pen.rule(left, y + height, left + width, y + height, LINE, 0.5))
  })
}
