import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { parseIsoDay } from '../../../shared/base/day'
import { quietTask } from '../../../shared/base/task'
import { answerCompare } from '../../../shared/engine/figures/compare'
import { createDesk } from '../../../shared/engine/desk'
import { saveMethod } from '../../../shared/engine/settings/method'
import { openPeriod } from '../../../shared/engine/figures/open-period'
import type { Project } from '../../../shared/engine/project/project'
import { answerSlice } from '../../../shared/engine/figures/answers'
import { gatherReport } from '../../../shared/engine/summary/report-data'
import { rollingRows } from '../../../shared/engine/figures/rolling'
import { answerTrend, answerTrendExtras } from '../../../shared/engine/figures/trend'
import { groupOf } from '../../../shared/nps/group'
import { fillPeriods, periodOf } from '../../../shared/query/period'
import { STANDARD_METHOD } from '../../../shared/query/method'
import { PERIOD_UNITS } from '../../../shared/query/types'
import { createMemoryShelf } from '../../helpers/memory-shelf'
import { addWave, must, newProject, testPlatform, type TestRow } from '../../helpers/project'

const dayOf = (iso: string): number => parseIsoDay(iso)!
const REGION = { kind: 'field', field: 'Region' } as const

const projectOf = async (rows: readonly TestRow[]): Promise<Project> => {
  const project = await newProject()
  await addWave(project, 'one', ['Region', 'Person'], rows, quietTask, ['segment', 'respondent'])
  return project
}

const response = fc.record({
  score: fc.option(fc.integer({ min: 0, max: 10 }), { nil: null }),
  day: fc.option(fc.integer({ min: dayOf('2024-01-01'), max: dayOf('2026-12-31') }), { nil: null }),
  cells: fc.tuple(fc.constantFrom('North', 'South', ''), fc.constantFrom('', 'ana', 'bo', 'cy', 'di')),
})

interface Counted {
  readonly key: string
  readonly n: number
  readonly sum: number
}

/** Window by window, answer by answer. */
function naive(rows: readonly TestRow[], unit: (typeof PERIOD_UNITS)[number], start: number, width: number, perPerson: boolean, split: boolean): readonly Counted[] {
  const dated = rows.filter(({ day }) => day !== null)
  const periods = fillPeriods(dated.map(({ day }) => periodOf(day!, unit, start)))
  return periods.slice(width - 1).flatMap((period, at) => {
    const window = periods.slice(at, at + width)
    const inside = dated.filter(({ score, day }) => score !== null && window.includes(periodOf(day!, unit, start)))
    const counts = inside.filter((row) => {
      if (!perPerson || row.cells[1] === '') return true
      const own = inside.filter(({ cells }) => cells[1] === row.cells[1])
      const latest = own.reduce((best, one) => (one.day! >= best.day! ? one : best))
      return latest === row
    })
    const values = split ? ['North', 'South', ''] : [null]
    return values.flatMap((value) => {
      const those = counts.filter(({ cells }) => value === null || cells[0] === value)
      const signs: number[] = those.map(({ score }) => ({ promoters: 1, passives: 0, detractors: -1 })[groupOf(score!)!])
      return those.length === 0 ? [] : [{ key: `${period} ${value ?? ''}`, n: those.length, sum: signs.reduce((all, one) => all + one, 0) }]
    })
  })
}

it('a rolling score pools the answers of its window, of each person the latest one where only that counts', async () => {
  await fc.assert(
    fc.asyncProperty(
      fc.array(response, { minLength: 1, maxLength: 40 }),
      fc.constantFrom(...PERIOD_UNITS),
      fc.integer({ min: 1, max: 12 }),
      fc.integer({ min: 2, max: 5 }),
      fc.boolean(),
      fc.boolean(),
      async (rows, unit, fiscalStart, width, perPerson, split) => {
        const project = await projectOf(rows)
        must(await saveMethod(project, { ...STANDARD_METHOD, fiscalStart, perPerson }))
        const found = rollingRows(project, project.columns.live, unit, split ? REGION : null, width)
        const counted = found.map(({ key, figure }): Counted => ({ key: `${key[0]} ${key[1] ?? ''}`, n: figure.n, sum: figure.promoters - figure.detractors }))
        const order = (a: Counted, b: Counted): number => (a.key < b.key ? -1 : 1)
        expect(counted.toSorted(order)).toEqual(naive(rows, unit, fiscalStart, width, perPerson, split).toSorted(order))
        await project.close()
      },
    ),
    { numRuns: 40 },
  )
})

/** Answers on these days, `n` a day. */
const answered = (days: readonly string[], n: number): readonly TestRow[] =>
  days.flatMap((day) => Array.from({ length: n }, (_, at): TestRow => ({ score: at % 11, day: dayOf(day), cells: ['North', ''] })))

