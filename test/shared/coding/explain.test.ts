import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { compileRules } from '../../../shared/coding/compile-rules'
import { meetsCondition } from '../../../shared/coding/condition'
import { expandRule, rulesByName } from '../../../shared/coding/expand-rule'
import { explainRule, type ExplainedPart, type Explanation } from '../../../shared/coding/explain'
import { matchText } from '../../../shared/coding/match'
import { parseRule } from '../../../shared/coding/parse-rule'
import type { Rule } from '../../../shared/coding/rule'
import { anyRule, anyText } from '../../helpers/rule-arbitraries'
import { naiveMatches } from '../../helpers/naive-rule'

const seed = 20_261_123

const BOOK = [
  { name: 'pricing', rule: 'price OR 가격' },
  { name: 'late', rule: 'late #pricing' },
  { name: 'by hand', rule: '' },
]
const CELLS: Readonly<Record<string, string>> = { score: '9', industry: 'Finance' }

function explained(source: string, text: string): Explanation {
  const ruleOf = rulesByName(BOOK)
  const expanded = expandRule(parse(source), ruleOf)
  if (!expanded.ok) throw new Error(expanded.error.code)
  return explainRule({ source, ready: expanded.rule, ruleOf }, text, {
    meets: (condition) => meetsCondition(condition)(CELLS[condition.field] ?? ''),
    cell: ({ field }) => CELLS[field] ?? '',
  })
}

function parse(source: string): Rule | null {
  const parsed = parseRule(source)
  if (!parsed.ok) throw new Error(`${source}: ${parsed.error.code}`)
  return parsed.rule
}

const all = (part: ExplainedPart): readonly ExplainedPart[] => [part, ...part.parts.flatMap(all)]

/** What made it fail, in a line each: the part, why, and the words that were found. */
function blame(source: string, text: string): readonly string[] {
  const { root } = explained(source, text)
  return all(root!)
    .filter(({ decides }) => decides)
    .map(({ rule, why, spans }) => [rule, why?.kind, ...spans.map(({ start, end }) => text.slice(start, end))].join(' · '))
}

describe('which part made the whole fail', () => {
  test.each([
    ['refund late', 'The refund came', ['late · missing']],
    ['refund (late | slow)', 'The refund came', ['late | slow · none']],
    ['refund (late | slow -fast)', 'Refund slow but fast', ['late · missing', '-fast · present · fast']],
    ['refund NEAR/2 late', 'The refund was very, very late', ['refund NEAR/2 late · apart · refund · late']],
    ['refund NEAR/2 late', 'The refund came', ['refund NEAR/2 late · side · refund']],
    ['not BEFORE/2 recommend*', 'I recommend it, or not', ['not BEFORE/2 recommend* · order · recommend · not']],
    ['good NOT NEAR/2 (not | no)', 'Not good', ['good NOT NEAR/2 (not | no) · close · Not · good']],
    ['SENT(late delivery)', 'It was late. The delivery, too.', ['SENT(late delivery) · sentences']],
    ['SENT(late delivery)', 'It was late.', ['delivery · missing']],
    ['-(price | 가격)', '가격이 높아요', ['-(price | 가격) · present · 가격이']],
    ['#late', 'Late again', ['price | 가격 · none']],
    ['"by hand" | #"by hand"', 'x', ['"by hand" · missing', '#"by hand" · no-rule']],
    ['price score<=6', 'The price', ['score<=6 · condition']],
  ])('%s on %s', (source, text, expected) => {
    expect(blame(source, text)).toEqual(expected)
  })

  test('how far apart two words are, and what a response says instead', () => {
    const near = (source: string, text: string) => explained(source, text).root!.why
    expect(near('refund NEAR/2 late', 'late, and then, at last, a refund')).toMatchObject({ kind: 'apart', distance: 6, gap: 2 })
    expect(near('a BEFORE/2 b', 'b a x x x b')).toMatchObject({ kind: 'order', distance: 1 })
    expect(near('a BEFORE/2 b', 'b x x x a')).toMatchObject({ kind: 'order' })
    expect(near('"a b" NEAR/2 b', 'a b')).toMatchObject({ kind: 'apart', distance: 0 })
    expect(explained('score<=6', 'x').root!.why).toEqual({ kind: 'condition', cell: '9' })
  })

  test('of what holds, what was found', () => {
    const { holds, root } = explained('(refund | 배송) -late', '배송이 배송은')
    expect(holds).toBe(true)
    expect(root).toMatchObject({ why: null, decides: false, spans: [{ start: 0, end: 3 }, { start: 4, end: 7 }] })
    expect(root!.parts.map((part) => part.holds)).toEqual([true, true])
    expect(root!.parts[0]!.parts.map((part) => part.holds)).toEqual([false, true])
  })

  test('nothing to explain', () => {
    expect(explained('', 'x')).toEqual({ holds: false, root: null })
    expect(explained('-x', ' \n')).toEqual({ holds: false, root: null })
  })
})

/** Parts that are judged by the text as a whole. */
const ofTheWhole = (part: ExplainedPart): readonly ExplainedPart[] =>
  [part, ...(part.kind === 'sentence' ? [] : part.parts.flatMap(ofTheWhole))]

test('the whole is what the matcher says, each part what it says alone, and something decides', () => {
  fc.assert(
    fc.property(anyRule, anyText, (source, text) => {
      const { holds, root } = explained(source, text)
      const matches = matchText(compileRules([parse(source)]), text)
      expect(holds).toBe(matches.length === 1)
      expect(root === null).toBe(text.trim() === '')
      if (!root) return
      if (holds) expect(root.spans).toEqual(matches[0]!.spans)
      for (const part of ofTheWhole(root)) expect(part.holds, part.rule).toBe(naiveMatches(parse(part.rule), text))
      expect(all(root).some(({ decides }) => decides)).toBe(!holds)
      for (const part of all(root)) {
        expect(part.why === null).toBe(part.holds)
        if (part.decides) expect(part.holds).toBe(false)
      }
    }),
    { seed, numRuns: 800 },
  )
})

test('how far words stand apart is found in a text of very many of them', () => {
  const { root } = explained('late NEAR/3 price', `${'late '.repeat(60_000)}${'and '.repeat(9)}${'price '.repeat(60_000)}`)
  expect(root?.why).toMatchObject({ kind: 'apart', distance: 10 })
})
