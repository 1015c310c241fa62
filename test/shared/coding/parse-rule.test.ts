import { describe, expect, test } from 'vitest'
import { assertNever } from '../../../shared/base/assert'
import { parseRule } from '../../../shared/coding/parse-rule'
import type { Rule } from '../../../shared/coding/rule'
import { RULE_ERRORS } from '../../../shared/coding/rule-error'

/** The tree in a line: all brackets written, words marked by how they match. */
function show(rule: Rule): string {
  switch (rule.kind) {
    case 'word':
      return { whole: rule.text, starts: `${rule.text}*`, ends: `*${rule.text}`, contains: `*${rule.text}*`, stem: `~${rule.text}` }[rule.match]
    case 'phrase':
      return `"${rule.words.map((word) => word.text + (word.open ? '*' : '')).join(' ')}"`
    case 'regex':
      return `/${rule.source}/`
    case 'near': {
      const [left, right] = [rule.left, rule.right].map((parts) => parts.map(show).join(' | '))
      return `[${left}] ${rule.negated ? '!' : ''}${rule.ordered ? 'before' : 'near'} ${rule.gap} [${right}]`
    }
    case 'code':
      return `#${rule.name}`
    case 'condition':
      return `{${rule.field} ${rule.operator} ${rule.value}}`
    case 'sentence':
      return `sent ${show(rule.part)}`
    case 'and':
      return `(${rule.parts.map(show).join(' & ')})`
    case 'or':
      return `(${rule.parts.map(show).join(' | ')})`
    case 'not':
      return `!${show(rule.part)}`
    default:
      return assertNever(rule)
  }
}

function shown(text: string): string | null {
  const result = parseRule(text)
  if (!result.ok) throw new Error(`${result.error.code} at ${result.error.at}`)
  return result.rule && show(result.rule)
}

describe('trees', () => {
  test.each([
    ['price', 'price'],
    ['Price CAFÉ', '(price & cafe)'],
    ['a AND b c', '(a & b & c)'],
    ['a OR b | c', '(a | b | c)'],
    ['a b OR c d', '((a & b) | (c & d))'],
    ['a (b OR c)', '(a & (b | c))'],
    ['NOT a b', '(!a & b)'],
    ['a -b', '(a & !b)'],
    ['a OR -b c', '(a | (!b & c))'],
    ['-(a OR b)', '!(a | b)'],
    ['NOT NOT a', '!!a'],
    ['--a', '!!a'],
    ['–a', '!a'],
    ['or not and', '(or & not & and)'],
    ['Or oR', '(or & or)'],
    ['follow-up', '"follow up"'],
    ['follow-up*', '"follow up*"'],
    ["don’t", "don't"],
    ['pric* *fee *값*', '(pric* & *fee & *값*)'],
    ['"customer  Service"', '"customer service"'],
    ['“late deliver*”', '"late deliver*"'],
    ['"배송 지연" 배송', '("배송 지연" & 배송)'],
    ['"a OR b"', '"a or b"'],
    ['10,000', '"10 000"'],
    ['10점', '"10 점"'],
    ['NPS가', 'nps'],
    ['wow!', 'wow'],
    ['(가격 OR 비용)-환불', '((가격 | 비용) & !환불)'],
    ['（가격｜비용）', '(가격 | 비용)'],
    ['a"b c"d', '(a & "b c" & d)'],
    ['NEARBY SENT', '(nearby & sent)'],
    ['a NEAR/5 b', '[a] near 5 [b]'],
    ['a NEAR/5 b c', '([a] near 5 [b] & c)'],
    ['NOT a NEAR/5 b', '![a] near 5 [b]'],
    ['a NOT NEAR/3 (not | no | 안)', '[a] !near 3 [not | no | 안]'],
    ['(a | (b OR "c d")) BEFORE/12 e*', '[a | b | "c d"] before 12 [e*]'],
    ['x a NOT BEFORE/1 ~deliveries OR y', '((x & [a] !before 1 [~deliveri]) | y)'],
    ['SENT(a b)', 'sent (a & b)'],
    ['SENT (a | SENT(b -c))', 'sent (a | sent (b & !c))'],
    ['a ~Delivered', '(a & ~deliv)'],
    ["～customer's", '~custom'],
    ['/re[gf]und(s)?/ a', '(/re[gf]und(s)?/ & a)'],
    ['a /b c/|/[/]\\//', '((a & /b c/) | /[/]\\//)'],
    ['and/or 24/7', '("and or" & "24 7")'],
    ['a #pricing', '(a & #pricing)'],
    ['#"late delivery"|-#배송', '(#late delivery | !#배송)'],
    ['＃요금 (#“x y”)', '(#요금 & #x y)'],
    ['score<=6 price', '({score <= 6} & price)'],
    ['(industry = "Real Estate" OR Plan≠Team)', '({industry = Real Estate} | {Plan != Team})'],
    ['"Job role"!="Other" -date>=2026-03-31', '({Job role != Other} & !{date >= 2026-03-31})'],
    ['세그먼트=기업고객 score ≥ 9', '({세그먼트 = 기업고객} & {score >= 9})'],
    ['seats<>1,000', '{seats != 1,000}'],
  ])('%s', (text, tree) => {
    expect(shown(text)).toBe(tree)
  })

  test('a blank rule is none', () => {
    expect(shown('')).toBeNull()
    expect(shown(' \t ')).toBeNull()
  })

  test('parts know their place', () => {
    const result = parseRule(' a  (b OR "c d")')
    const parts = [{ at: 1, end: 2 }, { kind: 'or', at: 4, end: 16 }]
    expect(result).toMatchObject({ ok: true, rule: { kind: 'and', at: 1, end: 16, parts } })
  })
})

