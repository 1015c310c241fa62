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