describe('the last period', () => {
  const openOf = async (days: readonly string[], today: string, fiscalStart = 1): Promise<string | null> => {
    const project = await projectOf(answered(days, 20))
    project.platform.now = () => `${today}T12:00:00.000Z`
    must(await saveMethod(project, { ...STANDARD_METHOD, fiscalStart }))
    return openPeriod(project, 'quarter')
  }
  it.each([
    ['is complete once it is over', ['2025-03-30', '2025-06-29', '2025-09-28'], '2025-10-01', 1, null],
    ['is not before', ['2025-03-30', '2025-06-29', '2025-09-28'], '2025-09-30', 1, '2025-Q3'],
    ['is not where its answers end earlier than ever before', ['2025-03-30', '2025-06-29', '2025-08-10'], '2026-01-01', 1, '2025-Q3'],
    ['is complete where all surveys were held early in a quarter', ['2025-01-20', '2025-04-22', '2025-07-18'], '2026-01-01', 1, null],
    ['goes by the fiscal year', ['2025-04-28', '2025-07-29', '2025-09-28'], '2025-10-15', 2, 'FY2026-Q3'],
    ['alone is complete where its answers reach its end', ['2025-09-28'], '2026-01-01', 1, null],
    ['alone is not where they do not', ['2025-08-01'], '2026-01-01', 1, '2025-Q3'],
  ])('%s', async (_, days, today, start, open) => {
    expect(await openOf(days, today, start)).toBe(open)
  })

  it('is left out of the limits, and no signal', async () => {
    const months = Array.from({ length: 13 }, (_, at) => `${2024 + Math.floor(at / 12)}-${String((at % 12) + 1).padStart(2, '0')}`)
    const rows = months.flatMap((month, at) => {
      const days = ['03', '14', '28'].map((day) => `${month}-${day}`)
      return at < 12 ? answered(days, 22) : answered(days.slice(0, 2), 40).map((row) => ({ ...row, score: 10 }))
    })
    const project = await projectOf(rows)
    project.platform.now = () => '2025-01-20T00:00:00.000Z'
    const { periods, canSignal } = must(await answerTrend(project, 'month', [], 3))
    expect(canSignal).toBe(true)
    const last = periods.at(-1)!
    expect(last).toMatchObject({ period: '2025-01', incomplete: true, nps: 100, signal: null })
    expect(last.nps!).toBeGreaterThan(last.upper!)
    expect(periods.slice(0, -1).some(({ incomplete }) => incomplete)).toBe(false)
    // Eleven scores, 0 to 10, each as often: 2 promoters, 7 detractors.
    expect(last.center).toBeCloseTo((100 * (2 - 7)) / 11, 9)
    project.platform.now = () => '2025-03-01T00:00:00.000Z'
    // Over by now, its answers end on the 14th all the same.
    expect(must(await answerTrend(project, 'month', [], 3)).periods.at(-1)).toMatchObject({ incomplete: true })
    expect(must(await answerTrendExtras(project, { unit: 'month', split: null, where: [], window: 3 })).open).toBe('2025-01')
  })
})

