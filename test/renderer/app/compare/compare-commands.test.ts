import { describe, expect, test } from 'vitest'
import { createCommands } from '../../../../renderer/app/commands'
import { createSession } from '../../../../renderer/app/session'
import { ok, refuse } from '../../../../shared/base/result'
import { fault } from '../../../../shared/base/fault'
import { differenceOf } from '../../../../shared/nps/difference'
import { figureOf } from '../../../../shared/nps/figure'
import type { EngineApi } from '../../../../shared/protocol/engine-api'
import type { Clause, CompareQuery, Comparison, Slice, SliceQuery } from '../../../../shared/query/types'
import { createFakeEngine } from '../../../helpers/fake-engine'
import { memoryHost } from '../../../helpers/memory-host'

const figure = (promoters: number) => figureOf({ promoters, passives: 0, detractors: 0 })
const COUNTS: Readonly<Record<string, Readonly<Record<string, number>>>> = {
  month: { '2025-01': 40, '2025-04': 4 },
  quarter: { '2025-Q1': 40, '2025-Q2': 50, '2025-Q4': 60 },
  half: { '2025-H1': 90, '2025-H2': 60 },
  year: { '2025': 150 },
}

/** A project with three quarters of answers. `queries` keeps what was compared. */
async function setUp(patch: Partial<EngineApi> = {}) {
  const queries: CompareQuery[] = []
  const slice = ({ by }: SliceQuery): Slice => {
    const dimension = by[0]
    const counts = dimension?.kind === 'period' ? (COUNTS[dimension.unit] ?? {}) : {}
    const rows = Object.entries(counts).map(([period, n]) => ({ key: [period], figure: figure(n) }))
    return { total: figure(150), rows, responses: 200, importing: false, nonStandard: null }
  }
  const compare = (query: CompareQuery): Comparison => {
    queries.push(query)
    const [from, to] = [figure(40), figure(60)]
    const change = differenceOf(from, to)
    const segments = query.by ? [{ value: 'Finance', from, to, change, q: change.p, shareFrom: 1, shareTo: 1, parts: null }] : []
    return { from, to, change, segments, parts: null, shared: 0, people: null, codes: [], nonStandard: null }
  }
  const opened = createFakeEngine({
    slice: (query) => Promise.resolve(ok(slice(query))),
    compare: (query) => Promise.resolve(ok(compare(query))),
    ...patch,
  })
  const session = createSession('en', 'light')
  const commands = createCommands(session, opened.client, memoryHost(), () => Promise.resolve(refuse(fault('empty-file'))))
  await commands.openProject('p1', 'answers')
  const project = session.get().project
  if (project) session.set({ project: { ...project, periods: ['month', 'quarter', 'half', 'year'] } })
  await commands.show('compare')
  return { session, commands, queries, compared: () => session.get().compare }
}

