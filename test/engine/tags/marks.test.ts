import { beforeEach, describe, expect, it } from 'vitest'
import { quietTask } from '../../../shared/base/task'
import { createDesk } from '../../../shared/engine/desk'
import { markVerbatims } from '../../../shared/engine/tags/mark'
import { gatherReport } from '../../../shared/engine/summary/report-data'
import { saveCode } from '../../../shared/engine/codebook/save-code'
import { MARK_KINDS } from '../../../shared/model/records'
import type { EngineApi, Verbatim } from '../../../shared/protocol/engine-api'
import type { Clause } from '../../../shared/query/types'
import { createMemoryShelf } from '../../helpers/memory-shelf'
import { addWave, must, newProject, testPlatform } from '../../helpers/project'

const SURVEY = `Response ID,Submitted,How likely are you to recommend us?,Why?
r1,2026-01-05,10,The price is fair
r2,2026-02-11,3,Late again
r3,2026-03-01,8,n/a
r4,2026-05-20,0,none
`
let desk: EngineApi
const list = async (where: readonly Clause[] = []): Promise<readonly Verbatim[]> =>
  must(await desk.verbatims({ where, order: 'file', first: 0, count: 50 }, quietTask)).verbatims
const lines = async (where: readonly Clause[]): Promise<readonly number[]> => (await list(where)).map(({ line }) => line)
const UNCODED: readonly Clause[] = [{ kind: 'codes', codes: 'any', has: false }]

beforeEach(async () => {
  desk = createDesk(await testPlatform(), createMemoryShelf())
  must(await desk.plan({ file: { name: 's.csv', bytes: new TextEncoder().encode(SURVEY) }, options: { roles: { 4: 'comment' } } }, quietTask))
  must(await desk.createProject({ name: 'Acme' }, quietTask))
  must(await desk.importPlan(null, quietTask))
  must(await desk.saveCode({ id: null, name: 'Price', parent: null, rule: 'price', description: '', color: '' }, quietTask))
})

describe('marks', () => {
  it('stand on a verbatim with coder and time, each kind by itself, and go with undo', async () => {
    const [first] = await list()
    must(await desk.mark({ verbatims: [first!], kind: 'quote', set: true }, quietTask))
    must(await desk.mark({ verbatims: [first!], kind: 'note', set: true, text: '  ask Kim ' }, quietTask))
    expect((await list())[0]!.marks).toEqual([
      { kind: 'note', text: 'ask Kim', coder: 'ana', at: expect.stringContaining('2026-01-01') as string },
      { kind: 'quote', text: '', coder: 'ana', at: expect.stringContaining('2026-01-01') as string },
    ])
    expect(must(await desk.undo(null, quietTask)).redo).toBe('mark')
    expect((await list())[0]!.marks.map(({ kind }) => kind)).toEqual(['quote'])
    must(await desk.redo(null, quietTask))
    must(await desk.mark({ verbatims: [first!], kind: 'note', set: true, text: ' ' }, quietTask))
    must(await desk.mark({ verbatims: [first!], kind: 'quote', set: false }, quietTask))
    expect((await list())[0]!.marks).toEqual([])
  })

  it('that are there already change nothing', async () => {
    const [first] = await list()
    const marked = must(await desk.mark({ verbatims: [first!], kind: 'note', set: true, text: 'x' }, quietTask))
    expect(must(await desk.mark({ verbatims: [first!], kind: 'note', set: true, text: 'x' }, quietTask)).revision).toBe(marked.revision)
    expect(must(await desk.mark({ verbatims: [first!], kind: 'quote', set: false }, quietTask)).revision).toBe(marked.revision)
  })

  it('refuse a verbatim that is not there', async () => {
    const gone = { ...(await list())[0]!, line: 99 }
    expect(await desk.mark({ verbatims: [gone], kind: 'quote', set: true }, quietTask)).toMatchObject({ ok: false, fault: { code: 'busy' } })
  })

  it('of nothing to code count as done, for all that a filter lists', async () => {
    expect(await lines(UNCODED)).toEqual([3, 4, 5])
    must(await desk.mark({ verbatims: { where: [{ kind: 'text', text: 'n' }] }, kind: 'nothing', set: true }, quietTask))
    expect(await lines([{ kind: 'marks', marks: ['nothing'], has: true }])).toEqual([3, 4, 5])
    must(await desk.undo(null, quietTask))
    must(await desk.mark({ verbatims: { where: [{ kind: 'length', from: null, to: 4 }] }, kind: 'nothing', set: true }, quietTask))
    expect(await lines(UNCODED)).toEqual([3])
    expect(must(await desk.nextUncoded({ where: [], order: 'file', after: 1 }, quietTask))).toBeNull()
    expect(must(await desk.codebook({ where: [] }, quietTask))).toMatchObject({ verbatims: 4, coded: 1, nothing: 2 })
    expect(must(await desk.count({ where: UNCODED }, quietTask))).toBe(1)
    // A code says more than that.
    const price = must(await desk.codebook({ where: [] }, quietTask)).codes[0]!.id
    must(await desk.tag({ verbatims: [(await list())[2]!], code: price, verdict: 'add' }, quietTask))
    expect(must(await desk.codebook({ where: [] }, quietTask))).toMatchObject({ coded: 2, nothing: 1 })
  })

  it('are counted for several filters at once', async () => {
    must(await desk.mark({ verbatims: [(await list())[0]!], kind: 'quote', set: true }, quietTask))
    const lists = MARK_KINDS.map((kind): readonly Clause[] => [{ kind: 'marks', marks: [kind], has: true }])
    expect(must(await desk.countVerbatims({ lists: [[], ...lists] }, quietTask))).toEqual([4, 0, 1, 0])
  })
})

