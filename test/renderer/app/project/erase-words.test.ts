import { expect, test } from 'vitest'
import { receiptWords } from '../../../../renderer/app/project/erase-words'
import { wordsOf } from '../../../../renderer/app/words/words'
import type { ErasureReceipt } from '../../../../shared/protocol/engine-api'

const receipt = (author: string): ErasureReceipt => ({
  at: '2026-11-24T01:02:03.000Z',
  author,
  respondents: 1,
  counts: { responses: 2, comments: 2, leftOut: 0, tags: 0, notes: 0, quotes: 0 },
  mentions: { cut: 0, kept: 0 },
})
const head = (author: string, locale: 'en' | 'ko'): string => receiptWords(receipt(author), wordsOf(locale)).head

test('a receipt says who erased, and of a browser that knows no name, that in the words of the language', () => {
  expect(head('Ana', 'en')).toContain(', by Ana: one respondent erased, with')
  expect(head('지영', 'ko')).toContain(', 지영: 응답자 1명을')
  for (const nobody of ['', 'me']) {
    expect(head(nobody, 'en')).toContain(', by the user of this browser: one respondent erased, with')
    expect(head(nobody, 'ko')).toContain(', 이 브라우저 사용자: 응답자 1명을')
  }
})
