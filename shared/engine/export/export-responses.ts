import { assertNever } from '../../base/assert'
import { fault } from '../../base/fault'
import { ok, refuse, type Result } from '../../base/result'
import type { Task } from '../../base/task'
import { utf8Of } from '../../base/utf8'
import { UNREADABLE } from '../../model/bands'
import type { ExportFormat, PersonalData } from '../../protocol/engine-api'
import { keysOf } from '../../query/band-column'
import { npsSql, type SqlBands } from '../../report/nps-sql'
import { packZip } from '../../report/repack-zip'
import { splitLong } from '../../report/split-long'
import { writeTableCsv } from '../../report/write-table-csv'
import { writeTableParquet } from '../../report/write-table-parquet'
import { writeTableXlsx } from '../../report/write-table-xlsx'
import { codebookTable } from './export-codebook'
import { exportTable, type ExportTable } from './export-table'
import { fiscalStartOf } from '../settings/fiscal'
import { maskedTable } from './masked-table'
import type { Project } from '../project/project'

/** One file of an export, named by its ending. */
export interface ExportPart {
  readonly ending: string
  readonly bytes: Uint8Array
}

export interface Exported {
  readonly parts: readonly ExportPart[]
  readonly rows: number
  /** Texts too long for a cell of the format, which go on in further columns. */
  readonly split: number
}

/**
 * The responses of a project, or its codebook, as files. Parquet comes with the SQL that computes the score's tables
 * on it; `name` is that file's. What is personal is masked unless it is asked for. Refuses what a format cannot hold, and
 * when cancelled.
 */
export async function exportResponses(
  project: Project,
  format: ExportFormat,
  name: string,
  task: Task,
  personal: PersonalData = 'masked',
): Promise<Result<Exported>> {
  task.report(0, 'writing')
  await task.breathe()
  const only = (ending: string, rows: number, split: number, bytes: Result<Uint8Array>): Result<Exported> =>
    bytes.ok ? ok({ parts: [{ ending, bytes: bytes.value }], rows, split }) : bytes
  if (format === 'codebook') {
    const codebook = codebookTable(project, personal)
    return only('csv', codebook.size, 0, await writeTableCsv(codebook, task))
  }
  const all = await exportTable(project, format === 'csv', task)
  const table = personal === 'masked' ? await maskedTable(project, all, task) : all
  if (task.cancelled()) return refuse(fault('cancelled'))
  switch (format) {
    case 'csv':
      return only('csv', table.size, 0, await writeTableCsv(table, task))
    case 'xlsx': {
      const responses = await splitLong(table, task)
      if (!responses.ok) return responses
      const codebook = await splitLong(codebookTable(project, personal), task)
      if (!codebook.ok) return codebook
      const sheets = [responses.value, codebook.value].filter(({ table: { size } }, at) => at === 0 || size > 0)
      const split = sheets.reduce((sum, each) => sum + each.split, 0)
      return only('xlsx', table.size, split, await writeTableXlsx(sheets.map((each) => each.table), task))
    }
    case 'parquet': {
      const parquet = await writeTableParquet(table, task)
      if (!parquet.ok) return parquet
      const sql = { ending: 'sql', bytes: utf8Of(sqlFor(project, table, `${name}.parquet`)) }
      return ok({ parts: [{ ending: 'parquet', bytes: parquet.value }, sql], rows: table.size, split: 0 })
    }
    default:
      return assertNever(format)
  }
}

/** One file of several: what the window can hand out. */
export const zipped = (name: string, parts: readonly ExportPart[]): Uint8Array =>
  packZip(new Map(parts.map(({ ending, bytes }) => [`${name}.${ending}`, bytes])))

function sqlFor(project: Project, { columns, fields, tags, waves }: ExportTable, file: string): string {
  const codes = [...new Set(tags.map(({ code }) => code))].map((id) => ({
    name: project.registers.code.get(id)?.name ?? id,
    columns: tags.filter(({ code }) => code === id).map(({ header }) => header),
  }))
  const segments = fields
    .filter(({ field }) => field.role === 'segment')
    .map(({ field, as }) => ({
      column: as,
      isNumber: columns.find(({ header }) => header === as)?.type === 'number',
      options: optionsOf(project, field.id),
      bands: bandsOf(project, field.id),
    }))
  const counted = waves.filter(({ isCounted }) => isCounted)
  return npsSql({ file, segments, codes, scales: counted.map(({ as, scale }) => ({ wave: as, scale })), fiscalStart: fiscalStartOf(project) })
}

/** How the script cuts a field of numbers; null for any other. Days are left as they are written. */
function bandsOf({ columns }: Project, field: string): SqlBands | null {
  const measured = columns.measured(field)
  const edges = columns.edges(field)
  if (measured?.measure !== 'numbers' || !edges) return null
  return { edges, keys: keysOf('numbers', edges, measured.values), unreadable: UNREADABLE.numbers }
}

/** The answers that each cell of a field is taken apart into; null where a cell is one answer. */
function optionsOf({ columns }: Project, field: string): readonly (readonly [string, readonly string[]])[] | null {
  const { labels, options } = columns.dimension({ kind: 'field', field })
  if (!options) return null
  return labels.flatMap((label, at) => (label === null ? [] : [[label, options.of[at]!.map((option) => options.names[option]!)] as const]))
}
