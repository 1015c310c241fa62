import { parseDelimited } from './parse-delimited'

const DELIMITERS = [',', '\t', ';', '|'] as const
const RECORDS = 200
const SAMPLE = 1 << 18
const NEWLINE = 10
const CLEARLY_BETTER = 0.05
/** Text with stray quotes has some such cells under every delimiter. */
const TORN_WEIGHT = 0.5

export interface Vote {
  readonly delimiter: string
  /** Cells in most records. */
  readonly width: number
}

/**
 * The delimiter under which the first records of UTF-8 text agree best on their number of cells; of several that agree
 * about as well, the one that gives more cells. `hint` (from the file's name) decides only when nothing else does.
 */
export function voteDelimiter(text: Uint8Array, hint: string): Vote {
  const whole = text.length <= SAMPLE
  const sample = whole ? text : text.subarray(0, Math.max(text.lastIndexOf(NEWLINE, SAMPLE), 0) || SAMPLE)
  let best = { delimiter: hint, width: 1, share: 0 }
  for (const delimiter of DELIMITERS) {
    const { width, share } = agreement(sample, delimiter)
    if (width < 2) continue
    const better =
      share > best.share + CLEARLY_BETTER ||
      (share > best.share - CLEARLY_BETTER && (width > best.width || (width === best.width && delimiter === hint)))
    if (better) best = { delimiter, width, share }
  }
  return { delimiter: best.delimiter, width: best.width }
}

/** Cells in most records under `delimiter`, quotes respected. */
export const usualWidth = (text: Uint8Array, delimiter: string): number => agreement(text.subarray(0, SAMPLE), delimiter).width

function agreement(sample: Uint8Array, delimiter: string): { width: number; share: number } {
  const widths = new Map<number, number>()
  let records = 0
  let torn = 0
  for (const batch of parseDelimited(sample, { delimiter, quoted: true }, 1, 1, SAMPLE)) {
    for (const record of batch.records) {
      if (records === RECORDS) break
      if (record.length === 1 && record[0]!.trim() === '') continue
      records += 1
      if (record.some(isTorn)) torn += 1
      widths.set(record.length, (widths.get(record.length) ?? 0) + 1)
    }
    if (records === RECORDS) break
  }
  let width = 1
  for (const [cells, count] of widths) if (count > (widths.get(width) ?? 0)) width = cells
  return { width, share: records === 0 ? 0 : (widths.get(width) ?? 0) / records - (torn / records) * TORN_WEIGHT }
}

/** Half of a pair of quotes: the delimiter has cut through a quoted cell. */
const isTorn = (cell: string): boolean => cell.includes('"') && cell.split('"').length % 2 === 0
