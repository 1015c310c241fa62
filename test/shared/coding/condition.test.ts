import { expect, test } from 'vitest'
import { meetsCondition, type Operator } from '../../../shared/coding/condition'

test.each<[string, Operator, string, boolean]>([
  ['Finance', '=', 'finance', true],
  [' ＦＩＮＡＮＣＥ ', '=', 'Finance', true],
  ['café', '=', 'CAFE', true],
  ['Finance', '=', 'Fin', false],
  ['Finance', '!=', 'finance', false],
  ['', '=', 'x', false],
  ['', '!=', 'x', true],
  ['6.0', '=', '6', true],
  ['1,000', '=', '1000', true],
  ['기업'.normalize('NFD'), '=', '기업', true],
  ['6', '<=', '6', true],
  ['10', '<', '9', false],
  ['10', '>', '9', true],
  ['-1', '<', '0', true],
  ['abc', '>', '0', false],
  ['', '<', '1', false],
  ['2026-03-31', '>=', '2026-03-31', true],
  ['2026-04-01', '<=', '2026-03-31', false],
  ['2026-02-30', '>', '2026-01-01', false],
  ['5', '<', '2026-01-01', false],
  ['20454', '=', '2026-01-01', false],
  ['2026-01-01', '>', '5', false],
])('%s %s %s: %s', (cell, operator, value, met) => {
  expect(meetsCondition({ operator, value })(cell)).toBe(met)
})
