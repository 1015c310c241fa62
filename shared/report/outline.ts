import type { Locale } from '../locale/translate'
import type { Clause, Dimension } from '../query/types'

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
  /** Which responses it is about, in words; null for all of the project. */
  readonly about: string | null
  readonly slides: readonly Slide[]
  /** What was found, in order, each as a sentence. */
  readonly findings: readonly Statement[]
  /** What the numbers were counted from: every `ref` is the id of one of these. */
  readonly queries: readonly Query[]
  /** The periods of the trend, and which two of them are compared; null without a trend. */
  readonly periods: PeriodChoices | null
  /** Why something that a summary may hold is not in it. */
  readonly missing: readonly Missing[]
  readonly sheets: readonly Sheet[]
}

export type Missing =
  | 'anonymous'
  | 'no-answers'
  | 'no-dates'
  | 'one-period'
  | 'no-fields'
  | 'no-comments'
  | 'no-codes'
  | 'no-mentions'
  | 'no-quotes'

export interface PeriodChoices {
  readonly choices: readonly { readonly period: string; readonly n: number; readonly isOver: boolean }[]
  readonly from: string | null
  readonly to: string | null
}

/** The responses behind a number. The id follows from the rest, so that it is the same in every language and after a refresh. */
export interface Query {
  readonly id: string
  readonly label: string
  /** What tells them from the others beside them; null for a total. */
  readonly by: Dimension | null
  readonly period: string | null
  /** All conditions, those of the summary's filter and of the period too. */
  readonly where: readonly Clause[]
}

/** A sentence, and the query that it rests on. */
export interface Statement {
  readonly text: string
  readonly ref: string | null
}

export type Slide = TitleSlide | HeadlineSlide | ColumnsSlide | RowsSlide | HeatSlide | QuotesSlide | MethodSlide | OwnSlide

interface SlideBase {
  /** What it is about: the same in every language, with every filter and after new data. Edits are kept by it. */
  readonly id: string
  readonly title: string
  /** Definitions and sources, for the speaker notes. */
  readonly notes: readonly string[]
  /** What somebody remarked on the slide: it stands above the title. */
  readonly remark?: string
  /** The queries that the numbers of its sentences were counted from. */
  readonly sources?: readonly string[]
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
    readonly ref: string | null
  }
  readonly groups: readonly {
    readonly tone: Tone
    readonly name: string
    readonly share: string
    readonly count: string
    readonly ref: string
  }[]
  readonly chart: Chart | null
  readonly change: { readonly title: string; readonly lines: readonly string[]; readonly refs: readonly string[] } | null
  /** At most three things that go with the score or its change, and one thing to look into. */
  readonly explained: { readonly title: string; readonly statements: readonly Statement[] } | null
  readonly todo: { readonly title: string; readonly statement: Statement } | null
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
  readonly kind: 'groups' | 'segment' | 'league' | 'change' | 'themes' | 'growth'
  readonly body: readonly string[]
  /** Null where every base is too small to draw. */
  readonly chart: Chart | null
  readonly table: Table
  readonly foot: readonly string[]
}

/** One field against another: a table whose cells are coloured by their score. */
export interface HeatSlide extends SlideBase {
  readonly kind: 'heat'
  readonly body: readonly string[]
  /** What the two colours stand for; null where no cell has one. */
  readonly scale: { readonly above: string; readonly below: string } | null
  /** Over the names of the rows. */
  readonly corner: string
  readonly columns: readonly string[]
  readonly rows: readonly { readonly name: string; readonly cells: readonly HeatCell[] }[]
  readonly foot: readonly string[]
}

export interface HeatCell {
  /** The score, or what stands where there is none. */
  readonly score: string
  /** How many answers, in words. */
  readonly answers: string
  /** How far the score lies from that of all, from -1 (far below) to +1; null is not coloured: a low base, or no score. */
  readonly heat: number | null
  readonly muted: boolean
  readonly ref: string | null
}

export interface QuotesSlide extends SlideBase {
  readonly kind: 'quotes'
  readonly quotes: readonly OutlineQuote[]
  readonly foot: readonly string[]
  /** Its title where other quotes are shown than it was made for, and so perhaps other themes. */
  readonly plainTitle: string
  /** What the foot says where something personal is masked in a quote. */
  readonly maskNote: string
}

export interface OutlineQuote {
  /** What it was picked for, the same in every language: another comment can stand there instead. */
  readonly key: string
  readonly tone: Tone
  /** What it is about, as titles name it. */
  readonly code: string | null
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
  /**
   * `waterfall` is stacked bars of which the first series is not drawn: it lifts the others to where they begin. What is
   * above zero is stacked upwards from it, what is below downwards.
   */
  readonly kind: 'line' | 'stacked' | 'bars' | 'waterfall'
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
  /** A level to hold the others against (a target, a benchmark): a dashed line without marks. */
  readonly isReference?: true
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
  /** For each cell the query that its number was counted from. */
  readonly refs?: readonly (string | null)[]
  /** For each cell how it is coloured, as in a heat map; null is not. */
  readonly heats?: readonly (number | null)[]
}

/** A sheet of the workbook: everything, uncut, as typed cells. */
export interface Sheet {
  readonly name: string
  readonly about: string
  readonly columns: readonly { readonly label: string; readonly type: CellType }[]
  readonly rows: readonly (readonly (string | number | null)[])[]
  /** What each row is about, where something else can be put in its place. */
  readonly keys?: readonly string[]
}

export type CellType = 'label' | 'text' | 'long-text' | 'count' | 'points' | 'effect' | 'share' | 'probability' | 'number' | 'day' | 'id'
