import { fault } from '../base/fault'
import { joinedBytes } from '../base/joined-bytes'
import { ok, refuse, type Result } from '../base/result'
import type { Task } from '../base/task'
import type { Cell, Table } from './table'
import { writeCsv } from './write-csv'

const BYTE_ORDER_MARK = Uint8Array.of(0xef, 0xbb, 0xbf)

/** A table as CSV: comma, CRLF, UTF-8 with a byte order mark, which is what makes Excel read Korean. Formulas are made safe. */
export async function writeTableCsv({ columns, rows, size }: Table, task: Task): Promise<Result<Uint8Array<ArrayBuffer>>> {
  const isMark = columns.map(({ type }) => type === 'mark')
  let written = 0
  function* cells(): Generator<readonly Cell[]> {
    for (const row of rows()) {
      written += 1
      yield row.map((cell, at) => (cell === 0 && isMark[at] ? null : cell))
    }
  }
  const encoder = new TextEncoder()
  const chunks: Uint8Array[] = [BYTE_ORDER_MARK]
  for (const text of writeCsv(columns.map(({ header }) => header), cells())) {
    chunks.push(encoder.encode(text))
    task.report(written / Math.max(1, size), 'writing')
    await task.breathe()
    if (task.cancelled()) return refuse(fault('cancelled'))
  }
  return ok(joinedBytes(chunks))
}