const errors = [
  ['(a OR b', 0, 'bracket-unclosed'],
  ['a (b (c)', 2, 'bracket-unclosed'],
  ['(', 0, 'bracket-unclosed'],
  ['a) b', 1, 'bracket-stray'],
  [')', 0, 'bracket-stray'],
  ['a ()', 2, 'brackets-empty'],
  ['a "b c', 2, 'quote-unclosed'],
  ['a ""', 2, 'phrase-empty'],
  ['"!"', 0, 'phrase-empty'],
  ['a ! b', 2, 'no-word'],
  ['OR a', 0, 'operand-before'],
  ['(AND a)', 1, 'operand-before'],
  ['a OR', 2, 'operand-after'],
  ['a OR OR b', 2, 'operand-after'],
  ['a AND | b', 2, 'operand-after'],
  ['a NOT', 2, 'operand-after'],
  ['(a OR )', 3, 'operand-after'],
  ['a - b', 2, 'lone-dash'],
  ['a -', 2, 'lone-dash'],
  ['배송, 지연', 2, 'comma'],
  ['a;b', 1, 'comma'],
  ['a *', 2, 'wildcard-alone'],
  ['"a *"', 3, 'wildcard-alone'],
  ['c*r', 0, 'wildcard-inside'],
  ['"c*r a"', 1, 'wildcard-inside'],
  ['"a *fee"', 3, 'wildcard-before-phrase'],
  ['*follow-up', 0, 'wildcard-before-phrase'],
  ['('.repeat(300) + 'a' + ')'.repeat(300), 200, 'too-deep'],
  ['a NEAR b', 2, 'near-gap'],
  ['a NEAR/0 b', 2, 'near-gap'],
  ['a NEAR/x b', 2, 'near-gap'],
  ['a NEAR/1001 b', 2, 'near-gap'],
  ['NEAR/5 b', 0, 'operand-before'],
  ['a NEAR/5', 2, 'operand-after'],
  ['a NOT NEAR/3', 6, 'operand-after'],
  ['(a b) NEAR/5 c', 0, 'near-term'],
  ['c NEAR/5 (a | -b)', 14, 'near-term'],
  ['a NEAR/5 /b/', 9, 'near-term'],
  ['a NEAR/5 SENT(b)', 9, 'near-term'],
  ['a NEAR/5 b NEAR/5 c', 11, 'near-chain'],
  ['a NEAR/5 b NOT NEAR/5 c', 15, 'near-chain'],
  ['SENT()', 4, 'brackets-empty'],
  ['SENT(a', 4, 'bracket-unclosed'],
  ['a ~', 2, 'stem-word'],
  ['~deliver*', 0, 'stem-word'],
  ['~배송', 0, 'stem-word'],
  ['~follow-up', 0, 'stem-word'],
  ['a /b', 2, 'regex-unclosed'],
  ['/[/]', 0, 'regex-unclosed'],
  ['/a/i', 3, 'regex-after'],
  ['/(?=a)b/', 0, 'regex-unsupported'],
  ['/(?<!a)b/', 0, 'regex-unsupported'],
  ['/(a)\\1/', 0, 'regex-unsupported'],
  ['a /(b/', 2, 'regex-wrong'],
  ['/a**/', 0, 'regex-wrong'],
  ['/a{1001}/', 0, 'regex-wrong'],
  ['/a*/', 0, 'regex-empty'],
  ['/\\b(.*x)?/', 0, 'regex-empty'],
  ['/\\B/', 0, 'regex-empty'],
  ['/(?m)x?$/', 0, 'regex-empty'],
  ['/$\\b/', 0, 'regex-empty'],
  ['//', 0, 'regex-empty'],
  ['/a*|b/', 0, 'regex-empty'],
  ['late /(a?){90}a{90}/', 5, 'regex-slow'],
  ['a #', 2, 'code-name'],
  ['# pricing', 0, 'code-name'],
  ['#""', 0, 'code-name'],
  ['#"pricing', 0, 'code-name'],
  ['a NEAR/5 #b', 9, 'near-term'],
  ['<= 6', 0, 'condition-field'],
  ['(a) = 6', 4, 'condition-field'],
  ['#a=b', 2, 'condition-field'],
  ['score<=', 5, 'condition-value'],
  ['(score=)', 6, 'condition-value'],
  ['industry="Fin', 8, 'condition-value'],
  ['score<=high', 7, 'condition-order'],
  ['a NEAR/5 score=6', 9, 'near-term'],
] as const

describe('errors', () => {
  test.each(errors)('%s: at %i, %s', (text, at, code) => {
    expect(parseRule(text)).toMatchObject({ ok: false, error: { at, code } })
  })

  test.each([
    ['a NEAR/5 (b AND c)', '(b AND c)'],
    ['a NEAR/5 #"late delivery"', '#"late delivery"'],
    ['/b/ NEAR/5 a', '/b/'],
  ])('%s: names the piece as it is written', (text, piece) => {
    expect(parseRule(text)).toMatchObject({ ok: false, error: { code: 'near-term', piece } })
  })

  test('every error is reached', () => {
    const later = ['code-unknown', 'code-circle', 'code-wrong', 'code-large', 'condition-unknown', 'condition-response']
    expect(new Set([...errors.map(([, , code]) => code), ...later])).toEqual(new Set(RULE_ERRORS))
  })
})
