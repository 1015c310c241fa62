import type { Locale } from '../locale/translate'
import type { Chart } from '../report/outline'
import type { SummaryInput } from './summary'

/** The files that a summary is written as. */
export const SUMMARY_FORMATS = ['pptx', 'pdf', 'html', 'xlsx'] as const
export type SummaryFormat = (typeof SUMMARY_FORMATS)[number]

/** What a PDF's pages are: the slides, or sheets of A4 on which the text flows. */
export const PAPERS = ['16:9', 'a4'] as const
export type Paper = (typeof PAPERS)[number]

export interface SummaryAsked extends SummaryInput {
  readonly format: SummaryFormat
  /** Of a PDF; the slides where it is not said. */
  readonly paper?: Paper
  /** Of a workbook: whether every response stands in it, without what names people. */
  readonly responses?: boolean
}

/** A chart of the summary with the words around it. */
export interface SummaryChartAsked {
  readonly chart: Chart
  /** Title of the page. */
  readonly title: string
  /** What the page says of it: figures with their bases. */
  readonly lines: readonly string[]
  /** What it was made from. */
  readonly foot: string
  readonly locale: Locale
}
