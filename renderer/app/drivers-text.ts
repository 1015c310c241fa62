import type { DriverRow } from './drivers-rows'
import type { Words } from './words'

const FORMULA_START = /^\s*[=+\-@]/

function nameCell(text: string): string {
  const flat = text.replace(/[\t\r\n]+/g, ' ')
  return FORMULA_START.test(flat) ? `'${flat}` : flat
}

/** Drivers as tab-separated text with all of their digits, for a spreadsheet. */
export function driversText(rows: readonly DriverRow[], { t }: Words): string {
  const number = (value: number | null | undefined): string => (value === null || value === undefined ? '' : String(value))
  const head = (
    ['code', 'n', 'share', 'nps', 'nps-low', 'nps-high', 'rest', 'mean', 'contribution', 'low', 'high', 'p', 'q', 'adjusted', 'adjusted-low', 'adjusted-high', 'risk', 'risk-low', 'risk-high', 'detractors', 'promoters'] as const
  ).map((column) => t(`drivers.copy.${column}`))
  const lines = rows.map(({ code, mentions, rest, share, meanScore, contribution, low, high, p, q, adjusted, risk, state }) => {
    const known = state === 'tiny' ? null : mentions
    const fit = adjusted.kind === 'fit' ? adjusted : null
    return [
      nameCell(code),
      ...[mentions.n, share, known?.nps, known?.low, known?.high, state === 'tiny' ? null : rest.nps, known && meanScore, contribution, low, high, p, q].map(number),
      ...[fit?.contribution, fit?.low, fit?.high, risk?.ratio, risk?.low, risk?.high, mentions.detractors, mentions.promoters].map(number),
    ]
  })
  return [head, ...lines].map((cells) => cells.join('\t')).join('\n')
}
