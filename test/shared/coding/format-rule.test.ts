import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { tidyRule } from '../../../shared/coding/format-rule'
import { parseRule } from '../../../shared/coding/parse-rule'
import type { Rule } from '../../../shared/coding/rule'
import { ruleKey } from '../../../shared/coding/rule-key'
import { anyRule } from '../../helpers/rule-arbitraries'

const seed = 20_261_123

describe('one spelling of each form', () => {
  test.each([
    ['  Price ', 'Price'],
    ['price OR cost | fee', 'price | cost | fee'],
    ['slow AND delivery  late', 'slow delivery late'],
    ['refund NOT fast', 'refund -fast'],
    ['NOT NOT a', '--a'],
    ['NOT (a OR b)', '-(a | b)'],
    ['NOT (a)', '-a'],
    ['((a)) (b)', 'a b'],
    ['(a b) OR (c d)', 'a b | c d'],
    ['a (b OR c)', 'a (b | c)'],
    ['a (b c) OR (d OR e)', 'a b c | d | e'],
    ['(가격 OR 비용)-환불', '(가격 | 비용) -환불'],
    ['（가격｜비용）', '가격 | 비용'],
    ['“late   Deliver*”', '"late Deliver*"'],
    ['"price"', '"price"'],
    ['Follow-Up don’t 10,000 wow!', 'Follow-Up don’t 10,000 wow!'],
    ['*fee*pric', null],
    ['～Delivered', '~Delivered'],
    ['(a | (b OR "c d")) BEFORE/12 (e*)', '(a | b | "c d") BEFORE/12 e*'],
    ['a NOT NEAR/03 (not | no)', 'a NOT NEAR/3 (not | no)'],
    ['NOT a NEAR/5 b c', '-a NEAR/5 b c'],
    ['(NOT a) NEAR/5 b', null],
    ['SENT ((a OR SENT (b AND c)))', 'SENT(a | SENT(b c))'],
    ['(SENT) (a OR b)', 'sent (a | b)'],
    ['a /b c/|/[/]\\//', 'a /b c/ | /[/]\\//'],
    ['＃요금 (#“x y”) #"pricing"', '#요금 #"x y" #pricing'],
    ['industry = "Finance" score ≤ 6', 'industry=Finance score<=6'],
    ['"Job role"<>"Real Estate"', '"Job role"!="Real Estate"'],
    ['"OR"=1 "-x"="a|b" 세그먼트="기업(대)"', '"OR"=1 "-x"="a|b" 세그먼트="기업(대)"'],
    ['', ''],
    [' \t', ''],
    ['a OR', null],
  ])('%s', (text, tidy) => {
    expect(tidyRule(text)).toBe(tidy)
  })
})

/** The tree without brackets that only hold together what belongs together anyhow. */
function plain(rule: Rule): Rule {
  if (rule.kind === 'not' || rule.kind === 'sentence') return { ...rule, part: plain(rule.part) }
  if (rule.kind !== 'and' && rule.kind !== 'or') return rule
  const parts = rule.parts.map(plain)
  return { ...rule, parts: parts.flatMap((part) => (part.kind === rule.kind ? part.parts : [part])) }
}

function keyOf(text: string): string {
  const parsed = parseRule(text)
  if (!parsed.ok || !parsed.rule) throw new Error(text)
  return ruleKey(plain(parsed.rule))
}

const more = fc.constantFrom('#price', '#"late delivery"', 'score <= 6', '"Job role" ≠ "Real Estate"', '(SENT)', '（a｜b）', '“x  y”', '～fees')
const written = fc
  .array(fc.tuple(fc.oneof(anyRule, more), fc.constantFrom(' ', ' OR ', ' -', '|')), { minLength: 1, maxLength: 4 })
  .map((parts) => parts.map(([part, join], at) => `(${part})${at < parts.length - 1 ? join : ''}`).join(''))

test('a tidied rule is the same rule, and already tidy', () => {
  fc.assert(
    fc.property(fc.oneof(anyRule, written), (text) => {
      const tidy = tidyRule(text)!
      expect(keyOf(tidy), tidy).toBe(keyOf(text))
      expect(tidyRule(tidy)).toBe(tidy)
    }),
    { seed, numRuns: 800 },
  )
})

test('no bracket can be left out', () => {
  fc.assert(
    fc.property(fc.oneof(anyRule, written), (text) => {
      const tidy = tidyRule(text)!
      for (const [open, close] of brackets(tidy)) {
        const without = `${tidy.slice(0, open)} ${tidy.slice(open + 1, close)} ${tidy.slice(close + 1)}`
        const parsed = parseRule(without)
        expect(parsed.ok && parsed.rule && ruleKey(plain(parsed.rule)), without).not.toBe(keyOf(tidy))
      }
    }),
    { seed, numRuns: 400 },
  )
})

/** Where the brackets of a rule open and close: those of patterns and quoted values are none. */
function brackets(tidy: string): readonly (readonly [number, number])[] {
  const blanked = tidy.replace(/\/(?!\d)(?:\\.|\[[^\]]*\]|[^/\\])*\/|"[^"]*"/g, (piece) => '_'.repeat(piece.length))
  const open: number[] = []
  return [...blanked].flatMap((sign, at): [number, number][] => {
    if (sign === '(') open.push(at)
    return sign === ')' ? [[open.pop()!, at]] : []
  })
}
