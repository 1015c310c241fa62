import fc from 'fast-check'
import { expect, it } from 'vitest'
import { quietTask } from '../../../shared/base/task'
import type { Project } from '../../../shared/engine/project/project'
import { removeCode, saveCode } from '../../../shared/engine/codebook/save-code'
import { selectResponses } from '../../../shared/engine/filter/select'
import { tagVerbatims } from '../../../shared/engine/tags/tag'
import { answerVerbatims } from '../../../shared/engine/comments/verbatims'
import type { Clause } from '../../../shared/query/types'
import { addWave, must, newProject, type TestRow } from '../../helpers/project'

const TEXTS = ['price', 'late', 'price late', 'fine', '배송이 늦어요', '']
const rowsOf = (n: number, start = 0): readonly TestRow[] =>
  Array.from({ length: n }, (_, at) => ({ score: (at + start) % 11, day: 20_500, cells: [TEXTS[(at + start) % TEXTS.length]!] }))
const keys = async (project: Project, where: readonly Clause[]): Promise<readonly string[]> =>
  must(await answerVerbatims(project, { where, order: 'file', first: 0, count: 9999 }, quietTask)).verbatims.map(({ wave, line }) => `${wave} ${line}`)
const code = (patch: object) => ({ id: null, name: 'Price', parent: null, rule: 'price', description: '', color: '', ...patch })
const sample = (n: number, seed: number): Clause => ({ kind: 'sample', n, seed })

async function made(): Promise<Project> {
  const project = await newProject()
  await addWave(project, 'a', ['Why'], rowsOf(300), quietTask, ['comment'])
  await addWave(project, 'b', ['Why'], rowsOf(200, 3), quietTask, ['comment'])
  return project
}

it('a sample has as many as it should, the same for a seed, spread over all', async () => {
  const project = await made()
  const all = await keys(project, [])
  const some = await keys(project, [sample(100, 7)])
  expect(some).toHaveLength(100)
  expect(some.every((key) => all.includes(key))).toBe(true)
  expect(await keys(await made(), [sample(100, 7)])).toEqual(some)
  expect(await keys(project, [sample(100, 8)])).not.toEqual(some)
  expect(await keys(project, [sample(9999, 7)])).toEqual(all)
  expect(await keys(project, [sample(0, 7)])).toEqual([])
  // 60 % of the comments are of wave a; beyond five standard deviations something is wrong.
  const ofA = some.filter((key) => key.startsWith('w-a')).length
  expect(Math.abs(ofA - 60)).toBeLessThan(5 * Math.sqrt(100 * 0.6 * 0.4))
  // A smaller sample is part of a larger one, and responses are those who wrote it.
  const fewer = await keys(project, [sample(40, 7)])
  expect(fewer.every((key) => some.includes(key))).toBe(true)
  expect((await selectResponses(project, [sample(100, 7)])).reduce((sum, one) => sum + one, 0)).toBe(100)
})

it('is drawn from what the other conditions leave, and stays while it is coded', async () => {
  const project = await made()
  const id = must(await saveCode(project, code({ rule: '' })))
  const late: Clause = { kind: 'text', text: 'late' }
  const drawn = await keys(project, [sample(30, 3), late])
  expect(drawn).toHaveLength(30)
  const open: Clause = { kind: 'codes', codes: 'any', has: false }
  expect(await keys(project, [sample(30, 3), late, open])).toEqual(drawn)
  const first = must(await answerVerbatims(project, { where: [sample(30, 3), late], order: 'file', first: 0, count: 10 }, quietTask)).verbatims
  must(await tagVerbatims(project, { verbatims: first, code: id, verdict: 'add' }, quietTask))
  expect(await keys(project, [open, late, sample(30, 3)])).toEqual(drawn.slice(10))
})

it('the last change of the codebook: rules edited, made and removed, codes that name them, and undo', async () => {
  const project = await made()
  const changed: readonly Clause[] = [{ kind: 'changed' }]
  const linesWith = async (text: string): Promise<number> => (await keys(project, [{ kind: 'text', text }])).length
  expect(await keys(project, changed)).toEqual([])
  const price = must(await saveCode(project, code({})))
  expect(await keys(project, changed)).toHaveLength(await linesWith('price'))
  const cost = must(await saveCode(project, code({ name: 'Cost', rule: '#Price OR fine' })))
  must(await saveCode(project, code({ id: price, rule: 'price late' })))
  // `price` alone is lost, by both codes.
  const lost = (await linesWith('price')) - (await keys(project, [{ kind: 'rule', rule: 'price late' }])).length
  expect(await keys(project, changed)).toHaveLength(lost)
  must(await saveCode(project, code({ id: cost, name: 'Costs', rule: '#Price OR fine' })))
  expect(await keys(project, changed)).toEqual([])
  must(await project.undo())
  must(await project.undo())
  expect(await keys(project, changed)).toHaveLength(lost)
  const [hand] = must(await answerVerbatims(project, { where: [{ kind: 'text', text: '배송' }], order: 'file', first: 0, count: 1 }, quietTask)).verbatims
  must(await tagVerbatims(project, { verbatims: [hand!], code: cost, verdict: 'add' }, quietTask))
  must(await removeCode(project, cost))
  const costs = (await keys(project, [{ kind: 'rule', rule: 'price OR fine' }])).length
  expect(await keys(project, changed)).toHaveLength(costs + 1)
})

it('equals the difference of the tags before and after, for any two rules', async () => {
  const rule = fc.constantFrom('price', 'late', 'NOT price', 'price OR late', '', '배송 OR fine')
  await fc.assert(
    fc.asyncProperty(rule, rule, async (before, after) => {
      const project = await newProject()
      await addWave(project, 'a', ['Why'], rowsOf(12), quietTask, ['comment'])
      const id = must(await saveCode(project, code({ rule: before })))
      const have = async (): Promise<ReadonlySet<string>> => new Set(await keys(project, [{ kind: 'codes', codes: [id], has: true }]))
      const had = await have()
      must(await saveCode(project, code({ id, rule: after })))
      if (before === after) return
      const has = await have()
      expect(await keys(project, [{ kind: 'changed' }])).toEqual((await keys(project, [])).filter((key) => had.has(key) !== has.has(key)))
    }),
    { numRuns: 20 },
  )
})
