import { signed } from '../../shared/nps/round'
import type { Difference, Figure } from '../../shared/nps/types'

/** `+36.3`, `0.0`, `-` for none. */
export const points = (value: number | null): string => (value === null ? '-' : signed(value, 1))

/** For figures over scores on another scale, which say so everywhere. */
export const scaleNote = (nonStandard: string | null): string =>
  nonStandard === null ? '' : ` - non-standard scale ${nonStandard}`

/** `+36.3 (31.0 to 41.2), n = 402`. */
export function figureWords(figure: Figure): string {
  if (figure.nps === null) return `no score, n = ${figure.n}`
  const base = figure.base === 'ok' ? '' : ` (${figure.base} base)`
  return `${points(figure.nps)} (${points(figure.low)} to ${points(figure.high)}), n = ${figure.n}${base}`
}

export function differenceWords({ difference, low, high, p, verdict }: Difference): string {
  if (difference === null || verdict === 'not-comparable') return verdict
  return `${points(difference)} (95 % interval ${points(low)} to ${points(high)}), p = ${p === null ? '-' : p.toFixed(3)}: ${verdict}`
}

/** Lines of cells as columns of equal width. */
export function table(rows: readonly (readonly string[])[]): string {
  const widths = (rows[0] ?? []).map((_, at) => Math.max(...rows.map((row) => row[at]?.length ?? 0)))
  return rows.map((row) => row.map((cell, at) => cell.padEnd(widths[at] ?? 0)).join('  ').trimEnd()).join('\n')
}

/** What an anonymous project does not show, by name. */
export const withheldWords = (withheld: readonly (readonly (string | null)[])[] = []): string =>
  withheld.length === 0 ? '' : `Hidden, too small or needed to hide others: ${withheld.map((key) => key.map((value) => value ?? '(blank)').join(' × ')).join(', ')}`
