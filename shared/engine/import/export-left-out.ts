import { fileName } from '../../base/file-name'
import { ok, type Result } from '../../base/result'
import type { Task } from '../../base/task'
import { uniqueName } from '../../base/unique-name'
import { FATE, type ImportPlan } from '../../ingest/types'
import { translator, type Locale } from '../../locale/translate'
import type { Role } from '../../model/role'
import type { OutputFile } from '../../protocol/engine-api'
import type { Cell, Table } from '../../report/table'
import { writeTableCsv } from '../../report/write-table-csv'
import { cellAt } from '../../table/column'
import { MASK } from '../../text/cover'
import { coverPersonal } from '../../text/veil-personal'

interface LeftOut {
  readonly line: number
  readonly reason: string
  readonly cells: readonly string[]
}

/**
 * The rows of a planned file that will not be imported, by line: rejected, duplicates and set aside, each with why, in
 * the window's language, and with all of its cells, also those beyond the columns; personal data is masked.
 */
export function exportLeftOut(plan: ImportPlan, locale: Locale, task: Task): Promise<Result<Uint8Array>> {
  const t = translator(locale)
  const { table } = plan
  const rowAt = (row: number, reason: string): LeftOut => ({
    line: table.lines[row]!,
    reason,
    cells: table.columns.map((column) => cellAt(column, row)),
  })
  const leftOut: LeftOut[] = table.rejected.map(({ line, code, cells }) => ({ line, reason: t(`reason.${code}`), cells }))
  plan.fates.forEach((fate, row) => {
    const aside = plan.asides.get(row)
    const repeats = plan.duplicateOf.get(row) ?? 0
    if (fate === FATE.setAside && aside) leftOut.push(rowAt(row, t(`reason.${aside}`)))
    if (fate === FATE.duplicate) leftOut.push(rowAt(row, repeats === 0 ? t('reason.there') : t('reason.repeats', { line: repeats })))
  })
  leftOut.sort((a, b) => a.line - b.line)

  const width = leftOut.reduce((most, { cells }) => Math.max(most, cells.length), table.headers.length)
  const taken = new Set<string>()
  const headers = [t('left-out.line'), t('left-out.reason'), ...Array.from({ length: width }, (_, at) => table.headers[at]?.trim() || t('left-out.cell', { n: at + 1 }))]
  const written: Table = {
    name: table.file,
    columns: headers.map((header, at) => ({ header: uniqueName(header, taken), type: at === 0 ? 'count' : 'text' })),
    size: leftOut.length,
    rows: () => leftOut.map(({ line, reason, cells }): readonly Cell[] => [line, reason, ...Array.from({ length: width }, (_, at) => masked(cells[at] ?? '', plan.columns[at]?.role))]),
  }
  return writeTableCsv(written, task)
}

const masked = (cell: string, role: Role | undefined): string | null => (role === 'person' && cell !== '' ? MASK : coverPersonal(cell)) || null

/** The same as a file named for the one that was planned. */
export async function leftOutFile(plan: ImportPlan, locale: Locale, task: Task): Promise<Result<OutputFile>> {
  const bytes = await exportLeftOut(plan, locale, task)
  if (!bytes.ok) return bytes
  const name = fileName(plan.table.file.replace(/\.[^.]{1,5}$/, ''))
  return ok({ name: `${name} ${translator(locale)('left-out.file')}.csv`, bytes: bytes.value })
}
