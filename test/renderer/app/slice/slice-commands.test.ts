import { afterEach, describe, expect, test, vi } from 'vitest'
import { withChoices } from '../../../../renderer/app/slice/brush'
import { createSession } from '../../../../renderer/app/session'
import { settleSlice } from '../../../../renderer/app/slice/settle-slice'
import { createSliceCommands } from '../../../../renderer/app/slice/slice-commands'
import { chosenDimensions, EMPTY_SLICE, type SliceState } from '../../../../renderer/app/slice/slice-state'
import type { Host } from '../../../../renderer/host/host'
import { fault } from '../../../../shared/base/fault'
import { ok, refuse, type Result } from '../../../../shared/base/result'
import { figureOf } from '../../../../shared/nps/figure'
import type { OutputFile, ProjectView } from '../../../../shared/protocol/engine-api'
import type { Dimension, PeriodUnit, Slice, SliceQuery } from '../../../../shared/query/types'
import { createFakeEngine } from '../../../helpers/fake-engine'

const INDUSTRY: Dimension = { kind: 'field', field: 'f2' }
const REGION: Dimension = { kind: 'field', field: 'f3' }
const QUARTER: Dimension = { kind: 'period', unit: 'quarter' }

async function setUp(answer?: (query: SliceQuery) => Promise<Result<Slice>>) {
  const asked: SliceQuery[] = []
  const slice = (query: SliceQuery): Promise<Result<Slice>> => {
    asked.push(query)
    const total = figureOf({ promoters: 100 - query.where.length, passives: 0, detractors: 0 })
    return answer?.(query) ?? Promise.resolve(ok({ total, rows: [], responses: total.n, importing: false, nonStandard: null }))
  }
  const { client } = createFakeEngine({ slice })
  const saved: OutputFile[] = []
  let refuses = false
  const host: Host = {
    kind: 'memory',
    pickFile: () => Promise.resolve(ok(null)),
    saveFile: (file) => {
      saved.push(file)
      return Promise.resolve(refuses ? refuse(fault('not-readable', { file: file.name, what: 'test' })) : ok('saved'))
    },
    getPreference: () => null,
    setPreference: () => undefined,
  }
  const session = createSession('en', 'light')
  const opened = await client.call('openProject', { id: 'p1' })
  if (!opened.ok) throw new Error('the fake engine opens a project')
  const [field] = opened.value.fields
  const project: ProjectView = {
    ...opened.value,
    fields: [field!, { ...field!, id: 'f3', number: 3, name: 'Region', label: 'Region' }],
    periods: ['month', 'quarter', 'half', 'year'],
  }
  session.set({ project, screen: 'slice' })
  const context = {
    session,
    client,
    host,
    askPassword: () => Promise.resolve(null),
    readFile: () => Promise.reject(new Error('nothing is read here')),
    adopt: () => Promise.resolve(),
    reload: () => Promise.resolve(),
  }
  return { session, project, asked, saved, commands: createSliceCommands(context), refuseFiles: () => (refuses = true) }
}

/** Period number `at` from the beginning of 2010. */
function periodKey(unit: PeriodUnit, at: number): string {
  const per = { month: 12, quarter: 4, half: 2, year: 1 }[unit]
  const [year, part] = [2010 + Math.floor(at / per), (at % per) + 1]
  const parts = { month: `-${String(part).padStart(2, '0')}`, quarter: `-Q${part}`, half: `-H${part}`, year: '' }
  return `${year}${parts[unit]}`
}

