import { beforeAll, expect, it } from 'vitest'
import { quietTask } from '../../../shared/base/task'
import { exportCodebook } from '../../../shared/engine/export/export-codebook'
import { exportResponses } from '../../../shared/engine/export/export-responses'
import { importPlan, planFile, readFile } from '../../../shared/engine/import/import-file'
import type { Project } from '../../../shared/engine/project/project'
import { saveCode } from '../../../shared/engine/codebook/save-code'
import type { PersonalData } from '../../../shared/protocol/personal'
import { cellAt } from '../../../shared/table/column'
import { addWave, must, newProject } from '../../helpers/project'

const SECRET = ['Mina Kim', 'mina@corp.kr', '010-1234-5678', '900101-1234567', 'cust-77']
const ROWS = [
  ['Mina Kim (010-1234-5678) was promised a refund', 'Mina Kim', 'mina@corp.kr', 'cust-77', 'Retail, 900101-1234567'],
  ['Order 20260304 is late', 'Jonas Weber', '', 'cust-78', 'Retail'],
  ['Ask Mina Kim again', 'Mina Kim', 'mina@corp.kr', 'cust-77', ''],
] as const

let project: Project
beforeAll(async () => {
  project = await newProject()
  const rows = ROWS.map((cells, at) => ({ score: at * 4, day: null, cells }))
  await addWave(project, 'w', ['Why', 'Who', 'Mail', 'Customer', 'Trade'], rows, quietTask, ['comment', 'person', 'person', 'respondent', 'segment'])
  const code = { id: null, name: 'Late', parent: null, rule: 'late', description: '', color: '' }
  must(await saveCode(project, { ...code, mustHit: ['late again, call 010-1234-5678'], mustMiss: [] }))
})

async function exported(format: 'csv' | 'parquet' | 'codebook', personal?: PersonalData): Promise<string> {
  const [part] = must(await exportResponses(project, format, 'out', quietTask, personal)).parts
  return new TextDecoder().decode(part!.bytes)
}

it('says nothing of anybody unless it is asked to', async () => {
  for (const format of ['csv', 'parquet', 'codebook'] as const) for (const secret of SECRET) expect(await exported(format)).not.toContain(secret)
  const all = await exported('csv', 'included')
  for (const secret of SECRET) expect(all).toContain(secret)
  for (const format of ['csv', 'qdc'] as const) {
    const textOf = async (personal?: PersonalData): Promise<string> => new TextDecoder().decode(must(await exportCodebook(project, format, quietTask, personal)))
    expect(await textOf()).toContain('late again, call ▇▇▇')
    expect(await textOf('included')).toContain('late again, call 010-1234-5678')
  }
})

it('comes back as it was written: masked, with the same roles, and the same person alike', async () => {
  const back = await newProject()
  const read = must(await readFile(back.platform, { name: 'out.csv', bytes: new TextEncoder().encode(await exported('csv')) }, {}, quietTask))
  must(await importPlan(back, read, must(await planFile(read, {}, back)), quietTask))
  const fields = back.fields()
  expect(fields.map(({ role }) => role)).toEqual(project.fields().map(({ role }) => role))
  const cells = ROWS.map((_, row) => fields.filter(({ role }) => role !== 'score').map(({ id }) => cellAt(back.columns.text(id), row)))
  expect(cells).toEqual([
    ['▇▇▇ (▇▇▇) was promised a refund', '▇▇▇', '▇▇▇', 'R1', 'Retail, ▇▇▇'],
    ['Order 20260304 is late', '▇▇▇', '', 'R2', 'Retail'],
    ['Ask ▇▇▇ again', '▇▇▇', '▇▇▇', 'R1', ''],
  ])
})
