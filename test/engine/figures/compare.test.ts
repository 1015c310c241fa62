import { beforeAll, describe, expect, test } from 'vitest'
import { quietTask } from '../../../shared/base/task'
import { codeProject } from '../../../shared/engine/codebook/code-project'
import { answerCompare } from '../../../shared/engine/figures/compare'
import { importPlan, planFile, readFile } from '../../../shared/engine/import/import-file'
import type { Project } from '../../../shared/engine/project/project'
import { gatherReport } from '../../../shared/engine/summary/report-data'
import { treatAsNps } from '../../../shared/engine/figures/scale'
import type { PlanOptions } from '../../../shared/ingest/types'
import { differenceOf } from '../../../shared/nps/difference'
import type { Clause, Dimension } from '../../../shared/query/types'
import { must, newProject } from '../../helpers/project'

interface Answer {
  readonly day: string
  readonly score: number
  readonly industry: string
  readonly comment: string
}

/** `times` answers alike. */
const answers = (times: number, day: string, score: number, industry: string, comment: string): readonly Answer[] =>
  Array.from({ length: times }, () => ({ day, score, industry, comment }))

/** Spring: 40 answers, 20 promoters, 10 passives, 10 detractors. Summer: 50 answers, 35, 5, 10. */
const ALL: readonly Answer[] = [
  ...answers(20, '2026-02-03', 10, 'Finance', 'it just works'),
  ...answers(10, '2026-03-31', 7, 'Retail', 'late delivery'),
  ...answers(10, '2026-01-01', 2, 'Retail', 'late delivery and a high price'),
  ...answers(35, '2026-04-01', 9, 'Finance', 'it just works'),
  ...answers(5, '2026-06-30', 8, 'Travel', 'fine'),
  ...answers(10, '2026-05-05', 0, 'Travel', 'a high price'),
]

const CODES = 'code,parent,rule,description,color\nDelivery,,delivery,,\nPrice,,price,,\nNever,,zzz,,\n'

const fileOf = (name: string, text: string) => ({ name, bytes: new TextEncoder().encode(text) })

/** So few different comments would be taken for a choice. */
const options: PlanOptions = { roles: { 5: 'comment' } }

async function addFile(project: Project, name: string, rows: readonly Answer[]): Promise<void> {
  const lines = rows.map(({ day, score, industry, comment }, at) => `${name}-${at + 1},${score},${day},${industry},${comment}`)
  const text = ['Response ID,How likely are you to recommend us?,Submitted at,Industry,Why?', ...lines].join('\n')
  const read = must(await readFile(project.platform, fileOf(name, `${text}\n`), options, quietTask))
  const planned = must(await planFile(read, options, project))
  must(await importPlan(project, read, planned, quietTask))
}

const fieldOf = (project: Project, name: string): Dimension => {
  const field = project.fields().find((each) => each.name === name)
  if (!field) throw new Error(name)
  return { kind: 'field', field: field.id }
}

const compared = async (project: Project, where: readonly Clause[] = [], by?: Dimension) =>
  must(await answerCompare(project, { from: '2026-Q1', to: '2026-Q2', where, ...(by ? { by } : {}) }))

