import type { Task } from '../../base/task'
import type { Finder } from '../../text/find'
import { normalize } from '../../text/normalize'
import type { Comments } from './comments'

/** Comments folded for comparison, many in one text: looked through as a whole they are found many times as fast. */
export interface FoldedBlock {
  /** Row of the first comment. */
  readonly first: number
  readonly text: string
  /** Where each comment begins in the text, and where the next would. Blank ones take no place but their separator. */
  readonly starts: Uint32Array
}

/** Few enough that others who ask meanwhile get their turn within a frame. */
const ROWS_PER_BLOCK = 1024
/** In no word of a rule; a comment that holds it is only looked at once too often. */
export const SEPARATOR = '\0'
/** UTF-16 units that are kept for each project; what is beyond is folded anew each time. */
const MOST_KEPT = 1 << 26

/** What is kept of the folded comments, and how much all comments of the project keep together. */
export interface FoldedStore {
  readonly blocks: FoldedBlock[]
  readonly kept: { units: number }
}

/**
 * Visits the folded comments block by block, `at` being the number of their comments. Lets others work in between where
 * blocks have to be folded first, or visits take their time. False when the task was cancelled first.
 */
export async function eachFolded(
  comments: readonly Comments[],
  task: Task,
  visits: 'quick' | 'slow',
  visit: (block: FoldedBlock, at: number) => void,
): Promise<boolean> {
  const total = comments.reduce((sum, { span }) => sum + span.rows, 0)
  let before = 0
  for (const [at, each] of comments.entries()) {
    const { blocks, kept } = each.found.folded
    for (let first = 0; first < each.span.rows; first += ROWS_PER_BLOCK) {
      const number = first / ROWS_PER_BLOCK
      if (visits === 'slow' || !blocks[number]) {
        task.report((before + first) / total, visits === 'slow' ? 'coding' : 'reading')
        await task.breathe()
        if (task.cancelled()) return false
      }
      const block = blocks[number] ?? foldBlock(each, first)
      if (!blocks[number] && kept.units + block.text.length <= MOST_KEPT) {
        kept.units += block.text.length
        blocks[number] = block
      }
      visit(block, at)
    }
    before += each.span.rows
  }
  return true
}

function foldBlock({ found, span, text }: Comments, first: number): FoldedBlock {
  const rows = Math.min(ROWS_PER_BLOCK, span.rows - first)
  const starts = new Uint32Array(rows + 1)
  const pieces: string[] = []
  let length = 0
  for (let at = 0; at < rows; at++) {
    const piece = found.filled[first + at] ? normalize(text(first + at)).text : ''
    pieces.push(piece)
    length += piece.length + SEPARATOR.length
    starts[at + 1] = length
  }
  return { first, text: pieces.join(SEPARATOR) + SEPARATOR, starts }
}

/** Calls `visit` with every row of the block in whose comment `wanted` is found, once each. */
export function rowsWithText({ first, text, starts }: FoldedBlock, wanted: Finder, visit: (row: number) => void): void {
  let at = 0
  for (let found = wanted.next(text, 0); found >= 0; found = wanted.next(text, starts[at]!)) {
    while (starts[at + 1]! <= found) at += 1
    if (found + wanted.length < starts[at + 1]!) visit(first + at)
    at += 1
    if (at + 1 >= starts.length) return
  }
}

/** The folded comment in a row of the block. */
export const foldedAt = ({ first, text, starts }: FoldedBlock, row: number): string =>
  text.slice(starts[row - first]!, starts[row - first + 1]! - SEPARATOR.length)
