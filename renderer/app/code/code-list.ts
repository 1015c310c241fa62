import type { Verbatim, VerbatimKey, VerbatimPage } from '../../../shared/protocol/engine-api'

/** Verbatims asked for at once. */
export const PAGE_ROWS = 40
export const KEPT_PAGES = 100

/** The part of the list that is here: pages of `PAGE_ROWS` by their number. */
export interface VerbatimList {
  readonly total: number
  /** Verbatims, where rows are fewer because those that say the same are one. */
  readonly listed?: number
  readonly pages: ReadonlyMap<number, readonly Verbatim[]>
}

/** One text for one verbatim. */
export const keyText = ({ wave, line, field }: VerbatimKey): string => `${wave} ${line} ${field}`

export const keyOf = ({ wave, line, field }: VerbatimKey): VerbatimKey => ({ wave, line, field })

/** The verbatim in that place of the list; null when it is not here yet, or there is none. */
export const verbatimAt = (list: VerbatimList, place: number): Verbatim | null =>
  list.pages.get(Math.floor(place / PAGE_ROWS))?.[place % PAGE_ROWS] ?? null

/** Numbers of the pages that hold the places from `first` to `last`, as far as the list goes. */
export function pagesBetween(first: number, last: number, total: number): readonly number[] {
  const end = Math.min(last, total - 1)
  if (first > end) return []
  const from = Math.floor(Math.max(0, first) / PAGE_ROWS)
  const to = Math.floor(end / PAGE_ROWS)
  return Array.from({ length: to - from + 1 }, (_, at) => from + at)
}

/** The list with one more page; the pages farthest from it are let go. */
export function withPage(list: VerbatimList, page: VerbatimPage): VerbatimList {
  const number = page.first / PAGE_ROWS
  const pages = new Map(list.pages).set(number, page.verbatims)
  if (pages.size > KEPT_PAGES) {
    const farthest = [...pages.keys()].reduce((a, b) => (Math.abs(a - number) >= Math.abs(b - number) ? a : b))
    pages.delete(farthest)
  }
  return { total: page.total, pages, ...(page.listed === undefined ? {} : { listed: page.listed }) }
}

/** Every verbatim that is here changed by `change`; those that it gives back as they are stay the same objects. */
export function mapVerbatims(list: VerbatimList, change: (verbatim: Verbatim) => Verbatim): VerbatimList {
  const pages = new Map<number, readonly Verbatim[]>()
  for (const [number, verbatims] of list.pages) {
    const changed = verbatims.map(change)
    pages.set(number, changed.some((verbatim, at) => verbatim !== verbatims[at]) ? changed : verbatims)
  }
  return { ...list, pages }
}

/** Where a verbatim stands in the part of the list that is here, looking outwards from `near`. */
export function placeOf(list: VerbatimList, wanted: string, near: number): number | null {
  let best: number | null = null
  for (const [number, verbatims] of list.pages) {
    const at = verbatims.findIndex((verbatim) => keyText(verbatim) === wanted)
    if (at < 0) continue
    const place = number * PAGE_ROWS + at
    if (best === null || Math.abs(place - near) < Math.abs(best - near)) best = place
  }
  return best
}

/** Verbatims that are here, by the text of their key. */
export function loadedVerbatims(list: VerbatimList): ReadonlyMap<string, Verbatim> {
  return new Map([...list.pages.values()].flat().map((verbatim) => [keyText(verbatim), verbatim]))
}
