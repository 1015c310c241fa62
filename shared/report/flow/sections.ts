import { assertNever } from '../../base/assert'
import type { Chart, HeadlineSlide, HeatSlide, MethodSlide, Outline, QuotesSlide, Slide, Table, Tone } from '../outline'

/**
 * A summary as a text that flows, for paper and screens whose pages are not slides. The parts of a section stand one
 * below the other, in reading order.
 */
export interface Section {
  readonly kind: Slide['kind']
  readonly title: string
  readonly parts: readonly Part[]
  /** The queries that numbers of its sentences were counted from. */
  readonly sources: readonly string[]
  /** Definitions and sources. */
  readonly notes: readonly string[]
}

export type Part =
  | { readonly kind: 'lines'; readonly lines: readonly string[] }
  | { readonly kind: 'headline'; readonly slide: HeadlineSlide }
  | { readonly kind: 'chart'; readonly chart: Chart }
  | { readonly kind: 'table'; readonly table: Table }
  /** What colours stand for. */
  | { readonly kind: 'key'; readonly entries: readonly { readonly tone: Tone; readonly text: string }[] }
  | { readonly kind: 'quotes'; readonly quotes: QuotesSlide['quotes'] }
  | { readonly kind: 'facts'; readonly facts: MethodSlide['facts'] }
  | { readonly kind: 'foot'; readonly lines: readonly string[] }

/** Every slide but the cover as a section. */
export const sectionsOf = ({ slides }: Outline): readonly Section[] =>
  slides.flatMap((slide) =>
    slide.kind === 'title'
      ? []
      : [{ kind: slide.kind, title: slide.title, parts: [...remarkOf(slide), ...partsOf(slide)].filter(isFilled), sources: slide.kind === 'headline' ? [] : (slide.sources ?? []), notes: slide.notes }],
  )

const remarkOf = ({ remark }: Slide): readonly Part[] => (remark === undefined ? [] : [{ kind: 'lines', lines: [remark] }])

/** The cover: its title, and what stands below it. */
export function coverOf({ slides, project }: Outline): { readonly title: string; readonly subtitle: string; readonly lines: readonly string[] } {
  const cover = slides.find((slide) => slide.kind === 'title')
  return cover ?? { title: project, subtitle: '', lines: [] }
}

function partsOf(slide: Exclude<Slide, { readonly kind: 'title' }>): readonly Part[] {
  const { kind } = slide
  switch (kind) {
    case 'headline':
      return [{ kind: 'headline', slide }]
    case 'trend':
    case 'composition':
    case 'groups':
    case 'segment':
    case 'league':
    case 'change':
    case 'themes':
    case 'growth':
      return [
        { kind: 'lines', lines: slide.body },
        ...(slide.chart === null ? [] : [{ kind: 'chart', chart: slide.chart } as const]),
        { kind: 'table', table: slide.table },
        { kind: 'foot', lines: slide.foot },
      ]
    case 'heat':
      return [
        { kind: 'lines', lines: slide.body },
        ...(slide.scale === null
          ? []
          : [
              {
                kind: 'key',
                entries: [
                  { tone: 'promoters', text: slide.scale.above },
                  { tone: 'detractors', text: slide.scale.below },
                ],
              } as const,
            ]),
        { kind: 'table', table: tableOf(slide) },
        { kind: 'foot', lines: slide.foot },
      ]
    case 'quotes':
      return [
        { kind: 'quotes', quotes: slide.quotes },
        { kind: 'foot', lines: slide.foot },
      ]
    case 'method':
      return [
        { kind: 'facts', facts: slide.facts },
        { kind: 'table', table: slide.table },
        { kind: 'foot', lines: slide.foot },
      ]
    case 'own':
      return [{ kind: 'lines', lines: slide.body }]
    default:
      return assertNever(kind, 'slide')
  }
}

/** The scores of a heat map with their answers. */
const tableOf = ({ corner, columns, rows }: HeatSlide): Table => ({
  columns: [corner, ...columns].map((label, at) => ({ label, numeric: at > 0 })),
  rows: rows.map(({ name, cells }) => ({
    cells: [name, ...cells.map(({ score, answers }) => (score === '' ? answers : `${score} (${answers})`))],
    muted: false,
    key: null,
    mark: null,
    refs: [null, ...cells.map(({ ref }) => ref)],
    heats: [null, ...cells.map(({ heat }) => heat)],
  })),
})

function isFilled(part: Part): boolean {
  switch (part.kind) {
    case 'lines':
    case 'foot':
      return part.lines.length > 0
    case 'table':
      return part.table.rows.length > 0
    case 'quotes':
      return part.quotes.length > 0
    case 'facts':
      return part.facts.length > 0
    case 'headline':
    case 'chart':
    case 'key':
      return true
    default:
      return assertNever(part, 'part')
  }
}
