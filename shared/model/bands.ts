import { isoDay, parseIsoDay } from '../base/day'

/** What the values of a banded field are: numbers, days since 1970-01-01, or whole months of a tenure. */
export const MEASURES = ['numbers', 'days', 'months'] as const
export type Measure = (typeof MEASURES)[number]

/**
 * Values from `from` on and below `to`: bands are half-open, so that every value is in exactly one of them. Null: no end on
 * that side.
 */
export interface Band {
  readonly measure: Measure
  readonly from: number | null
  readonly to: number | null
}

export const MOST_EDGES = 40

/** The keys of cells that hold something else; blank ones are blank. */
export const UNREADABLE = { numbers: '(not a number)', days: '(not a date)', months: null } as const satisfies Record<Measure, string | null>

/** Whether these edges can cut a field into bands: each above the one before, whole where days or months are meant. */
export const areEdges = (measure: Measure, edges: readonly number[]): boolean =>
  edges.length <= MOST_EDGES &&
  edges.every(
    (edge, at) =>
      Number.isFinite(edge) &&
      Math.abs(edge) <= Number.MAX_SAFE_INTEGER &&
      (measure === 'numbers' || Number.isSafeInteger(edge)) &&
      (measure !== 'months' || edge > 0) &&
      (measure !== 'days' || (isoDay(edge).length === 10 && parseIsoDay(isoDay(edge)) === edge)) &&
      (at === 0 || edge > edges[at - 1]!),
  )

/** The bands between edges, the lowest first: one more than there are edges. */
export const bandsOf = (measure: Measure, edges: readonly number[]): readonly Band[] =>
  [...edges, null].map((to, at) => ({ measure, from: edges[at - 1] ?? null, to }))

/** Place among the bands of edges: how many of them a value has reached. */
export function bandAt(edges: readonly number[], value: number): number {
  let [low, high] = [0, edges.length]
  while (low < high) {
    const middle = (low + high) >> 1
    if (value >= edges[middle]!) low = middle + 1
    else high = middle
  }
  return low
}

/**
 * The key of a band, in no language: it says all that the band is, so that a filter by it means the same whatever the bands
 * are now. Numbers: `..99`, `100..499`, `500..` where all are whole, else `..<0.5`, `0.5..<2`, `2..`; days: `..2023-12-31`,
 * `2024-01-01..2024-12-31`, `2025-01-01..`; a tenure: `<3m`, `3-12m`, `1-2y`, `>5y`.
 */
export function bandKey({ measure, from, to }: Band, whole: boolean): string {
  if (measure === 'months') return tenureBandKey(from, to)
  if (measure === 'days') return `${from === null ? '' : isoDay(from)}..${to === null ? '' : isoDay(to - 1)}`
  const start = from === null ? '' : String(from)
  if (to === null) return `${start}..`
  return whole ? `${start}..${to - 1}` : `${start}..<${to}`
}

function tenureBandKey(from: number | null, to: number | null): string {
  const inYears = [from, to].every((edge) => edge === null || edge % 12 === 0)
  const [start, end] = [from, to].map((edge) => (edge === null || !inYears ? edge : edge / 12)) as [number | null, number | null]
  const unit = inYears ? 'y' : 'm'
  if (start === null) return `<${end}${unit}`
  return end === null ? `>${start}${unit}` : `${start}-${end}${unit}`
}

const NUMBER = '-?\\d+(?:\\.\\d+)?(?:e[+-]?\\d+)?'
const DAY = '\\d{4}-\\d{2}-\\d{2}'
const DAYS = new RegExp(`^(${DAY})?\\.\\.(${DAY})?$`)
const NUMBERS = new RegExp(`^(${NUMBER})?\\.\\.(?:(<?)(${NUMBER}))?$`)
const MONTHS = /^(?:<(\d+)|(\d+)-(\d+)|>(\d+))([my])$/

/** The band that a key names; null for any other text. */
export function bandOfKey(key: string | null): Band | null {
  if (key === null || key === '..' || key.length > 60) return null
  const days = DAYS.exec(key)
  if (days) {
    const last = days[2] === undefined ? null : parseIsoDay(days[2])
    return { measure: 'days', from: days[1] === undefined ? null : parseIsoDay(days[1]), to: last === null ? null : last + 1 }
  }
  const numbers = NUMBERS.exec(key)
  if (numbers) {
    const [, from, below, to] = numbers
    return { measure: 'numbers', from: from === undefined ? null : Number(from), to: to === undefined ? null : Number(to) + (below === '<' ? 0 : 1) }
  }
  const months = MONTHS.exec(key)
  if (!months) return null
  const [, below, start, end, above, unit] = months
  const edge = (text: string | undefined): number | null => (text === undefined ? null : Number(text) * (unit === 'y' ? 12 : 1))
  return { measure: 'months', from: edge(start) ?? edge(above), to: edge(below) ?? edge(end) }
}

/** Whether a number, day or month is in the band. */
export const isInBand = ({ from, to }: Band, value: number): boolean => (from === null || value >= from) && (to === null || value < to)

/** Whether a key names what was no number and no date. */
export const isUnreadable = (key: string | null): boolean => key !== null && (key === UNREADABLE.numbers || key === UNREADABLE.days)