it('a quote that is flagged comes before all others of its kind on pages', async () => {
  const texts = ['fair price for what we get here', 'a price that is fair enough for us', 'the price went up again this year', 'short price']
  const others = Array.from({ length: 8 }, () => 'price')
  const rows = [...texts, ...others].map((text, at) => ({ score: 10, day: null, cells: [at === 3 ? 'price' : text] }))
  const project = await newProject()
  await addWave(project, 'w', ['Why'], rows, quietTask, ['comment'])
  must(await saveCode(project, { id: null, name: 'Price', parent: null, rule: 'price', description: '', color: '' }))
  const quote = async (): Promise<number | undefined> => must(await gatherReport(project, [], '2026-01-01T00:00:00Z')).quotes[0]?.line
  expect(await quote()).toBe(4)
  const wave = [...project.registers.wave.keys()][0]!
  must(await markVerbatims(project, { verbatims: [{ wave, line: 2, field: 'Why' }, { wave, line: 5, field: 'Why' }], kind: 'quote', set: true }, quietTask))
  expect(await quote()).toBe(2)
  // One that cannot be quoted stays out, flagged or not.
  must(await markVerbatims(project, { verbatims: [{ wave, line: 2, field: 'Why' }], kind: 'quote', set: false }, quietTask))
  expect(await quote()).toBe(4)
})

describe('views and letters', () => {
  const view = { name: ' Short ones ', where: [{ kind: 'length', from: null, to: 4 }] as const, order: 'lowest' as const }

  it('are kept under a name, replaced, removed, and come back with undo', async () => {
    const saved = must(await desk.saveView({ id: 'v1', view }, quietTask))
    expect(saved.views).toEqual([{ id: 'v1', name: 'Short ones', where: view.where, order: 'lowest' }])
    expect(saved.undo).toBe('setting')
    expect(must(await desk.saveView({ id: 'v2', view: { ...view, order: 'file' } }, quietTask)).views.map(({ id }) => id)).toEqual(['v2'])
    expect(must(await desk.saveView({ id: 'v2', view: null }, quietTask)).views).toEqual([])
    expect(must(await desk.undo(null, quietTask)).views.map(({ order }) => order)).toEqual(['file'])
    expect(await desk.saveView({ id: 'v3', view: { ...view, name: ' ' } }, quietTask)).toMatchObject({ ok: false, fault: { code: 'no-name' } })
  })

  it('letters stay with their codes, and go with them', async () => {
    const code = must(await desk.codebook({ where: [] }, quietTask)).codes[0]!.id
    expect(must(await desk.saveLetters({ letters: { [code]: 'p' } }, quietTask)).letters).toEqual({ [code]: 'p' })
    expect(must(await desk.removeCode({ id: code }, quietTask)).letters).toEqual({})
    expect(must(await desk.undo(null, quietTask)).letters).toEqual({ [code]: 'p' })
  })
})