describe('what a chart is asked by', () => {
  test('its own picks do not filter it, the headline they do', async () => {
    const { session, asked, commands } = await setUp()
    session.set({ filter: withChoices([{ kind: 'text', text: 'slow' }], [{ dimension: INDUSTRY, values: ['Finance'] }]) })
    await commands.loadSlice()
    expect(asked.map(({ by, where }) => [by, where.length])).toEqual([
      [[INDUSTRY], 1],
      [[], 2],
    ])
    expect(session.get().slice.shown).toMatchObject({ by: [INDUSTRY], value: { total: { n: 99 } }, headline: { total: { n: 98 } } })
  })

  test('another pick in the chart asks for the headline alone, a change of the project for both', async () => {
    const { session, asked, project, commands } = await setUp()
    const pick = (value: string): void => session.set({ filter: withChoices([], [{ dimension: INDUSTRY, values: [value] }]) })
    pick('Finance')
    await commands.loadSlice()
    const before = session.get().slice.shown
    pick('Retail')
    await commands.loadSlice()
    expect(asked.map(({ by }) => by)).toEqual([[INDUSTRY], [], []])
    const { shown } = session.get().slice
    expect(shown?.value).toBe(before?.value)
    expect(shown?.headline).not.toBe(before?.headline)

    session.set({ project: { ...project, revision: project.revision + 1 } })
    await commands.loadSlice()
    expect(asked.map(({ by }) => by).slice(3)).toEqual([[INDUSTRY], []])
  })

  test('one question is enough where nothing is picked in the chart', async () => {
    const { session, asked, commands } = await setUp()
    session.set({ filter: withChoices([], [{ dimension: REGION, values: ['Seoul'] }]) })
    await commands.loadSlice()
    expect(asked).toHaveLength(1)
    const { shown } = session.get().slice
    expect(shown?.headline).toBe(shown?.value)
  })

  test('follows the view, which keeps its choices', async () => {
    const { session, asked, commands } = await setUp()
    await commands.trendBy('quarter')
    asked.length = 0
    await commands.viewSlice('crossed')
    await commands.viewSlice('trend')
    await commands.splitTrend(REGION)
    await commands.trendBy('year')
    await commands.viewSlice('field')
    await commands.viewSlice('trend')
    expect(asked.map(({ by }) => by)).toEqual([
      [INDUSTRY, REGION],
      [QUARTER],
      [QUARTER, REGION],
      [{ kind: 'period', unit: 'year' }, REGION],
      [INDUSTRY],
      [{ kind: 'period', unit: 'year' }, REGION],
    ])
    expect(session.get().slice.shown?.view).toBe('trend')
  })

  test.each([
    ['the shortest unit with enough answers', { month: 2, quarter: 1, half: 1, year: 1 }, 100, 'month'],
    ['the longest with two periods, where answers are few', { month: 9, quarter: 3, half: 2, year: 1 }, 5, 'half'],
    ['the shortest where all lie in one period', { month: 1, quarter: 1, half: 1, year: 1 }, 100, 'month'],
  ] as const)('a trend begins with %s', async (_, periods, n, unit) => {
    const { session, commands } = await setUp(({ by: [by] }) => {
      const figure = figureOf({ promoters: n, passives: 0, detractors: 0 })
      const points = by?.kind === 'period' ? periods[by.unit] : 0
      const rows = Array.from({ length: points }, (__, at) => ({ key: [periodKey(by?.kind === 'period' ? by.unit : 'year', at)], figure, againstRest: null }))
      return Promise.resolve(ok({ total: figure, rows, responses: n, importing: false, nonStandard: null }))
    })
    await commands.viewSlice('trend')
    expect(session.get().slice.trend.unit).toBe(unit)
    expect(session.get().slice.shown?.by).toEqual([{ kind: 'period', unit }])
  })

  test('nothing is crossed with itself: the sides are swapped', async () => {
    const { session, commands } = await setUp()
    await commands.viewSlice('crossed')
    await commands.crossBy('rows', REGION)
    expect(session.get().slice.crossed).toMatchObject({ rows: REGION, columns: INDUSTRY })
    await commands.crossBy('columns', QUARTER)
    expect(session.get().slice.crossed).toMatchObject({ rows: REGION, columns: QUARTER })
  })

  test('an answer that comes late is not shown', async () => {
    const waiting: (() => void)[] = []
    const { session, commands } = await setUp(async ({ by }) => {
      await new Promise<void>((resolve) => waiting.push(resolve))
      const total = figureOf({ promoters: by.length, passives: 0, detractors: 0 })
      return ok({ total, rows: [], responses: 1, importing: false, nonStandard: null })
    })
    const first = commands.viewSlice('crossed')
    const second = commands.viewSlice('field')
    waiting[1]?.()
    await second
    waiting[0]?.()
    await first
    expect(session.get().slice.shown).toMatchObject({ view: 'field', value: { total: { n: 1 } } })
  })

  test('a refusal takes the place of the figures', async () => {
    const { session, commands } = await setUp(() => Promise.resolve(refuse(fault('scale', { waves: '"a"', scale: '1-10' }))))
    await commands.loadSlice()
    expect(session.get().slice).toMatchObject({ shown: null, fault: { code: 'scale' } })
  })
})

