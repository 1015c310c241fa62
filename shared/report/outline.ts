import type { Locale } from '../locale/translate'

/**
 * A summary as plain data: every word and number that any form of it (slides, workbook, PDF, page) shows, in
 * order. Writers lay it out and add nothing. Scores are points; shares are 0 to 1.
 */
export interface Outline {
  readonly locale: Locale
  readonly project: string
  /** ISO time printed on the document and written into its properties; writers know no other clock. */
  readonly at: string
  /** One line for the foot of every slide: what the numbers were made from. */
  readonly footer: string
  readonly slides: readonly Slide[]
  /** Why something that a summary may hold is not in it. */
  readonly missing: readonly Missing[]
  readonly sheets: readonly Sheet[]
}

export type Missing =
  | 'no-answers'
  | 'no-dates'
  | 'one-period'
  | 'no-fields'
  | 'no-comments'
  | 'no-codes'
  | 'no-mentions'
  | 'no-quotes'

export type Slide = TitleSlide | HeadlineSlide | ColumnsSlide | RowsSlide | QuotesSlide | MethodSlide | OwnSlide

interface SlideBase {
  /** What it is about: the same in every language, with every filter and after new data. Edits are kept by it. */
  readonly id: string
  readonly title: string
  /** Definitions and sources, for the speaker notes. */
  readonly notes: readonly string[]
  /** What somebody remarked on the slide: it stands above the title. */
  readonly remark?: string
}

export interface TitleSlide extends SlideBase {
  readonly kind: 'title'
  readonly subtitle: string
  readonly lines: readonly string[]
}

export interface HeadlineSlide extends SlideBase {
  readonly kind: 'headline'
  readonly score: {
    readonly label: string
    /** Null when the base is too small for a score. */
    readonly value: string | null
    readonly muted: boolean
    readonly lines: readonly string[]
  }
  readonly groups: readonly {
    readonly tone: Tone
    readonly name: string
    readonly share: string
    readonly count: string
  }[]
  readonly chart: Chart | null
  readonly change: { readonly title: string; readonly lines: readonly string[] } | null
}

/** Periods from left to right: a chart above a table whose columns stand under it. */
export interface ColumnsSlide extends SlideBase {
  readonly kind: 'trend' | 'composition'
  readonly body: readonly string[]
  /** Null where every base is too small to draw. */
  readonly chart: Chart | null
  readonly table: Table
  readonly foot: readonly string[]
}

/** Values from top to bottom: a table with a bar beside each row. */
export interface RowsSlide extends SlideBase {
  readonly kind: 'groups' | 'segment' | 'themes'
  readonly body: readonly string[]
  /** Null where every base is too small to draw. */
  readonly chart: Chart | null
  readonly table: Table
  readonly foot: readonly string[]
}

export interface QuotesSlide extends SlideBase {
  readonly kind: 'quotes'
  readonly quotes: readonly OutlineQuote[]
  readonly foot: readonly string[]
}

export interface OutlineQuote {
  /** What it was picked for, the same in every language: another comment can stand there instead. */
  readonly key: string
  readonly tone: Tone
  readonly head: string
  readonly text: string
  readonly source: string
}

export interface MethodSlide extends SlideBase {
  readonly kind: 'method'
  readonly facts: readonly { readonly label: string; readonly text: string }[]
  readonly table: Table
  readonly foot: readonly string[]
}

/** A page that somebody wrote, with words alone. */
export interface OwnSlide extends SlideBase {
  readonly kind: 'own'
  readonly body: readonly string[]
}

/** What a mark stands for; the colour is the writer's. `low` is anything with a low base. */
export type Tone = 'score' | 'promoters' | 'passives' | 'detractors' | 'low'

export interface Chart {
  readonly kind: 'line' | 'stacked' | 'bars'
  /** What the picture shows, for whoever cannot see it. */
  readonly alt: string
  readonly unit: 'points' | 'share'
  readonly axis: Axis
  readonly categories: readonly string[]
  readonly series: readonly Series[]
}

export interface Axis {
  readonly min: number
  readonly max: number
  readonly step: number
}

export interface Series {
  readonly name: string
  /** One per category; null leaves a gap. */
  readonly values: readonly (number | null)[]
  /** One per category. */
  readonly tones: readonly Tone[]
  readonly interval: Interval | null
}

/** Ends of the 95 % interval, one per category; the names head their distances in the chart's data sheet. */
export interface Interval {
  readonly lowName: string
  readonly highName: string
  readonly low: readonly (number | null)[]
  readonly high: readonly (number | null)[]
}

export interface Table {
  readonly columns: readonly { readonly label: string; readonly numeric: boolean }[]
  readonly rows: readonly TableRow[]
}

export interface TableRow {
  /** One per column. */
  readonly cells: readonly string[]
  readonly muted: boolean
  /** The marks in the chart that the row names, where their colour needs a key. */
  readonly key: Tone | null
  /** A word of caution after the first cell, such as "low base". */
  readonly mark: string | null
}

/** A sheet of the workbook: everything, uncut, as typed cells. */
export interface Sheet {
  readonly name: string
  readonly about: string
  readonly columns: readonly { readonly label: string; readonly type: CellType }[]
  readonly rows: readonly (readonly (string | number | null)[])[]
}

export type CellType = 'label' | 'text' | 'long-text' | 'count' | 'points' | 'effect' | 'share' | 'probability'
