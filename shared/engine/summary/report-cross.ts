import { figureOf } from '../../nps/figure'
import type { Figure } from '../../nps/types'
import type { CrossTable, SegmentTable } from '../../report/types'
import { sliceOf } from '../figures/answers'
import type { Project } from '../project/project'

const MAX_ROWS = 8
const MAX_COLUMNS = 6
const NONE = figureOf({ promoters: 0, passives: 0, detractors: 0 })

/** The two fields with a page whose values differ most, against each other: the one with more values down, the largest values of both. */
export function crossOf(project: Project, selected: Uint8Array, segments: readonly SegmentTable[], total: Figure): CrossTable | null {
  const [one, other] = segments
    .filter(({ onPage, rows }) => onPage && shownOf(rows, MAX_ROWS).length >= 2)
    .sort((a, b) => spreadOf(b, total) - spreadOf(a, total))
  if (!one || !other) return null
  const [row, column] = one.rows.length >= other.rows.length ? [one, other] : [other, one]
  const slice = sliceOf(project, selected, [row, column].map(({ id }) => ({ kind: 'field', field: id })))
  if (!slice.ok) return null
  const figures = new Map(slice.value.rows.map(({ key, figure }) => [JSON.stringify(key), figure]))
  const [rows, columns] = [shownOf(row.rows, MAX_ROWS), shownOf(column.rows, MAX_COLUMNS)]
  return {
    row: { id: row.id, field: row.field },
    column: { id: column.id, field: column.field },
    rows,
    columns,
    cells: rows.map((down) => columns.map((across) => figures.get(JSON.stringify([down, across])) ?? NONE)),
    left: row.rows.length - rows.length + column.rows.length - columns.length,
  }
}

/** The values with the most answers, from the highest score down. */
const shownOf = (rows: SegmentTable['rows'], most: number): readonly string[] =>
  rows
    .flatMap(({ value, figure }) => (value === null || figure.base === 'tiny' ? [] : [{ value, figure }]))
    .sort((a, b) => b.figure.n - a.figure.n)
    .slice(0, most)
    .sort((a, b) => (b.figure.nps ?? 0) - (a.figure.nps ?? 0))
    .map(({ value }) => value)

/** How far the values lie from the score of all, in squared points, less what chance alone gives. */
function spreadOf({ rows }: SegmentTable, { n, nps, promoters, detractors }: Figure): number {
  const sound = rows.filter(({ figure }) => figure.base === 'ok')
  if (nps === null || n === 0 || sound.length < 2) return -Infinity
  const between = sound.reduce((sum, { figure }) => sum + figure.n * ((figure.nps ?? nps) - nps) ** 2, 0)
  return between - (10_000 * ((promoters + detractors) / n) - nps ** 2) * (sound.length - 1)
}
