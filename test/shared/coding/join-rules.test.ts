import fc from 'fast-check'
import { expect, test } from 'vitest'
import { compileRules } from '../../../shared/coding/compile-rules'
import { inlined, joinRules } from '../../../shared/coding/join-rules'
import { createMatcher } from '../../../shared/coding/match'
import { parseRule } from '../../../shared/coding/parse-rule'

const RULES = ['a', 'a b', 'a | b c', '-a', 'NOT (a | b)', 'a NEAR/2 b', '"a b" -c', 'SENT(a b)', '/a+/', '']
const matches = (rule: string, text: string): boolean => {
  const parsed = parseRule(rule)
  if (!parsed.ok) throw new Error(rule)
  return createMatcher(compileRules([parsed.rule]))(text).length > 0
}
const text = fc.array(fc.constantFrom('a', 'b', 'c', 'd.', 'aa'), { minLength: 1, maxLength: 6 }).map((words) => words.join(' '))

test('a joined rule matches what either does', () => {
  fc.assert(
    fc.property(fc.constantFrom(...RULES), fc.constantFrom(...RULES), text, (a, b, one) => {
      expect(matches(joinRules(a, b), one)).toBe(matches(a, one) || matches(b, one))
    }),
  )
  expect(joinRules(' a ', 'a')).toBe('a')
})

test('a rule stands in the place of the code that is named', () => {
  const isMeant = (name: string): boolean => name === 'x' || name === 'late one'
  expect(inlined('-#x b | #"late one" #y', isMeant, 'a | c')).toBe('-(a | c) b | (a | c) #y')
  expect(inlined('#y', isMeant, '')).toBe('#y')
  expect(inlined('#x b', isMeant, ' ')).toBeNull()
})
