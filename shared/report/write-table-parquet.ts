import { ByteWriter, ParquetWriter, type ColumnSource, type SchemaElement } from 'hyparquet-writer/src/index.js'
import { assertNever } from '../base/assert'
import { parseIsoDay } from '../base/day'
import { fault } from '../base/fault'
import { ok, refuse, type Result } from '../base/result'
import type { Task } from '../base/task'
import { exactNumber, type Cell, type Table } from './table'

/** Few large groups are read fastest; one of them stands in memory. */
const ROWS_PER_GROUP = 20_000

type Stored = 'text' | 'double' | 'whole' | 'day' | 'boolean'

const ELEMENTS: Readonly<Record<Stored, Omit<SchemaElement, 'name'>>> = {
  text: { type: 'BYTE_ARRAY', converted_type: 'UTF8' },
  double: { type: 'DOUBLE' },
  whole: { type: 'INT32' },
  day: { type: 'INT32', converted_type: 'DATE' },
  boolean: { type: 'BOOLEAN' },
}

/**
 * A table as Parquet: whole numbers, days and marks as such, a column of numbers as doubles if every cell of it is
 * one, all else as text, just as written. Refuses when cancelled.
 */
export async function writeTableParquet(table: Table, task: Task): Promise<Result<Uint8Array>> {
  const kinds = await storedKinds(table, task)
  if (!kinds) return refuse(fault('cancelled'))
  const elements = table.columns.map(({ header }, at): SchemaElement => ({ name: header, repetition_type: 'OPTIONAL', ...ELEMENTS[kinds[at]!] }))
  const writer = new ByteWriter()
  const file = new ParquetWriter({ writer, schema: [{ name: 'responses', num_children: elements.length }, ...elements] })
  const data = kinds.map((): unknown[] => [])
  let rows = 0
  const writeGroup = (): void => {
    const columnData = table.columns.map(({ header }, at): ColumnSource => ({ name: header, data: data[at]! }))
    void file.write({ columnData, rowGroupSize: ROWS_PER_GROUP })
    for (const values of data) values.length = 0
  }
  for (const cells of table.rows()) {
    for (let at = 0; at < cells.length; at++) data[at]!.push(storedValue(cells[at]!, kinds[at]!))
    rows += 1
    if (rows % ROWS_PER_GROUP !== 0) continue
    writeGroup()
    task.report(rows / table.size, 'writing')
    await task.breathe()
    if (task.cancelled()) return refuse(fault('cancelled'))
  }
  if (rows % ROWS_PER_GROUP !== 0) writeGroup()
  void file.finish()
  return ok(new Uint8Array(writer.getBuffer()))
}

/** Null when cancelled. */
async function storedKinds({ columns, rows }: Table, task: Task): Promise<readonly Stored[] | null> {
  const kinds = columns.map(({ type }): Stored => {
    switch (type) {
      case 'number':
        return 'double'
      case 'count':
        return 'whole'
      case 'day':
        return 'day'
      case 'mark':
        return 'boolean'
      case 'text':
      case 'long-text':
      case 'time':
      case 'note':
        return 'text'
      default:
        return assertNever(type)
    }
  })
  const numbers = kinds.flatMap((kind, at) => (kind === 'double' ? [at] : []))
  if (numbers.length === 0) return kinds
  let seen = 0
  for (const cells of rows()) {
    seen += 1
    if (seen % ROWS_PER_GROUP === 0) {
      await task.breathe()
      if (task.cancelled()) return null
    }
    for (const at of numbers) {
      const cell = cells[at]
      if (typeof cell === 'string' && kinds[at] === 'double' && exactNumber(cell) === null) kinds[at] = 'text'
    }
  }
  return kinds
}

function storedValue(cell: Cell, kind: Stored): unknown {
  if (cell === null) return null
  switch (kind) {
    case 'text':
      return String(cell)
    case 'double':
    case 'whole':
      return Number(cell)
    case 'day':
      return parseIsoDay(String(cell))
    case 'boolean':
      return cell === 1
    default:
      return assertNever(kind)
  }
}
