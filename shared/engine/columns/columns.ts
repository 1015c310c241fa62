import type { Database } from 'sql.js'
import { invariant } from '../../base/assert'
import type { Task } from '../../base/task'
import type { Field, Wave } from '../../model/records'
import { groupOf, GROUPS } from '../../nps/group'
import { bandColumn, countMeasured, type MeasuredColumn } from '../../query/band-column'
import { dimensionOfDays, dimensionOfText, NO_DAY, withOptions, type DimensionColumn, type ResponseColumns } from '../../query/columns'
import { defaultEdges } from '../../query/default-edges'
import type { Dimension } from '../../query/types'
import { cellAt, lengthOf, type TextColumn } from '../../table/column'
import { ColumnBuilder } from '../../table/column-builder'
import { optionsOf } from '../../table/options'
import type { RowBatch } from '../../table/row-batch'
import { blankCells, cellReader, type CellReader } from './cell-reader'
import { eachFixed, storedBatches } from '../db/rows'
import { measureField, type MeasuredPart } from './measure'

const SECONDS_A_DAY = 86_400

/** Names a batch until its hash is there. */
export const standIn = (at: number): string => `#${at}`
export const isStandIn = (batch: string): boolean => batch.startsWith('#')

/** Rows of one batch, as the columns see them. */
export interface Span {
  readonly batch: string
  readonly first: number
  readonly rows: number
}

interface Fixed {
  readonly spans: readonly Span[]
  readonly lines: Uint32Array
  readonly scores: Int8Array
  readonly days: Int32Array
  readonly aside: Uint8Array
}

/** A field, and where somebody has said that it is cut into bands; none at all: every value for itself. */
export interface KnownField extends Field {
  readonly edges?: readonly number[]
}

/** A wave with its id, and where its rows lie. */
export interface PlacedWave {
  readonly id: string
  readonly wave: Wave
  readonly span: Span
}

/**
 * The typed columns of a project: a cache of its database, for slicing. Never changed: an import extends them, an
 * edit of the waves regards them anew, and `loadColumns` rebuilds the same from the database.
 */
export class Columns implements ResponseColumns {
  readonly rows: number
  readonly groups: Int8Array
  readonly live: Uint8Array
  readonly waves: readonly PlacedWave[]
  private readonly dimensions = new Map<string, DimensionColumn>()
  private readonly measures = new Map<string, MeasuredColumn | null>()

  constructor(
    private readonly fixed: Fixed,
    waves: ReadonlyMap<string, Wave>,
    private readonly reader: CellReader,
    /** What is known of a field; undefined for one that is only coming. */
    private readonly fieldOf: (field: string) => KnownField | undefined,
    /** The month in which the fiscal year begins. */
    private readonly startOf: () => number,
    private readonly cells = new Map<string, TextColumn>(),
  ) {
    this.rows = fixed.scores.length
    this.waves = [...waves].flatMap(([id, wave]) => {
      const span = fixed.spans.find(({ batch }) => batch === wave.batch)
      return span ? [{ id, wave, span }] : []
    })
    this.groups = new Int8Array(this.rows).fill(-1)
    this.live = new Uint8Array(this.rows)
    for (const { wave, span } of this.waves) {
      const numberOf = (group: ReturnType<typeof groupOf>): number => (group === null ? -1 : GROUPS.indexOf(group))
      const groupOfScore = Int8Array.from({ length: 128 }, (_, score) => numberOf(groupOf(score, wave.scale)))
      for (let row = span.first; row < span.first + span.rows; row++) {
        this.live[row] = fixed.aside[row] === 0 ? 1 : 0
        const score = fixed.scores[row]!
        this.groups[row] = score < 0 ? -1 : groupOfScore[score]!
      }
    }
  }

  get lines(): Uint32Array {
    return this.fixed.lines
  }

  get days(): Int32Array {
    return this.fixed.days
  }

  get scores(): Int8Array {
    return this.fixed.scores
  }

