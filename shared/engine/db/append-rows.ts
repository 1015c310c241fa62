import type { Task } from '../../base/task'
import { addPage, fileOf, makeRoom, pagesOf, putU16, putU32, putVarint, startOf, varintLength, type Pages } from './pages'
import { lengthOfSerial, type RecordColumn } from './record-column'
import { growTree, LEAF, LEAF_HEADER, putHeader, treeOf, type TableTree } from './table-tree'

/** Few enough to stay in the processor's cache between their heads and their values. */
const ROWS_PER_BLOCK = 1024
const ROWS_PER_BREATH = 4 * ROWS_PER_BLOCK
/** Blocks that are looked at to see how much room all rows will need. */
const SAMPLES = 16
/** Room beyond that: pages are not filled to their last byte. */
const SPARE = 1.05
/** Beside a record: its length, its id, its place in the page. */
const CELL_HEAD = 8

/** Rows for a table whose first column is its row id. */
export interface NewRows {
  /** Page of the table's root. */
  readonly root: number
  /** Row id of the first; the others follow it. Larger than any that is there. */
  readonly first: number
  readonly rows: number
  /** All columns of the table but the id, in their order. */
  readonly columns: readonly RecordColumn[]
}

/**
 * An SQLite file with rows added to a table that has no index. Written as pages: through SQL, handing over cell by cell
 * and growing the file page by page take several times as long. Null when the task was cancelled.
 */
export async function appendRows(file: Uint8Array, { root, first, rows, columns }: NewRows, task: Task): Promise<Uint8Array | null> {
  const pages = pagesOf(file)
  const tree = treeOf(pages, root)
  const leaf = leafWriter(pages, tree)
  const block = blockOf(columns)
  let overflow = new Uint8Array(pages.size)
  await task.breathe()
  makeRoom(pages, pages.count + Math.ceil((rows * averageCell(block, rows) * SPARE) / pages.size))
  for (let from = 0; from < rows; from += ROWS_PER_BLOCK) {
    if (from % ROWS_PER_BREATH === 0) {
      task.report(from / rows, 'storing')
      await task.breathe()
      if (task.cancelled()) return null
    }
    const count = Math.min(ROWS_PER_BLOCK, rows - from)
    block.read(from, count)
    let written = 0
    for (let at = 0; at < count; at++) {
      const payload = block.payloads[at]!
      const local = localBytes(payload, pages.size)
      if (local === payload) {
        const start = leaf.place(payload, first + from + at, payload)
        block.head(at, pages.bytes, start)
        continue
      }
      block.write(from, written, at, pages.bytes)
      written = at + 1
      if (overflow.length < payload) overflow = new Uint8Array(payload * 2)
      block.head(at, overflow, 0)
      block.write(from, at, at + 1, overflow)
      const start = leaf.place(payload, first + from + at, local + 4)
      pages.bytes.set(overflow.subarray(0, local), start)
      chainOverflow(pages, overflow.subarray(local, payload), start + local)
    }
    block.write(from, written, count, pages.bytes)
  }
  leaf.finish()
  growTree(pages, tree)
  return fileOf(pages)
}

/** Some rows on their way: how long their records are, and where their values go. */
function blockOf(columns: readonly RecordColumn[]) {
  /** Column after column. */
  const serials = new Int32Array(columns.length * ROWS_PER_BLOCK)
  const serialsOf = (column: number, from: number, to: number): Int32Array =>
    serials.subarray(column * ROWS_PER_BLOCK + from, column * ROWS_PER_BLOCK + to)
  const headers = new Uint32Array(ROWS_PER_BLOCK)
  const payloads = new Uint32Array(ROWS_PER_BLOCK)
  const places = new Uint32Array(ROWS_PER_BLOCK)
  return {
    /** Bytes of each record. */
    payloads,
    read(from: number, count: number): void {
      // The id stands before the record; in it, it is NULL.
      headers.fill(1)
      payloads.fill(0)
      columns.forEach((column, at) => {
        const own = serialsOf(at, 0, count)
        column.serials(from, own)
        for (let row = 0; row < count; row++) {
          const serial = own[row]!
          headers[row]! += serial < 0x80 ? 1 : varintLength(serial)
          payloads[row]! += lengthOfSerial(serial)
        }
      })
      for (let row = 0; row < count; row++) {
        headers[row]! += varintLength(headers[row]! + 1)
        payloads[row]! += headers[row]!
      }
    },
    /** Writes the head of a record; its values will follow it. */
    head(row: number, into: Uint8Array, start: number): void {
      let at = putVarint(into, start, headers[row]!)
      into[at++] = 0
      for (let place = row; place < serials.length; place += ROWS_PER_BLOCK) at = putVarint(into, at, serials[place]!)
      places[row] = at
    },
    /** Writes the values of rows `start` to `end` of the block behind their heads. */
    write(from: number, start: number, end: number, into: Uint8Array): void {
      columns.forEach((column, at) => {
        column.write(from + start, serialsOf(at, start, end), into, places.subarray(start, end))
      })
    },
  }
}

/** Bytes that a row takes on average: growing later means copying all that is there. */
function averageCell(block: ReturnType<typeof blockOf>, rows: number): number {
  const step = Math.max(ROWS_PER_BLOCK, Math.floor(rows / SAMPLES))
  let [seen, bytes] = [0, 0]
  for (let from = 0; from < rows; from += step) {
    const count = Math.min(ROWS_PER_BLOCK, rows - from)
    block.read(from, count)
    for (let row = 0; row < count; row++) bytes += block.payloads[row]!
    seen += count
  }
  return bytes / Math.max(1, seen) + CELL_HEAD
}

/** Bytes of a record that stay in the leaf; the rest of a long one goes into pages of its own. */
function localBytes(payload: number, size: number): number {
  if (payload <= size - 35) return payload
  const least = Math.floor(((size - 12) * 32) / 255) - 23
  const rest = least + ((payload - least) % (size - 4))
  return rest <= size - 35 ? rest : least
}

/** Writes `rest` into a chain of pages; `link` is where the number of the first one belongs. */
function chainOverflow(pages: Pages, rest: Uint8Array, link: number): void {
  let linkAt = link
  for (let from = 0; from < rest.length; from += pages.size - 4) {
    const page = addPage(pages)
    const start = startOf(pages, page)
    putU32(pages.bytes, linkAt, page)
    pages.bytes.set(rest.subarray(from, from + pages.size - 4), start + 4)
    linkAt = start
  }
}

/** Fills leaves one after the other; the first is the root where the table is empty. */
function leafWriter(pages: Pages, tree: TableTree) {
  let page = tree.leaves.length === 0 && tree.above.length === 0 ? tree.root : 0
  let cells = 0
  let content = pages.size
  let last = 0
  const finish = (): void => {
    if (cells === 0) return
    putHeader(pages, startOf(pages, page), LEAF, cells, content)
    tree.leaves.push({ page, last })
  }
  return {
    finish,
    /** Puts the head of a cell into the leaf and gives where its `bytes` of content belong. */
    place(payload: number, id: number, bytes: number): number {
      const head = varintLength(payload) + varintLength(id)
      if (page === 0 || content - head - bytes < LEAF_HEADER + 2 * (cells + 1)) {
        finish()
        page = addPage(pages)
        cells = 0
        content = pages.size
      }
      content -= head + bytes
      const start = startOf(pages, page)
      putU16(pages.bytes, start + LEAF_HEADER + 2 * cells, content)
      cells += 1
      last = id
      return putVarint(pages.bytes, putVarint(pages.bytes, start + content, payload), id)
    },
  }
}
