import { afterAll, beforeAll, expect, it } from 'vitest'
import { findPeople } from '../../../shared/engine/erase/find-person'
import { wordsOf, type PersonWords } from '../../../shared/engine/erase/person-words'
import type { Project } from '../../../shared/engine/project/project'
import { cover } from '../../../shared/text/cover'
import { addWave, newProject } from '../../helpers/project'

const COMMENT = '배송이 두 번이나 늦었고 아무도 이유를 말해 주지 않았습니다. The driver rang twice and left'
const ROW = { score: 3, day: 20_000 }
let project: Project
let words: PersonWords
beforeAll(async () => {
  project = await newProject()
  const rows = [
    { ...ROW, cells: ['K-4471', 'hayul@example.kr', '남궁하율', COMMENT, 'Seoul Only'] },
    { ...ROW, cells: ['K-4472', 'ana@example.com', 'Ana Roy', 'The driver rang', 'Busan'] },
    { ...ROW, cells: ['K-4473', 'ana2@example.com', 'Ana Roy', 'fine', 'Busan'] },
  ]
  await addWave(project, 'one', ['Customer', 'E-mail', 'Name', 'Why', 'Site'], rows, undefined, ['respondent', 'person', 'person', 'comment', 'segment'])
  words = wordsOf(project.db, findPeople(project.db, { value: 'k-4471' })![0]!)
})
afterAll(() => project.discard())

it.each([
  ['남궁하율님께 전화함', '▇▇▇님께 전화함'],
  ['남궁하율'.normalize('NFD'), '▇▇▇'],
  ['Write to HAYUL@example.kr.', 'Write to ▇▇▇.'],
  ['ｈａｙｕｌ@example.kr', '▇▇▇'],
  ['k-4471, not k-44712 or ak-4471', '▇▇▇, not k-44712 or ak-4471'],
  ['Ana Roy of K-4472', 'Ana Roy of K-4472'],
  ['one said: 배송이 두 번이나 늦었고, 아무도!', 'one said: ▇▇▇!'],
  ['the driver rang twice and left', '▇▇▇'],
  ['the driver rang twice', '▇▇▇'],
  ['he said the driver rang, and more', 'he said the driver rang, and more'],
  ['늦었고', '늦었고'],
  ['', ''],
])('of "%s" it leaves "%s"', (text, left) => {
  expect(cover(text, words.repeating(text))).toBe(left)
})

it('knows a value that nobody else has, as a whole', () => {
  expect(['Seoul Only', ' Seoul Only ', 'Seoul', 'Busan', ''].map(words.isOwn)).toEqual([true, true, false, false, false])
})
