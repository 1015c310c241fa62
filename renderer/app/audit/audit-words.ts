import { LEAST_JUDGED, type AuditResult } from './audit-state'
import type { Words } from '../words/words'

export interface AuditLine {
  readonly what: string
  /** What it rests on. */
  readonly base: string
}

/** A figure of an audit in a sentence, with what it rests on. */
export function auditLines({ audit: { precision, recall, noMisses }, flagged, unflagged }: AuditResult, { t, percent }: Words): readonly AuditLine[] {
  const enough = { flagged: isEnough(flagged), unflagged: isEnough(unflagged) }
  const range = ({ low, high }: { readonly low: number; readonly high: number }) => ({ low: percent(low), high: percent(high) })
  const right = precision && enough.flagged
    ? t('audit.precision', { share: percent(precision.share), ...range(precision) })
    : t('audit.few.flagged', { n: flagged.judged, least: Math.min(LEAST_JUDGED, flagged.size) })
  const few = enough.unflagged
    ? t('audit.few.strata')
    : t('audit.few.unflagged', { n: unflagged.judged, least: Math.min(LEAST_JUDGED, unflagged.size) })
  const complete =
    recall && enough.flagged && enough.unflagged
      ? noMisses
        ? t('audit.recall.least', { low: percent(recall.low) })
        : t('audit.recall', { share: percent(recall.share), ...range(recall) })
      : enough.flagged || !enough.unflagged ? few : t('audit.few.recall')
  return [
    { what: right, base: t('audit.precision.base', { ...flagged }) },
    { what: complete, base: t('audit.recall.base', { ...unflagged }) },
  ]
}

/** Whether enough of a stratum was judged for its share to be told. */
export const isEnough = ({ size, judged }: AuditResult['flagged']): boolean => judged >= Math.min(LEAST_JUDGED, size)

/** What an audit found, as text for elsewhere. */
export function auditText(code: string, rule: string, result: AuditResult, words: Words): string {
  const { t, count } = words
  const list = (title: string, texts: readonly { readonly text: string }[]): readonly string[] =>
    texts.length === 0 ? [] : ['', `${title} (${count(texts.length)})`, ...texts.map(({ text }) => `- ${text.replace(/\s+/g, ' ')}`)]
  return [
    t('audit.title', { code }),
    rule,
    '',
    ...auditLines(result, words).flatMap(({ what, base }) => [what, base]),
    t('audit.interval'),
    ...list(t('audit.wrong'), result.wrong),
    ...list(t('audit.missed'), result.missed),
    '',
  ].join('\n')
}
