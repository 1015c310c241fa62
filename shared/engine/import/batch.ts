import type { Task } from '../../base/task'
import { utf8Of } from '../../base/utf8'
import type { PlainColumn, TextColumn } from '../../table/column'
import { Places } from '../../table/places'
import type { LeftOutRow, RowBatch } from '../../table/row-batch'

/**
 * Bytes of a batch: sections, each a u32 length and its bytes. First a JSON description, then lines, scores and
 * answers as little-endian arrays, then each column: a coded one as its values (JSON) and its codes (of one, two or four
 * bytes, as the number of values needs), a plain one as the UTF-8 lengths of its cells and the cells one behind the
 * other. The same rows always give the same bytes, so their hash names them.
 */
interface Description {
  readonly source: string
  readonly fields: readonly string[]
  readonly rows: number
  readonly asides: readonly (readonly [number, string])[]
  readonly columns: readonly TextColumn['kind'][]
  readonly leftOut: readonly LeftOutRow[]
}

const bytesOf = (array: Uint8Array | Uint16Array | Uint32Array | Int8Array | Float64Array): Uint8Array =>
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
  const sections = [jsonBytes(description), bytesOf(batch.lines), bytesOf(batch.scores), bytesOf(batch.answered)].map(given)
  for (const column of batch.columns) {
    await task.breathe()
    if (task.cancelled()) return null
    if (column.kind === 'plain') sections.push(...plainSections(column))
    else sections.push(given(jsonBytes(column.values)), given(bytesOf(narrowed(column.codes, column.values.length))))
  }
  const out = new Uint8Array(sections.reduce((sum, section) => sum + 4 + section.length, 0))
  const view = new DataView(out.buffer)
  let at = 0
  for (const { length, write } of sections) {
    await task.breathe()
    view.setUint32(at, length, true)
    write(out, at + 4)
    at += 4 + length
  }
  return out
}

interface Section {
  readonly length: number
  readonly write: (into: Uint8Array, at: number) => void
}

const given = (bytes: Uint8Array): Section => ({ length: bytes.length, write: (into, at) => into.set(bytes, at) })

function plainSections(column: PlainColumn): readonly [lengths: Section, cells: Section] {
  const lengths = column.sizes()
  const cells: Section = {
    length: lengths.reduce((sum, length) => sum + length, 0),
    write: (into, at) => {
      let next = at
      for (let row = 0; row < column.rows; row++) {
        column.copy(row, into, next)
        next += lengths[row]!
      }
    },
  }
  return [given(bytesOf(lengths)), cells]
}

/** Codes in as few bytes as the number of values needs. */
function narrowed(codes: Uint32Array, values: number): Uint8Array | Uint16Array | Uint32Array {
  if (values <= 0x100) return new Uint8Array(codes)
  return values <= 0x10000 ? new Uint16Array(codes) : codes
}

function widened(bytes: Uint8Array<ArrayBuffer>, values: number): Uint32Array {
  if (values <= 0x100) return new Uint32Array(bytes)
  return values <= 0x10000 ? new Uint32Array(new Uint16Array(bytes.buffer)) : new Uint32Array(bytes.buffer)
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
    if (kind === 'coded') {
      const values = json() as string[]
      return { kind, values, codes: widened(next(), values.length) }
    }
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
