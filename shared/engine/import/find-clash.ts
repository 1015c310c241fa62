import { areKindsAlike, areUnlike, contentsOf } from '../../ingest/compare-contents'
import type { Clash, ColumnProfile, RawTable } from '../../ingest/types'
import type { Role } from '../../model/role'
import { cellAt, lengthOf, type TextColumn } from '../../table/column'
import type { Project } from '../project/project'

/** Cells looked at, spread over a column. */
const SAMPLE = 400
const EXAMPLES = 3
/** Ids and names may look otherwise in every file, and what is ignored mixes nothing up. */
const FREE: ReadonlySet<Role> = new Set(['id', 'respondent', 'person', 'ignore'])

/**
 * What a field holds where it is plainly something else than the column under the same header; null where one of its
 * waves holds the same, or nobody could tell.
 */
export function clashOf({ index, kind, role }: ColumnProfile, table: RawTable, id: string, project: Project): Clash | null {
  const field = project.registers.field.get(id)
  const had = [...project.registers.wave.values()].findLast(({ columns }) => columns.some((column) => column.field === id))
  if (!field || !had) return null
  const before = had.columns.find((column) => column.field === id)!.role
  if (FREE.has(role) && FREE.has(before)) return null
  // Reading a column of the project takes a while: only where there is reason to.
  if (areKindsAlike(kind, field.kind) && (role === 'comment') === (before === 'comment')) return null
  const cells = table.columns[index - 1]!
  const here = contentsOf(sampleOf(cells, 0, lengthOf(cells)))
  if (!here) return null
  const stored = project.columns.text(id)
  let samples: readonly string[] | null = null
  for (const { wave, span } of project.columns.waves.toReversed()) {
    if (!wave.columns.some((column) => column.field === id)) continue
    const there = sampleOf(stored, span.first, span.rows)
    const contents = contentsOf(there)
    if (contents && !areUnlike(here, contents)) return null
    if (contents) samples ??= [...new Set(there.filter((cell) => cell !== ''))].slice(0, EXAMPLES)
  }
  return samples && { index, field: id, kind: field.kind, samples }
}

function sampleOf(column: TextColumn, first: number, rows: number): readonly string[] {
  const step = Math.max(1, Math.floor(rows / SAMPLE))
  return Array.from({ length: Math.ceil(rows / step) }, (_, at) => cellAt(column, first + at * step).trim())
}
