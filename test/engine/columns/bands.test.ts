import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { daysOf } from '../../../shared/base/day'
import { answerSlice } from '../../../shared/engine/figures/answers'
import { answerBands, saveBands } from '../../../shared/engine/columns/bands'
import { answerHistory } from '../../../shared/engine/history/history'
import { createMemoryStore } from '../../../shared/engine/project/memory-store'
import type { Project } from '../../../shared/engine/project/project'
import { selectResponses } from '../../../shared/engine/filter/select'
import type { Kind, Role } from '../../../shared/model/role'
import { bandOfKey } from '../../../shared/model/bands'
import type { Dimension } from '../../../shared/query/types'
import { addWave, must, newProject, reopen } from '../../helpers/project'

const SEATS: Dimension = { kind: 'field', field: 'Seats' }

async function projectOf(cells: readonly string[], kind: Kind = 'number', role: Role = 'segment', store = createMemoryStore()): Promise<Project> {
  const project = await newProject(store)
  const label = 'Seats'
  must(await project.change('import', [{ register: 'field', id: 'Seats', before: null, after: { name: label, label, kind, role } }]))
  await addWave(project, 'w', ['Seats'], cells.map((cell, at) => ({ score: at % 11, day: null, cells: [cell], aside: at % 17 === 16 })), undefined, [role])
  return project
}

const counted = (cells: readonly string[], holds: (cell: string) => boolean): number => cells.filter((cell, at) => at % 17 !== 16 && holds(cell)).length

async function rowsOf(project: Project): Promise<Readonly<Record<string, number>>> {
  const slice = must(await answerSlice(project, { by: [SEATS], where: [] }))
  return Object.fromEntries(slice.rows.map(({ key, figure }) => [String(key[0]), figure.n]))
}

const passing = async (project: Project, ...values: (string | null)[]): Promise<number> =>
  (await selectResponses(project, [{ kind: 'values', dimension: SEATS, values }])).reduce<number>((sum, one) => sum + one, 0)

const SOME = Array.from({ length: 340 }, (_, at) => (at % 20 === 0 ? '' : at % 23 === 0 ? 'n/a' : at % 29 === 0 ? '1,200' : String((at * 7) % 400)))

