import type { Task } from '../base/task'
import { utf8Of } from '../base/utf8'
import type { PlainColumn, TextColumn } from '../table/column'
import { Places } from '../table/places'
import type { LeftOutRow, RowBatch } from '../table/row-batch'

/**
 * Bytes of a batch: sections, each a u32 length and its bytes. First a JSON description, then lines, scores and
 * answers as little-endian arrays, then each column: a coded one as its values (JSON) and its codes, a plain one as the
 * UTF-8 lengths of its cells and the cells one behind the other. The same rows always give the same bytes, so their hash
 * names them.
 */
interface Description {
  readonly source: string
  readonly fields: readonly string[]
  readonly rows: number
  readonly asides: readonly (readonly [number, string])[]
  readonly columns: readonly TextColumn['kind'][]
  readonly leftOut: readonly LeftOutRow[]
}

const bytesOf = (array: Uint32Array | Int8Array | Float64Array): Uint8Array =>
  new Uint8Array(array.buffer, array.byteOffset, array.byteLength)

const jsonBytes = (value: unknown): Uint8Array => utf8Of(JSON.stringify(value))

/**
 * `source` is the SHA-256 of the file that the rows come from, `fields` are the fields of its columns: equal rows of two
 * files, or under other fields, stay two batches. Null when the task was cancelled.
 */
export async function encodeBatch(
  batch: RowBatch,
  source: string,
  fields: readonly string[],
  task: Task,
): Promise<Uint8Array | null> {
  const description: Description = {
    source,
    fields,
    rows: batch.rows,
    asides: [...batch.asides],
    columns: batch.columns.map((column) => column.kind),
    leftOut: batch.leftOut,
  }
  const sections = [jsonBytes(description), bytesOf(batch.lines), bytesOf(batch.scores), bytesOf(batch.answered)]
  for (const column of batch.columns) {
    await task.breathe()
    if (task.cancelled()) return null
    if (column.kind === 'plain') sections.push(...plainSections(column))
    else sections.push(jsonBytes(column.values), bytesOf(column.codes))
  }
  const out = new Uint8Array(sections.reduce((sum, section) => sum + 4 + section.length, 0))
  const view = new DataView(out.buffer)
  let at = 0
  for (const section of sections) {
    view.setUint32(at, section.length, true)
    out.set(section, at + 4)
    at += 4 + section.length
  }
  return out
}

function plainSections(column: PlainColumn): readonly [lengths: Uint8Array, cells: Uint8Array] {
  const lengths = new Uint32Array(column.rows)
  let total = 0
  const measure = (_: Uint8Array, start: number, end: number): boolean => {
    total += end - start
    return true
  }
  for (let row = 0; row < column.rows; row++) {
    const before = total
    column.at(row, measure)
    lengths[row] = total - before
  }
  const cells = new Uint8Array(total)
  let at = 0
  const copy = (bytes: Uint8Array, start: number, end: number): boolean => {
    cells.set(bytes.subarray(start, end), at)
    at += end - start
    return true
  }
  for (let row = 0; row < column.rows; row++) column.at(row, copy)
  return [bytesOf(lengths), cells]
}

/** The rows in `bytes`; the caller has checked their hash. */
export function decodeBatch(bytes: Uint8Array, decode: (bytes: Uint8Array) => string | null): RowBatch {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  let at = 0
  // A copy, because typed arrays must start at a multiple of their element size.
  const next = (): Uint8Array<ArrayBuffer> => {
    const length = view.getUint32(at, true)
    const section = bytes.slice(at + 4, at + 4 + length)
    at += 4 + length
    return section
  }
  const json = (): unknown => JSON.parse(decode(next()) ?? '')
  const description = json() as Description
  const lines = new Uint32Array(next().buffer)
  const scores = new Int8Array(next().buffer)
  const answered = new Float64Array(next().buffer)
  const columns = description.columns.map((kind): TextColumn => {
    if (kind === 'coded') return { kind, values: json() as string[], codes: new Uint32Array(next().buffer) }
    const lengths = new Uint32Array(next().buffer)
    return plainColumnOf(lengths, next())
  })
  const { rows, leftOut } = description
  return { rows, lines, scores, answered, asides: new Map(description.asides), columns, leftOut }
}

function plainColumnOf(lengths: Uint32Array, cells: Uint8Array): PlainColumn {
  const places = new Places()
  places.expect(lengths.length)
  let start = 0
  for (const length of lengths) {
    places.push(cells, start, start + length)
    start += length
  }
  return places.build()
}
