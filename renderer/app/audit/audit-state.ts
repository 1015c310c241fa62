import { auditOf, type Audit, type Stratum } from '../../../shared/nps/audit'
import { AUDIT_STRATA, type AuditItem, type AuditSample, type AuditStratum } from '../../../shared/protocol/engine-api'

export type AuditAnswer = 'yes' | 'no'

/** A rule being audited: the sample, and what was said of it so far. */
export interface AuditState {
  readonly code: string
  /** What the sample was drawn from. */
  readonly basis: string
  readonly seed: number
  /** Null while it is drawn. */
  readonly sample: AuditSample | null
  /** By the item's place. */
  readonly answers: readonly AuditAnswer[]
  /** Place of the item that is asked about; null where the result is shown instead. */
  readonly at: number | null
}

/** From each side so many must be judged before a share is told. */
export const LEAST_JUDGED = 10

/** The sample that is drawn: enough for a precision of 90 % to be known to 9 points. */
export const SAMPLE_SIZE = { flagged: 60, unflagged: 150 } as const

export interface AuditResult {
  readonly audit: Audit
  readonly flagged: Stratum
  /** Both strata of what the rule does not match. */
  readonly unflagged: Stratum
  /** Matched, and not belonging. */
  readonly wrong: readonly AuditItem[]
  /** Belonging, and not matched. */
  readonly missed: readonly AuditItem[]
}

/** What the answers so far say of the rule. */
export function auditResult({ sizes, items }: AuditSample, answers: readonly AuditAnswer[]): AuditResult {
  const judged = items.flatMap((item, at) => (answers[at] ? [{ item, yes: answers[at] === 'yes' }] : []))
  const of = (stratum: AuditStratum): Stratum => {
    const own = judged.filter(({ item }) => item.stratum === stratum)
    return { size: sizes[stratum], judged: own.length, yes: own.filter(({ yes }) => yes).length }
  }
  const [flagged, near, other] = AUDIT_STRATA.map(of) as [Stratum, Stratum, Stratum]
  return {
    audit: auditOf(flagged, [near, other]),
    flagged,
    unflagged: { size: near.size + other.size, judged: near.judged + other.judged, yes: near.yes + other.yes },
    wrong: judged.flatMap(({ item, yes }) => (item.stratum === 'flagged' && !yes ? [item] : [])),
    missed: judged.flatMap(({ item, yes }) => (item.stratum !== 'flagged' && yes ? [item] : [])),
  }
}