describe('choices that a project does not have', () => {
  test('give way to what it has', async () => {
    const { project } = await setUp()
    const poor: ProjectView = { ...project, fields: [], periods: [] }
    const gone: SliceState = {
      ...EMPTY_SLICE,
      dimension: INDUSTRY,
      crossed: { ...EMPTY_SLICE.crossed, rows: INDUSTRY, columns: QUARTER },
      trend: { unit: 'quarter', split: REGION },
    }
    const settled = { ...gone, ...settleSlice(gone, poor) }
    expect(settled).toMatchObject({
      dimension: { kind: 'wave' },
      crossed: { rows: { kind: 'wave' }, columns: null },
      trend: { unit: null, split: null },
    })
    expect(chosenDimensions({ ...settled, view: 'crossed' })).toEqual([])
    expect(chosenDimensions({ ...settled, view: 'trend' })).toEqual([])
  })

  test('what it has stays', async () => {
    const { project } = await setUp()
    const chosen: SliceState = { ...EMPTY_SLICE, dimension: REGION, sort: { key: 'n', descending: false }, trend: { unit: 'half', split: INDUSTRY } }
    expect(settleSlice(chosen, project)).toMatchObject({ dimension: REGION, sort: chosen.sort, trend: chosen.trend })
  })
})

describe('copying', () => {
  afterEach(() => vi.unstubAllGlobals())

  test('a table goes to the clipboard', async () => {
    const written: string[] = []
    vi.stubGlobal('navigator', { clipboard: { writeText: (text: string) => Promise.resolve(void written.push(text)) } })
    const { session, commands, saved } = await setUp()
    await commands.copyTable('NPS by Industry', 'a\tb')
    expect(written).toEqual(['a\tb'])
    expect(saved).toEqual([])
    expect(session.get().notice).toMatchObject({ kind: 'done', key: 'slice.copied.table' })
  })

  test('where there is no clipboard it becomes a file, and that is said', async () => {
    vi.stubGlobal('navigator', {})
    const { session, commands, saved } = await setUp()
    await commands.copyTable('NPS: “a/b” × c?', 'a\t금융')
    expect(saved.map(({ name }) => name)).toEqual(['NPS - “a-b” × c.tsv'])
    expect(new TextDecoder().decode(saved[0]?.bytes)).toBe('a\t금융')
    expect(session.get().notice).toMatchObject({ key: 'slice.copy.saved', params: { file: 'NPS - “a-b” × c.tsv' } })
  })

  test('where neither works, that is said as well', async () => {
    vi.stubGlobal('navigator', {})
    const { session, commands, refuseFiles } = await setUp()
    refuseFiles()
    await commands.copyTable('NPS', 'a')
    expect(session.get().notice).toMatchObject({ kind: 'fault', fault: { code: 'not-readable' } })
    await commands.copyPicture('NPS', null)
    expect(session.get().notice).toMatchObject({ key: 'slice.copy.nothing' })
  })

  describe('lines', () => {
    const written: Record<string, Blob>[] = []
    const standIn = (supports: boolean): void => {
      written.length = 0
      const item = class {
        static supports = (type: string): boolean => supports && type === 'image/svg+xml'
        constructor(readonly blobs: Record<string, Blob>) {}
      }
      vi.stubGlobal('ClipboardItem', item)
      const write = (items: readonly { readonly blobs: Record<string, Blob> }[]): Promise<void> => Promise.resolve(void written.push(...items.map(({ blobs }) => blobs)))
      vi.stubGlobal('navigator', { clipboard: { write } })
    }

    test.each([
      [true, ['text/plain', 'image/svg+xml']],
      [false, ['text/plain']],
    ])('go to the clipboard as text, and as a picture where that can be: %s', async (supports, kinds) => {
      standIn(supports)
      const { session, commands, saved } = await setUp()
      await commands.copySvg('NPS', '<svg>금융</svg>')
      expect(written.map((blobs) => Object.keys(blobs))).toEqual([kinds])
      for (const [type, blob] of Object.entries(written[0]!)) {
        expect(blob.type).toBe(type)
        expect(await blob.text()).toBe('<svg>금융</svg>')
      }
      expect(saved).toEqual([])
      expect(session.get().notice).toMatchObject({ kind: 'done', key: 'copy.copied.svg' })
    })

    test('become a file where there is no clipboard; where there is no chart, that is said', async () => {
      vi.stubGlobal('navigator', {})
      const { session, commands, saved } = await setUp()
      await commands.copySvg('NPS', '<svg>금융</svg>')
      expect(saved.map(({ name, bytes }) => [name, new TextDecoder().decode(bytes)])).toEqual([['NPS.svg', '<svg>금융</svg>']])
      await commands.copySvg('NPS', null)
      expect(session.get().notice).toMatchObject({ key: 'slice.copy.nothing' })
    })
  })
})

