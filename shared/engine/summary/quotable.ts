import { baseOf } from '../../nps/figure'
import type { Columns } from '../columns/columns'

const READABLE = { min: 25, max: 220 }

/** Whether a comment is of a length that is read at a glance. */
export const isReadable = (text: string): boolean => text.length >= READABLE.min && text.length <= READABLE.max

/**
 * The groups that a summary of the selected responses may quote, by their numbers; -1 is those without a score. In a group
 * of fewer than 10 somebody could be told from the words.
 */
export function quotableGroups({ groups }: Columns, selected: Uint8Array): ReadonlySet<number> {
  const counts = new Map<number, number>()
  for (let row = 0; row < groups.length; row++) if (selected[row]) counts.set(groups[row]!, (counts.get(groups[row]!) ?? 0) + 1)
  return new Set([...counts].flatMap(([group, n]) => (baseOf(n) === 'tiny' ? [] : [group])))
}
