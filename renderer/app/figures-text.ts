import type { RestTest } from '../../shared/nps/against-rest'
import type { Figure } from '../../shared/nps/types'
import type { Words } from './words'

/** A row of figures as it goes to a spreadsheet. */
export interface CopiedRow {
  readonly names: readonly string[]
  readonly figure: Figure
  readonly verdict: string
  readonly test?: RestTest
}

const TESTED = ['difference', 'low', 'high', 'p', 'q'] as const

const FORMULA_START = /^\s*[=+\-@]/
const PLAIN_NUMBER = /^[+-]?\d[\d.,]*%?$/

/** A name in one cell; one that a spreadsheet would take for a formula gets an apostrophe. */
function cellOf(text: string): string {
  const flat = text.replace(/[\t\r\n]+/g, ' ')
  return FORMULA_START.test(flat) && !PLAIN_NUMBER.test(flat) ? `'${flat}` : flat
}

const points = (value: number | null, shown: boolean): string => (shown && value !== null ? value.toFixed(1) : '')

/** Figures as tab-separated text: plain numbers, so that a spreadsheet can go on with them. */
export function figuresText(
  headers: { readonly names: readonly string[]; readonly nps: string; readonly verdict: string; readonly tests?: boolean },
  rows: readonly CopiedRow[],
  { t }: Words,
): string {
  const head = [
    ...headers.names.map(cellOf),
    t('slice.column.n'),
    headers.nps,
    t('slice.column.low'),
    t('slice.column.high'),
    headers.verdict,
    ...(headers.tests ? TESTED.map((part) => t(`rest.column.${part}`)) : []),
    ...(['promoters', 'passives', 'detractors'] as const).map((group) => t(`slice.column.${group}`)),
    t('slice.column.base'),
  ]
  const lines = rows.map(({ names, figure, verdict, test }) => {
    const scored = figure.base !== 'tiny'
    return [
      ...names.map(cellOf),
      figure.n,
      points(figure.nps, scored),
      points(figure.low, scored),
      points(figure.high, scored),
      verdict,
      ...(headers.tests ? TESTED.map((part) => (scored ? (test?.[part] ?? '') : '')) : []),
      figure.promoters,
      figure.passives,
      figure.detractors,
      figure.base === 'ok' ? '' : t(figure.base === 'low' ? 'slice.low' : 'slice.tiny'),
    ]
  })
  return [head, ...lines].map((cells) => cells.join('\t')).join('\n')
}
