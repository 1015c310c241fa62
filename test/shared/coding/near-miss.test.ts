import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { nearMissFinder, type NearMissFinder } from '../../../shared/coding/near-miss'
import { parseRule } from '../../../shared/coding/parse-rule'
import type { Rule } from '../../../shared/coding/rule'
import { normalize } from '../../../shared/text/normalize'
import { naiveMatches } from '../../helpers/naive-rule'
import { anyRule, anyText } from '../../helpers/rule-arbitraries'

function parse(text: string): Rule {
  const parsed = parseRule(text)
  if (!parsed.ok || !parsed.rule) throw new Error(text)
  return parsed.rule
}
const finderOf = (rule: string): NearMissFinder | null => nearMissFinder(parse(rule), parse(rule))
const wordsIn = (rule: string, text: string): readonly string[] =>
  finderOf(rule)?.wordsIn(normalize(text).text).map(({ word }) => word) ?? []

describe('words that nearly are words of the rule', () => {
  test.each([
    ['배송', '배송이 무료배송은 배송비가 택배', ['무료배송은', '배송비가']],
    ['값', '값이 값싼 몸값 덤값들이', ['값싼', '몸값']],
    ['*값', '몸값이 값싼 값', ['값싼']],
    ['delivery', "Delivery delivery's deliveries redelivery delivered", ['deliveries', 'redelivery']],
    ['fee', 'fee fees coffee feel', ['fees']],
    ['deliver*', 'delivered redelivered', ['redelivered']],
    ['love | form*', 'lovely gloves, performance', ['lovely']],
    ['*price*', 'overpriced', []],
    ['late (slow | -delivery)', 'later, slowly: deliveries', ['later', 'slowly']],
    ['good NOT NEAR/2 nothing', 'goods and nothings', ['goods']],
    ['"customer service"', 'customers', []],
    ['배송 -배송비', '배송비와 무료배송', ['무료배송']],
  ])('%s in %s', (rule, text, words) => {
    expect(wordsIn(rule, text)).toEqual(words)
  })

  test('rules without words have none', () => {
    for (const rule of ['-price', '/pric/', 'score<=6', '"a b"']) expect(finderOf(rule)).toBeNull()
  })

  test.each([
    ['배송비가', '배송비'],
    ['무료배송하고', '무료배송'],
    ['해외배송까지도', '해외배송'],
    ['배송사고', '배송사고'],
    ['배송지', '배송지'],
    ['redelivery', null],
  ])('%s is counted as %s', (word, form) => {
    const rule = form === null ? 'delivery' : '배송'
    expect(finderOf(rule)!.forms(new Map([[word, 1]])).get(word)).toBe(form ?? word)
  })
})

test('no word of the rule is one; where there is one, a needle is found', () => {
  fc.assert(
    fc.property(anyRule, anyText, (rule, text) => {
      const finder = finderOf(rule)
      if (!finder) return
      const folded = normalize(text).text
      const found = finder.wordsIn(folded)
      const words = leaves(parse(rule))
      for (const { word, from, to } of found) {
        expect(folded.slice(from, to).startsWith(word)).toBe(true)
        for (const one of words) expect(naiveMatches(one, word), `${rule}: ${word}`).toBe(false)
      }
      if (found.length > 0) {
        expect(finder.needles.some((needle) => folded.includes(needle))).toBe(true)
        expect(finder.touches(folded)).toBe(true)
      }
      const forms = finder.forms(new Map(found.map(({ word }) => [word, 1])))
      for (const [word, form] of forms) expect(naiveMatches(parse(form), word), `${form}: ${word}`).toBe(true)
    }),
    { seed: 20_261_123, numRuns: 800 },
  )
})

/** The single words of a rule, wherever they stand. */
function leaves(rule: Rule): readonly Rule[] {
  switch (rule.kind) {
    case 'word':
      return [rule]
    case 'and':
    case 'or':
      return rule.parts.flatMap(leaves)
    case 'not':
    case 'sentence':
      return leaves(rule.part)
    case 'near':
      return [...rule.left, ...rule.right].flatMap(leaves)
    case 'phrase':
    case 'regex':
    case 'code':
    case 'condition':
      return []
  }
}
