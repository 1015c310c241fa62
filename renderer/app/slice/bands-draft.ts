import { daysOf, isoDay } from '../../../shared/base/day'
import { areEdges, MOST_EDGES, type Measure } from '../../../shared/model/bands'

/** Edges as somebody types them: all of them, or what of it is none. */
export type BandsDraft =
  | { readonly kind: 'edges'; readonly edges: readonly number[] }
  | { readonly kind: 'wrong'; readonly text: string }
  | { readonly kind: 'many' }

const DATE = /^(\d{4})(?:\s*[-./년]\s*(\d{1,2})(?:\s*[-./월]\s*(\d{1,2})\s*[.일]?)?\s*월?)?년?$/

/** A day, or the first of a month or year. */
function readDay(text: string): number | null {
  const [, year, month = '1', day = '1'] = DATE.exec(text) ?? []
  if (year === undefined) return null
  const days = daysOf({ year: Number(year), month: Number(month), day: Number(day) })
  const padded = [year, month.padStart(2, '0'), day.padStart(2, '0')].join('-')
  return isoDay(days) === padded ? days : null
}

function readNumber(text: string): number | null {
  const plain = text.normalize('NFKC').replace('−', '-')
  const digits = /^-?\d{1,3}(,\d{3})+(\.\d+)?$/.test(plain) ? plain.replaceAll(',', '') : plain
  return /^-?(\d+(\.\d*)?|\.\d+)$/.test(digits) ? Number(digits) + 0 : null
}

const isOne = (measure: Measure, value: number | null): value is number => value !== null && areEdges(measure, [value])

/** What lines of text say: in any order, each once, parted by lines, semicolons or, but for dates, by spaces. */
export function readBands(measure: Measure, text: string): BandsDraft {
  const parts = text.split(measure === 'days' ? /[\n;]+/ : /[\n;]+|,?[^\S\n]+/).map((part) => part.trim().replace(/,$/, ''))
  const filled = parts.filter((part) => part !== '')
  const edges = new Set<number>()
  for (const part of filled) {
    const value = measure === 'days' ? readDay(part) : readNumber(part)
    if (!isOne(measure, value)) return { kind: 'wrong', text: part }
    edges.add(value)
  }
  return edges.size > MOST_EDGES ? { kind: 'many' } : { kind: 'edges', edges: [...edges].sort((a, b) => a - b) }
}

/** Edges as lines of text. */
export const writeBands = (measure: Measure, edges: readonly number[]): string =>
  edges.map((edge) => (measure === 'days' ? isoDay(edge) : String(edge))).join('\n')
