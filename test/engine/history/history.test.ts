import fc from 'fast-check'
import { expect, it } from 'vitest'
import { fault } from '../../../shared/base/fault'
import { refuse } from '../../../shared/base/result'
import { quietTask } from '../../../shared/base/task'
import { createDesk } from '../../../shared/engine/desk'
import { createMemoryStore } from '../../../shared/engine/project/memory-store'
import { oneValue } from '../../../shared/engine/db/query'
import type { Project } from '../../../shared/engine/project/project'
import { answerHistory, stepTo } from '../../../shared/engine/history/history'
import { saveCode } from '../../../shared/engine/codebook/save-code'
import type { EngineApi, HistoryEntry } from '../../../shared/protocol/engine-api'
import { createMemoryShelf } from '../../helpers/memory-shelf'
import { addWave, must, newProject, reopen, testPlatform } from '../../helpers/project'

const SURVEY = 'Response ID,How likely are you to recommend us?,Why?\nr1,10,The price is fair\nr2,3,Late again\n'

async function opened(): Promise<EngineApi> {
  const desk = createDesk(await testPlatform('mina'), createMemoryShelf())
  must(await desk.plan({ file: { name: 's.csv', bytes: new TextEncoder().encode(SURVEY) }, options: { roles: { 3: 'comment' } } }, quietTask))
  must(await desk.createProject({ name: 'Acme' }, quietTask))
  must(await desk.importPlan(null, quietTask))
  return desk
}

const entries = async (desk: EngineApi, first = 0, count = 50): Promise<readonly HistoryEntry[]> =>
  must(await desk.history({ first, count }, quietTask)).entries

it('tells what was done, newest first, with names and numbers', async () => {
  const desk = await opened()
  const { id } = must(await desk.saveCode({ id: null, name: 'Price', parent: null, rule: 'price', description: '', color: '' }, quietTask))
  must(await desk.tag({ verbatims: { where: [] }, code: id, verdict: 'add' }, quietTask))
  must(await desk.mark({ verbatims: { where: [{ kind: 'text', text: 'late' }] }, kind: 'nothing', set: true }, quietTask))
  must(await desk.saveView({ id: 'v', view: { name: 'Mine', where: [], order: 'file' } }, quietTask))
  must(await desk.renameProject({ name: 'Acme 2' }, quietTask))
  const told = await entries(desk)
  expect(told.map(({ intent, state, steps, author }) => [intent, state, steps, author])).toEqual([
    ['rename', 'done', 0, 'mina'],
    ['setting', 'done', 1, 'mina'],
    ['mark', 'done', 2, 'mina'],
    ['tag', 'done', 3, 'mina'],
    ['codebook', 'done', 4, 'mina'],
    ['import', 'done', 5, 'mina'],
    ['create', 'done', 6, 'mina'],
  ])
  expect(told.map(({ about }) => about)).toEqual([
    { name: 'Acme', renamed: 'Acme 2', became: 'changed' },
    { name: 'Mine', became: 'made' },
    { mark: 'nothing', became: 'made' },
    { name: 'Price', verdict: 'add' },
    { name: 'Price', became: 'made' },
    { name: 's', became: 'made' },
    { name: 'Acme', became: 'made' },
  ])
  expect(told.map(({ counts }) => counts.decision ?? counts.mark ?? 0)).toEqual([0, 0, 1, 2, 0, 0, 0])
  expect((await entries(desk, 2, 2)).map(({ intent }) => intent)).toEqual(['mark', 'tag'])
})

it('goes back and forth step by step, and knows what is gone for good', async () => {
  const desk = await opened()
  for (const name of ['A', 'B', 'C']) must(await desk.renameProject({ name }, quietTask))
  const [c, b] = await entries(desk)
  const reports: number[] = []
  const back = must(await desk.stepTo({ entry: b!.id }, { ...quietTask, report: (done) => reports.push(done) }))
  expect([back.name, back.redo, reports]).toEqual(['B', 'rename', [0]])
  expect((await entries(desk)).slice(0, 2).map(({ state, steps }) => [state, steps])).toEqual([['undone', 1], ['done', 0]])
  expect(must(await desk.stepTo({ entry: c!.id }, quietTask)).name).toBe('C')
  expect(must(await desk.stepTo({ entry: null }, quietTask))).toMatchObject({ name: 'Acme', undo: null, waves: [] })
  expect(must(await desk.stepTo({ entry: b!.id }, quietTask)).name).toBe('B')
  must(await desk.renameProject({ name: 'D' }, quietTask))
  const told = await entries(desk)
  expect(told.map(({ state, about }) => [state, about.renamed ?? about.name])).toEqual([
    ['done', 'D'],
    ['gone', 'C'],
    ['done', 'B'],
    ['done', 'A'],
    ['done', 's'],
    ['done', 'Acme'],
  ])
  expect(told[2]!.turned?.author).toBe('mina')
  expect(told[0]!.turned).toBeNull()
  expect(await desk.stepTo({ entry: c!.id }, quietTask)).toMatchObject({ ok: false, fault: { code: 'busy' } })
})

