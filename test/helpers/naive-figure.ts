import { readFileSync } from 'node:fs'
import Papa from 'papaparse'
import { expect } from 'vitest'
import type { GroupCounts } from '../../shared/nps/types'

/** The figure of counts, computed another way than the engine does. */
export function figure({ promoters, passives, detractors }: GroupCounts): object {
  const n = promoters + passives + detractors
  const counts = { n, promoters, passives, detractors }
  if (n === 0) return { ...counts, nps: null, low: null, high: null, base: 'tiny', reason: 'no-answers' }
  const [sum, squares] = [promoters - detractors, promoters + detractors + 1.5]
  const mean = sum / (n + 3)
  const margin = 1.959963984540054 * Math.sqrt((squares / (n + 3) - mean ** 2) / (n + 3))
  return {
    ...counts,
    nps: expect.closeTo((100 * sum) / n, 9) as unknown,
    low: expect.closeTo(Math.max(-100, 100 * (mean - margin)), 9) as unknown,
    high: expect.closeTo(Math.min(100, 100 * (mean + margin)), 9) as unknown,
    base: n < 10 ? 'tiny' : n < 30 ? 'low' : 'ok',
  }
}

export function count(scores: readonly string[]): GroupCounts {
  const answers = scores.map((text) => text.trim()).filter((text) => /^(\d|10)$/.test(text)).map(Number)
  const between = (low: number, high: number): number => answers.filter((score) => score >= low && score <= high).length
  return { promoters: between(9, 10), passives: between(7, 8), detractors: between(0, 6) }
}

export type Row = Readonly<Record<string, string>>

/** The rows of a delimited file, read without the engine. */
export const readRows = (path: string, options: { delimiter?: string; quoteChar?: string } = {}): Row[] =>
  Papa.parse<Row>(readFileSync(path, 'utf8').replace(/^\ufeff/, ''), { header: true, skipEmptyLines: true, ...options }).data
