import fc from 'fast-check'
import { expect, test } from 'vitest'
import { classifyText, classifyTexts } from '../../../shared/coding/classify'
import { compileRules } from '../../../shared/coding/compile-rules'
import { matchText } from '../../../shared/coding/match'
import { needlesOf } from '../../../shared/coding/needles'
import { parseRule } from '../../../shared/coding/parse-rule'
import type { Rule } from '../../../shared/coding/rule'
import { normalize } from '../../../shared/text/normalize'
import { naiveMatches } from '../../helpers/naive-rule'
import { anyRule, anyText } from '../../helpers/rule-arbitraries'

const seed = 20_261_122


const some = <T>(one: fc.Arbitrary<T>, most: number) => fc.array(one, { minLength: 1, maxLength: most })

test('many rules matched together agree with each rule matched alone, by hand', () => {
  fc.assert(
    fc.property(some(anyRule, 6), some(anyText, 8), (rules, texts) => {
      const parsed = rules.map((one) => {
        const result = parseRule(one)
        if (!result.ok) throw new Error(`${one}: ${result.error.code}`)
        return result.rule
      })
      const compiled = compileRules(parsed)
      const hits = classifyTexts(compiled, texts)
      parsed.forEach((one, number) => {
        const expected = texts.map((each) => (naiveMatches(one, each) ? 1 : 0))
        expect([...hits[number]!], `${rules[number]} on ${JSON.stringify(texts)}`).toEqual(expected)
      })
      for (const [row, each] of texts.entries()) {
        const matches = matchText(compiled, each)
        const expected = parsed.flatMap((_, number) => (hits[number]![row] ? [number] : []))
        expect(matches.map((match) => match.rule)).toEqual(expected)
        for (const { spans } of matches) {
          let last = 0
          for (const { start, end } of spans) {
            expect(start).toBeGreaterThanOrEqual(last)
            expect(end).toBeGreaterThan(start)
            last = end
          }
          expect(last).toBeLessThanOrEqual(each.length)
        }
      }
    }),
    { seed, numRuns: process.env['EARSHOT_SOAK'] ? 10_000 : 1000 },
  )
})

const written = fc.constantFrom<((text: string) => string)[]>(
  (text) => text,
  (text) => text.normalize('NFD'),
  (text) => text.toUpperCase(),
  // Full width, as some Korean keyboards write it.
  (text) => text.replace(/[!-~]/g, (plain) => String.fromCharCode(plain.charCodeAt(0) + 0xfee0)),
  (text) => `\u200b${text.replaceAll(' ', '\u00ad ')}`,
)

/** Words and phrases whose presence makes a rule match: those that no NOT stands before. */
function positiveTerms(rule: Rule): readonly Rule[] {
  if (rule.kind === 'not') return []
  if (rule.kind === 'near') return [...rule.left, ...rule.right]
  if (rule.kind === 'sentence') return positiveTerms(rule.part)
  return rule.kind === 'and' || rule.kind === 'or' ? rule.parts.flatMap(positiveTerms) : [rule]
}

const parse = (one: string): Rule | null => {
  const result = parseRule(one)
  if (!result.ok) throw new Error(`${one}: ${result.error.code}`)
  return result.rule
}

test('the words marked in a text, however it is written, are words of the rule', () => {
  fc.assert(
    fc.property(anyRule, anyText, written, (one, plain, write) => {
      const parsed = parse(one)
      const each = write(plain)
      for (const { spans } of matchText(compileRules([parsed]), each)) {
        for (const { start, end } of spans) {
          const piece = normalize(each.slice(start, end)).text
          expect(positiveTerms(parsed!).some((term) => naiveMatches(term, piece)), `${one}: ${piece}`).toBe(true)
        }
        if (!/NOT|-\(| -/.test(one)) expect(spans.length).toBeGreaterThan(0)
      }
    }),
    { seed, numRuns: 2000 },
  )
})

test('a text that matches a rule contains what it must', () => {
  fc.assert(
    fc.property(anyRule, anyText, written, (one, plain, write) => {
      const parsed = parse(one)
      const needles = parsed && needlesOf(parsed)
      if (!needles || classifyText(compileRules([parsed]), write(plain)).length === 0) return
      const { text: folded } = normalize(write(plain))
      expect(needles.some((needle) => folded.includes(needle)), `${one} on ${folded}: ${needles.join(', ')}`).toBe(true)
    }),
    { seed, numRuns: 3000 },
  )
  expect(needlesOf(parse('price (late OR "고객 센터") -refund')!)).toEqual(['price'])
  expect(needlesOf(parse('late OR "고객 센터" OR *fee')!)).toEqual(['late', '고', 'fee'])
  expect(needlesOf(parse('price OR -late')!)).toBeNull()
})

test('no text breaks the parser: a rule or an error that points into it', () => {
  const signs = '( ) " - | * OR AND NOT NEAR/3 ~ / # <= , a 값 “ \ud83d 👍'.split(' ')
  const list = fc.array(fc.constantFrom(...signs, ' '), { maxLength: 25 }).map((all) => all.join(''))
  fc.assert(
    fc.property(fc.oneof(fc.string({ unit: 'binary' }), list), (one) => {
      const result = parseRule(one)
      if (result.ok) return
      expect(result.error.at).toBeGreaterThanOrEqual(0)
      expect(result.error.at).toBeLessThanOrEqual(one.length)
    }),
    { seed, numRuns: 5000 },
  )
})
