import type { SampleCode } from './codebook'
import type { Quarter } from './facts'

/** Who has corrected some tags of the sample. */
export const SAMPLE_CODER = 'Mina'

/** The quarter whose comments that was. */
export const HAND_TAGGED: Quarter = '2026-Q2'

/** A coder's word against a rule that is wrong about one comment. */
export interface HandTag {
  /** Response ID. */
  readonly response: number
  readonly question: 'reason' | 'improve'
  readonly code: SampleCode
  readonly verdict: 'add' | 'remove'
}

/** Freezing a price is no crash, `reprot` is a report; and so on. */
export const HAND_TAGS: readonly HandTag[] = [
  { response: 50253, question: 'reason', code: 'leaving', verdict: 'remove' },
  { response: 50286, question: 'improve', code: 'reliability', verdict: 'remove' },
  { response: 50430, question: 'reason', code: 'satisfied', verdict: 'remove' },
  { response: 50445, question: 'improve', code: 'reliability', verdict: 'remove' },
  { response: 50627, question: 'improve', code: 'leaving', verdict: 'remove' },
  { response: 50316, question: 'improve', code: 'price', verdict: 'add' },
  { response: 50408, question: 'reason', code: 'onboarding', verdict: 'add' },
  { response: 50445, question: 'reason', code: 'support', verdict: 'add' },
  { response: 50473, question: 'reason', code: 'speed', verdict: 'add' },
  { response: 50518, question: 'reason', code: 'contract', verdict: 'add' },
  { response: 50533, question: 'reason', code: 'reliability', verdict: 'add' },
  { response: 50539, question: 'reason', code: 'reliability', verdict: 'add' },
  { response: 50569, question: 'reason', code: 'reporting', verdict: 'add' },
  { response: 50609, question: 'reason', code: 'support', verdict: 'add' },
  { response: 50623, question: 'reason', code: 'speed', verdict: 'add' },
  { response: 50654, question: 'improve', code: 'onboarding', verdict: 'add' },
]
