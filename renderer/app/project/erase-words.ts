import type { ErasedCounts, ErasureReceipt } from '../../../shared/protocol/engine-api'
import { authorName } from '../words/author-name'
import type { Words } from '../words/words'

/** What went, or would go, each in a line; what there is none of is left out. */
export function erasedLines({ responses, comments, leftOut, tags, notes, quotes }: ErasedCounts, { t }: Words): readonly string[] {
  return [
    t('erase.responses', { n: responses, comments }),
    ...(leftOut > 0 ? [t('erase.left-out', { n: leftOut })] : []),
    ...(tags > 0 ? [t('erase.tags', { n: tags })] : []),
    ...(notes > 0 ? [t('erase.notes', { n: notes })] : []),
    ...(quotes > 0 ? [t('erase.quotes', { n: quotes })] : []),
    t('erase.traces'),
  ]
}

export interface ReceiptWords {
  readonly head: string
  readonly lines: readonly string[]
  readonly ends: readonly string[]
}

/** A receipt in words. */
export function receiptWords({ at, author, respondents, counts, mentions }: ErasureReceipt, words: Words): ReceiptWords {
  const { t, time } = words
  return {
    head: t('erase.receipt.what', { time: time(at), author: authorName(author) ?? t('erase.nobody'), respondents }),
    lines: [
      ...erasedLines(counts, words),
      ...(mentions.cut > 0 ? [t('erase.receipt.cut', { n: mentions.cut })] : []),
      ...(mentions.kept > 0 ? [t('erase.receipt.kept', { n: mentions.kept })] : []),
    ],
    ends: [t('erase.receipt.again'), t('erase.outside')],
  }
}

export const receiptText = ({ head, lines, ends }: ReceiptWords): string => [head, ...lines.map((line) => `- ${line}`), ...ends].join('\n')
