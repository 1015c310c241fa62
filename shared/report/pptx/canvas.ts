import type PptxGenJS from 'pptxgenjs'
import type { Chart } from '../outline'
import { xmlSafe } from '../sanitize'
import type { ChartFrame } from './chart-part'
import { GREY, PAGE } from './look'

export interface Box {
  readonly x: number
  readonly y: number
  readonly w: number
  readonly h: number
}

/** A slide being laid out, and the charts of the deck so far in the order they were placed. */
export interface Canvas {
  readonly slide: PptxGenJS.Slide
  readonly lang: string
  readonly charts: ChartFrame[]
}

/** Text as the deck can hold it. */
export const clean = xmlSafe

/** Small print under the content. */
export function placeFoot({ slide, lang }: Canvas, lines: readonly string[]): void {
  if (lines.length === 0) return
  slide.addText(clean(lines.join(' ')), {
    x: PAGE.left,
    y: PAGE.foot,
    w: PAGE.width,
    h: 0.34,
    margin: 0,
    fontSize: 10,
    color: GREY,
    align: 'left',
    valign: 'middle',
    lang,
  })
}

/**
 * Puts a chart on the slide. Only its frame and its place in the package come from here: `mend.ts` replaces the part
 * and its data sheet by our own, which follow the schema and keep zeros and gaps.
 */
export function placeChart({ slide, charts }: Canvas, chart: Chart, box: Box, frame: Omit<ChartFrame, 'chart'>): void {
  slide.addChart(chart.kind === 'line' ? 'line' : 'bar', [{ name: 'x', labels: ['x'], values: [1] }], {
    ...box,
    altText: clean(chart.alt),
  })
  charts.push({ chart, ...frame })
}
