import { expect, test } from 'vitest'
import { smallOperator } from '../../../../renderer/app/codebook/small-operator'

test.each([
  ['price or cost', 'or'],
  ['price OR cost and fee', 'and'],
  ['a OR b or c', 'or'],
  ['price Or cost', 'Or'],
  ['(late or slow) delivery', 'or'],
  ['easy near/5 learn', 'near/5'],
  ['"late delivery" and fee', 'and'],
  ['price OR cost', null],
  ['a AND b OR c', null],
  ['"trial and error"', null],
  ['/this or that/', null],
  ['/this or that/ and price', 'and'],
  ['good NOT NEAR/3 (not | or | and)', null],
  ['organ* sand', null],
  ['or', null],
  ['', null],
])('%s: %s', (rule, word) => {
  expect(smallOperator(rule)).toBe(word)
})
