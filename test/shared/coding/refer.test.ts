import { expect, test } from 'vitest'
import { codesNamed, renamedIn } from '../../../shared/coding/refer'
import { normalize } from '../../../shared/text/normalize'

test.each([
  ['late #price OR #"Price"', 'price', 'cost', 'late #cost OR #cost'],
  ['#price', 'price', 'price and value', '#"price and value"'],
  ['-#"배송 지연"(a)', '배송 지연', '지연', '-#지연(a)'],
  ['price #pricing', 'price', 'cost', 'price #pricing'],
  ['"#price"', 'price', 'cost', '"#price"'],
  ['#price', 'price', 'a "b"', null],
  ['price', 'price', 'a "b"', 'price'],
])('%s with %s as %s', (rule, from, to, renamed) => {
  const isMeant = (name: string): boolean => normalize(name).text === normalize(from).text
  expect(renamedIn(rule, isMeant, to)).toBe(renamed)
  expect(codesNamed(rule).some(isMeant)).toBe(renamed !== rule)
})