describe('a field of numbers', () => {
  test('is cut where it suits its values, and every response is in one band, in what is no number, or in blank', async () => {
    const project = await projectOf(SOME)
    const rows = await rowsOf(project)
    const keys = Object.keys(rows)
    expect(keys.slice(0, -2).every((key) => bandOfKey(key))).toBe(true)
    expect(keys.slice(-2)).toEqual(['(not a number)', 'null'])
    expect(keys.length).toBeGreaterThanOrEqual(6)
    const numberOf = (cell: string): number => (cell === '1,200' ? 1200 : cell === '' || cell === 'n/a' ? NaN : Number(cell))
    for (const [key, n] of Object.entries(rows)) {
      const band = bandOfKey(key)
      const holds = band
        ? (cell: string) => numberOf(cell) >= (band.from ?? -Infinity) && numberOf(cell) < (band.to ?? Infinity)
        : (cell: string) => cell === (key === 'null' ? '' : 'n/a')
      expect([key, n]).toEqual([key, counted(SOME, holds)])
    }
  })

  test('keeps its values while they are few', async () => {
    const project = await projectOf(['1', '2', '3', '10', '', '2'])
    expect(await rowsOf(project)).toEqual({ 1: 1, 2: 2, 3: 1, 10: 1, null: 1 })
    expect(must(await answerBands(project, { field: 'Seats' }))).toMatchObject({ edges: [], suited: [], isOwn: false, different: 4, low: 1, high: 10, counts: [] })
  })

  test('is cut elsewhere as one step, which undo, redo and opening again keep', async () => {
    const store = createMemoryStore()
    const project = await projectOf(SOME, 'number', 'segment', store)
    const suited = await rowsOf(project)
    const columns = project.columns
    must(await saveBands(project, 'Seats', [100, 200]))
    expect(project.columns).not.toBe(columns)
    const own = await rowsOf(project)
    expect(Object.keys(own)).toEqual(['..99', '100..199', '200..', '(not a number)', 'null'])
    must(await project.undo())
    expect(await rowsOf(project)).toEqual(suited)
    must(await project.redo())
    expect(await rowsOf(project)).toEqual(own)
    const { entries } = must(await answerHistory(project, { first: 0, count: 1 }))
    expect(entries[0]).toMatchObject({ intent: 'setting', about: { bands: 'Seats', became: 'made' } })
    must(await project.save())
    await project.close()
    const again = await reopen(store)
    expect(await rowsOf(again)).toEqual(own)
    must(await saveBands(again, 'Seats', null))
    expect(await rowsOf(again)).toEqual(suited)
    expect(again.registers.setting.has('bands:Seats')).toBe(false)
    must(await saveBands(again, 'Seats', []))
    expect((await rowsOf(again))['7']).toBe(counted(SOME, (cell) => cell === '7'))
  })

  test('counts bands before they are kept, those without anybody too', async () => {
    const project = await projectOf(SOME)
    const bands = must(await answerBands(project, { field: 'Seats', edges: [100, 5000, 6000] }))!
    expect(bands.counts).toEqual([
      { value: '..99', responses: counted(SOME, (cell) => cell !== '' && Number(cell) < 100) },
      { value: '100..4999', responses: counted(SOME, (cell) => cell === '1,200' || Number(cell) >= 100) },
      { value: '5000..5999', responses: 0 },
      { value: '6000..', responses: 0 },
      { value: '(not a number)', responses: counted(SOME, (cell) => cell === 'n/a') },
      { value: null, responses: counted(SOME, (cell) => cell === '') },
    ])
    expect(bands.isOwn).toBe(false)
  })

  test.each([[[3, 1]], [[1, 1]], [[NaN]]])('refuses edges %j', async (edges) => {
    const project = await projectOf(SOME)
    expect(await saveBands(project, 'Seats', edges)).toMatchObject({ ok: false, fault: { code: 'bands' } })
    expect(project.undoIntent).toBe('import')
  })

  test('a filter by a band that is gone, by a number, or by what is no number means what it says', async () => {
    const project = await projectOf(SOME)
    const before = await passing(project, '100..199')
    expect(before).toBe(counted(SOME, (cell) => cell !== '1,200' && Number(cell) >= 100 && Number(cell) < 200))
    must(await saveBands(project, 'Seats', [150]))
    expect(await passing(project, '100..199')).toBe(before)
    expect(await passing(project, '..149', '100..199')).toBe(counted(SOME, (cell) => cell !== '' && Number(cell) < 200))
    expect(await passing(project, '7')).toBe(counted(SOME, (cell) => cell === '7'))
    expect(await passing(project, '7', null)).toBe(counted(SOME, (cell) => cell === '7' || cell === ''))
    expect(await passing(project, '(not a number)', '1..1')).toBe(counted(SOME, (cell) => cell === 'n/a' || cell === '1'))
  })

  test('on random cells and edges, a band counts what lies in it', async () => {
    const cell = fc.oneof(fc.integer({ min: -20, max: 60 }).map(String), fc.constantFrom('', ' ', '-', '3.5', '0.25', '1,000', 'x', '7 '))
    const edges = fc.uniqueArray(fc.integer({ min: -25, max: 70 }), { minLength: 1, maxLength: 6 }).map((each) => each.toSorted((a, b) => a - b))
    await fc.assert(
      fc.asyncProperty(fc.array(cell, { minLength: 1, maxLength: 40 }), edges, async (cells, cut) => {
        const project = await projectOf(cells)
        must(await saveBands(project, 'Seats', cut))
        const expected = new Map<string, number>()
        cells.forEach((text, at) => {
          if (at % 17 === 16) return
          const number = text === '1,000' ? 1000 : text.trim() === '' ? null : Number(text)
          const place = number === null ? 'blank' : Number.isNaN(number) ? 'other' : String(cut.filter((edge) => number >= edge).length)
          expected.set(place, (expected.get(place) ?? 0) + 1)
        })
        const { counts } = must(await answerBands(project, { field: 'Seats' }))!
        const bands = counts.slice(0, cut.length + 1).map(({ responses }) => responses)
        expect(bands).toEqual(bands.map((_, at) => expected.get(String(at)) ?? 0))
        expect(counts.find(({ value }) => value === '(not a number)')?.responses ?? 0).toBe(expected.get('other') ?? 0)
        expect(counts.find(({ value }) => value === null)?.responses ?? 0).toBe(expected.get('blank') ?? 0)
        for (const { value, responses } of counts) expect([value, await passing(project, value)]).toEqual([value, responses])
      }),
      { numRuns: 25 },
    )
  })
})

