import { readFileSync } from 'node:fs'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import {
  cellsOf,
  chiSquaredOf,
  type FourCells,
  g2Of,
  keynessOf,
  npmiOf,
  pmiOf,
  timesAsOften,
  tOf,
} from '../../../shared/nps/association'

interface Case {
  readonly id: string
  readonly input: Readonly<Record<string, number>>
  readonly expected: Readonly<Record<string, number>>
  readonly tolerance: number
}

const file = new URL('../../../../shared/statistics-cases.json', import.meta.url)
const cases = new Map((JSON.parse(readFileSync(file, 'utf8')) as Case[]).map((one) => [one.id, one]))

const pairOf = ({ n11, n1, n2, N }: Case['input']) => ({ both: n11!, first: n1!, second: n2!, of: N! })

type Reading = Readonly<Record<string, (input: Case['input']) => number>>
const G2: Reading = { g2: ({ k11, k12, k21, k22 }) => g2Of([k11!, k12!, k21!, k22!]) }
const PMI: Reading = { pmi: (input) => pmiOf(pairOf(input)), npmi: (input) => npmiOf(pairOf(input)) }

const keyness = ({ freq1, freq2, size1, size2 }: Case['input']) => ({ one: freq1!, other: freq2!, ones: size1!, others: size2! })
const cells = ({ freq1, freq2, size1, size2 }: Case['input']): FourCells => [freq1!, freq2!, size1! - freq1!, size2! - freq2!]
const RAYSON: Reading = {
  ll_rayson: (input) => keynessOf(keyness(input)),
  g2_4cell: (input) => g2Of(cells(input)),
  chi2: (input) => chiSquaredOf(cells(input)),
  pct_diff: (input) => 100 * (timesAsOften(keyness(input)) - 1),
  log_ratio: (input) => Math.log2(timesAsOften(keyness(input))),
  bic_ll_minus_ln_N: (input) => keynessOf(keyness(input)) - Math.log(input['size1']! + input['size2']!),
}
const BIGRAM: Reading = { chi2: (input) => chiSquaredOf(cellsOf(pairOf(input))), t: (input) => tOf(pairOf(input)) }

describe('published and computed cases', () => {
  test.each<[string, Reading]>([
    ['txt-001', G2],
    ['txt-003', G2],
    ['txt-004', RAYSON],
    ['txt-005', PMI],
    ['txt-006', PMI],
    ['txt-007', BIGRAM],
  ])('%s', (id, reading) => {
    const { input, expected, tolerance } = cases.get(id)!
    expect(Object.keys(reading).sort()).toEqual(Object.keys(expected).sort())
    for (const [name, value] of Object.entries(expected)) {
      expect(Math.abs(reading[name]!(input) - value), name).toBeLessThanOrEqual(tolerance)
    }
  })

  test('29 of 42 and 13 beside 31,612, from the same table of Dunning', () => {
    expect(g2Of([29, 13, 123, 31612])).toBeCloseTo(263.9, 2)
  })
})

test('what has nothing to do with each other has no G2, whatever it is; it goes up with every comment that has both', () => {
  const few = fc.integer({ min: 1, max: 200 })
  fc.assert(
    fc.property(few, few, few, few, (a, b, c, d) => {
      expect(g2Of([a * c, a * d, b * c, b * d])).toBeCloseTo(0, 6)
      expect(g2Of([a * c + 1, a * d, b * c, b * d])).toBeGreaterThan(0)
      expect(g2Of([a, b, c, d])).toBeCloseTo(g2Of([d, c, b, a]), 6)
    }),
  )
  expect(g2Of([0, 0, 0, 0])).toBe(0)
})

test('words that are always together have an NPMI of 1', () => {
  expect(npmiOf({ both: 5, first: 5, second: 5, of: 100 })).toBeCloseTo(1, 12)
  expect(npmiOf({ both: 7, first: 7, second: 7, of: 7 })).toBe(1)
})
