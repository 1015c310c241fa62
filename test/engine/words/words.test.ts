import { beforeEach, expect, test } from 'vitest'
import { quietTask } from '../../../shared/base/task'
import { codeProject } from '../../../shared/engine/codebook/code-project'
import type { Project } from '../../../shared/engine/project/project'
import { operateCode } from '../../../shared/engine/codebook/operate-code'
import { previewRule } from '../../../shared/engine/rules/preview-rule'
import { proposeThemes } from '../../../shared/engine/words/propose-themes'
import { suggestTags } from '../../../shared/engine/tags/suggest-tags'
import { tagVerbatims } from '../../../shared/engine/tags/tag'
import { answerVerbatims } from '../../../shared/engine/comments/verbatims'
import { commentsOf } from '../../../shared/engine/comments/comments'
import { selectVerbatims } from '../../../shared/engine/filter/select'
import { answerWords } from '../../../shared/engine/words/words'
import { addWave, must, newProject } from '../../helpers/project'

const FIELDS = ['Why', 'Industry']
const TOPICS: readonly (readonly [score: number, text: string])[] = [
  [2, 'The delivery came late, parcel damaged'],
  [3, 'Late deliveries, parcel lost'],
  [9, 'Price is fair, cheap discount'],
  [10, 'Fair price and a discount'],
  [5, '배송이 지연됐어요'],
  [4, '배송 지연이 심해요'],
  [9, '상담이 친절해요'],
  [8, '상담원이 친절했어요'],
]
const ROWS = 160
/** No two comments say quite the same. */
const ASIDE = ['today', '정말', 'as always', '이번에도', 'for us', 'honestly', '저는', 'so far', 'again', '솔직히', 'over there'] as const
const textOf = (row: number): string => `${ASIDE[row % ASIDE.length]!} ${TOPICS[row % TOPICS.length]![1]}`

let project: Project

const codeNamed = (name: string): string => [...project.registers.code].find(([, code]) => code.name === name)![0]
const key = (row: number) => ({ wave: 'w-a', line: row + 2, field: 'Why' })
const cancelled = { ...quietTask, cancelled: () => true }

beforeEach(async () => {
  project = await newProject()
  const rows = Array.from({ length: ROWS }, (_, row) => {
    const [score] = TOPICS[row % TOPICS.length]!
    return { score, day: null, cells: [textOf(row), row < ROWS / 2 ? 'A' : 'B'] }
  })
  await addWave(project, 'a', FIELDS, rows, quietTask, ['comment', 'segment'])
  const csv = 'code,rule\nPrice,price\nDelivery,\nService,\nEmpty,\n'
  must(await codeProject(project, { name: 'codes.csv', bytes: new TextEncoder().encode(csv) }))
})

test('words of verbatims without a code, with the rule that finds as many', async () => {
  const { ones, others, rows } = must(await answerWords(project, { list: 'uncovered', where: [] }, quietTask))
  expect([ones, others]).toEqual([120, 40])
  expect(rows.map(({ word, n, rest }) => [word, n, rest])).toEqual(
    expect.arrayContaining([
      ['배송', 40, 0],
      ['친절', 40, 0],
      ['late', 40, 0],
      ['parcel', 40, 0],
    ]),
  )
  expect(rows.map(({ word }) => word)).not.toContain('price')
  const known = rows.filter(({ rest }) => rest === 0)
  for (const { rule, n } of known) expect(must(await previewRule(project, { code: null, rule }, quietTask)).n).toBe(n)
})

test('words that set detractors apart, within the filter', async () => {
  const where = [{ kind: 'values' as const, dimension: { kind: 'field' as const, field: 'Industry' }, values: ['A'] }]
  const { ones, others, rows } = must(await answerWords(project, { list: 'detractors', where }, quietTask))
  expect([ones, others]).toEqual([40, 40])
  expect(rows.find(({ word }) => word === '배송')).toMatchObject({ n: 20, rest: 0, times: null })
  expect(rows.every(({ n, rest }) => n > rest)).toBe(true)
})

test('neighbouring words, and words that go with a code', async () => {
  const pairs = must(await answerWords(project, { list: 'pairs', where: [] }, quietTask))
  expect(pairs.rows.find(({ word }) => word === '배송 지연')).toMatchObject({ n: 40, rule: '"배송 지연"', search: '배송 지연' })
  for (const { rule, n } of pairs.rows) expect(must(await previewRule(project, { code: null, rule }, quietTask)).n).toBe(n)
  const along = must(await answerWords(project, { list: { code: codeNamed('Price') }, where: [] }, quietTask))
  expect([along.ones, along.others]).toEqual([40, 120])
  expect(along.rows.map(({ word }) => word)).toEqual(['discount', 'fair', 'price', 'cheap'])
  expect(await answerWords(project, { list: { code: 'gone' }, where: [] }, quietTask)).toMatchObject({ ok: false })
})

test('themes of verbatims without a code, each with a rule and examples that it finds', async () => {
  const { uncovered, sampled, themes } = must(await proposeThemes(project, { where: [] }, quietTask))
  expect([uncovered, sampled]).toEqual([120, 120])
  expect(themes.length).toBeGreaterThan(1)
  for (const { rule, n, examples } of themes) {
    expect(must(await previewRule(project, { code: null, rule }, quietTask)).n).toBe(n)
    expect(examples.every(({ matched }) => matched.length > 0)).toBe(true)
  }
})

