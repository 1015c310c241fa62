import { addPage, getU16, getU32, getVarint, putU16, putU32, putVarint, startOf, varintLength, type Pages } from './pages'

export const LEAF = 0x0d
const INTERIOR = 0x05
const INTERIOR_HEADER = 12
export const LEAF_HEADER = 8
const COUNT_AT = 3
const CONTENT_AT = 5
const RIGHTMOST_AT = 8

/** A page of a table's tree and the largest row id in it and below it. */
export interface Node {
  readonly page: number
  readonly last: number
}

/** The tree of a table as it is: its leaves in the order of their rows, and the pages above them without the root. */
export interface TableTree {
  readonly root: number
  readonly leaves: Node[]
  readonly above: number[]
}

export function treeOf(pages: Pages, root: number): TableTree {
  const tree: TableTree = { root, leaves: [], above: [] }
  const visit = (page: number): void => {
    const { bytes } = pages
    const start = startOf(pages, page)
    const cells = getU16(bytes, start + COUNT_AT)
    if (bytes[start] === LEAF) {
      if (cells > 0) tree.leaves.push({ page, last: lastRowOf(bytes, start, cells) })
      return
    }
    if (page !== root) tree.above.push(page)
    for (let cell = 0; cell < cells; cell++) {
      visit(getU32(bytes, start + getU16(bytes, start + INTERIOR_HEADER + 2 * cell)))
    }
    visit(getU32(bytes, start + RIGHTMOST_AT))
  }
  visit(root)
  return tree
}

function lastRowOf(bytes: Uint8Array, start: number, cells: number): number {
  const cell = start + getU16(bytes, start + LEAF_HEADER + 2 * (cells - 1))
  const [, id] = getVarint(bytes, cell)
  return getVarint(bytes, id)[0]
}

/** Builds the tree above the leaves anew: in the pages that it had, and in new ones. A table of one leaf is its root. */
export function growTree(pages: Pages, { root, leaves, above }: TableTree): void {
  if (leaves.length < 2) return
  const free = [...above]
  const take = (): number => free.pop() ?? addPage(pages)
  // The root stays where the schema says it is: a leaf that is there makes room.
  let level = leaves.map((leaf) => (leaf.page === root ? { page: copyPage(pages, root, take()), last: leaf.last } : leaf))
  while (level.length > 1) {
    const groups = grouped(level, fanOut(pages, level.at(-1)!.last))
    level = groups.map((children) => {
      const page = groups.length === 1 ? root : take()
      writeInterior(pages, page, children)
      return { page, last: children.at(-1)!.last }
    })
  }
}

/** Children that fit into a page whatever their keys up to `last`. */
const fanOut = ({ size }: Pages, last: number): number => 1 + Math.floor((size - INTERIOR_HEADER) / (2 + 4 + varintLength(last)))

/** As few groups as can be, of sizes as equal as can be. */
function grouped(nodes: readonly Node[], most: number): readonly (readonly Node[])[] {
  const groups = Math.ceil(nodes.length / most)
  const edge = (group: number): number => Math.floor((group * nodes.length) / groups)
  return Array.from({ length: groups }, (_, group) => nodes.slice(edge(group), edge(group + 1)))
}

function writeInterior(pages: Pages, page: number, children: readonly Node[]): void {
  const { bytes, size } = pages
  const start = startOf(pages, page)
  bytes.fill(0, start, start + size)
  let content = size
  children.slice(0, -1).forEach((child, cell) => {
    content -= 4 + varintLength(child.last)
    putU32(bytes, start + content, child.page)
    putVarint(bytes, start + content + 4, child.last)
    putU16(bytes, start + INTERIOR_HEADER + 2 * cell, content)
  })
  putHeader(pages, start, INTERIOR, children.length - 1, content)
  putU32(bytes, start + RIGHTMOST_AT, children.at(-1)!.page)
}

/** The head of a page of a table: no gaps between its cells, which begin at `content`. */
export function putHeader({ bytes }: Pages, start: number, kind: number, cells: number, content: number): void {
  bytes[start] = kind
  putU16(bytes, start + 1, 0)
  putU16(bytes, start + COUNT_AT, cells)
  // 0 stands for 65,536, the end of the largest pages.
  putU16(bytes, start + CONTENT_AT, content & 0xffff)
  bytes[start + 7] = 0
}

function copyPage(pages: Pages, from: number, to: number): number {
  const { bytes, size } = pages
  bytes.copyWithin(startOf(pages, to), startOf(pages, from), startOf(pages, from) + size)
  return to
}
