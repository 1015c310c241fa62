import { expect, test } from 'vitest'
import { refersTo, renamedIn } from '../../../shared/coding/refer'

test.each([
  ['late #price OR #"Price"', 'price', 'cost', 'late #cost OR #cost'],
  ['#price', 'price', 'price and value', '#"price and value"'],
  ['-#"배송 지연"(a)', '배송 지연', '지연', '-#지연(a)'],
  ['price #pricing', 'price', 'cost', 'price #pricing'],
  ['"#price"', 'price', 'cost', '"#price"'],
  ['#price', 'price', 'a "b"', null],
  ['price', 'price', 'a "b"', 'price'],
])('%s with %s as %s', (rule, from, to, renamed) => {
  expect(renamedIn(rule, from, to)).toBe(renamed)
  expect(refersTo(rule, from)).toBe(renamed !== rule)
})