  /** The wave that a row came with; none for a row of an import that was undone. */
  waveOf(row: number): PlacedWave | undefined {
    return this.waves.find(({ span }) => row >= span.first && row < span.first + span.rows)
  }

  /** Cells of a field, one per row. */
  text(field: string): TextColumn {
    const known = this.cells.get(field)
    if (known) return known
    const read = this.reader.read(field)
    invariant(lengthOf(read) === this.rows, `column ${field} has ${lengthOf(read)} of ${this.rows} rows`)
    this.cells.set(field, read)
    return read
  }

  /** Reads the cells of many fields at once, with pauses, for `text` to have them ready. */
  async ready(fields: readonly string[], task: Task): Promise<void> {
    const missing = fields.filter((field) => !this.cells.has(field))
    for (const [field, cells] of await this.reader.readMany(missing, task)) if (!this.cells.has(field)) this.cells.set(field, cells)
  }

  dimension(dimension: Dimension): DimensionColumn {
    // Of periods there are those of each fiscal year that was in force.
    const key = JSON.stringify(dimension) + (dimension.kind === 'period' ? this.startOf() : '')
    let column = this.dimensions.get(key)
    if (!column) {
      column = this.makeDimension(dimension)
      this.dimensions.set(key, column)
    }
    return column
  }

  /** The same rows under other waves. */
  regard(waves: ReadonlyMap<string, Wave>): Columns {
    return new Columns(this.fixed, waves, this.reader, this.fieldOf, this.startOf, this.cells)
  }

  /** These rows and those of `batch`, whose i-th column belongs to `fields[i]`; `id` names the batch for now. */
  extend(id: string, batch: RowBatch, fields: readonly string[], waves: ReadonlyMap<string, Wave>): Columns {
    const days = new Int32Array(batch.rows)
    for (let row = 0; row < batch.rows; row++) {
      const seconds = batch.answered[row]!
      days[row] = Number.isNaN(seconds) ? NO_DAY : Math.floor(seconds / SECONDS_A_DAY)
    }
    const aside = new Uint8Array(batch.rows)
    for (const row of batch.asides.keys()) aside[row] = 1
    const fixed: Fixed = {
      spans: [...this.fixed.spans, { batch: id, first: this.rows, rows: batch.rows }],
      lines: joined(this.fixed.lines, batch.lines, Uint32Array),
      scores: joined(this.fixed.scores, batch.scores, Int8Array),
      days: joined(this.fixed.days, days, Int32Array),
      aside: joined(this.fixed.aside, aside, Uint8Array),
    }
    const readCells = (field: string): TextColumn => {
      const at = fields.indexOf(field)
      const added = at < 0 ? blankCells(batch.rows) : batch.columns[at]!
      return this.rows === 0 ? added : joinCells(this.text(field), added)
    }
    return new Columns(fixed, waves, { read: readCells, readMany: () => Promise.resolve([]) }, this.fieldOf, this.startOf)
  }

  /** The same columns once batches are stored, under the ids given by their names so far, reading further cells from the database. */
  settle(db: Database, ids: ReadonlyMap<string, string>, waves: ReadonlyMap<string, Wave>): Columns {
    const spans = this.fixed.spans.map((span) => ({ ...span, batch: ids.get(span.batch) ?? span.batch }))
    return new Columns({ ...this.fixed, spans }, waves, cellReader(db, this.rows), this.fieldOf, this.startOf, this.cells)
  }

  private makeDimension(dimension: Dimension): DimensionColumn {
    switch (dimension.kind) {
      case 'field':
        return this.fieldDimension(dimension.field)
      case 'period':
        return dimensionOfDays(this.fixed.days, dimension.unit, this.startOf())
      case 'wave':
        return this.waveDimension()
      case 'group':
        return { codes: Uint8Array.from(this.groups, (group) => group + 1), labels: [null, ...GROUPS] }
      case 'score':
        return this.scoreDimension()
    }
  }

  /** What a field measures, where its cells are numbers, days or a tenure. */
  measured(field: string): MeasuredColumn | null {
    let measured = this.measures.get(field)
    if (measured === undefined) {
      const known = this.fieldOf(field)
      measured = known ? measureField(this.text(field), known, this.parts(field), this.fixed.days) : null
      this.measures.set(field, measured)
    }
    return measured
  }

