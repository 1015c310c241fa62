import type { Task } from '../base/task'
import type { Code } from '../model/records'
import { MARKS_COLUMN } from '../model/own-marks'
import type { Cell, ColumnType } from '../report/table'
import { findPersonal } from '../text/find-personal'
import { MASK } from '../text/cover'
import { coverPersonal } from '../text/veil-personal'
import type { ExportTable } from './export-table'
import { masksOf, nameFields } from './person-mask'
import type { Project } from './project'

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
    if (!field) return header === MARKS_COLUMN ? coverPersonal : null
    if (field.role === 'person') return () => MASK
    if (field.role === 'respondent') return people
    if (field.role === 'id') return (cell) => (findPersonal(cell).length > 0 ? ids(cell) : cell)
    if (field.role === 'comment' || field.kind === 'text') return maskText
    return HARMLESS.has(type) ? null : coverPersonal
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

/** A code whose examples, comments as they are, are masked. */
export const maskedCode = (code: Code): Code => ({
  ...code,
  ...(code.mustHit ? { mustHit: code.mustHit.map(coverPersonal) } : {}),
  ...(code.mustMiss ? { mustMiss: code.mustMiss.map(coverPersonal) } : {}),
})

/** Numbers things in the order in which they come: which is which is not said. */
function numbered(letter: string): MaskCell {
  const numbers = new Map<string, number>()
  return (cell) => {
    const key = cell.trim().normalize('NFC')
    const number = numbers.get(key) ?? numbers.size + 1
    numbers.set(key, number)
    return `${letter}${number}`
  }
}
