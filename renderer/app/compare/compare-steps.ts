import type { ComparedSegment } from '../../../shared/query/types'

/** One step on the way from the earlier score to the later. */
export interface Step {
  /** Null: what is left of all others together. */
  readonly segment: ComparedSegment | null
  /** Segments in it. */
  readonly size: number
  readonly mix: number
  readonly rate: number
  /** Score before it and after it, in points. */
  readonly before: number
  readonly after: number
}

export interface Steps {
  readonly from: number
  readonly to: number
  readonly mix: number
  readonly rate: number
  readonly steps: readonly Step[]
}

/**
 * The way from one score to the other by segment, the largest steps first, at most so many of them and the rest as one.
 * Null where the segments overlap, or there are none.
 */
export function stepsOf(segments: readonly ComparedSegment[], most: number): Steps | null {
  const parts = segments.flatMap((segment) => (segment.parts ? [{ segment, size: 1, ...segment.parts }] : []))
  if (parts.length === 0 || parts.length < segments.length) return null
  const ordered = parts.toSorted((a, b) => Math.abs(b.mix + b.rate) - Math.abs(a.mix + a.rate))
  const rest = ordered.slice(ordered.length > most ? most - 1 : most)
  const shown = ordered.slice(0, ordered.length - rest.length)
  const all = rest.length === 0 ? shown : [...shown, { segment: null, size: rest.length, mix: sum(rest, 'mix'), rate: sum(rest, 'rate') }]
  const from = segments.reduce((total, { shareFrom, from: { nps } }) => total + shareFrom * (nps ?? 0), 0)
  let reached = from
  const steps = all.map((part): Step => {
    const before = reached
    reached += part.mix + part.rate
    return { ...part, before, after: reached }
  })
  return { from, to: reached, mix: sum(parts, 'mix'), rate: sum(parts, 'rate'), steps }
}

const sum = (parts: readonly { readonly mix: number; readonly rate: number }[], part: 'mix' | 'rate'): number =>
  parts.reduce((total, one) => total + one[part], 0)
