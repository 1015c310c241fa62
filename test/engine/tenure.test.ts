import { describe, expect, test } from 'vitest'
import { quietTask } from '../../shared/base/task'
import { answerSlice } from '../../shared/engine/answers'
import { importPlan, planFile, readFile } from '../../shared/engine/import-file'
import { bandOfMonths, TENURE_BANDS } from '../../shared/model/tenure'
import { must, newProject } from '../helpers/project'
import { textFile } from '../helpers/survey-files'

async function bandsOf(header: string, cells: readonly string[], times = 8) {
  const project = await newProject()
  const rows = Array.from({ length: times }, (_, again) => cells.map((cell, at) => `r${again}-${at},2026-06-30,${at % 11},${cell}`)).flat()
  const read = must(await readFile(project.platform, textFile(`Response ID,Submitted at,NPS,${header}\n${rows.join('\n')}\n`), {}, quietTask))
  const plan = must(await planFile(read, {}, project))
  must(await importPlan(project, read, plan, quietTask))
  const field = project.fields()[3]!
  const slice = must(await answerSlice(project, { by: [{ kind: 'field', field: field.id }], where: [] }))
  return { role: plan.columns[3]!.role, kind: field.kind, bands: Object.fromEntries(slice.rows.map(({ key, figure }) => [String(key[0]), figure.n])) }
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

  test('numbers that say not what they count are kept as they are', async () => {
    expect((await bandsOf('Tenure', ['1', '2', '30'])).bands).toEqual({ 1: 8, 2: 8, 30: 8 })
  })

  test('a day after the answer, a negative number and a blank cell are in no band', async () => {
    expect((await bandsOf('Customer since', ['2027-01-01', '2026-01-01', ''])).bands).toEqual({ null: 16, '3-12m': 8 })
  })

  test('every number of months has one band', () => {
    expect(Array.from({ length: 61 }, (_, months) => TENURE_BANDS[bandOfMonths(months)]).filter((band, at, all) => band !== all[at - 1])).toEqual([...TENURE_BANDS])
  })
})