describe('the compare screen', () => {
  test('starts with the last two periods of the unit that suits the answers', async () => {
    const { compared, queries } = await setUp()
    expect(compared().choice).toMatchObject({ unit: 'quarter', from: '2025-Q2', to: '2025-Q4' })
    expect(compared().choice?.by).toEqual({ kind: 'field', field: 'f2' })
    expect(queries).toHaveLength(1)
    expect(compared().periods?.month?.map(({ period }) => period)).toEqual(['2025-01', '2025-04'])
  })

  test('takes other periods, swaps them, and starts anew with another unit', async () => {
    const { compared, commands } = await setUp()
    await commands.comparePeriod('from', '2025-Q1')
    expect(compared().choice).toMatchObject({ from: '2025-Q1', to: '2025-Q4' })
    await commands.comparePeriod('from', '2025-Q4')
    expect(compared().choice).toMatchObject({ from: '2025-Q4', to: '2025-Q1' })
    await commands.swapSides()
    expect(compared().choice).toMatchObject({ from: '2025-Q1', to: '2025-Q4' })
    await commands.compareBy('half')
    expect(compared().choice).toMatchObject({ unit: 'half', from: '2025-H1', to: '2025-H2' })
    await commands.compareBy('year')
    expect(compared().choice).not.toMatchObject({ unit: 'year' })
  })

  test('filters by the segment picked, but not the segments themselves', async () => {
    const { session, commands, queries, compared } = await setUp()
    queries.length = 0
    await commands.pickSegment('Finance')
    const clause: Clause = {
      kind: 'values',
      dimension: { kind: 'field', field: 'f2' },
      values: ['Finance'],
      source: 'compare:segment',
    }
    expect(session.get().filter).toEqual([clause])
    expect(queries).toEqual([
      { from: '2025-Q2', to: '2025-Q4', where: [clause] },
      { from: '2025-Q2', to: '2025-Q4', by: { kind: 'field', field: 'f2' }, where: [] },
    ])
    expect(compared().segments).toHaveLength(1)
    await commands.pickSegment('Finance')
    expect(session.get().filter).toEqual([])
  })

  test('leads to the responses of a figure, and takes the way back out of the filter', async () => {
    const { session, commands } = await setUp()
    await commands.setFilter([{ kind: 'text', text: 'late' }])
    await commands.openCompared([{ kind: 'values', dimension: { kind: 'group' }, values: ['detractors'] }])
    expect(session.get()).toMatchObject({ screen: 'code' })
    expect(session.get().filter).toHaveLength(2)
    await commands.show('compare')
    expect(session.get().filter).toEqual([{ kind: 'text', text: 'late' }])
  })

  test('has nothing to show for one period, and says why where the scale is refused', async () => {
    const alone: Slice = { total: figure(9), rows: [{ key: ['2025'], figure: figure(9) }], responses: 9, importing: false, nonStandard: null }
    const one = await setUp({ slice: () => Promise.resolve(ok(alone)) })
    expect(one.compared()).toMatchObject({ choice: null, value: null, isStale: false, fault: null })
    const scale = refuse(fault('scale', { waves: '"a"', scale: '1-5' }))
    const refused = await setUp({ slice: () => Promise.resolve(scale) })
    expect(refused.compared()).toMatchObject({ choice: null, fault: { code: 'scale' } })
  })

  test('keeps the outcome of the last question when an earlier one comes late', async () => {
    const waiting: (() => void)[] = []
    const { commands, compared } = await setUp()
    const slow = compared().value
    if (!slow) throw new Error('nothing compared')
    const late = await setUp({
      compare: ({ from }) =>
        new Promise((resolve) => {
          waiting.push(() => resolve(ok({ ...slow, nonStandard: typeof from === 'string' ? from : null })))
          if (waiting.length === 1) waiting[0]?.()
        }),
    })
    const first = late.commands.comparePeriod('from', '2025-Q1')
    const second = late.commands.comparePeriod('to', '2025-Q2')
    waiting[2]?.()
    await second
    waiting[1]?.()
    await first
    expect(late.compared().choice).toMatchObject({ to: '2025-Q2' })
    await commands.loadCompare()
  })
})

describe('two filters', () => {
  const FINANCE: Clause = { kind: 'values', dimension: { kind: 'field', field: 'f2' }, values: ['Finance'] }
  const view = { id: 'v1', name: 'Finance', where: [FINANCE], order: 'newest' as const }

  test('start with the first saved view against everybody else, split by what it is not about', async () => {
    const { session, commands, compared, queries } = await setUp()
    const project = session.get().project!
    session.set({ project: { ...project, views: [view] } })
    await commands.compareKind('filters')
    expect(compared().choice).toMatchObject({ kind: 'filters', from: { kind: 'rest' }, to: { kind: 'view', id: 'v1' } })
    expect(compared().choice?.by).not.toEqual({ kind: 'field', field: 'f2' })
    expect(queries.at(-1)).toMatchObject({ from: [{ kind: 'except', where: [FINANCE] }], to: [FINANCE] })
  })

  test('a filter moves to a side and holds for both no more', async () => {
    const { session, commands, queries } = await setUp()
    await commands.compareKind('filters')
    await commands.setFilter([{ ...FINANCE, source: 'chart' }])
    await commands.moveFilter('to')
    expect(session.get().filter).toEqual([])
    expect(queries.at(-1)).toMatchObject({ where: [], from: [], to: [FINANCE] })
    await commands.compareSide('from', { kind: 'rest' })
    expect(queries.at(-1)).toMatchObject({ from: [{ kind: 'except', where: [FINANCE] }], to: [FINANCE] })
    await commands.swapSides()
    expect(queries.at(-1)).toMatchObject({ from: [FINANCE], to: [{ kind: 'except', where: [FINANCE] }] })
  })

  test('only one side can be everybody else', async () => {
    const { commands, compared } = await setUp()
    await commands.compareKind('filters')
    await commands.compareSide('from', { kind: 'rest' })
    await commands.compareSide('to', { kind: 'rest' })
    expect(compared().choice).toMatchObject({ from: { kind: 'all' }, to: { kind: 'rest' } })
  })
})
