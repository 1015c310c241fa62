import { describe, expect, test } from 'vitest'
import { quietTask } from '../../../shared/base/task'
import { answerSlice } from '../../../shared/engine/figures/answers'
import { exportResponses } from '../../../shared/engine/export/export-responses'
import { importPlan, planFile, readFile } from '../../../shared/engine/import/import-file'
import { createMemoryStore } from '../../../shared/engine/project/memory-store'
import type { Project } from '../../../shared/engine/project/project'
import type { PlanOptions } from '../../../shared/ingest/types'
import { bandAt, bandKey, bandsOf as bandsBetween } from '../../../shared/model/bands'
import { TENURE_BANDS, TENURE_EDGES } from '../../../shared/model/tenure'
import { must, newProject, reopen } from '../../helpers/project'
import { textFile } from '../../helpers/survey-files'

async function wave(project: Project, header: string, cells: readonly string[], options: PlanOptions = {}, times = 8, prefix = 'r') {
  const rows = Array.from({ length: times }, (_, again) => cells.map((cell, at) => `${prefix}${again}-${at},2026-06-30,${(again + at) % 11},${cell}`)).flat()
  const read = must(await readFile(project.platform, textFile(`Response ID,Submitted at,NPS,${header}\n${rows.join('\n')}\n`, `${prefix}.csv`), options, quietTask))
  const plan = must(await planFile(read, options, project))
  return { plan, commit: async () => void must(await importPlan(project, read, plan, quietTask)) }
}

async function slices(project: Project): Promise<Readonly<Record<string, number>>> {
  const field = project.fields().find(({ role }) => role === 'tenure')!
  const slice = must(await answerSlice(project, { by: [{ kind: 'field', field: field.id }], where: [] }))
  return Object.fromEntries(slice.rows.map(({ key, figure }) => [String(key[0]), figure.n]))
}

async function bandsOf(header: string, cells: readonly string[], options: PlanOptions = {}) {
  const project = await newProject()
  const { plan, commit } = await wave(project, header, cells, options)
  await commit()
  return { role: plan.columns[3]!.role, bands: await slices(project), plan }
}