describe('other fields', () => {
  const iso = (day: number): string => new Date(day * 86_400_000).toISOString().slice(0, 10)
  const first = daysOf({ year: 2021, month: 3, day: 1 })

  test('dates are cut by calendar years, whatever they are written like', async () => {
    const cells = Array.from({ length: 60 }, (_, at) => (at === 7 ? 'soon' : at === 9 ? '' : iso(first + at * 20)))
    const project = await projectOf(cells, 'date')
    const rows = await rowsOf(project)
    expect(Object.keys(rows)).toEqual(['2021-01-01..2021-12-31', '2022-01-01..2022-12-31', '2023-01-01..2023-12-31', '2024-01-01..2024-12-31', '(not a date)', 'null'])
    for (const year of [2021, 2022, 2023, 2024]) expect(rows[`${year}-01-01..${year}-12-31`]).toBe(counted(cells, (cell) => cell.startsWith(String(year))))
    must(await saveBands(project, 'Seats', [daysOf({ year: 2022, month: 7, day: 1 })]))
    expect(project.registers.setting.get('bands:Seats')?.value).toBe('{"measure":"days","edges":["2022-07-01"]}')
    expect(await rowsOf(project)).toMatchObject({ '..2022-06-30': counted(cells, (cell) => cell !== '' && cell < '2022-07-01'), '(not a date)': 1 })
    expect(await passing(project, '2021-01-01..2021-12-31')).toBe(rows['2021-01-01..2021-12-31'])
  })

  test('a tenure keeps its bands until others are chosen', async () => {
    const project = await projectOf(['1', '4', '13', '30', '90', '12', '5', ''].flatMap((months) => Array.from({ length: 10 }, () => months)), 'number', 'tenure')
    expect(Object.keys(await rowsOf(project))).toContain('90')
    const wave = [...project.registers.wave][0]!
    const columns = wave[1].columns.map((column) => ({ ...column, unit: 'months' as const }))
    must(await project.change('scale', [{ register: 'wave', id: wave[0], before: wave[1], after: { ...wave[1], columns } }]))
    expect(Object.keys(await rowsOf(project))).toEqual(['<3m', '3-12m', '1-2y', '2-5y', '>5y', 'null'])
    const years = await passing(project, '1-2y')
    must(await saveBands(project, 'Seats', [6, 24]))
    expect(Object.keys(await rowsOf(project))).toEqual(['<6m', '6-24m', '>2y', 'null'])
    expect(await passing(project, '1-2y')).toBe(years)
  })

  test('ids, accounts and categories are never cut', async () => {
    const numbers = Array.from({ length: 40 }, (_, at) => String(at * 3))
    for (const [kind, role] of [['number', 'account'], ['category', 'segment'], ['number', 'survey']] as const) {
      const project = await projectOf(numbers, kind, role)
      expect(must(await answerBands(project, { field: 'Seats' }))).toBeNull()
      expect(await saveBands(project, 'Seats', [10])).toMatchObject({ ok: false })
    }
  })

  test('what another program wrote as bands counts for nothing', async () => {
    const project = await projectOf(SOME)
    const suited = await rowsOf(project)
    for (const value of ['', '[]', '{"measure":"days","edges":["2022-07-01"]}', '{"measure":"numbers","edges":[2,1]}', '{"measure":"numbers","edges":["1"]}']) {
      const before = project.registers.setting.get('bands:Seats') ?? null
      must(await project.change('setting', [{ register: 'setting', id: 'bands:Seats', before, after: { value } }]))
      expect(await rowsOf(project)).toEqual(suited)
    }
  })
})
