import { formulaSafe } from '../../../shared/base/formula-cell'
import type { CodeEffect, Difference, Figure } from '../../../shared/nps/types'
import { coverPersonal } from '../../../shared/text/veil-personal'
import type { Words } from '../words/words'

/** What goes into a cell of a spreadsheet: text, a number as it is, or nothing. */
export type CopiedCell = string | number | null

/** A table as it is copied; the first row names the columns. */
export type CopiedTable = readonly (readonly CopiedCell[])[]

function cellText(cell: CopiedCell): string {
  if (cell === null) return ''
  if (typeof cell === 'number') return Number.isFinite(cell) ? String(cell) : ''
  const safe = formulaSafe(coverPersonal(cell.replace(/[\t\r\n\0]+/g, ' ')))
  // What begins with a quote goes on to the next one, over the ends of cells and lines.
  return safe.startsWith('"') ? `"${safe.replaceAll('"', '""')}"` : safe
}

/** A table as tab-separated text. Numbers are not rounded; no text can become a formula or another cell; personal data is masked. */
export const tableText = (table: CopiedTable): string => table.map((row) => row.map(cellText).join('\t')).join('\n')

const GROUPS = ['promoters', 'passives', 'detractors'] as const

/** The heads of `figureCells`; `nps` is what the score is called. */
export const figureHeads = ({ t }: Words, nps = t('slice.column.nps')): readonly string[] => [
  t('slice.column.n'),
  ...GROUPS.map((group) => t(`slice.column.${group}`)),
  nps,
  t('slice.column.low'),
  t('slice.column.high'),
]

/** A figure with what it rests on; under 10 answers counts only. */
export function figureCells(figure: Figure): readonly CopiedCell[] {
  const isScored = figure.base !== 'tiny'
  return [figure.n, ...GROUPS.map((group) => figure[group]), ...[figure.nps, figure.low, figure.high].map((value) => (isScored ? value : null))]
}

/** The heads of `differenceCells`. */
export const differenceHeads = ({ t }: Words): readonly string[] => [t('copy.difference'), t('copy.low'), t('copy.high'), t('copy.p')]

/** A difference with its interval and p; nothing where it says nothing. */
export const differenceCells = (difference: Difference | null, isShown = true): readonly CopiedCell[] =>
  difference && isShown ? [difference.difference, difference.low, difference.high, difference.p] : [null, null, null, null]

/** What a code does to the score on one side; under 10 mentions counts only. */
export const effectCells = ({ n, share, nps, npsRest, contribution, low, high }: CodeEffect, isShown: boolean): readonly CopiedCell[] => [
  n,
  share,
  ...[nps, npsRest, contribution, low, high].map((value) => (isShown ? value : null)),
]
