import type { Task } from '../../base/task'
import { MARKS_COLUMN } from '../../model/own-marks'
import { ABOUT_COLUMN, HAND_COLUMN, OWN_COLUMNS } from '../../model/own-export'
import type { Role } from '../../model/role'
import type { SummaryInput } from '../../protocol/summary'
import { phrases, type Phrases } from '../../report/phrases'
import { xmlSafe } from '../../report/sanitize'
import { exactNumber, type Cell, type TableColumn } from '../../report/table'
import type { CellType } from '../../report/outline'
import { serialDay } from '../../report/xlsx/serial-day'
import type { LongSheet } from '../../report/xlsx/long-sheet'
import { exportTable } from './export-table'
import { masksOf, nameFields, type Masks } from '../people/person-mask'
import type { Project } from '../project/project'
import { selectResponses } from '../filter/select'

/** Columns that say who answered, or that somebody wants left alone. */
const LEFT_OUT: ReadonlySet<Role> = new Set(['person', 'respondent', 'id', 'ignore'])
/** What coders wrote and what only an import needs. */
const INTERNAL: ReadonlySet<string> = new Set([HAND_COLUMN, MARKS_COLUMN, ABOUT_COLUMN])

interface Kept {
  readonly at: number
  readonly label: string
  readonly type: CellType
  readonly cell: (value: Cell | undefined) => string | number | null
}

/**
 * Every response that the summary is about as a sheet: where it came from, score, group, codes, its cells, and a column for
 * each code. Columns that name people are left out; in all texts that somebody wrote, what is personal is masked.
 */
export async function responseSheet(project: Project, { where, locale }: SummaryInput, task: Task): Promise<LongSheet> {
  const words = phrases(locale)
  const selected = await selectResponses(project, where, task)
  const table = await exportTable(project, false, task)
  await project.columns.ready(nameFields(project.columns), task)
  const mask = masksOf(project.columns)
  const fields = new Map(table.fields.map(({ field, as }) => [as, field]))
  const kept = table.columns.flatMap((column, at): Kept[] => {
    if (at < OWN_COLUMNS.length) return [ownColumn(column.header, at, words)]
    const field = fields.get(column.header)
    if (INTERNAL.has(column.header) || (field && LEFT_OUT.has(field.role))) return []
    const isWritten = field?.role === 'comment' || field?.kind === 'text'
    return [{ at, label: xmlSafe(column.header), type: typeOf(column), cell: (value) => cellOf(value, column, isWritten, mask) }]
  })
  const { waves, live } = project.columns
  const counted = waves.flatMap(({ span }) => Array.from({ length: span.rows }, (_, row) => span.first + row)).filter((row) => live[row])
  return {
    name: words.say('report.sheet.responses'),
    about: words.say('report.sheet.responses.about'),
    columns: kept.map(({ label, type }) => ({ label, type })),
    size: counted.reduce((sum, row) => sum + selected[row]!, 0),
    *rows() {
      let place = 0
      for (const row of table.rows()) {
        const isWanted = selected[counted[place]!] === 1
        place += 1
        if (isWanted) yield kept.map(({ at, cell }) => cell(row[at]))
      }
    },
  }
}

function ownColumn(header: string, at: number, { say }: Phrases): Kept {
  const text = (value: Cell | undefined): string | null => (typeof value === 'string' ? xmlSafe(value) : null)
  const number = (value: Cell | undefined): number | null => (typeof value === 'number' ? value : null)
  switch (header as (typeof OWN_COLUMNS)[number]) {
    case 'wave':
      return { at, label: say('report.column.wave'), type: 'label', cell: text }
    case 'line':
      return { at, label: say('report.column.line'), type: 'count', cell: number }
    case 'date':
      return { at, label: say('report.column.date'), type: 'day', cell: (value) => (typeof value === 'string' ? (serialDay(value)?.serial ?? value) : null) }
    case 'nps_score':
      return { at, label: say('report.column.scoreGiven'), type: 'count', cell: number }
    case 'nps_group':
      return { at, label: say('report.sheet.responses.group'), type: 'text', cell: (value) => (isGroup(value) ? say(`report.${value}`) : null) }
    case 'codes':
      return { at, label: say('report.column.code'), type: 'label', cell: text }
  }
}

const isGroup = (value: Cell | undefined): value is 'promoter' | 'passive' | 'detractor' => value === 'promoter' || value === 'passive' || value === 'detractor'

function typeOf({ type }: TableColumn): CellType {
  if (type === 'number' || type === 'mark' || type === 'count') return 'number'
  if (type === 'time') return 'day'
  return type === 'long-text' ? 'long-text' : 'text'
}

/** Sizes and dates of answers look like long numbers: those are masked only in what somebody wrote. */
function cellOf(value: Cell | undefined, { type }: TableColumn, isWritten: boolean, mask: Masks): string | number | null {
  if (typeof value !== 'string') return typeof value === 'number' ? value : null
  const number = type === 'number' ? exactNumber(value) : null
  if (number !== null) return number
  const day = type === 'time' ? serialDay(value) : null
  if (day?.isDay) return day.serial
  const shown = xmlSafe((isWritten ? mask.published : mask.data)(value))
  return shown === '' ? null : shown
}
