import { beforeAll, describe, expect, it } from 'vitest'
import { fault } from '../../shared/base/fault'
import { refuse } from '../../shared/base/result'
import { quietTask, type Task } from '../../shared/base/task'
import { createDesk } from '../../shared/engine/desk'
import { SAMPLE_ID } from '../../shared/engine/open-sample'
import { differenceOf } from '../../shared/nps/difference'
import type { Figure } from '../../shared/nps/types'
import type { EngineApi, ProjectView } from '../../shared/protocol/engine-api'
import type { Shelf } from '../../shared/protocol/store'
import type { Clause, Dimension, SliceRow } from '../../shared/query/types'
import { HAND_TAGS, SAMPLE_CODER } from '../../shared/sample/hand-tags'
import { createMemoryShelf } from '../helpers/memory-shelf'
import { must, testPlatform } from '../helpers/project'

const open = (desk: EngineApi, task: Task = quietTask, locale: 'en' | 'ko' = 'en') => desk.openSample({ locale }, task)

describe('opening the sample', () => {
  it('makes it once, and finds it again whatever it is called and whatever the language', async () => {
    const shelf = createMemoryShelf()
    const desk = createDesk(await testPlatform(), shelf)
    const made = must(await open(desk))
    expect(made).toMatchObject({ id: SAMPLE_ID, name: 'Sample: Harbor', codes: 19, undo: null, redo: null, unsaved: 0 })
    expect(made.waves.map(({ name }) => name)).toEqual(['2025 Q1', '2025 Q2', '2025 Q3', '2025 Q4', '2026 Q1', '2026 Q2'])
    must(await desk.renameProject({ name: 'Mine' }, quietTask))
    must(await desk.createProject({ name: 'Other' }, quietTask))
    const again = must(await open(desk, quietTask, 'ko'))
    expect(again).toMatchObject({ id: SAMPLE_ID, name: 'Mine', undo: 'rename', accepted: made.accepted })
    expect(must(await open(desk))).toEqual(again)
    expect(must(await desk.projects(null, quietTask)).map(({ name }) => name).sort()).toEqual(['Mine', 'Other'])
    must(await desk.removeProject({ id: SAMPLE_ID }, quietTask))
    expect(must(await open(desk)).name).toBe('Sample: Harbor')
  })

  it('speaks Korean where that is asked for, and says how far it is', async () => {
    const desk = createDesk(await testPlatform(), createMemoryShelf())
    const shares: number[] = []
    const task: Task = { ...quietTask, report: (done, stage) => void (stage === 'opening' || shares.push(done)) }
    const made = must(await open(desk, task, 'ko'))
    expect(shares).toEqual(shares.toSorted((a, b) => a - b))
    expect(new Set(shares).size).toBe(9)
    expect(made.name).toBe('예시: 하버')
    expect(made.waves[5]!.name).toBe('2026년 2분기')
    expect(made.fields.filter(({ role }) => role === 'segment').map(({ name }) => name)).toEqual(['업종', '제품', '국가', '요금제', '연간 계약 금액', '응답 언어'])
    const book = must(await desk.codebook({ where: [] }, quietTask))
    expect(book.codes.filter(({ depth }) => depth === 0).map(({ name }) => name)).toEqual(['제품', '기술', '사람', '거래 조건', '종합'])
  })

  it('leaves nothing when it is cancelled, at whatever moment, and what was open stays open', async () => {
    const shelf = createMemoryShelf()
    const desk = createDesk(await testPlatform(), shelf)
    const other = must(await desk.createProject({ name: 'Other' }, quietTask))
    for (const share of [0, 0.4, 0.88]) {
      let reached = -1
      const task: Task = { ...quietTask, report: (done) => void (reached = Math.max(reached, done)), cancelled: () => reached >= share }
      expect(await open(desk, task), String(share)).toEqual(refuse(fault('cancelled')))
      expect(shelf.ids()).toEqual([other.id])
      expect(must(await desk.project(null, quietTask)).id).toBe(other.id)
    }
  })

  it('leaves nothing when it cannot be kept, and says why', async () => {
    const shelf = createMemoryShelf()
    const full: Shelf = {
      ...shelf,
      async create(id) {
        const store = must(await shelf.create(id))
        return { ok: true, value: { ...store, writeSnapshot: () => Promise.resolve(refuse(fault('storage-full'))) } }
      },
    }
    expect(await open(createDesk(await testPlatform(), full))).toEqual(refuse(fault('storage-full')))
    expect(shelf.ids()).toEqual([])
  })

  it('fills a place that a crash left empty, and refuses one that is in use', async () => {
    const shelf = createMemoryShelf()
    const begun = must(await shelf.create(SAMPLE_ID))
    const desk = createDesk(await testPlatform(), shelf)
    expect(await open(desk)).toEqual(refuse(fault('locked')))
    await begun.close()
    expect(must(await open(desk)).waves).toHaveLength(6)
  })
})

