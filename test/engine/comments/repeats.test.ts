import fc from 'fast-check'
import { expect, it } from 'vitest'
import { quietTask } from '../../../shared/base/task'
import { repeatsOf } from '../../../shared/engine/comments/repeats'
import { saveCode } from '../../../shared/engine/codebook/save-code'
import { tagVerbatims } from '../../../shared/engine/tags/tag'
import { answerVerbatims, nextUncoded } from '../../../shared/engine/comments/verbatims'
import type { Project } from '../../../shared/engine/project/project'
import type { Clause } from '../../../shared/query/types'
import { bandsOf, likeness, shinglesOf } from '../../../shared/text/min-hash'
import { addWave, must, newProject } from '../../helpers/project'

const LONG = 'the delivery was late again and nobody told me about it at all'
const TEXTS = ['No comment', LONG, 'no  comment!', 'None', `${LONG}, sadly`, 'ＮＯ comment', 'Something else', '...', '...', '?', '']
const KEY = { wave: 'w-a', field: 'Why' }

async function made(texts: readonly string[] = TEXTS): Promise<Project> {
  const project = await newProject()
  await addWave(project, 'a', ['Why'], texts.map((text, at) => ({ score: at % 11, day: null, cells: [text] })), quietTask, ['comment'])
  return project
}
const list = async (project: Project, open: readonly number[], where: readonly Clause[] = []) =>
  must(await answerVerbatims(project, { where, order: 'file', first: 0, count: 99, open: open.map((line) => ({ ...KEY, line })) }, quietTask))

it('comments that say the same are one row, which opens below the first', async () => {
  const project = await made()
  const closed = await list(project, [])
  expect([closed.total, closed.listed]).toEqual([6, 10])
  expect(closed.verbatims.map(({ line, repeats }) => [line, repeats])).toEqual([[2, 3], [3, 2], [5, 1], [8, 1], [9, 2], [11, 1]])
  const opened = await list(project, [4])
  expect(opened.verbatims.map(({ line, repeats }) => [line, repeats])).toEqual([[2, 3], [4, 0], [7, 0], [3, 2], [5, 1], [8, 1], [9, 2], [11, 1]])
  // Of a filtered list only what is in it.
  expect((await list(project, [], [{ kind: 'values', dimension: { kind: 'score' }, values: ['0', '2'] }])).verbatims.map(({ line, repeats }) => [line, repeats])).toEqual([[2, 2]])
})

it('are tagged together, or one alone, and uncoded as long as one of them is', async () => {
  const project = await made()
  const code = must(await saveCode(project, { id: null, name: 'Blank', parent: null, rule: '', description: '', color: '' }))
  const tagged = async (): Promise<readonly number[]> =>
    (await list(project, [2], [{ kind: 'codes', codes: [code], has: true }])).verbatims.map(({ line }) => line)
  const next = async (after: number): Promise<number | null> => must(await nextUncoded(project, { where: [], order: 'file', open: [], after }, quietTask))
  must(await tagVerbatims(project, { verbatims: [{ ...KEY, line: 2 }], code, verdict: 'add' }, quietTask))
  expect(await tagged()).toEqual([2])
  expect(await next(-1)).toBe(0)
  must(await tagVerbatims(project, { verbatims: { where: [], alike: [{ ...KEY, line: 4 }, { ...KEY, line: 5 }] }, code, verdict: 'add' }, quietTask))
  expect(await tagged()).toEqual([2, 4, 7, 5])
  expect(await next(-1)).toBe(1)
  expect(await next(1)).toBe(3)
})

it('are never those of another question', async () => {
  const project = await newProject()
  await addWave(project, 'a', ['Why', 'More'], [{ score: 1, day: null, cells: ['same', 'same'] }], quietTask, ['comment', 'comment'])
  expect((await list(project, [])).verbatims.map(({ repeats }) => repeats)).toEqual([1, 1])
})

it('give up when they are cancelled, and report how far they are', async () => {
  const project = await made(Array.from({ length: 2500 }, (_, at) => `comment ${at}`))
  const reports: number[] = []
  expect(await repeatsOf(project, { ...quietTask, report: (done) => reports.push(done), cancelled: () => reports.length > 2 })).toBeNull()
  expect(reports).toEqual([0, 0.4, 0.8])
  expect(await repeatsOf(project, quietTask)).toMatchObject({ count: 0, repeated: 0 })
})

const word = fc.constantFrom('late', 'price', 'again', 'the', 'was', '배송', 'help', 'support', 'we', 'app')

it('likeness is what two texts share of all pairs of words', () => {
  fc.assert(
    fc.property(fc.array(word, { maxLength: 12 }), fc.array(word, { maxLength: 12 }), (a, b) => {
      const pairs = (words: readonly string[]): ReadonlySet<string> => new Set(words.slice(1).map((next, at) => `${words[at]} ${next}`))
      const [left, right] = [pairs(a), pairs(b)]
      const all = new Set([...left, ...right]).size
      expect(likeness(shinglesOf(a), shinglesOf(b))).toBeCloseTo(all === 0 ? 0 : [...left].filter((one) => right.has(one)).length / all, 10)
    }),
  )
})

it('texts that differ by one word in twelve meet in a band nearly always, others hardly ever', () => {
  let [near, far] = [0, 0]
  const meet = (a: readonly string[], b: readonly string[]): number => {
    const bands = bandsOf(shinglesOf(b))
    return Number(bandsOf(shinglesOf(a)).some((band, at) => band === bands[at]))
  }
  for (let trial = 0; trial < 200; trial++) {
    const words = Array.from({ length: 12 }, (_, at) => `w${trial}x${at}`)
    near += meet(words, words.with(11, 'other'))
    far += meet(words, words.map((one, at) => (at % 3 === 0 ? one : `${one}y`)))
  }
  expect(near).toBeGreaterThan(190)
  expect(far).toBe(0)
})