describe('two periods', () => {
  let project: Project
  beforeAll(async () => {
    project = await newProject()
    await addFile(project, 'survey.csv', ALL)
    must(await codeProject(project, fileOf('codes.csv', CODES)))
  })

  test('are compared by their scores', async () => {
    const { from, to, change } = await compared(project)
    expect([from.promoters, from.passives, from.detractors, from.nps]).toEqual([20, 10, 10, 25])
    expect([to.promoters, to.passives, to.detractors, to.nps]).toEqual([35, 5, 10, 50])
    expect(change.difference).toBe(25)
    // (35.75 - 10.75)/53 - (20.75 - 10.75)/43 = 0.239140 -/+ 1.959964 * sqrt(0.0123558 + 0.0157785)
    expect(change.low).toBeCloseTo(-8.961, 2)
    expect(change.high).toBeCloseTo(56.789, 2)
    expect(change.verdict).toBe('within-noise')
  })

  test('by a field, with values that are new and values that are gone', async () => {
    const { segments } = await compared(project, [], fieldOf(project, 'Industry'))
    const told = segments.map(({ value, from, to, change }) => [value, from.n, to.n, change.difference, change.verdict])
    expect(told.toSorted(([a], [b]) => (String(a) < String(b) ? -1 : 1))).toEqual([
      ['Finance', 20, 35, 0, 'within-noise'],
      ['Retail', 20, 0, null, 'not-comparable'],
      ['Travel', 0, 15, null, 'not-comparable'],
    ])
  })

  test('by code: share, contribution and the change of the share', async () => {
    const { codes } = await compared(project)
    const price = codes.find(({ code }) => code === 'Price')!
    expect([price.from.n, price.from.share, price.to.n, price.to.share]).toEqual([10, 0.25, 10, 0.2])
    // Without the ten: 20 of 30 promoters; 35 of 40.
    expect(price.from.contribution).toBeCloseTo(25 - 200 / 3, 9)
    expect(price.to.contribution).toBeCloseTo(50 - 87.5, 9)
    // 11/52 - 11/42 = -0.050366 -/+ 1.959964 * sqrt(11*41/52^3 + 11*31/42^3) = 0.173212
    expect(price.change.difference).toBeCloseTo(-5, 9)
    expect(price.change.low).toBeCloseTo(-22.358, 2)
    expect(price.change.high).toBeCloseTo(12.285, 2)
    expect(codes.find(({ code }) => code === 'Delivery')!.change.verdict).toBe('down')
    expect(codes.map(({ code, to }) => [code, to.n])).toEqual([['Delivery', 0], ['Price', 10], ['Never', 0]])
  })

  test('through the filter', async () => {
    const { from, to } = await compared(project, [{ kind: 'values', dimension: fieldOf(project, 'Industry'), values: ['Finance'] }])
    expect([from.n, to.n]).toEqual([20, 35])
  })

  test('are refused without dates, with a period that is none, and when cancelled', async () => {
    expect(await answerCompare(project, { from: 'spring', to: '2026', where: [] })).toMatchObject({ fault: { code: 'period' } })
    const cancelled = { ...quietTask, cancelled: () => true }
    expect(await answerCompare(project, { from: '2026-Q1', to: '2026-Q2', where: [] }, cancelled)).toMatchObject({
      fault: { code: 'cancelled' },
    })
    const undated = await newProject()
    await addFile(undated, 'undated.csv', ALL.map((answer) => ({ ...answer, day: '' })))
    expect(await answerCompare(undated, { from: '2026-Q1', to: '2026-Q2', where: [] })).toMatchObject({
      fault: { code: 'no-dates' },
    })
  })

  test('on different scales are not compared, though each has a score of its own', async () => {
    const mixed = await newProject()
    const isSpring = ({ day }: Answer): boolean => day < '2026-04-01'
    // More than a hundred scores without a 0 are on 1 to 10.
    await addFile(mixed, 'spring.csv', [ALL, ALL, ALL, ALL].flat().filter(isSpring))
    await addFile(mixed, 'summer.csv', ALL.filter((answer) => !isSpring(answer)))
    must(await treatAsNps(mixed, [...mixed.registers.wave.keys()], true))
    expect(await answerCompare(mixed, { from: '2026-Q1', to: '2026-Q2', where: [] })).toMatchObject({
      fault: { code: 'mixed-scales' },
    })
  })
})