describe('the stories in the sample', () => {
  let desk: EngineApi
  let project: ProjectView
  beforeAll(async () => {
    desk = createDesk(await testPlatform(), createMemoryShelf())
    project = must(await open(desk))
  })

  const field = (name: string): Dimension => ({ kind: 'field', field: project.fields.find((each) => each.name === name)!.id })
  const only = (name: string, ...values: readonly string[]): Clause => ({ kind: 'values', dimension: field(name), values })
  const quarters = (...values: readonly string[]): Clause => ({ kind: 'values', dimension: { kind: 'period', unit: 'quarter' }, values })
  const figure = async (...where: readonly Clause[]): Promise<Figure> => must(await desk.slice({ by: [], where }, quietTask)).total
  const rows = async (name: string, ...where: readonly Clause[]): Promise<readonly SliceRow[]> =>
    must(await desk.slice({ by: [field(name)], where }, quietTask)).rows
  const change = async (by: string, ...where: readonly Clause[]) =>
    must(await desk.compare({ from: '2026-Q1', to: '2026-Q2', by: field(by), where }, quietTask))

  it('the headline is calm until the last quarter, then falls', async () => {
    const verdicts: string[] = []
    const names = ['2025-Q1', '2025-Q2', '2025-Q3', '2025-Q4', '2026-Q1', '2026-Q2']
    for (let at = 1; at < names.length; at++) {
      verdicts.push(must(await desk.compare({ from: names[at - 1]!, to: names[at]!, where: [] }, quietTask)).change.verdict)
    }
    expect(verdicts).toEqual(['within-noise', 'within-noise', 'within-noise', 'within-noise', 'down'])
  })

  it('one product slips in one industry, and nowhere else', async () => {
    const inFlow = (await change('Industry', only('Product', 'Flow'))).segments
    expect(inFlow.filter(({ change: { verdict } }) => verdict === 'down').map(({ value }) => value)).toEqual(['Logistics'])
    const slipped = inFlow.find(({ value }) => value === 'Logistics')!
    expect([slipped.from.base, slipped.to.base]).toEqual(['ok', 'ok'])
    expect(slipped.change.high).toBeLessThan(-30)
    for (const { value, change: other } of (await change('Industry')).segments) {
      expect(other.verdict, value ?? '').toBe(value === 'Logistics' ? 'down' : 'within-noise')
    }
    const rest = await change('Product', only('Industry', 'Retail', 'Manufacturing', 'Healthcare', 'Finance', 'Education', 'Public sector'))
    expect(rest.change.verdict).toBe('within-noise')
  })

  it('part of the fall is mix: more of those who never were as happy', async () => {
    const [before, after] = [await rows('Plan', quarters('2026-Q1')), await rows('Plan', quarters('2026-Q2'))]
    const all = [await figure(quarters('2026-Q1')), await figure(quarters('2026-Q2'))]
    const middle = (all[0]!.nps! + all[1]!.nps!) / 2
    let mix = 0
    for (const { key, figure: from } of before) {
      const to = after.find((row) => row.key[0] === key[0])!.figure
      mix += (to.n / all[1]!.n - from.n / all[0]!.n) * ((from.nps! + to.nps!) / 2 - middle)
    }
    const fall = all[1]!.nps! - all[0]!.nps!
    expect(mix / fall).toBeGreaterThan(0.2)
    expect(mix / fall).toBeLessThan(0.6)
    const starter = after.find(({ key }) => key[0] === 'Starter')!.figure
    expect(starter.n / all[1]!.n).toBeGreaterThan(0.35)
  })

  it('there is a bright spot in every quarter', async () => {
    const total = await figure()
    const bright = await figure(only('Industry', 'Healthcare'), only('Product', 'Desk'))
    expect(bright.low!).toBeGreaterThan(total.high! + 20)
    for (const { key } of must(await desk.slice({ by: [{ kind: 'period', unit: 'quarter' }], where: [] }, quietTask)).rows) {
      const quarter = quarters(key[0]!)
      const [spot, everybody] = [await figure(quarter, only('Industry', 'Healthcare'), only('Product', 'Desk')), await figure(quarter)]
      expect(spot.low!, key[0]!).toBeGreaterThan(everybody.nps!)
    }
  })

  it('a product that is answered for at first has vanished', async () => {
    const counts: number[] = []
    for (const quarter of ['2025-Q1', '2025-Q2', '2025-Q3', '2025-Q4', '2026-Q1', '2026-Q2']) {
      counts.push((await figure(quarters(quarter), only('Product', 'Classic'))).n)
    }
    expect(counts[0]).toBeGreaterThan(50)
    expect(counts).toEqual(counts.toSorted((a, b) => b - a))
    expect(counts.slice(-2)).toEqual([0, 0])
  })

  it('South Korea is happier since its own support, and price is spoken of more since the increase', async () => {
    const korea = only('Country', 'South Korea')
    const [before, after] = [await figure(korea, quarters('2025-Q1', '2025-Q2', '2025-Q3')), await figure(korea, quarters('2025-Q4', '2026-Q1'))]
    expect(differenceOf(before, after).verdict).toBe('up')
    const years = must(await desk.compare({ from: '2025', to: '2026', where: [] }, quietTask)).codes
    const verdictOf = (name: string): string => years.find(({ code }) => code === name)!.change.verdict
    expect(verdictOf('Price and value')).toBe('up')
    const support = years.find(({ code }) => code === 'Customer support')!
    expect([Math.sign(support.from.contribution!), Math.sign(support.to.contribution!)]).toEqual([-1, 1])
  })

  it('has segments too small to be compared', async () => {
    const bases = (await change('Country')).segments.map(({ to }) => to.base)
    expect(new Set(bases)).toEqual(new Set(['ok', 'low', 'tiny']))
  })

  it('codes about four comments in five, and its coder has put some right', async () => {
    const book = must(await desk.codebook({ where: [] }, quietTask))
    expect(book.coded / book.verbatims).toBeGreaterThan(0.75)
    expect(book.coded / book.verbatims).toBeLessThan(0.85)
    const page = must(await desk.verbatims({ where: [quarters('2026-Q2')], order: 'file', first: 0, count: 1000 }, quietTask))
    const byHand = page.verbatims.flatMap(({ tags }) => tags.filter((tag) => tag.byHand !== null))
    expect(byHand).toHaveLength(HAND_TAGS.length)
    for (const tag of byHand) {
      expect(tag.byHand?.coder).toBe(SAMPLE_CODER)
      expect(tag.byRule, 'a word against the rule').toBe(!tag.has)
    }
  })
})
