/** What a code does to a score in one period: its share of the base (0 to 1), and how far its mentioners' score is from the rest's. */
export interface Pull {
  readonly share: number
  /** Points: score of the mentioners - score of the rest. */
  readonly gap: number
}

/**
 * How a code's contribution (share x gap) changed, in points: because it is mentioned more or less (`volume` = change of
 * the share x mean gap) and because those who mention it score otherwise (`severity` = mean share x change of the gap).
 * Both add up to the change exactly.
 */
export function contributionChange(before: Pull, after: Pull): { readonly volume: number; readonly severity: number } {
  return {
    volume: ((after.share - before.share) * (before.gap + after.gap)) / 2,
    severity: ((before.share + after.share) / 2) * (after.gap - before.gap),
  }
}
