import type { Verbatim, VerbatimKey } from '../../../shared/protocol/engine-api'
import { keyOf, keyText } from './code-list'

/** Verbatims that the next act is about, instead of the one under the cursor: some by their keys, or the whole list. */
export type Selection =
  | { readonly kind: 'none' }
  | { readonly kind: 'some'; readonly keys: ReadonlyMap<string, VerbatimKey> }
  | { readonly kind: 'all' }

export const NO_SELECTION: Selection = { kind: 'none' }

const some = (keys: ReadonlyMap<string, VerbatimKey>): Selection =>
  keys.size === 0 ? NO_SELECTION : { kind: 'some', keys }

const keysOf = (selection: Selection): ReadonlyMap<string, VerbatimKey> =>
  selection.kind === 'some' ? selection.keys : new Map()

export const isSelected = (selection: Selection, verbatim: VerbatimKey): boolean =>
  selection.kind === 'all' || (selection.kind === 'some' && selection.keys.has(keyText(verbatim)))

/** Takes a verbatim into the selection, or out of it. Out of "all" nothing is left: all but one is no set of keys. */
export function toggled(selection: Selection, verbatim: Verbatim): Selection {
  if (selection.kind === 'all') return NO_SELECTION
  const keys = new Map(keysOf(selection))
  if (!keys.delete(keyText(verbatim))) keys.set(keyText(verbatim), keyOf(verbatim))
  return some(keys)
}

export function extended(selection: Selection, verbatims: readonly Verbatim[]): Selection {
  if (selection.kind === 'all') return selection
  const keys = new Map(keysOf(selection))
  for (const verbatim of verbatims) keys.set(keyText(verbatim), keyOf(verbatim))
  return some(keys)
}

/** How many verbatims it holds, in a list of `total`. */
export const selectedCount = (selection: Selection, total: number): number =>
  selection.kind === 'all' ? total : keysOf(selection).size
