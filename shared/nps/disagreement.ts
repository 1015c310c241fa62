interface Estimate {
  readonly contribution: number
  readonly low: number
  readonly high: number
}

/** Whether two figures of the same tell different stories: by their signs, or their intervals have nothing in common. */
export function disagreementOf(plain: Estimate, adjusted: Estimate): 'sign' | 'apart' | null {
  if (plain.contribution * adjusted.contribution < 0) return 'sign'
  return plain.low > adjusted.high || adjusted.low > plain.high ? 'apart' : null
}
