import { beforeAll, expect, it } from 'vitest'
import { quietTask } from '../../../shared/base/task'
import { nearMisses } from '../../../shared/engine/rules/near-misses'
import type { Project } from '../../../shared/engine/project/project'
import { proposeThemes } from '../../../shared/engine/words/propose-themes'
import { answerTerms } from '../../../shared/engine/words/terms'
import { answerWords } from '../../../shared/engine/words/words'
import { addWave, must, newProject } from '../../helpers/project'

const PEOPLE = ['Quillan Brackwater', '김민준', 'Will Price'] as const
const MAILS = ['quillan@brackwater-mail.kr', 'help.desk@fenwrack.com'] as const

let project: Project
beforeAll(async () => {
  project = await newProject()
  const rows = Array.from({ length: 240 }, (_, at) => {
    const detractor = at % 2 === 0
    const asked = detractor ? `ask ${at % 4 === 0 ? PEOPLE[0] : '김민준님'} or ${MAILS[at % 4 === 0 ? 0 : 1]}` : 'nobody to ask'
    const about = detractor ? `the price of parcels went up ${at % 3 === 0 ? 'again' : 'twice'}` : 'parcels are quick and cheap'
    return { score: detractor ? at % 5 : 10, day: null, cells: [`${about}, case number ${at}, ${asked}, call 010-1234-${5000 + at}`, PEOPLE[at % PEOPLE.length]!] }
  })
  await addWave(project, 'w', ['Why', 'Who'], rows, quietTask, ['comment', 'person'])
})

/** No name, and nothing of an address; what is a word as well as part of a name stays where it is a word. */
function expectNobody(words: readonly string[]): void {
  const said = words.flatMap((word) => word.toLowerCase().split(/[^\p{L}\p{N}]+/u))
  for (const part of ['quillan', 'brackwater', '김민준', '민준', 'fenwrack', 'mail', 'kr', 'com', 'help', 'desk', '010', '1234']) expect(said).not.toContain(part)
}

it('are in no list of words, and the others are', async () => {
  for (const list of ['uncovered', 'detractors', 'pairs'] as const) {
    const { rows } = must(await answerWords(project, { list, where: [] }, quietTask))
    expectNobody(rows.map(({ word }) => word))
    if (list !== 'pairs') expect(rows.map(({ word }) => word)).toContain('price')
  }
  const { terms } = must(await answerTerms(project, [], quietTask))
  expectNobody(terms.map(({ term }) => term))
  expect(terms[0]!.score).toBeGreaterThan(2)
})

it('are in no proposed theme, nor among the words that a rule nearly matches', async () => {
  const { themes } = must(await proposeThemes(project, { where: [] }, quietTask))
  expect(themes.length).toBeGreaterThan(0)
  expectNobody(themes.flatMap(({ words }) => words))
  expectNobody(themes.map(({ rule }) => rule))
  const near = must(await nearMisses(project, { code: null, rule: 'water OR brackwat OR quill* OR 민준 OR parce OR cheapest' }, quietTask))
  expectNobody(near.map(({ word }) => word))
})

it('are found out anew when somebody comes whom comments named already', async () => {
  const mixed = await newProject()
  const rows = (names: readonly string[]) => Array.from({ length: 30 }, (_, at) => ({ score: 2, day: null, cells: [`ottoline was rude, said case ${at}`, names[at % names.length]!] }))
  await addWave(mixed, 'a', ['Why', 'Who'], rows(['Somebody Else']), quietTask, ['comment', 'person'])
  const words = async (): Promise<readonly string[]> => must(await answerWords(mixed, { list: 'uncovered', where: [] }, quietTask)).rows.map(({ word }) => word)
  expect(await words()).toContain('ottoline')
  await addWave(mixed, 'b', ['Why', 'Who'], rows(['Ottoline']), quietTask, ['comment', 'person'])
  expect(await words()).not.toContain('ottoline')
})
