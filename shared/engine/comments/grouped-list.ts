import type { VerbatimKey } from '../../protocol/engine-api'
import type { Repeats } from './repeats'
import type { VerbatimList, VerbatimPlace } from './verbatim-list'
import { keyOf } from './verbatim-key'

/** A list in which comments that repeat each other are one row, the first of them; of opened ones the others follow it. */
export interface GroupedList {
  readonly total: number
  readonly place: (row: number) => VerbatimPlace
  /** How many verbatims of the list the row stands for; 0 for one that is shown below the first. */
  readonly size: (row: number) => number
  /** All that the row stands for. */
  readonly members: (row: number) => readonly VerbatimPlace[]
}

/** One text for one verbatim. */
const textOf = ({ wave, line, field }: VerbatimKey): string => `${wave} ${line} ${field}`

const latest = new WeakMap<Uint32Array, { readonly key: string; readonly grouped: GroupedList }>()

/** `open`: verbatims whose groups are shown in full. Pages of the same list are cut from one. */
export function groupedList(list: VerbatimList, repeats: Repeats, open: readonly VerbatimKey[]): GroupedList {
  const key = JSON.stringify(open.map(textOf))
  const known = latest.get(list.slots)
  if (known?.key === key) return known.grouped
  const grouped = putTogether(list, repeats, new Set(open.map(textOf)))
  latest.set(list.slots, { key, grouped })
  return grouped
}

function putTogether(list: VerbatimList, { groups }: Repeats, opened: ReadonlySet<string>): GroupedList {
  const membersOf = new Map<number, number[]>()
  const groupAt = (index: number): number => {
    const { at, row } = list.place(index)
    return groups[at]?.[row] ?? 0
  }
  for (let index = 0; index < list.total; index++) {
    const group = groupAt(index)
    if (group === 0) continue
    const members = membersOf.get(group)
    if (members) members.push(index)
    else membersOf.set(group, [index])
  }
  const rows = new Uint32Array(list.total)
  const sizes = new Uint32Array(list.total)
  let total = 0
  const put = (index: number, size: number): void => {
    rows[total] = index
    sizes[total++] = size
  }
  for (let index = 0; index < list.total; index++) {
    const members = membersOf.get(groupAt(index)) ?? [index]
    if (members[0] !== index) continue
    put(index, members.length)
    const isOpen = opened.size > 0 && members.length > 1 && members.some((member) => opened.has(textOf(keyOfIndex(list, member))))
    if (isOpen) for (const member of members.slice(1)) put(member, 0)
  }
  return {
    total,
    place: (row) => list.place(rows[row]!),
    size: (row) => sizes[row]!,
    members: (row) => (membersOf.get(groupAt(rows[row]!)) ?? [rows[row]!]).map((index) => list.place(index)),
  }
}

function keyOfIndex(list: VerbatimList, index: number): VerbatimKey {
  const { at, row } = list.place(index)
  return keyOf(list, at, row)
}