describe('what a summary is made from', () => {
  let project: Project
  beforeAll(async () => {
    project = await newProject()
    await addFile(project, 'survey.csv', ALL)
    must(await codeProject(project, fileOf('codes.csv', CODES)))
  })
  const gathered = async (where: readonly Clause[] = [], at = '2026-08-01T00:00:00Z') =>
    must(await gatherReport(project, where, at))

  test('compares the same two periods with the same outcome', async () => {
    const { change, trend } = await gathered()
    expect(trend?.unit).toBe('quarter')
    expect([change?.from.period, change?.to.period]).toEqual(['2026-Q1', '2026-Q2'])
    expect(change?.change).toEqual((await compared(project)).change)
  })

  test('is about the responses that pass the filter, all of it', async () => {
    const industry = fieldOf(project, 'Industry')
    const data = await gathered([
      { kind: 'values', dimension: industry, values: ['Retail'] },
      { kind: 'values', dimension: { kind: 'group' }, values: ['detractors'] },
    ])
    expect(data.filter).toEqual([
      { kind: 'values', field: 'Industry', dimension: 'field', values: ['Retail'] },
      { kind: 'values', field: null, dimension: 'group', values: ['detractors'] },
    ])
    expect(data.responses).toEqual({ all: 90, accepted: 10, scored: 10, commented: 10, first: '2026-01-01', last: '2026-01-01' })
    expect(data.headline).toMatchObject({ n: 10, nps: -100 })
    expect(data.trend).toBeNull()
    expect(data.themes).toMatchObject({ base: 10, coverage: 1 })
    expect(data.themes?.codes.map(({ name, n }) => [name, n])).toEqual([['Delivery', 10], ['Price', 10]])
    expect(new Set(data.quotes.map(({ text }) => text))).toEqual(new Set(['late delivery and a high price']))
  })

  test('names codes and comments of the filter as people know them', async () => {
    const price = [...project.registers.code].find(([, { name }]) => name === 'Price')![0]
    const data = await gathered([
      { kind: 'codes', codes: [price], has: true },
      { kind: 'text', text: 'late' },
    ])
    expect(data.filter).toEqual([
      { kind: 'codes', codes: ['Price'], has: true },
      { kind: 'text', text: 'late' },
    ])
    expect(data.responses.accepted).toBe(10)
  })

  test('does not compare a period that goes on while there are two that are over', async () => {
    const { trend } = await gathered([], '2026-06-30T12:00:00Z')
    expect(trend?.points.map(({ period, isOver }) => [period, isOver])).toEqual([
      ['2026-Q1', true],
      ['2026-Q2', false],
    ])
  })
})

describe('two filters', () => {
  const GROUP: Dimension = { kind: 'group' }
  let project: Project
  beforeAll(async () => {
    project = await newProject()
    await addFile(project, 'all', ALL)
    must(await codeProject(project, fileOf('codes.csv', CODES)))
  })
  const industry = (...values: readonly string[]): Clause => ({ kind: 'values', dimension: fieldOf(project, 'Industry'), values })
  const between = async (from: readonly Clause[], to: readonly Clause[], by?: Dimension) => must(await answerCompare(project, { from, to, where: [], ...(by ? { by } : {}) }))

  test('a segment against everybody else', async () => {
    const { from, to, change, shared, people } = await between([{ kind: 'except', where: [industry('Finance')] }], [industry('Finance')])
    expect(from).toMatchObject({ promoters: 0, passives: 15, detractors: 20 })
    expect(to).toMatchObject({ promoters: 55, passives: 0, detractors: 0 })
    expect(change).toEqual(differenceOf(from, to))
    expect({ shared, people }).toEqual({ shared: 0, people: null })
  })

  test('a segment against all, which it is part of: the answers on both sides are not independent', async () => {
    const { from, to, change, shared } = await between([], [industry('Retail')], fieldOf(project, 'Industry'))
    expect(shared).toBe(20)
    expect(change.difference).toBeCloseTo(-50 - (100 * 35) / 90, 9)
    // Segment - total = (1 - f) (segment - rest), f being its share: so is the error, but for the answers added.
    const rest = differenceOf({ promoters: 55, passives: 5, detractors: 10 }, to)
    expect(change.high! - change.low!).toBeCloseTo((rest.high! - rest.low!) * (1 - 20 / 90), -1)
    expect(change.high! - change.low!).toBeLessThan(differenceOf(from, to).high! - differenceOf(from, to).low!)
  })

  test('the same on both sides is no difference', async () => {
    const { change, segments } = await between([industry('Retail')], [industry('Retail')], GROUP)
    expect(change).toMatchObject({ difference: 0, p: 1, verdict: 'within-noise' })
    expect(segments.every(({ change: { difference } }) => difference === 0)).toBe(true)
  })

  test('everybody else follows the codes of the filter that is left out', async () => {
    const price: Clause = { kind: 'codes', codes: [[...project.registers.code].find(([, { name }]) => name === 'Price')![0]], has: true }
    const { from, to } = await between([{ kind: 'except', where: [price] }], [price])
    expect([from.n, to.n]).toEqual([70, 20])
  })
})
