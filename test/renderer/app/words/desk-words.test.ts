import { describe, expect, test } from 'vitest'
import { filterWords } from '../../../../renderer/app/words/filter-words'
import { historyWords } from '../../../../renderer/app/words/history-words'
import { queueOf, withQueue } from '../../../../renderer/app/code/queues'
import { wordsOf } from '../../../../renderer/app/words/words'
import type { Codebook, HistoryEntry, ProjectView } from '../../../../shared/protocol/engine-api'
import type { Clause, DeskClause } from '../../../../shared/query/types'

const PROJECT = { fields: [{ id: 'f1', name: 'Why' }, { id: 'f2', name: 'More' }] } as unknown as ProjectView
const BOOK = { codes: [{ id: 'c1', name: 'Price' }] } as unknown as Codebook

const CLAUSES: readonly (readonly [DeskClause, string, string])[] = [
  [{ kind: 'origin', origin: 'hand', codes: 'any' }, 'Responses with a code by hand', '직접 코드를 붙인 응답'],
  [{ kind: 'origin', origin: 'against', codes: ['c1', 'gone'] }, 'Responses where a coder overruled the rule of Price or a removed code', 'Price 또는 삭제된 코드에서 사람의 판단이 규칙과 다른 응답'],
  [{ kind: 'length', from: null, to: 20 }, 'Responses with a comment of up to 20 characters', '의견이 20자 이하인 응답'],
  [{ kind: 'length', from: 5, to: 20 }, 'Responses with a comment of 5 to 20 characters', '의견이 5~20자인 응답'],
  [{ kind: 'rule', rule: 'late OR 늦*' }, 'Responses matching the rule late OR 늦*', '규칙 late OR 늦*에 맞는 응답'],
  [{ kind: 'days', from: '2026-07-01', to: null }, 'Responses since Jul 1, 2026', '2026. 7. 1.부터 받은 응답'],
  [{ kind: 'marks', marks: ['quote', 'note'], has: true }, 'Responses marked: quote or note', '인용 또는 메모 표시가 있는 응답'],
  [{ kind: 'question', fields: ['f2'] }, 'Responses answering More', 'More 질문에 답한 응답'],
  [{ kind: 'changed' }, 'Responses whose codes the last codebook change changed', '마지막 코드북 변경으로 코드가 달라진 응답'],
  [{ kind: 'sample', n: 200, seed: 1 }, 'Responses in a random sample of 200 (seed 1)', '무작위 표본 200건(시드 1)에 든 응답'],
]

test.each(CLAUSES)('%j in words', (clause, english, korean) => {
  const sentence = (locale: 'en' | 'ko'): string => filterWords([clause], PROJECT, BOOK, wordsOf(locale)).sentence
  expect([sentence('en'), sentence('ko')]).toEqual([english, korean])
})

describe('the history in words', () => {
  const entry = (patch: Partial<HistoryEntry>): HistoryEntry => ({
    id: 'o',
    at: '',
    author: '',
    intent: 'tag',
    state: 'done',
    turned: null,
    steps: 0,
    counts: {},
    about: {},
    ...patch,
  })
  test.each([
    [entry({ counts: { decision: 40 }, about: { name: 'Price', verdict: 'add' } }), '“Price” added to 40 verbatims'],
    [entry({ counts: { decision: 1 }, about: { verdict: 'remove' } }), '“a removed code” taken from 1 verbatim'],
    [entry({ intent: 'mark', counts: { mark: 2 }, about: { mark: 'nothing', became: 'made' } }), 'Nothing to code in 2 verbatims'],
    [entry({ intent: 'mark', counts: { mark: 1 }, about: { mark: 'quote', became: 'removed' } }), '1 quote taken back'],
    [entry({ intent: 'codebook', counts: { code: 1 }, about: { name: 'A', renamed: 'B', became: 'changed' } }), 'Code “A” renamed to “B”'],
    [entry({ intent: 'codebook', counts: { code: 12 }, about: { name: 'A', became: 'made' } }), '12 codes changed'],
    [entry({ intent: 'import', counts: { wave: 3 }, about: { name: 'Q1' } }), '3 waves imported'],
    [entry({ intent: 'setting', about: { name: 'Mine', became: 'removed' } }), 'View “Mine” removed'],
    [entry({ intent: 'setting', about: { became: 'changed' } }), 'Setting changed'],
  ] as const)('%#', (one, words) => expect(historyWords(one, wordsOf('en'))).toBe(words))
})

test('a queue takes the place of the one before and leaves the rest; a part taken away is no queue', () => {
  const own: Clause = { kind: 'text', text: 'x' }
  const first = withQueue([own], 'detractors')
  expect(first).toHaveLength(3)
  expect(queueOf(first)).toBe('detractors')
  const next = withQueue(first, 'changed')
  expect([next.length, queueOf(next)]).toEqual([2, 'changed'])
  expect(withQueue(next, null)).toEqual([own])
  expect(queueOf(first.slice(0, -1))).toBeNull()
})
