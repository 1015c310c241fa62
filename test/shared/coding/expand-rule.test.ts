import { describe, expect, test } from 'vitest'
import { classifyText } from '../../../shared/coding/classify'
import { compileRules } from '../../../shared/coding/compile-rules'
import { expandRule, rulesByName } from '../../../shared/coding/expand-rule'
import { parseRule } from '../../../shared/coding/parse-rule'
import { ruleKey } from '../../../shared/coding/rule-key'

const CODES = {
  price: 'price OR #"too much"',
  'too much': '"too much" pay*',
  배송: '배송 | 택배',
  Theme: '',
  loop: 'a #ring',
  ring: 'b #loop',
  self: '#self',
  wrong: '(a',
}
const ruleOf = rulesByName(Object.entries(CODES).map(([name, rule]) => ({ name, rule })))

function expanded(text: string) {
  const parsed = parseRule(text)
  if (!parsed.ok) throw new Error(parsed.error.code)
  return expandRule(parsed.rule, ruleOf)
}

const keyOf = (text: string): string | null => {
  const result = expanded(text)
  if (!result.ok) throw new Error(result.error.code)
  return result.rule && ruleKey(result.rule)
}

describe('the rules of other codes stand in their place', () => {
  test.each([
    ['late', 'late'],
    ['late #price', 'late (price OR ("too much" pay*))'],
    ['-#PRICE', '-(price OR ("too much" pay*))'],
    ['SENT(#"Too Much" a)', 'SENT(("too much" pay*) a)'],
    [`#${'배송'.normalize('NFD')}`, '(배송 OR 택배)'],
    ['score<=6 #배송', 'score<=6 (배송 OR 택배)'],
  ])('%s', (text, plain) => {
    expect(keyOf(text)).toBe(keyOf(plain))
  })

  test('a code without a rule is nowhere; a blank rule stays blank', () => {
    expect(keyOf('#Theme')).toBe('or()')
    expect(keyOf('')).toBeNull()
  })

  test('exact names come first', () => {
    const both = rulesByName([{ name: 'Price', rule: 'a' }, { name: 'price', rule: 'b' }])
    expect([both('Price'), both('price'), both('PRICE'), both('fee')]).toEqual(['a', 'b', 'b', undefined])
  })
})

test.each([
  ['a #nobody', 2, 'code-unknown', 'nobody'],
  ['a #loop', 2, 'code-circle', 'loop'],
  ['#self', 0, 'code-circle', 'self'],
  ['a (b #wrong)', 5, 'code-wrong', 'wrong'],
])('%s: at %i, %s', (text, at, code, piece) => {
  expect(expanded(text)).toEqual({ ok: false, error: { at, code, piece } })
})

test('codes that name each other over and over end in good time', () => {
  const many = rulesByName(Array.from({ length: 40 }, (_, at) => ({ name: `c${at}`, rule: at === 39 ? 'x' : `#c${at + 1} y${at} #c${at + 1}` })))
  const parsed = parseRule('#c0')
  expect(parsed.ok && expandRule(parsed.rule, many)).toMatchObject({ ok: false, error: { code: 'code-large', at: 0 } })
})

test('codes that name each other in a long row are refused, and none overruns the stack', () => {
  const row = (length: number, signs: string) =>
    rulesByName(Array.from({ length }, (_, at) => ({ name: `c${at}`, rule: at === length - 1 ? 'x' : `${signs}#c${at + 1}` })))
  const parsed = parseRule('#c0')
  if (!parsed.ok) throw new Error(parsed.error.code)
  for (const signs of ['', '-'.repeat(199)]) {
    expect(expandRule(parsed.rule, row(5000, signs))).toMatchObject({ ok: false, error: { code: 'code-large', at: 0 } })
  }
  // Of 20 codes without brackets; of six of them, with 199 signs before each of five.
  for (const [length, signs] of [[20, ''], [6, '-'.repeat(199)]] as const) {
    expect(expandRule(parsed.rule, row(length + 1, signs))).toMatchObject({ ok: false, error: { code: 'code-large', at: 0 } })
    const longest = expandRule(parsed.rule, row(length, signs))
    if (!longest.ok) throw new Error(longest.error.code)
    expect(classifyText(compileRules([longest.rule]), 'x y')).toEqual(signs === '' ? [0] : [])
  }
})

test('keys tell rules apart', () => {
  const rules = ['a', 'a*', '*a', '~a', '"a b"', '"a b*"', 'a b', 'a OR b', '-a', 'a NEAR/2 b', 'a NEAR/3 b', 'a BEFORE/2 b', 'a NOT NEAR/2 b', 'SENT(a b)', '/a/', '#a', 'a=b', 'a!=b']
  expect(new Set(rules.map((rule) => {
    const parsed = parseRule(rule)
    return parsed.ok && parsed.rule && ruleKey(parsed.rule)
  })).size).toBe(rules.length)
})