describe('how long somebody has been a customer', () => {
  test.each([
    ['Tenure (months)', ['0', '2', '3', '11', '12', '23', '24', '59', '60', '120']],
    ['이용 기간(개월)', ['0', '2', '3', '11', '12', '23', '24', '59', '60', '120']],
    ['Tenure in years', ['0.1', '0', '0.25', '0.9', '1', '1.9', '2', '4.5', '5', '9']],
    ['Customer since', ['2026-06-30', '2026-04-01', '2026-03-30', '2025-07-01', '2025-06-30', '2024-07-01', '2024-06-30', '2021-07-01', '2021-06-30', '2010-01-01']],
    ['가입일', ['2026. 6. 30', '2026. 4. 1', '2026. 3. 30', '2025. 7. 1', '2025. 6. 30', '2024. 7. 1', '2024. 6. 30', '2021. 7. 1', '2021. 6. 30', '2010. 1. 1']],
  ])('%s: in bands', async (header, cells) => {
    const { role, bands } = await bandsOf(header, cells)
    expect(role).toBe('tenure')
    expect(bands).toEqual({ '<3m': 16, '3-12m': 16, '1-2y': 16, '2-5y': 16, '>5y': 16 })
  })

  test('bands of the survey are kept as they are', async () => {
    const { role, bands } = await bandsOf('이용 기간', ['1년 미만', '1~3년', '3년 이상'])
    expect([role, bands]).toEqual(['tenure', { '1년 미만': 8, '1~3년': 8, '3년 이상': 8 }])
  })

  test.each(['Customer since (year)', '가입년도', 'Tenure start year'])('years of a calendar under “%s” are kept as they are', async (header) => {
    const { bands } = await bandsOf(header, ['2012', '2019', '2025', '2019'], { roles: { 4: 'tenure' } })
    expect(bands).toEqual({ 2012: 8, 2019: 16, 2025: 8 })
  })

  test.each(['Tenure', '근속', 'Customer for', '가입기간'])('numbers under “%s” are read as the likeliest unit, asked about, and read as told', async (header) => {
    const asked = await bandsOf(header, ['1', '2', '30'])
    expect(asked.plan.warnings).toContainEqual({ code: 'tenure-unit', params: { column: header, unit: 'years', low: 1, high: 30 } })
    expect(asked.bands).toEqual({ '1-2y': 8, '2-5y': 8, '>5y': 8 })
    const told = await bandsOf(header, ['1', '2', '30'], { tenureUnit: 'months' })
    expect(told.plan.warnings.map(({ code }) => code)).not.toContain('tenure-unit')
    expect(told.bands).toEqual({ '<3m': 16, '2-5y': 8 })
    expect((await bandsOf(header, ['1', '2', '30'], { tenureUnit: 'days' })).bands).toEqual({ '<3m': 24 })
  })

  test('numbers that can only be days are days, and nobody is asked', async () => {
    const { plan, bands } = await bandsOf('Tenure', ['10', '100', '400', '1000', '3000'])
    expect(plan.tenure).toMatchObject({ unit: 'days', sure: true })
    expect(plan.warnings.map(({ code }) => code)).not.toContain('tenure-unit')
    expect(bands).toEqual({ '<3m': 8, '3-12m': 8, '1-2y': 8, '2-5y': 8, '>5y': 8 })
  })

  test('a header that says the unit is not asked about, whatever is told', async () => {
    const { plan, bands } = await bandsOf('Tenure (months)', ['1', '2', '30'], { tenureUnit: 'years' })
    expect([plan.tenure, bands]).toEqual([null, { '<3m': 16, '2-5y': 8 }])
  })

  test('each wave counts in its own unit; a further wave counts as the one before, unless its numbers say otherwise', async () => {
    const project = await newProject()
    await (await wave(project, 'Tenure', ['1', '24'], { tenureUnit: 'months' }, 8, 'a')).commit()
    const next = await wave(project, 'Tenure', ['1', '24', '25'], {}, 8, 'b')
    expect([next.plan.tenure, next.plan.warnings.some(({ code }) => code === 'tenure-unit')]).toMatchObject([{ unit: 'months', sure: true }, false])
    const other = await wave(project, 'Tenure', ['0.5', '2.5', '5.5'], {}, 8, 'c')
    expect([other.plan.tenure, other.plan.warnings.some(({ code }) => code === 'tenure-unit')]).toMatchObject([{ unit: 'years', sure: false }, true])
    await other.commit()
    expect(await slices(project)).toEqual({ '<3m': 8, '3-12m': 8, '2-5y': 16, '>5y': 8 })
  })

  test('the unit comes back with an export, and with an opened project', async () => {
    const store = createMemoryStore()
    const project = await newProject(store)
    await (await wave(project, 'Tenure', ['1', '24'], { tenureUnit: 'months' })).commit()
    const bands = await slices(project)
    const [part] = must(await exportResponses(project, 'csv', 'out', quietTask)).parts
    const back = await newProject()
    const read = must(await readFile(back.platform, { name: 'out.csv', bytes: part!.bytes }, {}, quietTask))
    const plan = must(await planFile(read, {}, back))
    expect(plan.tenure).toBeNull()
    must(await importPlan(back, read, plan, quietTask))
    expect(await slices(back)).toEqual(bands)
    await project.close()
    expect(await slices(await reopen(store))).toEqual(bands)
  })

  test('a day after the answer, a negative number and a blank cell are in no band', async () => {
    expect((await bandsOf('Customer since', ['2027-01-01', '2026-01-01', ''])).bands).toEqual({ null: 16, '3-12m': 8 })
  })

  test('every number of months has one band', () => {
    const keys = bandsBetween('months', TENURE_EDGES).map((band) => bandKey(band, true))
    expect(Array.from({ length: 61 }, (_, months) => keys[bandAt(TENURE_EDGES, months)]).filter((band, at, all) => band !== all[at - 1])).toEqual([...TENURE_BANDS])
  })
})