describe('the fiscal year', () => {
  const rows = answered(['2025-02-10', '2025-05-10', '2025-08-10', '2025-11-10', '2026-02-10'], 12)
  const april = { ...STANDARD_METHOD, fiscalStart: 4 }
  const keysOf = async (project: Project, unit: (typeof PERIOD_UNITS)[number]): Promise<readonly (string | null)[]> =>
    must(await answerSlice(project, { by: [{ kind: 'period', unit }], where: [] })).rows.map(({ key }) => key[0]!)

  it('decides which periods there are, at once and with undo', async () => {
    const project = await projectOf(rows)
    expect(await keysOf(project, 'quarter')).toEqual(['2025-Q1', '2025-Q2', '2025-Q3', '2025-Q4', '2026-Q1'])
    const where = [{ kind: 'values', dimension: { kind: 'period', unit: 'year' }, values: ['2025'] }] as const
    expect(must(await answerSlice(project, { by: [], where })).total.n).toBe(48)
    must(await saveMethod(project, april))
    expect(await keysOf(project, 'quarter')).toEqual(['FY2025-Q4', 'FY2026-Q1', 'FY2026-Q2', 'FY2026-Q3', 'FY2026-Q4'])
    expect(await keysOf(project, 'half')).toEqual(['FY2025-H2', 'FY2026-H1', 'FY2026-H2'])
    expect(await keysOf(project, 'year')).toEqual(['FY2025', 'FY2026'])
    expect(await keysOf(project, 'month')).toContain('2025-08')
    expect(must(await answerSlice(project, { by: [], where })).total.n).toBe(0)
    // The same name under another year is another period.
    must(await saveMethod(project, { ...april, fiscalStart: 3 }))
    const fiscal = [{ kind: 'values', dimension: { kind: 'period', unit: 'year' }, values: ['FY2026'] }] as const
    expect(must(await answerSlice(project, { by: [], where: fiscal })).total.n).toBe(48)
    must(await saveMethod(project, { ...april, fiscalStart: 6 }))
    expect(must(await answerSlice(project, { by: [], where: fiscal })).total.n).toBe(36)
    for (let step = 0; step < 3; step++) must(await project.undo())
    expect(await keysOf(project, 'year')).toEqual(['2025', '2026'])
    expect(must(await answerSlice(project, { by: [], where })).total.n).toBe(48)
  })

  it('decides which periods are compared, and refuses those of another', async () => {
    const project = await projectOf(rows)
    must(await saveMethod(project, april))
    const { from, to } = must(await answerCompare(project, { from: 'FY2026-Q1', to: 'FY2026-Q4', where: [] }))
    expect([from.n, to.n]).toEqual([12, 12])
    expect(await answerCompare(project, { from: '2025-Q1', to: 'FY2026-Q4', where: [] })).toMatchObject({ fault: { code: 'fiscal-period', params: { period: '2025-Q1', start: 4 } } })
    expect(await answerCompare(project, { from: 'FY2026-Q9', to: 'FY2026-Q4', where: [] })).toMatchObject({ fault: { code: 'period' } })
    const { trend, change } = must(await gatherReport(await projectOf([...rows, ...rows, ...rows]), [], '2026-06-01T00:00:00Z'))
    expect([trend?.unit, change?.to.period]).toEqual(['quarter', '2026-Q1'])
  })

  it('gives saved views other names for the same days', async () => {
    const desk = createDesk(await testPlatform(), createMemoryShelf())
    must(await desk.createProject({ name: 'views' }, quietTask))
    const view = { name: 'Q1', order: 'file', where: [{ kind: 'values', dimension: { kind: 'period', unit: 'quarter' }, values: ['2026-Q1', null] }] } as const
    must(await desk.saveView({ id: 'v', view }, quietTask))
    const valuesOf = (start: number) => desk.saveMethod({ ...STANDARD_METHOD, fiscalStart: start }, quietTask).then((done) => must(done).views[0]!.where[0])
    expect(await valuesOf(4)).toMatchObject({ dimension: { unit: 'quarter' }, values: ['FY2026-Q4', null] })
    expect(await valuesOf(2)).toMatchObject({ dimension: { unit: 'month' }, values: ['2026-01', '2026-02', '2026-03', null] })
    const kept = must(await desk.saveView({ id: 'w', view: { ...view, name: 'FY', where: [{ ...view.where[0], values: ['FY2026-Q1'] }] } }, quietTask))
    expect(kept.views.find(({ id }) => id === 'w')?.where[0]).toMatchObject({ values: ['FY2026-Q1'] })
    const january = must(await desk.saveMethod(STANDARD_METHOD, quietTask)).views
    expect(january.find(({ id }) => id === 'w')?.where[0]).toMatchObject({ dimension: { unit: 'month' }, values: ['2025-02', '2025-03', '2025-04'] })
    expect(january.find(({ id }) => id === 'v')?.where[0]).toMatchObject({ values: ['2026-Q1', null] })
  })
})

describe('targets and benchmarks', () => {
  const kept = {
    targets: [{ label: 'Goal', score: 40, from: '2026-01' }],
    benchmarks: [{ label: 'Technology', low: 28, high: 36.5, source: 'Vendors’ survey, 2025' }],
  }

  it('are kept all at once, and come back with undo', async () => {
    const desk = createDesk(await testPlatform(), createMemoryShelf())
    expect(must(await desk.createProject({ name: 'p' }, quietTask)).yardsticks).toEqual({ targets: [], benchmarks: [] })
    const saved = must(await desk.saveYardsticks({ ...kept, targets: [{ ...kept.targets[0]!, label: ' Goal ' }] }, quietTask))
    expect(saved).toMatchObject({ yardsticks: kept, undo: 'setting' })
    const { revision } = saved
    expect(must(await desk.saveYardsticks(kept, quietTask)).revision).toBe(revision)
    expect(must(await desk.saveYardsticks({ targets: [], benchmarks: [] }, quietTask)).yardsticks.targets).toEqual([])
    expect(must(await desk.undo(null, quietTask)).yardsticks).toEqual(kept)
    expect(must(await desk.undo(null, quietTask)).yardsticks.benchmarks).toEqual([])
  })

  it.each([
    ['a score that none can have', { ...kept, targets: [{ label: 'Goal', score: 101, from: null }] }],
    ['no name', { ...kept, targets: [{ label: ' ', score: 1, from: null }] }],
    ['a month that is none', { ...kept, targets: [{ label: 'Goal', score: 1, from: '2026-13' }] }],
    ['no source', { ...kept, benchmarks: [{ ...kept.benchmarks[0]!, source: ' ' }] }],
    ['ends the wrong way round', { ...kept, benchmarks: [{ ...kept.benchmarks[0]!, low: 50 }] }],
  ])('%s is refused', async (_, wrong) => {
    const desk = createDesk(await testPlatform(), createMemoryShelf())
    must(await desk.createProject({ name: 'p' }, quietTask))
    expect(await desk.saveYardsticks(wrong, quietTask)).toMatchObject({ ok: false, fault: { code: 'bad-yardstick' } })
  })
})