it('stops between two steps when it is cancelled', async () => {
  const desk = await opened()
  for (const name of ['A', 'B', 'C']) must(await desk.renameProject({ name }, quietTask))
  let breaths = 0
  const task = { ...quietTask, breathe: () => Promise.resolve(void (breaths += 1)), cancelled: () => breaths > 2 }
  expect(must(await desk.stepTo({ entry: null }, task)).name).toBe('A')
})

it('tells nothing of what did not become durable', async () => {
  const store = createMemoryStore()
  let isLooking = false
  const looked: (() => Promise<unknown>)[] = []
  const project = await newProject({
    ...store,
    async appendJournal(bytes) {
      if (!isLooking) return store.appendJournal(bytes)
      await looked[0]!()
      return refuse(fault('storage', { what: 'full' }))
    },
  })
  const ask = async () => must(await answerHistory(project, { first: 0, count: 9 })).entries.map(({ intent, about }) => [intent, about.name])
  const code = { id: null, parent: null, rule: '', description: '', color: '' }
  looked.push(ask)
  isLooking = true
  expect((await saveCode(project, { ...code, name: 'Lost' })).ok).toBe(false)
  isLooking = false
  must(await saveCode(project, { ...code, name: 'Kept' }))
  expect(await ask()).toEqual([['codebook', 'Kept'], ['create', 'Test']])
})

const act = fc.oneof({ weight: 3, arbitrary: fc.constantFrom('code' as const, 'tag' as const) }, fc.constantFrom('undo' as const, 'redo' as const))

/** A word of a coder on the one verbatim there is, or none any more. */
const tag = (project: Project, code: string, at: number) => {
  const id = `w-wave/2/Why/${code}`
  const before = project.registers.decision.get(id) ?? null
  const said = { wave: 'w-wave', line: 2, field: 'Why', code, coder: 'ana', at: String(at), verdict: at % 2 === 0 ? ('add' as const) : ('remove' as const) }
  return project.change('tag', [{ register: 'decision', id, before, after: before !== null && at % 3 === 0 ? null : said }])
}

it('is the same after closing, and every moment in it can be had again, to the state hash', async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(act, { maxLength: 16 }), fc.nat(), async (acts, chosen) => {
      const store = createMemoryStore()
      const project = await newProject(store)
      await addWave(project, 'wave', ['Why'], [{ score: 3, day: null, cells: ['price'] }], quietTask, ['comment'])
      const lastOf = ({ db }: Project): string => String(oneValue(db, 'SELECT id FROM operation ORDER BY seq DESC LIMIT 1'))
      const first = String(oneValue(project.db, 'SELECT id FROM operation WHERE seq = 1'))
      /** The state right after each deed. */
      const hashes = new Map([[lastOf(project), await project.hash()]])
      let names = 0
      for (const each of acts) {
        names += 1
        if (each === 'undo' || each === 'redo') {
          await project[each]()
          continue
        }
        if (each === 'code') must(await saveCode(project, { id: null, name: `c${names}`, parent: null, rule: '', description: '', color: '' }))
        else must(await tag(project, `t${names % 2}`, names))
        hashes.set(lastOf(project), await project.hash())
      }
      const told = must(await answerHistory(project, { first: 0, count: 99 })).entries
      expect(told.filter(({ state, steps }) => state === 'done' && steps === 0)).toHaveLength(1)
      const reachable = told.filter(({ state }) => state !== 'gone')
      const goal = reachable[chosen % reachable.length]!
      must(await stepTo(project, goal.intent === 'create' ? null : goal.id))
      const after = must(await answerHistory(project, { first: 0, count: 99 })).entries
      expect(after.find(({ id }) => id === goal.id)).toMatchObject({ state: 'done', steps: 0 })
      if (goal.id !== first) expect(await project.hash()).toBe(hashes.get(goal.id))
      expect(new Set([...project.registers.code.values()].map(({ name }) => name))).toEqual(
        new Set(after.filter(({ state, intent }) => state === 'done' && intent === 'codebook').map(({ about }) => about.name)),
      )
      await project.close()
      const again = await reopen(store)
      expect(await again.hash()).toBe(await project.hash())
      expect(must(await answerHistory(again, { first: 0, count: 99 })).entries).toEqual(after)
    }),
    { numRuns: process.env['EARSHOT_SOAK'] ? 1000 : 30 },
  )
}, 600_000)
