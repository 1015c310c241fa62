import type { paperEn } from '../en/paper'

/** What the summary says as a document to read, beside what its pages say. */
export const paperKo: Readonly<Record<keyof typeof paperEn, string>> = {
  'paper.contents': '차례',
  'paper.notes': '정의와 출처',
  'paper.page': '{all, number}쪽 중 {n, number}쪽',
  'paper.top': '차례로',
}
