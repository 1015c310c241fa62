import { describe, expect, test } from 'vitest'
import { Classifier, classifyText } from '../../../shared/coding/classify'
import { compileRules } from '../../../shared/coding/compile-rules'
import { matchText } from '../../../shared/coding/match'
import { parseRule } from '../../../shared/coding/parse-rule'

function compile(...rules: readonly string[]) {
  return compileRules(
    rules.map((text) => {
      const parsed = parseRule(text)
      if (!parsed.ok) throw new Error(parsed.error.code)
      return parsed.rule
    }),
  )
}

/** The words that made `rule` match, or null where it does not. */
function marked(rule: string, text: string): readonly string[] | null {
  const [match] = matchText(compile(rule), text)
  return match ? match.spans.map(({ start, end }) => text.slice(start, end)) : null
}

describe('what is found', () => {
  test.each([
    ['price', 'The PRICE, the price’s height', ['PRICE', 'price’s']],
    ['price', 'priceless prices', null],
    ['price', 'ｐｒｉｃｅ', ['ｐｒｉｃｅ']],
    ['cafe', 'Cafe\u0301 là-bas', ['Cafe\u0301']],
    ["don't", 'I don’t', ['don’t']],
    ['pric*', 'prices and pricing', ['prices', 'pricing']],
    ['*fee', 'no fee but coffee', ['fee', 'coffee']],
    ['*charg*', 'overcharged', ['overcharged']],
    ['follow-up', 'Follow up? A follow-up.', ['Follow up', 'follow-up']],
    ['follow-up', 'up follow', null],
    ['"customer service"', 'bad customer  service', ['customer  service']],
    ['"customer service"', 'service customer; customer of service', null],
    ['"late deliver*"', 'a late delivery', ['late delivery']],
    ['"late deliver*"', 'late, undelivered', null],
    ['a b', 'b then a', ['b', 'a']],
    ['a AND b', 'only a', null],
    ['a OR b', 'only b', ['b']],
    ['a OR (b c)', 'a with b', ['a']],
    ['a -b', 'a alone', ['a']],
    ['a -b', 'a with b', null],
    ['NOT b', 'anything', []],
    ['NOT b', '  \u00a0\n', null],
    ['NOT b', '...', []],
    ['배송', '배송이 늦고 배송비가 비싸요. 무료배송', ['배송이']],
    ['배송', '배송'.normalize('NFD') + '은', ['배송'.normalize('NFD') + '은']],
    ['배송', '배송ㅠㅠ CJ배송', ['배송', '배송']],
    ['값', '값이 올랐다. 값진 경험', ['값이']],
    ['nps', 'NPS가 올랐다', ['NPS가']],
    ['가', 'NPS가 올랐다', null],
    ['배송*', '배송비와 배송지', ['배송비와', '배송지']],
    ['*배송', '무료배송이 좋아요, 배송도', ['무료배송이', '배송도']],
    ['*배송', '무료배송비', null],
    ['*값*', '몸값이 헐값보다', ['몸값이', '헐값보다']],
    ['"배송 지연"', '배송지연', ['배송지연']],
    ['"배송 지연"', '배송이 지연됐어요', ['배송이 지연됐어요']],
    ['"배송 지연"', '배송이지연', ['배송이지연']],
    ['"배송 지연"', '배송비 지연', null],
    ['"배송 지연"', '배송 많이 지연', null],
    ['"배송 지연"', '무료배송 지연', null],
    ['"배송 지연"', '배송 지연율', null],
    ['"배송 지연*"', '배송 지연율', ['배송 지연율']],
    ['"배송* 지연"', '배송비 지연, 배송료지연', ['배송비 지연', '배송료지연']],
    ['"고객센터"', '고객 센터에 전화', ['고객 센터에']],
    ['"고객센터"', '고객, 센터', null],
    ['"NPS 점수"', 'NPS점수가 NPS의 점수', ['NPS점수가', 'NPS의 점수']],
    ['10점', '10점을 줬다. 10 점!', ['10점을', '10 점']],
    ['ㅋㅋ*', '좋아요ㅋㅋㅋ', ['ㅋㅋㅋ']],
    ['(배송 OR 택배) 늦*', '택배가 늦었어요', ['택배가', '늦었어요']],
    ['~deliver', 'Delivered late; deliveries, delivery’s', ['Delivered']],
    ['~delivery', 'Delivered late; deliveries, the delivery’s', ['deliveries', 'delivery’s']],
    ['~hoping', 'I hoped, hope and hop', ['hoped', 'hope']],
    ['price NEAR/2 high', 'price is high; the price of it is high', ['price', 'high', 'price']],
    ['price NEAR/1 high', 'price is high', null],
    ['price NEAR/3 price', 'price', null],
    ['price NEAR/3 price', 'price for price', ['price', 'price']],
    ['price BEFORE/2 high', 'high price', null],
    ['price BEFORE/2 high', 'high price, high', ['price', 'high']],
    ['"customer service" NEAR/2 (bad | poor)', 'bad and poor customer service', ['poor', 'customer service']],
    ['good NOT NEAR/2 (not | no)', 'not good', null],
    ['good NOT NEAR/2 (not | no)', 'not so good; it is all good', ['good']],
    ['좋* NOT NEAR/2 (안 | 못)', '안 좋아요', null],
    ['좋* NOT NEAR/2 (안 | 못)', '좋아요', ['좋아요']],
    ['good NOT BEFORE/1 grief', 'good grief', null],
    ['good NOT BEFORE/1 grief', 'grief good', ['good']],
    ['SENT(late delivery)', 'Late again. The delivery was fine', null],
    ['SENT(late delivery)', 'The delivery was late. Delivery!', ['delivery', 'late']],
    ['SENT(배송 늦*)', '배송은 좋아요.늦은 답변', null],
    ['SENT(배송 늦*)', '답변 좋음! 배송이 늦음', ['배송이', '늦음']],
    ['SENT(price 3)', 'price 3.5 at example.com', ['price', '3']],
    ['SENT(good -bad)', 'good bad. good', ['good']],
    ['SENT(/^late/)', 'It came. Late.', ['Late']],
    ['SENT(/배송.*/ 늦*)', '배송이 늦어요! 배송비', ['배송이 늦어요! ']],
    ['SENT(good -bad)', 'good bad. bad good', null],
    ['SENT(J Smith)', 'Mr. J. Smith', ['J', 'Smith']],
    ['SENT(price NEAR/2 high) late', 'price. high. Late price so high', ['Late', 'price', 'high']],
    ['/re[gf]und(s)?/', 'Regunds and REFUND', ['Regunds', 'REFUND']],
    ['/환불.{0,3}요청/', '환불을 요청했다', ['환불을 요청']],
    ['/caf[eé]/', 'Café 👍 cafe\u0301', ['Café', 'cafe\u0301']],
    ['/👍+/', 'ok 👍👍', ['👍👍']],
    ['/\\d{3,}/ -refund', 'order 12345', ['12345']],
    ['/\\bfee/', 'coffee', null],
  ])('%s in %s', (rule, text, words) => {
    expect(marked(rule, text)).toEqual(words)
  })
})

test('spans that overlap are one', () => {
  expect(marked('"a b" OR "b c"', 'a b c')).toEqual(['a b c'])
})

test('a blank rule matches nothing; numbers are those of the rules', () => {
  const rules = compile('price', '', 'NOT price', 'price OR fee')
  expect(classifyText(rules, 'the price')).toEqual([0, 3])
  expect(classifyText(rules, 'nothing')).toEqual([2])
  expect(classifyText(rules, ' ')).toEqual([])
})

test('a row is given what each of its texts matches', () => {
  const classifier = new Classifier(compile('price', 'fee'), 2)
  classifier.add(0, 'the price')
  classifier.add(0, 'the fee')
  classifier.add(1, 'the fee')
  expect(classifier.hits.map((rows) => [...rows])).toEqual([
    [1, 0],
    [1, 1],
  ])
})

test('long and nasty texts are read to their end', () => {
  const rules = compile('"가* 가* 가* 가* 가* 나"', '*가', '*나다*', '배송', '"배 배 배 송"', 'end')
  for (const piece of ['가', '가 ', 'ㅋ', '배이', "a'"]) expect(classifyText(rules, `${piece.repeat(20_000)} end`)).toContain(5)
})
