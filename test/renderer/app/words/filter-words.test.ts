import { describe, expect, test } from 'vitest'
import { filterWords } from '../../../../renderer/app/words/filter-words'
import { wordsOf } from '../../../../renderer/app/words/words'
import type { Codebook, ProjectView } from '../../../../shared/protocol/engine-api'
import type { Clause, Dimension } from '../../../../shared/query/types'

const en = wordsOf('en')
const ko = wordsOf('ko')

const project = {
  fields: [
    { id: 'f1', number: 1, name: 'Industry', label: 'Industry', kind: 'category', role: 'segment' },
    { id: 'f2', number: 2, name: '업종', label: '귀사의 업종은 무엇입니까?', kind: 'category', role: 'segment' },
  ],
} as unknown as ProjectView
const codebook = {
  codes: [
    { id: 'c1', name: 'Price' },
    { id: 'c2', name: '배송' },
  ],
} as unknown as Codebook

const values = (dimension: Dimension, ...given: (string | null)[]): Clause => ({ kind: 'values', dimension, values: given })
const field = (id: string): Dimension => ({ kind: 'field', field: id })
const period = (...given: (string | null)[]): Clause => values({ kind: 'period', unit: 'quarter' }, ...given)
const scores = (...given: (string | null)[]): Clause => values({ kind: 'score' }, ...given)
const codes = (given: readonly string[] | 'any', has = true): Clause => ({ kind: 'codes', codes: given, has })
const said = (clauses: readonly Clause[]): readonly [string, string] => [
  filterWords(clauses, project, codebook, en).sentence,
  filterWords(clauses, project, codebook, ko).sentence,
]

test('the whole sentence, in the order of each language', () => {
  const clauses = [
    values(field('f1'), 'Finance', 'Travel'),
    period('2026-Q2', '2026-Q3'),
    scores('0', '1', '2', '3', '4', '5', '6'),
    codes(['c1']),
    { kind: 'text', text: 'refund' },
  ] as const
  expect(said(clauses)).toEqual([
    'Responses from Finance and Travel (Industry), in 2026 Q2 and Q3, scored 0–6, that mention Price, containing “refund”',
    'Industry 항목이 Finance 또는 Travel인, 2026년 2분기 또는 3분기에 받은, 0~6점을 준, Price 코드가 붙은, “refund” 문구가 있는 응답',
  ])
  expect(filterWords(clauses, project, codebook, en)).toMatchObject({ lead: 'Responses', trail: '' })
  expect(filterWords(clauses, project, codebook, ko)).toMatchObject({ lead: '', trail: '응답' })
})

test('without a condition', () => {
  expect(said([])).toEqual(['All responses', '모든 응답'])
})

describe('one condition', () => {
  test.each<[string, Clause, string, string]>([
    ['many values', values(field('f2'), '금융', '여행', '유통', '교육', '의료'), 'from 금융, 여행, 유통 and 2 more (업종)', '업종 항목이 금융, 여행, 유통 외 2개인'],
    ['three values', values(field('f1'), 'A', 'B', 'C'), 'from A, B and C (Industry)', 'Industry 항목이 A, B 또는 C인'],
    ['no value', values(field('f1'), null), 'without a value for Industry', 'Industry 항목이 비어 있는'],
    ['a value or none', values(field('f1'), 'A', null), 'from A and (blank) (Industry)', 'Industry 항목이 A 또는 (빈 값)인'],
    ['waves', values({ kind: 'wave' }, 'July', 'August'), 'from wave July and August', 'July 또는 August 웨이브의'],
    ['a stretch of quarters', period('2026-Q3', '2025-Q4', '2026-Q1', '2026-Q2'), 'in 2025 Q4 to 2026 Q3', '2025년 4분기~2026년 3분기에 받은'],
    ['a stretch within a year', period('2026-Q1', '2026-Q2', '2026-Q3'), 'in 2026 Q1 to Q3', '2026년 1분기~3분기에 받은'],
    ['quarters apart', period('2025-Q3', '2026-Q3'), 'in 2025 Q3 and 2026 Q3', '2025년 3분기 또는 2026년 3분기에 받은'],
    ['months', values({ kind: 'period', unit: 'month' }, '2026-07', '2026-08'), 'in Jul 2026 and Aug 2026', '2026년 7월 또는 8월에 받은'],
    ['years', values({ kind: 'period', unit: 'year' }, '2024', '2025', '2026'), 'in 2024 to 2026', '2024년~2026년에 받은'],
    ['no date', period(null), 'without a date', '날짜가 없는'],
    ['a score', scores('10'), 'scored 10', '10점을 준'],
    ['scores apart', scores('0', '1', '2', '9', '10'), 'scored 0–2, 9 and 10', '0~2, 9 또는 10점을 준'],
    ['no score', scores(null), 'without a score', '점수가 없는'],
    ['groups', values({ kind: 'group' }, 'detractors', 'passives'), 'from detractors and passives', '비추천 또는 중립 그룹의'],
    ['any of two codes', codes(['c1', 'c2']), 'that mention Price or 배송', 'Price 또는 배송 코드가 붙은'],
    ['not a code', codes(['c2'], false), 'with a comment that does not mention 배송', '의견에 배송 코드가 없는'],
    ['any code', codes('any'), 'with a code', '코드가 붙은'],
    ['no code', codes('any', false), 'with a comment that has no code', '의견에 코드가 하나도 없는'],
    ['a code that is gone', codes(['c9']), 'that mention a removed code', '삭제된 코드가 붙은'],
    ['markup and message syntax', { kind: 'text', text: '<b>{n}</b>' }, 'containing “<b>{n}</b>”', '“<b>{n}</b>” 문구가 있는'],
  ])('%s', (_, clause, english, korean) => {
    expect(said([clause])).toEqual([`Responses ${english}`, `${korean} 응답`])
  })
})
