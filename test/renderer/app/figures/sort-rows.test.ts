import { describe, expect, test } from 'vitest'
import { firstSort, sortRows, type LabelledRow, type Sort } from '../../../../renderer/app/figures/sort-rows'
import { restTests } from '../../../../shared/nps/against-rest'
import { figureOf } from '../../../../shared/nps/figure'

const row = (label: string | null, promoters: number, passives: number, detractors: number): LabelledRow => ({
  key: [label],
  label: label ?? '(blank)',
  order: label ?? '(blank)',
  figure: figureOf({ promoters, passives, detractors }),
})

const good = row('good', 40, 5, 5)
const fair = row('fair', 30, 10, 20)
const low = row('low', 20, 0, 0)
const tiny = row('tiny', 9, 0, 0)
const empty = row('empty', 0, 0, 0)
const blank = row(null, 50, 0, 0)
const ALL = [tiny, low, empty, fair, blank, good]

const order = (sort: Sort): readonly string[] =>
  sortRows(ALL, sort, (a, b) => (a < b ? -1 : a > b ? 1 : 0)).map(({ label }) => label)

describe('sortRows', () => {
  test.each([
    [{ key: 'nps', descending: true }, ['(blank)', 'good', 'fair', 'low', 'empty', 'tiny']],
    [{ key: 'nps', descending: false }, ['fair', 'good', '(blank)', 'low', 'empty', 'tiny']],
    [{ key: 'value', descending: false }, ['empty', 'fair', 'good', 'low', 'tiny', '(blank)']],
    [{ key: 'value', descending: true }, ['tiny', 'low', 'good', 'fair', 'empty', '(blank)']],
    [{ key: 'n', descending: true }, ['fair', '(blank)', 'good', 'low', 'tiny', 'empty']],
    [{ key: 'detractors', descending: true }, ['fair', 'good', '(blank)', 'empty', 'low', 'tiny']],
  ] as const)('%o', (sort, expected) => {
    expect(order(sort)).toEqual(expected)
  })

  test('leaves the rows given as they are', () => {
    const before = [...ALL]
    order({ key: 'n', descending: true })
    expect(ALL).toEqual(before)
  })
})

test('by what is certain: surely above first, surely below last, by the points between, and what was not compared after all', () => {
  const tested = (label: string, promoters: number, detractors: number): LabelledRow => row(label, promoters, 0, detractors)
  const rows = [tested('below', 10, 60), tested('slightly below', 48, 52), tested('above', 60, 10), tested('slightly above', 52, 48), low, tiny, tested('far above', 400, 1)]
  const whole = { promoters: 600, passives: 0, detractors: 600 }
  const { tests } = restTests(whole, rows.map(({ figure }) => figure))
  const compared = rows.map((each, at): LabelledRow => ({ ...each, rest: tests[at]! }))
  const sorted = (descending: boolean): readonly string[] =>
    sortRows(compared, { key: 'certain', descending }, (a, b) => (a < b ? -1 : 1)).map(({ label }) => label)
  expect(sorted(true)).toEqual(['far above', 'above', 'slightly above', 'slightly below', 'below', 'low', 'tiny'])
  expect(sorted(false)).toEqual(['below', 'slightly below', 'slightly above', 'above', 'far above', 'low', 'tiny'])
})

test('bands start in their own order', () => {
  expect(firstSort({ kind: 'field', field: 'f' }, true)).toEqual({ key: 'value', descending: false })
})

test('fields start by score, periods in their own order', () => {
  expect(firstSort({ kind: 'field', field: 'f' })).toEqual({ key: 'nps', descending: true })
  expect(firstSort({ kind: 'period', unit: 'month' })).toEqual({ key: 'value', descending: false })
})
