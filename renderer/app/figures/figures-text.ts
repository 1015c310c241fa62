import type { RestTest } from '../../../shared/nps/against-rest'
import type { Difference, Figure } from '../../../shared/nps/types'
import { differenceCells, differenceHeads, figureCells, figureHeads, tableText } from './copied-table'
import type { Words } from '../words/words'

/** A row of figures as it goes to a spreadsheet. */
export interface CopiedRow {
  readonly names: readonly string[]
  readonly figure: Figure
  readonly verdict: string
  /** Behind the verdict: the comparison with the rest, */
  readonly test?: RestTest
  /** or another difference; null where there is none. */
  readonly change?: Difference | null
  /** What else a chart shows of it; null where there is none. */
  readonly more?: readonly (number | string | null)[]
}

/** Figures as tab-separated text: plain numbers, not rounded, so that a spreadsheet can go on with them. `n` is the base of shares. */
export function figuresText(
  headers: { readonly names: readonly string[]; readonly nps: string; readonly verdict: string; readonly n: number; readonly more?: readonly string[] },
  rows: readonly CopiedRow[],
  words: Words,
): string {
  const { t } = words
  const hasQ = rows.some(({ test }) => test !== undefined)
  const [nHead = '', ...heads] = figureHeads(words, headers.nps)
  const head = [
    ...headers.names,
    nHead,
    t('copy.share'),
    ...heads,
    headers.verdict,
    ...differenceHeads(words),
    ...(hasQ ? [t('copy.q')] : []),
    t('slice.column.base'),
    ...(headers.more ?? []),
  ]
  const lines = rows.map(({ names, figure, verdict, test, change, more = [] }) => {
    const isScored = figure.base !== 'tiny'
    const [n = null, ...cells] = figureCells(figure)
    return [
      ...names,
      n,
      headers.n === 0 ? null : figure.n / headers.n,
      ...cells,
      verdict,
      ...differenceCells(test ?? change ?? null, isScored),
      ...(hasQ ? [isScored ? (test?.q ?? null) : null] : []),
      figure.base === 'ok' ? '' : t(figure.base === 'low' ? 'slice.low' : 'slice.tiny'),
      ...more.map((value) => value ?? ''),
    ]
  })
  return tableText([head, ...lines])
}
