import { tableText } from '../figures/copied-table'
import type { DriverRow } from './drivers-rows'
import type { Words } from '../words/words'

/** Drivers as tab-separated text with all of their digits, for a spreadsheet. */
export function driversText(rows: readonly DriverRow[], { t }: Words): string {
  const head = (
    ['code', 'n', 'share', 'nps', 'nps-low', 'nps-high', 'rest', 'mean', 'contribution', 'low', 'high', 'p', 'q', 'adjusted', 'adjusted-low', 'adjusted-high', 'risk', 'risk-low', 'risk-high', 'detractors', 'promoters'] as const
  ).map((column) => t(`drivers.copy.${column}`))
  const lines = rows.map(({ code, mentions, rest, share, meanScore, contribution, low, high, p, q, adjusted, risk, state }) => {
    const known = state === 'tiny' ? null : mentions
    const fit = adjusted.kind === 'fit' ? adjusted : null
    return [
      code,
      mentions.n,
      share,
      ...(known ? [known.nps, known.low, known.high, rest.nps, meanScore] : [null, null, null, null, null]),
      contribution,
      low,
      high,
      p,
      q,
      ...(fit ? [fit.contribution, fit.low, fit.high] : [null, null, null]),
      ...(risk ? [risk.ratio, risk.low, risk.high] : [null, null, null]),
      mentions.detractors,
      mentions.promoters,
    ]
  })
  return tableText([head, ...lines])
}
