import { describe, expect, it } from 'vitest'
import { foundSpans, partDetail, reasonsOf } from '../../../../renderer/app/code/explain-words'
import { wordsOf } from '../../../../renderer/app/words/words'
import { expandRule, rulesByName } from '../../../../shared/coding/expand-rule'
import { explainRule } from '../../../../shared/coding/explain'
import { parseRule } from '../../../../shared/coding/parse-rule'

const BOOK = [{ name: 'late', rule: 'late | 늦*' }, { name: 'hand', rule: '' }]

function explained(source: string, text: string, cell: string) {
  const ruleOf = rulesByName(BOOK)
  const parsed = parseRule(source)
  const expanded = parsed.ok ? expandRule(parsed.rule, ruleOf) : null
  if (!expanded?.ok) throw new Error(source)
  return explainRule({ source, ready: expanded.rule, ruleOf }, text, { meets: () => cell === 'met', cell: () => cell }).root!
}

describe('why a rule does not match, in a sentence for each part that decides', () => {
  it.each([
    ['refund', 'x', '“refund” was not found.'],
    ['refund | money', 'x', 'None of “refund | money” was found.'],
    ['-refund', 'A Refund', '“Refund” is there, and must not be.'],
    ['--refund', 'x', '“-refund” must not apply, and does.'],
    ['refund NEAR/5 late', 'late and nothing else', '“late” was found, but nowhere “refund”.'],
    ['refund NEAR/5 late', 'x', 'Neither side of “refund NEAR/5 late” was found.'],
    ['refund NEAR/1 late', 'late the refund', '“refund” was found, but not within 1 word of “late”: they are 2 words apart.'],
    ['"a b" NEAR/2 b', 'a b', '“a b” was found, but not within 2 words of “b”: they share words.'],
    ['a BEFORE/5 b', 'b a', '“a” was found, but not before “b” within 5 words.'],
    ['good NOT NEAR/3 not', 'not good', 'Every “good” has “not” within 3 words.'],
    ['good NOT NEAR/3 not', 'x', '“good” was not found.'],
    ['SENT(late refund)', 'Late. A refund.', '“SENT(late refund)”: all of it is there, but never in one sentence.'],
    ['#late', 'x', '#late does not match. None of “late | 늦*” was found.'],
    ['#hand', 'x', '#hand has no rule.'],
    ['score<=6', 'x', 'score<=6 is not so: the response says 9.'],
  ])('%s on %s', (source, text, sentence) => {
    const root = explained(source, text, '9')
    expect(reasonsOf(root, text, wordsOf('en'))).toEqual([sentence])
    const [korean] = reasonsOf(root, text, wordsOf('ko'))
    expect(korean).not.toMatch(/[{}]|undefined/)
    expect(korean).toMatch(/니다(?:\(.*\))?\.$/)
  })

  it('says of a blank answer that it is, and cuts a long list of words', () => {
    expect(reasonsOf(explained('score<=6', 'x', ''), 'x', wordsOf('en'))).toEqual(['score<=6 is not so: the response says nothing there.'])
    const words = Array.from({ length: 30 }, (_, at) => `word${at}`).join(' | ')
    const [reason] = reasonsOf(explained(words, 'x', ''), 'x', wordsOf('en'))
    expect(reason).toBe('None of “word0 | word1 | word2 | word3 | word4 | word5 | word6 …” was found.')
  })
})

it('says beside each part what was found of it, and marks it in the text', () => {
  const text = 'Late refund, 늦었어요'
  const root = explained('refund (#late | money) -thanks', text, '')
  const details = root.parts.map((part) => partDetail(part, text, wordsOf('en')))
  expect(details).toEqual(['found “refund”', '', 'absent, as it must be'])
  const late = root.parts[1]!.parts[0]!.parts[0]!
  expect(late.parts.map((part) => partDetail(part, text, wordsOf('en')))).toEqual(['found “Late”', 'found “늦었어요”'])
  expect(foundSpans(root).map(({ start, end }) => text.slice(start, end))).toEqual(['refund', 'Late', '늦었어요'])
})