/** The queue lists exactly the verbatims for which something is suggested. */
async function expectListed(): Promise<void> {
  const all = Array.from({ length: ROWS }, (_, row) => key(row))
  const { verbatims } = must(await suggestTags(project, { verbatims: all }, quietTask))
  const wanted = all.filter((_, at) => verbatims[at]!.length > 0).map(({ line }) => line)
  const query = { where: [{ kind: 'suggested' as const }], order: 'file' as const, first: 0, count: ROWS }
  const listed = must(await answerVerbatims(project, query, quietTask)).verbatims.map(({ line }) => line)
  expect(listed.length).toBeGreaterThan(0)
  expect(listed).toEqual(wanted)
}

test('tags are suggested once enough are given by hand, and never again what was refused or is there', async () => {
  const ask = async (...rows: number[]) => must(await suggestTags(project, { verbatims: rows.map(key) }, quietTask))
  const say = async (rows: readonly number[], code: string, verdict: 'add' | 'remove' | 'clear') =>
    must(await tagVerbatims(project, { verbatims: rows.map(key), code, verdict }, quietTask))
  const delivery = codeNamed('Delivery')
  const every = (kind: number, n: number): readonly number[] => Array.from({ length: n }, (_, at) => kind + at * TOPICS.length)

  await say([...every(0, 3), ...every(4, 4)], delivery, 'add')
  expect(await ask(1)).toEqual({ byHand: 7, fewest: 8, learned: 0, verbatims: [[]] })
  await say([...every(1 + TOPICS.length, 4), ...every(5, 3)], delivery, 'add')
  await say([...every(6, 5), ...every(7 + TOPICS.length, 5)], codeNamed('Service'), 'add')
  const { byHand, learned, verbatims } = await ask(1, 5 + 8 * 10, 7, 3, 0)
  expect([byHand, learned]).toEqual([24, 2])
  expect(verbatims.map((ideas) => ideas.map(({ code }) => code))).toEqual([[delivery], [delivery], [codeNamed('Service')], [], []])
  const text = textOf(1)
  const words = verbatims[0]![0]!.why.map(({ from, to }) => text.slice(from, to))
  expect(words.length).toBeGreaterThan(0)
  expect(['Late', 'deliveries', 'parcel', 'lost']).toEqual(expect.arrayContaining(words))

  await expectListed()
  await say([1], delivery, 'remove')
  expect((await ask(1)).verbatims).toEqual([[]])
  await expectListed()
  must(await project.undo())
  expect((await ask(1)).verbatims[0]).toHaveLength(1)
})

test('of an exclusive group nothing is suggested to a verbatim that has one of it, nor what is for another question', async () => {
  const csv = 'code,rule,exclusive,questions\nDelivery,,kind,\nFirst,first,kind,\nService,,,Industry\n'
  must(await codeProject(project, { name: 'codes.csv', bytes: new TextEncoder().encode(csv) }))
  const delivery = codeNamed('Delivery')
  const some = Array.from({ length: ROWS / 2 }, (_, row) => row).filter((row) => /배송|parcel/.test(textOf(row)))
  must(await tagVerbatims(project, { verbatims: some.map(key), code: delivery, verdict: 'add' }, quietTask))
  const asked = [ROWS - 3, ROWS - 4]
  const ask = async () => must(await suggestTags(project, { verbatims: asked.map(key) }, quietTask)).verbatims.map((ideas) => ideas.map(({ code }) => code))
  expect(await ask()).toEqual([[delivery], [delivery]])
  must(await tagVerbatims(project, { verbatims: [key(asked[0]!)], code: codeNamed('First'), verdict: 'add' }, quietTask))
  expect(await ask()).toEqual([[], [delivery]])
  await expectListed()
})

test('each of them stops when it is cancelled', async () => {
  const refusal = { ok: false, fault: { code: 'cancelled' } }
  expect(await answerWords(project, { list: 'uncovered', where: [] }, cancelled)).toMatchObject(refusal)
  expect(await proposeThemes(project, { where: [] }, cancelled)).toMatchObject(refusal)
  expect(await suggestTags(project, { verbatims: [key(0)] }, cancelled)).toMatchObject(refusal)
})

test('a code that was archived is learned again when it is back', async () => {
  const delivery = codeNamed('Delivery')
  const some = Array.from({ length: ROWS / 2 }, (_, row) => row).filter((row) => /배송|parcel/.test(textOf(row)))
  must(await tagVerbatims(project, { verbatims: some.map(key), code: delivery, verdict: 'add' }, quietTask))
  const ask = async () => must(await suggestTags(project, { verbatims: [key(ROWS - 3)] }, quietTask))
  must(await operateCode(project, { kind: 'archive', id: delivery }))
  expect((await ask()).learned).toBe(0)
  must(await operateCode(project, { kind: 'restore', id: delivery }))
  expect((await ask()).verbatims).toMatchObject([[{ code: delivery }]])
})

test('rules that are tried and searched for one after another are not all kept', async () => {
  for (let at = 0; at < 60; at++) {
    must(await previewRule(project, { code: null, rule: `tried${at}` }, quietTask))
    await selectVerbatims(project, [{ kind: 'rule', rule: `searched${at}` }])
  }
  for (const { found } of commentsOf(project)) expect(found.hits.size).toBeLessThan(40)
})
