import type PptxGenJS from 'pptxgenjs'
import { assertNever } from '../../base/assert'
import type { Locale } from '../../locale/translate'
import type { Block, ChartFrame, GridBlock, GridCell, Run, TextBlock } from '../layout/blocks'
import type { Brand } from '../layout/brand'
import { layOut } from '../layout/lay-out'
import type { Outline } from '../outline'
import { xmlSafe } from '../sanitize'
import { MASTERS } from './masters'

export const languageOf = (locale: Locale): string => (locale === 'ko' ? 'ko-KR' : 'en-US')

/** A slide being made, and the charts of the deck so far in the order they were placed. */
interface Canvas {
  readonly slide: PptxGenJS.Slide
  readonly lang: string
  readonly charts: ChartFrame[]
}

/** Makes every slide of `outline`; returns the charts in the order the deck numbers them. */
export function placeSlides(deck: PptxGenJS, outline: Outline, brand: Brand): readonly ChartFrame[] {
  const charts: ChartFrame[] = []
  for (const page of layOut(outline, brand)) {
    const slide = deck.addSlide({ masterName: MASTERS[page.master] })
    for (const block of page.blocks) place({ slide, lang: languageOf(outline.locale), charts }, block)
    slide.addNotes(page.notes.map(xmlSafe).join('\n'))
  }
  return charts
}

function place(canvas: Canvas, block: Block): void {
  const { slide, charts } = canvas
  switch (block.kind) {
    case 'text':
      return placeText(canvas, block)
    case 'grid':
      return placeGrid(canvas, block)
    case 'rect':
      slide.addShape('rect', { ...block.box, fill: { color: block.color } })
      return
    case 'line':
      slide.addShape('line', { x: block.x, y: block.y, w: block.w, h: 0, line: { color: block.color, width: block.width } })
      return
    case 'picture':
      slide.addImage({ ...block.box, data: `data:${block.type};base64,${block.data}`, altText: xmlSafe(block.alt) })
      return
    case 'chart': {
      // Only its frame and its place in the package come from here: `mend.ts` replaces the part and its data sheet by
      // our own, which follow the schema and keep zeros and gaps.
      const { chart } = block.frame
      const kind = chart.kind === 'line' ? 'line' : 'bar'
      slide.addChart(kind, [{ name: 'x', labels: ['x'], values: [1] }], { ...block.box, altText: xmlSafe(chart.alt) })
      charts.push(block.frame)
      return
    }
    default:
      return assertNever(block, 'block')
  }
}

/** The library rewrites the options it is given, so each run has its own. */
const runOptions = ({ size, color, bold, italic }: Run, lang: string): PptxGenJS.TextPropsOptions => ({
  fontSize: size,
  color,
  lang,
  ...(bold ? { bold } : {}),
  ...(italic ? { italic } : {}),
})

/** A placeholder's text takes its look from the master, so that changing the master changes it. */
function placeText({ slide, lang }: Canvas, { box, valign, align, paragraphs, place: holder }: TextBlock): void {
  const runs = paragraphs.flatMap(({ runs: entries, after }, paragraph) =>
    entries.map((run, at) => ({
      text: xmlSafe(run.text),
      options: {
        ...(holder === null ? runOptions(run, lang) : {}),
        ...(after > 0 ? { paraSpaceAfter: after } : {}),
        ...(at === entries.length - 1 && paragraph < paragraphs.length - 1 ? { breakLine: true } : {}),
      },
    })),
  )
  slide.addText(runs, holder === null ? { ...box, margin: 0, align, valign } : { placeholder: holder, lang })
}

function placeGrid({ slide, lang }: Canvas, { name, x, y, columns, rows }: GridBlock): void {
  const none = (): PptxGenJS.BorderProps => ({ type: 'none' })
  const cells = rows.map(({ cells: entries, rule }) =>
    entries.map(({ runs, align, valign, margin, fill }: GridCell): PptxGenJS.TableCell => ({
      text: runs.map((run) => ({ text: xmlSafe(run.text), options: runOptions(run, lang) })),
      options: {
        align,
        valign,
        margin: [...margin],
        ...(fill ? { fill: { color: fill.color, transparency: Math.round((1 - fill.strength) * 100) } } : {}),
        border: [none(), none(), { type: 'solid', pt: rule.width, color: rule.color }, none()],
        ...(runs[0] ? { fontSize: runs.at(-1)?.italic ? (runs.at(-2) ?? runs[0]).size : runs[0].size } : {}),
      },
    })),
  )
  const heights = rows.map(({ height }) => height)
  const isFixed = heights.every((height) => height !== null)
  slide.addTable(cells, {
    x,
    y,
    w: columns.reduce((sum, width) => sum + width, 0),
    colW: [...columns],
    ...(isFixed ? { rowH: heights.map((height) => height ?? 0) } : {}),
    objectName: name,
  })
}
