import type { Task } from '../../base/task'
import type { Code } from '../../model/records'
import { MARKS_COLUMN } from '../../model/own-marks'
import type { Cell, ColumnType } from '../../report/table'
import { findPersonal } from '../../text/find-personal'
import { MASK } from '../../text/cover'
import type { ExportTable } from './export-table'
import { numbered } from './numbered'
import { masksOf, nameFields } from '../people/person-mask'
import type { Project } from '../project/project'

type MaskCell = (cell: string) => string

/** Numbers and days are nobody's; so is what only Earshot reads. */
const HARMLESS: ReadonlySet<ColumnType> = new Set(['count', 'mark', 'day', 'time', 'note'])

/**
 * The table for others: cells that name people masked, respondents numbered instead (the same one alike everywhere), and
 * what is personal in comments and other texts masked.
 */
export async function maskedTable(project: Project, table: ExportTable, task: Task): Promise<ExportTable> {
  await project.columns.ready(nameFields(project.columns), task)
  const maskText = masksOf(project.columns).data
  const fields = new Map(table.fields.map(({ field, as }) => [as, field]))
  const people = numbered('R')
  const ids = numbered('ID')
  const masks = table.columns.map(({ header, type }): MaskCell | null => {
    const field = fields.get(header)
    if (!field) return header === MARKS_COLUMN ? maskText : null
    if (field.role === 'person') return () => MASK
    if (field.role === 'respondent') return people
    if (field.role === 'id') return (cell) => (findPersonal(cell).length > 0 ? ids(cell) : cell)
    return HARMLESS.has(type) ? null : maskText
  })
  const masked = (cell: Cell, at: number): Cell => {
    const mask = masks[at]
    return mask && typeof cell === 'string' && cell !== '' ? mask(cell) : cell
  }
  return {
    ...table,
    *rows() {
      for (const row of table.rows()) yield row.map(masked)
    },
  }
}

/** Codes whose examples, comments as they are, are masked. */
export const codeMask =
  ({ columns }: Project) =>
  (code: Code): Code => ({
    ...code,
    ...(code.mustHit ? { mustHit: code.mustHit.map(masksOf(columns).data) } : {}),
    ...(code.mustMiss ? { mustMiss: code.mustMiss.map(masksOf(columns).data) } : {}),
  })
