import { expect, test } from 'vitest'
import { agreement, alpha, cohenKappa, masi, nominal, positiveAgreement } from '../../../shared/nps/agreement'
import { loadCase } from '../../helpers/statistics-cases'

type Value = number | string | null

/** What was said of each unit, of rows of coders. */
const byUnit = (coders: readonly (readonly Value[])[]) => coders[0]!.map((_, unit) => coders.map((row) => row[unit]!).filter((value) => value !== null))

test.each(['agr-001', 'agr-002'])('%s', (id) => {
  const { input, expected, near } = loadCase<{ coders_x_units: Value[][] }, { alpha: number }>(id)
  near(alpha(byUnit(input.coders_x_units), nominal), expected.alpha)
})

test('agr-004, with coders missing', () => {
  const { input, expected, near } = loadCase<{ coders_x_units: Value[][]; categories: Value[] }, Record<'pa' | 'fleiss' | 'ac1', number>>('agr-004')
  const found = agreement<Value>(byUnit(input.coders_x_units), input.categories)
  near(found.observed, expected.pa)
  near(found.fleiss, expected.fleiss)
  near(found.ac1, expected.ac1)
})

test('agr-005, six coders', () => {
  const { input, expected, near } = loadCase<{ rows_unit_cols_category_counts: number[][] }, Record<'pa' | 'fleiss' | 'ac1' | 'krippendorff', number>>('agr-005')
  const units = input.rows_unit_cols_category_counts.map((row) => row.flatMap((count, category) => Array.from({ length: count }, () => category)))
  const found = agreement(units, [0, 1, 2, 3, 4])
  near(found.observed, expected.pa)
  near(found.fleiss, expected.fleiss)
  near(found.ac1, expected.ac1)
  near(alpha(units, nominal), expected.krippendorff)
})

test('agr-007, a rare code', () => {
  const { input, expected, near } = loadCase<{ table: number[][] }, Record<'po' | 'kappa' | 'ac1', number>>('agr-007')
  near(cohenKappa(input.table), expected.kappa)
  const units = input.table.flatMap((row, a) => row.flatMap((count, b) => Array.from({ length: count }, () => [a, b])))
  const found = agreement(units, [0, 1])
  near(found.observed, expected.po)
  near(found.ac1, expected.ac1)
})

test('agr-009', () => {
  const { input, expected, near } = loadCase<{ a: number[]; b: number[] }, { masi_distance_exact: number }>('agr-009')
  near(masi(new Set(input.a.map(String)), new Set(input.b.map(String))), expected.masi_distance_exact)
  expect(masi(new Set(), new Set())).toBe(0)
  expect(masi(new Set(['a']), new Set())).toBe(1)
})

test('agr-010, several codes at once', () => {
  type PerTag = Record<string, Record<'po' | 'kappa' | 'ac1' | 'positive_agreement' | 'alpha', number> & { table: number[][] }>
  const { input, expected, near } = loadCase<Record<'coder1' | 'coder2', string[][]>, { alpha_masi_exact: number; per_tag: PerTag }>('agr-010')
  const units = input.coder1.map((codes, unit) => [new Set(codes), new Set(input.coder2[unit])])
  near(alpha(units, masi, (codes) => [...codes].sort().join('|')), expected.alpha_masi_exact)
  for (const [code, of] of Object.entries(expected.per_tag)) {
    const has = units.map((pair) => pair.map((codes) => codes.has(code)))
    near(alpha(has, nominal), of.alpha)
    near(positiveAgreement(has), of.positive_agreement)
    near(cohenKappa(of.table), of.kappa)
    near(agreement(has, [true, false]).observed, of.po)
    near(agreement(has, [true, false]).ac1, of.ac1)
  }
})

test('where nothing varies there is nothing to agree on', () => {
  expect(alpha([[1, 1], [1, 1]], nominal)).toBeNull()
  expect(alpha([[1], [2]], nominal)).toBeNull()
  expect(positiveAgreement([[false, false]])).toBeNull()
  expect(agreement([[1]], [1, 2])).toEqual({ observed: null, ac1: null, fleiss: null })
})

test('what the words are called does not matter', () => {
  const units = [[1, 2], [1, 1], [3, 2], [3, 3]]
  const other = units.map((ratings) => ratings.map((word) => `word ${(word * 7) % 5}`))
  expect(alpha(other, nominal)).toBeCloseTo(alpha(units, nominal)!, 12)
})
