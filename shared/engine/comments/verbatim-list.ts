import { assertNever } from '../../base/assert'
import { hashText, mixed } from '../../base/hash'
import type { Task } from '../../base/task'
import type { ListOrder } from '../../protocol/engine-api'
import { NO_DAY } from '../../query/columns'
import type { Clause } from '../../query/types'
import { needsTags } from '../filter/clause-marks'
import type { Columns } from '../columns/columns'
import { commentsOf, type Comments } from './comments'
import type { Project } from '../project/project'
import { createRecent, keyOfFilter } from '../filter/recent'
import { selectVerbatims, type SelectedVerbatims } from '../filter/select'
import { tagsOf } from '../tags/tagging'

/** One verbatim: which of the comments, and which row of them. */
export interface VerbatimPlace {
  /** Number of the comments. */
  readonly at: number
  /** Counted from the first of the span. */
  readonly row: number
}

export interface VerbatimList {
  readonly columns: Columns
  readonly comments: readonly Comments[]
  readonly total: number
  /** The same object as long as the list is the same. */
  readonly slots: Uint32Array
  readonly place: (index: number) => VerbatimPlace
}

/** Every place where a verbatim may be, in the order of the files: number of the comments, and row of the columns. */
interface Slots {
  readonly at: Uint16Array
  readonly rows: Uint32Array
}

const slotsOfColumns = new WeakMap<Columns, Slots>()
const ordersOfColumns = new WeakMap<Columns, Map<ListOrder, Uint32Array>>()

const recent = createRecent<Uint32Array>()

/** The verbatims that fit the filter, in the order asked for; ties in the order of the files. */
export async function listVerbatims(project: Project, where: readonly Clause[], order: ListOrder, task: Task): Promise<VerbatimList> {
  const tags = needsTags(where) ? await tagsOf(project, task) : null
  const key = `${order} ${keyOfFilter(project, where)}`
  const columns = tags?.columns ?? project.columns
  const known = recent.get(columns, key, tags)
  if (known) return listOf(columns, tags?.comments ?? commentsOf(project), known)
  const selected = await selectVerbatims(project, where, task)
  const listed = slotsIn(selected, order)
  if (selected.isWhole) recent.set(selected.columns, key, selected.tags, listed)
  return listOf(selected.columns, selected.comments, listed)
}

function listOf(columns: Columns, comments: readonly Comments[], listed: Uint32Array): VerbatimList {
  const slots = slotsOf(columns, comments)
  return {
    columns,
    comments,
    total: listed.length,
    slots: listed,
    place(index) {
      const slot = listed[index]!
      const at = slots.at[slot]!
      return { at, row: slots.rows[slot]! - comments[at]!.span.first }
    },
  }
}

function slotsIn({ columns, comments, marks }: SelectedVerbatims, order: ListOrder): Uint32Array {
  const slots = slotsOf(columns, comments)
  const listed = new Uint32Array(slots.rows.length)
  let total = 0
  const take = (slot: number): void => {
    const at = slots.at[slot]!
    if (marks[at]![slots.rows[slot]! - comments[at]!.span.first]) listed[total++] = slot
  }
  const sorted = orderOf(columns, comments, slots, order)
  if (sorted) for (let next = 0; next < sorted.length; next++) take(sorted[next]!)
  else for (let slot = 0; slot < slots.rows.length; slot++) take(slot)
  return listed.slice(0, total)
}

function slotsOf(columns: Columns, comments: readonly Comments[]): Slots {
  const known = slotsOfColumns.get(columns)
  if (known) return known
  const count = comments.reduce((sum, { span }) => sum + span.rows, 0)
  const slots: Slots = { at: new Uint16Array(count), rows: new Uint32Array(count) }
  let slot = 0
  for (const { span } of columns.waves) {
    const numbers = comments.flatMap((each, at) => (each.span === span ? [at] : []))
    for (let row = span.first; row < span.first + span.rows; row++) {
      for (const at of numbers) {
        slots.at[slot] = at
        slots.rows[slot] = row
        slot += 1
      }
    }
  }
  slotsOfColumns.set(columns, slots)
  return slots
}

/** Slots in the order asked for; null for the order they are in. */
function orderOf(columns: Columns, comments: readonly Comments[], slots: Slots, order: ListOrder): Uint32Array | null {
  if (order === 'file') return null
  const known = ordersOfColumns.get(columns) ?? new Map<ListOrder, Uint32Array>()
  ordersOfColumns.set(columns, known)
  let sorted = known.get(order)
  if (!sorted) {
    sorted = order === 'mixed' ? mixSlots(comments, slots) : sortSlots(slots, keysOf(columns, order))
    known.set(order, sorted)
  }
  return sorted
}

/** What rows are sorted by, ascending; NaN comes last. */
function keysOf({ days, scores }: Columns, order: Exclude<ListOrder, 'file' | 'mixed'>): (row: number) => number {
  const dayOf = (row: number): number => (days[row] === NO_DAY ? Number.NaN : days[row]!)
  const scoreOf = (row: number): number => (scores[row]! < 0 ? Number.NaN : scores[row]!)
  switch (order) {
    case 'newest':
      return (row) => -dayOf(row)
    case 'oldest':
      return dayOf
    case 'lowest':
      return scoreOf
    case 'highest':
      return (row) => -scoreOf(row)
    default:
      return assertNever(order)
  }
}

/** By a hash of the words: it follows from nothing else, so that the place of a comment tells nothing of who wrote it. */
function mixSlots(comments: readonly Comments[], { at, rows }: Slots): Uint32Array {
  const keys = Uint32Array.from(rows, (row, slot) => {
    const { span, text } = comments[at[slot]!]!
    return mixed(hashText(text(row - span.first)))
  })
  return Uint32Array.from(rows.keys()).sort((one, other) => keys[one]! - keys[other]! || one - other)
}

/** Key and slot are sorted as one number, which is many times faster than comparing by a function. */
function sortSlots({ rows }: Slots, keyOf: (row: number) => number): Uint32Array {
  let lowest = Infinity
  let highest = -Infinity
  for (let slot = 0; slot < rows.length; slot++) {
    const key = keyOf(rows[slot]!)
    if (key < lowest) lowest = key
    if (key > highest) highest = key
  }
  const last = highest - lowest + 1
  const combined = new Float64Array(rows.length)
  for (let slot = 0; slot < rows.length; slot++) {
    const key = keyOf(rows[slot]!)
    combined[slot] = (Number.isNaN(key) ? (Number.isFinite(last) ? last : 0) : key - lowest) * rows.length + slot
  }
  combined.sort()
  return Uint32Array.from(combined, (one) => one % rows.length)
}
