import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { likenessOf, type Likeness } from '../../../shared/ingest/match-fields'

const known = (header: string, at: number, more: Partial<Likeness> = {}): Likeness => ({
  id: String(at),
  header,
  kind: 'category',
  role: 'segment',
  question: null,
  values: new Set(),
  ...more,
})
const matched = (columns: readonly string[], fields: readonly string[]): readonly (readonly [string, string])[] =>
  likenessOf(columns.map((header, at) => known(header, at)), fields.map((header, at) => known(header, at))).map(
    ({ index, field }) => [columns[index]!, fields[Number(field)]!],
  )

describe('columns under other headers', () => {
  test.each([
    ['words were added', ['Your industry'], ['Industry'], [['Your industry', 'Industry']]],
    ['the number of the question is another', ['Q12. Which country?'], ['Q9. Which country?'], [['Q12. Which country?', 'Q9. Which country?']]],
    ['a word was changed', ['담당자의 응대에 만족하셨습니까?'], ['상담원의 응대에 만족하셨습니까?'], [['담당자의 응대에 만족하셨습니까?', '상담원의 응대에 만족하셨습니까?']]],
    ['numbers tell short ones apart', ['Other 1'], ['Other 2'], []],
    ['two are as alike', ['Product name'], ['Product names', 'Product named'], []],
    [
      'rows of a grid go by what tells them apart',
      ['Rate us [Speed of delivery]', 'Rate us [Price]'],
      ['Rate us [Prices]', 'Rate us [Delivery speed]'],
      [['Rate us [Speed of delivery]', 'Rate us [Delivery speed]'], ['Rate us [Price]', 'Rate us [Prices]']],
    ],
    ['nothing is alike', ['Country'], ['Seniority'], []],
  ] as const)('%s', (_, columns, fields, expected) => {
    expect(matched(columns, fields)).toEqual(expected)
  })

  test('go by the survey tool’s id of the question first, by their answers last', () => {
    const answers = { values: new Set(['Seoul', 'Busan', 'Daegu']) }
    const columns = [known('Renamed entirely', 0, { question: 'QID7' }), known('Ort', 1, answers)]
    const fields = [known('Something else', 0, { question: 'QID7' }), known('City', 1, answers)]
    expect(likenessOf(columns, fields)).toEqual([
      { index: 0, field: '0', how: 'question' },
      { index: 1, field: '1', how: 'values' },
    ])
  })

  const asked = (header: string, at: number, role: 'comment' | 'score' = 'comment'): Likeness =>
    known(header, at, role === 'score' ? { kind: 'score', role, scale: '0-10' } : { kind: 'text', role })
  const proposed = (columns: readonly string[], fields: readonly string[], isAlone = false): readonly (readonly [string, string, string])[] =>
    likenessOf(
      columns.map((header, at) => asked(header, at)),
      fields.map((header, at) => asked(header, at)),
      new Set(isAlone ? ['comment' as const] : []),
    ).map(({ index, field, how }) => [columns[index]!, fields[Number(field)]!, how])

  test.each([
    ['Why did you give that score?', 'What is the main reason for your score?'],
    ['Why did you give that score?', 'Please tell us why you gave us this rating'],
    ['What could we do better?', 'How can we improve?'],
    ['Comments', 'Any comments for us?'],
    ['그렇게 답하신 이유를 적어 주세요', '왜 그 점수를 주셨나요?'],
    ['개선되었으면 하는 점이 있다면 적어 주세요', '아쉬웠던 점은 무엇인가요?'],
    ['좋았던 점을 알려 주세요', '어떤 점이 가장 좋았나요?'],
  ])('a reworded question: %s / %s', (column, field) => {
    expect(proposed([column], [field])).toEqual([[column, field, 'similar']])
  })

  test.each([
    ['What do you like most?', 'What do you like least?'],
    ['What do you like about Acme?', 'What do you dislike about Acme?'],
    ['What is the main reason for your score?', 'What is the one thing we could do better?'],
    ['좋았던 점을 적어 주세요', '아쉬웠던 점을 적어 주세요'],
    ['점수를 주신 이유는 무엇인가요?', '개선할 점은 무엇인가요?'],
  ])('a question for something else, even where it is the only one: %s / %s', (column, field) => {
    expect(proposed([column], [field], true)).toEqual([])
  })

  test('the only comment here and there is proposed, one of several is not', () => {
    expect(proposed(['Ihre Meinung'], ['Comments'], true)).toEqual([['Ihre Meinung', 'Comments', 'role']])
    expect(proposed(['Ihre Meinung'], ['Comments'])).toEqual([])
  })

  test('of several reworded questions, the wording says which; where it says nothing, none', () => {
    expect(proposed(['Why did you choose that score?', 'Why do you stay with us?'], ['What is the reason for that score?', 'Why do you stay?'])).toEqual([
      ['Why do you stay with us?', 'Why do you stay?', 'similar'],
      ['Why did you choose that score?', 'What is the reason for that score?', 'similar'],
    ])
    expect(proposed(['Why?'], ['The reason, please', 'The reason, pleased'])).toEqual([])
  })

  test('a score goes with a score on its scale that asks for the same', () => {
    const score = (header: string, more: Partial<Likeness> = {}): Likeness => ({ ...asked(header, 0, 'score'), ...more })
    const how = (column: Likeness, field: Likeness): readonly string[] => likenessOf([column], [field], new Set(['score' as const])).map((each) => each.how)
    const before = score('How likely are you to recommend us to a friend or colleague?')
    expect(how(score('Would you recommend Acme?'), before)).toEqual(['similar'])
    expect(how(score('주변에 추천하시겠습니까?'), before)).toEqual(['similar'])
    expect(how(score('Bewertung'), before)).toEqual(['role'])
    expect(how(score('How satisfied are you with Acme?'), before)).toEqual([])
    expect(how(score('Bewertung', { scale: '1-5' }), before)).toEqual([])
  })

  test('are each used once, and the same whichever side asks', () => {
    const header = fc.array(fc.constantFrom('how', 'satisfied', 'support', 'price', 'speed', '2', '응대', '가격'), { minLength: 1, maxLength: 5 })
    const headers = fc.uniqueArray(header.map((words) => words.join(' ')), { maxLength: 12 })
    fc.assert(
      fc.property(headers, headers, (columns, fields) => {
        const pairs = matched(columns, fields)
        expect(new Set(pairs.map(([column]) => column)).size).toBe(pairs.length)
        expect(new Set(pairs.map(([, field]) => field)).size).toBe(pairs.length)
        const turned = matched(fields, columns).map(([field, column]) => `${column}\t${field}`)
        expect(pairs.map((pair) => pair.join('\t')).toSorted()).toEqual(turned.toSorted())
      }),
    )
  })
})
