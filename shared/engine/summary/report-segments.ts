import type { Result } from '../../base/result'
import type { Task } from '../../base/task'
import { differ } from '../../nps/heterogeneity'
import type { Figure } from '../../nps/types'
import type { FieldView } from '../../protocol/engine-api'
import type { DimensionColumn } from '../../query/columns'
import type { Dimension, Slice, SliceRow } from '../../query/types'
import { natureOf, type Nature } from '../../report/segment-choice'
import type { SegmentTable } from '../../report/types'
import type { Project } from '../project/project'

const MAX_FIELDS = 30
const MAX_VALUES = 60
const MAX_NUMBERS = 12
const isFull = ({ base }: Figure): boolean => base === 'ok'
const RANK: Readonly<Record<Nature, number>> = { trait: 0, other: 1, opinion: 2 }

interface Candidate {
  readonly nature: Nature
  /** Has two groups with a full base at least. */
  readonly isSound: boolean
  /** Variance between the values in squared points, less what sampling alone gives. */
  readonly spread: number
  /** Too many numbers to be groups of customers; they would have to be banded first. */
  readonly isMeasure: boolean
  /** A response may be in several groups, which are then no parts of the whole, nor independent. */
  readonly overlaps: boolean
  readonly table: Omit<SegmentTable, 'onPage'>
}

/** Whether a field groups customers. */
export const isSegment = ({ role }: Pick<FieldView, 'role'>): boolean => role === 'segment' || role === 'tenure'

/**
 * The score by every one of the fields that groups customers. First what customers are (industry, plan, tenure), then other
 * fields, then what they think of something, each from the one whose values differ most. Pages are for the first kind,
 * and for others that differ by more than chance.
 */
export async function segmentsOf(
  project: Project,
  all: readonly FieldView[],
  sliceBy: (dimension: Dimension) => Result<Slice>,
  total: Figure,
  task: Task,
): Promise<SegmentTable[]> {
  const fields = all.filter(isSegment)
  const candidates: Candidate[] = []
  for (const [at, field] of fields.entries()) {
    task.report(at / fields.length, 'writing')
    await task.breathe()
    if (task.cancelled()) return []
    candidates.push(...candidate(project, sliceBy, total, field))
  }
  return candidates
    .sort((a, b) => Number(b.isSound) - Number(a.isSound) || RANK[a.nature] - RANK[b.nature] || b.spread - a.spread)
    .slice(0, MAX_FIELDS)
    .map(({ nature, isSound, isMeasure, overlaps, table }) => ({
      ...table,
      onPage:
        isSound &&
        !isMeasure &&
        !overlaps &&
        (nature === 'trait' || (nature === 'other' && differ(table.rows.map(({ figure }) => figure).filter(isFull)))),
    }))
}

function candidate(project: Project, sliceBy: (dimension: Dimension) => Result<Slice>, total: Figure, { id, name, role }: FieldView): Candidate[] {
  const dimension = { kind: 'field', field: id } as const
  const column = project.columns.dimension(dimension)
  const values = valuesOf(column)
  if (values < 2 || values > MAX_VALUES) return []
  const slice = sliceBy(dimension)
  if (!slice.ok) return []
  // Blank is mostly who was never asked: no group to compare with the others.
  const rows = slice.value.rows.filter(({ key, figure }) => key[0] !== null && figure.n > 0)
  if (rows.length < 2) return []
  const given = rows.flatMap(({ key }) => key[0] ?? [])
  return [
    {
      nature: natureOf(role, name, given),
      overlaps: column.options !== undefined,
      isMeasure: given.length > MAX_NUMBERS && given.every((value) => /^[-+]?\d+([.,]\d+)?$/.test(value.trim())),
      isSound: rows.filter(({ figure }) => isFull(figure)).length >= 2,
      spread: spreadOf(rows, total),
      table: {
        id,
        field: name,
        rows: rows
          .map(({ key: [value = null], figure }) => ({ value, figure }))
          .sort((a, b) => (b.figure.nps ?? 0) - (a.figure.nps ?? 0)),
      },
    },
  ]
}

const valuesOf = ({ labels, options }: DimensionColumn): number => options?.names.length ?? labels.length

function spreadOf(rows: readonly SliceRow[], { n, nps, promoters, detractors }: Figure): number {
  if (nps === null) return 0
  const sound = rows.filter(({ figure }) => isFull(figure))
  const between = sound.reduce((sum, { figure }) => sum + figure.n * ((figure.nps ?? nps) - nps) ** 2, 0)
  const variance = 10_000 * ((promoters + detractors) / n) - nps ** 2
  return (between - variance * Math.max(0, sound.length - 1)) / n
}