  /** Where a field is cut into bands: as somebody has said, or else as suits its values; null where each stands for itself. */
  edges(field: string): readonly number[] | null {
    const measured = this.measured(field)
    if (!measured) return null
    const own = this.fieldOf(field)?.edges
    if (own) return own.length === 0 ? null : own
    return defaultEdges(measured.measure, countMeasured(measured, this.live))
  }

  private fieldDimension(field: string): DimensionColumn {
    const measured = this.measured(field)
    const edges = this.edges(field)
    if (measured && edges) return bandColumn(measured, edges)
    if (measured?.measure === 'days') return measured.column
    const whole = dimensionOfText(this.text(field))
    if (this.fieldOf(field)?.kind !== 'multi') return whole
    const counts = new Uint32Array(whole.labels.length)
    for (const code of whole.codes) counts[code]! += 1
    const split = optionsOf(whole.labels.flatMap((label, at) => (label === null ? [] : [[label, counts[at]!] as const])))
    return split ? withOptions(whole, split) : whole
  }

  private parts(field: string): readonly MeasuredPart[] {
    return this.waves.flatMap(({ wave, span }) => {
      const column = wave.columns.find((each) => each.field === field)
      return column ? [{ first: span.first, rows: span.rows, header: column.header, ...(column.unit ? { unit: column.unit } : {}) }] : []
    })
  }

  /** Valid scores only: a wave counts the scores of its own scale. */
  private scoreDimension(): DimensionColumn {
    const codes = Uint8Array.from(this.fixed.scores, (score, row) => (this.groups[row]! < 0 ? 0 : score + 1))
    const highest = codes.reduce((most, code) => Math.max(most, code), 0)
    return { codes, labels: [null, ...Array.from({ length: highest }, (_, score) => String(score))] }
  }

  private waveDimension(): DimensionColumn {
    const codes = new Uint16Array(this.rows)
    const labels: (string | null)[] = [null]
    for (const { wave, span } of this.waves) {
      labels.push(wave.name)
      codes.fill(labels.length - 1, span.first, span.first + span.rows)
    }
    return { codes, labels }
  }
}

type Numbers = Uint32Array | Int8Array | Int32Array | Uint8Array

function joined<T extends Numbers>(head: T, tail: T, make: new (length: number) => T): T {
  const out = new make(head.length + tail.length)
  out.set(head)
  out.set(tail, head.length)
  return out
}

function joinCells(head: TextColumn, tail: TextColumn): TextColumn {
  const builder = new ColumnBuilder()
  for (const column of [head, tail]) {
    const rows = lengthOf(column)
    for (let row = 0; row < rows; row++) builder.push(cellAt(column, row))
  }
  return builder.build()
}

/** Columns of everything that `db` holds. */
export function loadColumns(
  db: Database,
  waves: ReadonlyMap<string, Wave>,
  fieldOf: (field: string) => KnownField | undefined = () => undefined,
  startOf: () => number = () => 1,
): Columns {
  const batches = storedBatches(db)
  const rows = batches.reduce((sum, { responses }) => sum + responses, 0)
  const fixed: Fixed = {
    spans: batches.map(({ batch, firstResponse, responses }) => ({ batch, first: firstResponse - 1, rows: responses })),
    lines: new Uint32Array(rows),
    scores: new Int8Array(rows),
    days: new Int32Array(rows),
    aside: new Uint8Array(rows),
  }
  let read = 0
  eachFixed(db, rows, (line, score, seconds, aside) => {
    fixed.lines[read] = line
    fixed.scores[read] = score ?? -1
    fixed.days[read] = seconds === null ? NO_DAY : Math.floor(seconds / SECONDS_A_DAY)
    fixed.aside[read] = aside
    read += 1
  })
  invariant(read === rows, `${read} responses of ${rows}`)
  return new Columns(fixed, waves, cellReader(db, rows), fieldOf, startOf)
}
