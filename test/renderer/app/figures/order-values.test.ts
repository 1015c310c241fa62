import { expect, test } from 'vitest'
import { segmentRows } from '../../../../renderer/app/compare/compare-rows'
import { orderValues } from '../../../../renderer/app/figures/order-values'
import { wordsOf } from '../../../../renderer/app/words/words'
import { differenceOf } from '../../../../shared/nps/difference'
import { figureOf } from '../../../../shared/nps/figure'
import type { Dimension } from '../../../../shared/query/types'

const EN = wordsOf('en')
const SEATS: Dimension = { kind: 'field', field: 'seats' }
const BANDS = ['100..499', null, '..9', '(not a number)', '500..', '10..99']
const IN_ORDER = ['under 10', '10 to 99', '100 to 499', '500 and more', '(not a number)', '(blank)']

test('bands to choose from come in their own order, other values from the most to the fewest', () => {
  const counts = (values: readonly (string | null)[]) => values.map((value, at) => ({ value, responses: at + 1 }))
  expect(orderValues(SEATS, counts(BANDS), [], EN).map(({ label }) => label)).toEqual(IN_ORDER)
  expect(orderValues(SEATS, counts(['b', null, 'c', 'a']), [], EN).map(({ label }) => label)).toEqual(['a', 'c', 'b', '(blank)'])
})

test('compared by name, bands come in their own order', () => {
  const figure = figureOf({ promoters: 20, passives: 10, detractors: 10 })
  const change = differenceOf(figure, figure)
  const rows = BANDS.map((value) => ({ value, from: figure, to: figure, change, q: null, shareFrom: 0.1, shareTo: 0.1, parts: null }))
  expect(segmentRows(rows, SEATS, 'value', EN).map(({ label }) => label)).toEqual(IN_ORDER)
})
