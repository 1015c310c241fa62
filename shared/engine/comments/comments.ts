import { cellAt, type TextColumn } from '../../table/column'
import { anonymityOf } from '../anonymous/anonymity'
import { peopleOf } from '../people/people'
import { isStandIn, type Columns, type PlacedWave, type Span } from '../columns/columns'
import type { FoldedStore } from './folded'
import type { Project } from '../project/project'

/** The answers to one open question in one wave. Rows are counted from the first of the span. */
export interface Comments {
  readonly wave: PlacedWave
  readonly field: string
  readonly span: Span
  readonly found: Findings
  /** Text of the cell in a row. */
  readonly text: (row: number) => string
}

/**
 * What was found out about the rows of one batch in one column. Neither ever changes, so it holds whatever becomes of
 * waves, codes and decisions.
 */
export interface Findings {
  /** 1 for verbatims: cells that are not blank, of responses that are not set aside. */
  readonly filled: Uint8Array
  readonly count: number
  /** By the key of a rule: 1 for the verbatims that it matches. */
  readonly hits: Map<string, Uint8Array>
  readonly folded: FoldedStore
}

interface Known {
  readonly kept: FoldedStore['kept']
  readonly byPlace: Map<string, Findings>
}

const ofProject = new WeakMap<Project, Known>()
const beingStored = new WeakMap<TextColumn, Map<number, Findings>>()
const ofColumns = new WeakMap<Columns, readonly Comments[]>()

/** All comments of the project, wave by wave, in the order of their columns; in an anonymous project without waves in which too few wrote any. */
export function commentsOf(project: Project): readonly Comments[] {
  const { columns } = project
  let comments = ofColumns.get(columns)
  if (!comments) {
    const fewest = anonymityOf(project)?.comments ?? 0
    comments = columns.waves.flatMap((wave) => {
      const own = wave.wave.columns.filter(({ role }) => role === 'comment').map(({ field }) => makeComments(project, columns, wave, field))
      return fewest === 0 || writersOf(columns, own) >= fewest ? own : []
    })
    ofColumns.set(columns, comments)
  }
  return comments
}

/** How many people wrote any of the comments of one wave. */
function writersOf(columns: Columns, comments: readonly Comments[]): number {
  const people = peopleOf(columns)?.of
  const writers = new Set<number>()
  for (const { span, found } of comments) found.filled.forEach((is, at) => is && writers.add(people?.[span.first + at] || -span.first - at - 1))
  return writers.size
}

function makeComments(project: Project, columns: Columns, wave: PlacedWave, field: string): Comments {
  const { span } = wave
  const cells = columns.text(field)
  const { kept, byPlace } = ofProject.get(project) ?? { kept: { units: 0 }, byPlace: new Map<string, Findings>() }
  ofProject.set(project, { kept, byPlace })
  const key = `${span.batch}/${field}`
  const found = byPlace.get(key) ?? stored(cells, span) ?? newFindings(columns, cells, span, kept)
  // A batch that is still being stored has no name yet, and may never get one: its cells stand for it.
  if (isStandIn(span.batch)) beingStored.set(cells, (beingStored.get(cells) ?? new Map<number, Findings>()).set(span.first, found))
  else byPlace.set(key, found)
  return { wave, field, span, found, text: (row) => cellAt(cells, span.first + row) }
}

/** What was found out while the rows were being stored. */
function stored(cells: TextColumn, { first, rows }: Span): Findings | undefined {
  const found = beingStored.get(cells)?.get(first)
  return found?.filled.length === rows ? found : undefined
}

function newFindings(columns: Columns, cells: TextColumn, { first, rows }: Span, kept: FoldedStore['kept']): Findings {
  const filled = new Uint8Array(rows)
  let count = 0
  for (let row = 0; row < rows; row++) {
    if (!columns.live[first + row]) continue
    const isFilled = cells.kind === 'plain' ? cells.isFilled(first + row) : cellAt(cells, first + row).trim() !== ''
    if (!isFilled) continue
    filled[row] = 1
    count += 1
  }
  return { filled, count, hits: new Map(), folded: { blocks: [], kept } }
}

/** Row of a line of the wave's file, or -1: lines ascend. */
export function rowOfLine(columns: Columns, { first, rows }: Span, line: number): number {
  const { lines } = columns
  let low = first
  let high = first + rows
  while (low < high) {
    const middle = (low + high) >>> 1
    if (lines[middle]! < line) low = middle + 1
    else high = middle
  }
  return low < first + rows && lines[low] === line ? low - first : -1
}
