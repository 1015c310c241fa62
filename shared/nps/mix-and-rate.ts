/** A segment in both periods: its share of the answers (0 to 1) and its score; null where it has no answers. */
export interface SegmentPair {
  readonly shareBefore: number
  readonly shareAfter: number
  readonly before: number | null
  readonly after: number | null
}

/** What a segment adds to the change of the score, in points. */
export interface MixAndRate {
  /** It became larger or smaller. */
  readonly mix: number
  /** Its answers became better or worse. */
  readonly rate: number
}

/**
 * The change of a score by segment (Kitagawa 1955): rate = mean share x change of the score, mix = change of the share x
 * (mean score - the mean of both overall scores), so that a growing segment of a low score counts against. All mixes and
 * rates add up to the change exactly. A segment that is new or gone has no rate: its score is taken to be that of the
 * other period. Segments must not overlap.
 */
export function mixAndRate(segments: readonly SegmentPair[]): readonly MixAndRate[] {
  const overall = (share: 'shareBefore' | 'shareAfter', score: 'before' | 'after'): number =>
    segments.reduce((sum, segment) => sum + segment[share] * (segment[score] ?? 0), 0)
  const center = (overall('shareBefore', 'before') + overall('shareAfter', 'after')) / 2
  return segments.map(({ shareBefore, shareAfter, before, after }) => {
    const [from, to] = [before ?? after ?? 0, after ?? before ?? 0]
    return {
      mix: (shareAfter - shareBefore) * ((from + to) / 2 - center),
      rate: ((shareBefore + shareAfter) / 2) * (to - from),
    }
  })
}