describe('a third field', () => {
  const PLAN: Dimension = { kind: 'field', field: 'f4' }
  const withPlan = async () => {
    const rows = ['Free', 'Pro'].map((value, at) => ({ key: [value], figure: figureOf({ promoters: 9 - at, passives: 0, detractors: 0 }) }))
    const set = await setUp(({ by }) => {
      const total = figureOf({ promoters: 17, passives: 0, detractors: 0 })
      return Promise.resolve(ok({ total, rows: by.length === 1 ? rows : [], responses: 17, importing: false, nonStandard: null }))
    })
    const project = { ...set.project, fields: [...set.project.fields, { ...set.project.fields[0]!, id: 'f4', number: 4, name: 'Plan', label: 'Plan' }] }
    set.session.set({ project })
    await set.commands.viewSlice('crossed')
    await set.commands.crossBy('rows', INDUSTRY)
    await set.commands.crossBy('columns', REGION)
    set.asked.length = 0
    return set
  }

  test('asks for the two fields in all, for its values, and for each of them; none is filtered by its own picks', async () => {
    const { session, commands, asked } = await withPlan()
    const own = [{ kind: 'text', text: 'x' }] as const
    const filter = withChoices(own, [{ dimension: PLAN, values: ['Pro'] }, { dimension: INDUSTRY, values: ['Finance'] }])
    session.set({ filter })
    await commands.crossEach(PLAN)
    const each = (value: string) => ({ by: [INDUSTRY, REGION], where: [...own, { kind: 'values', dimension: PLAN, values: [value] }] })
    expect(asked).toEqual([{ by: [INDUSTRY, REGION], where: own }, { by: [PLAN], where: own }, { by: [], where: filter }, each('Free'), each('Pro')])
    expect(session.get().slice.shown).toMatchObject({ by: [INDUSTRY, REGION, PLAN], panels: { shown: [{ value: 'Free' }, { value: 'Pro' }] } })
    asked.length = 0
    session.set({ filter: own })
    await commands.loadSlice()
    expect(asked).toEqual([])
  })

  test('gives way where it is chosen for the rows or columns, and leaves with null', async () => {
    const { session, commands } = await withPlan()
    await commands.crossEach(PLAN)
    await commands.crossBy('rows', PLAN)
    expect(session.get().slice.crossed).toMatchObject({ rows: PLAN, columns: REGION, each: INDUSTRY })
    await commands.crossEach(null)
    expect(session.get().slice.shown).toMatchObject({ by: [PLAN, REGION], panels: null })
  })
})
