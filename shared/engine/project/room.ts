import type { Database } from 'sql.js'
import { fault } from '../../base/fault'
import { LARGEST_FILE, megabytes } from '../../base/largest-file'
import { ok, refuse, type Result } from '../../base/result'
import { utf8Of } from '../../base/utf8'
import type { Warning } from '../../ingest/types'
import type { TextColumn } from '../../table/column'
import type { RowBatch } from '../../table/row-batch'
import { oneValue } from '../db/query'

/**
 * How large a project may be. One lies in memory as a whole, twice while it is saved, and SQLite in a worker does not say that
 * memory ends: it stops answering. So there are bounds, far below that.
 */
export const LARGEST = { opened: LARGEST_FILE.project, importedInto: 2 ** 29, unwarned: 2 ** 28 } as const

/** Refuses `project-too-large` for a file that would not fit, before it is read. */
export const fitsToOpen = (path: string, bytes: number): Result<null> =>
  bytes <= LARGEST.opened ? ok(null) : refuse(fault('project-too-large', { path, size: megabytes(bytes), limit: megabytes(LARGEST.opened) }))

/** Refuses `project-full` for an import that would make the project larger than one may become by importing. */
export const fitsToImport = (bytes: number, added: number): Result<null> =>
  bytes + added <= LARGEST.importedInto
    ? ok(null)
    : refuse(fault('project-full', { size: megabytes(bytes), added: megabytes(added), limit: megabytes(LARGEST.importedInto) }))

/** Said before an import that makes a project large, which is slow and has an end. */
export const largeWarning = (bytes: number): readonly Warning[] =>
  bytes > LARGEST.unwarned ? [{ code: 'large-project', params: { size: megabytes(bytes), limit: megabytes(LARGEST.importedInto) } }] : []

/** Bytes of a database, as its file has them. */
export const sizeOf = (db: Database): number => Number(oneValue(db, 'PRAGMA page_count')) * Number(oneValue(db, 'PRAGMA page_size'))

/** About the bytes that rows take in the file: their texts, and what SQLite adds to each cell and row. */
export function roomFor(rows: RowBatch): number {
  const cells = rows.columns.reduce((sum, column) => sum + textBytes(column) + rows.rows, 0)
  return cells + 40 * rows.rows + rows.leftOut.reduce((sum, row) => sum + 60 + JSON.stringify(row.cells).length, 0)
}

function textBytes(column: TextColumn): number {
  if (column.kind === 'plain') return column.sizes().reduce((sum, size) => sum + size, 0)
  const sizes = column.values.map((value) => utf8Of(value).length)
  return column.codes.reduce((sum, code) => sum + sizes[code]!, 0)
}
