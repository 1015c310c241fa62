import { expect, it } from 'vitest'
import { quietTask } from '../../../shared/base/task'
import { importPlan, planFile, readFile } from '../../../shared/engine/import/import-file'
import { viewPlan } from '../../../shared/ingest/plan-view'
import type { PlanOptions } from '../../../shared/ingest/types'
import { must, newProject } from '../../helpers/project'
import { textFile } from '../../helpers/survey-files'

const LINES = ['NPS,Why do you say so?,Reach,Code of the case']
for (let at = 0; at < 40; at++) {
  const why = at % 4 === 0 ? `please call me back at 010-1234-${5600 + at} about it` : at % 10 === 1 ? `write to a${at}@corp.kr or b@corp.kr, it is slow` : `it is slow for the ${at}th time and nobody says why`
  LINES.push(`${at % 11},${why},010-9999-${1000 + at},${at % 2 === 0 ? `90010${1 + (at % 9)}-${1234500 + at}` : ''}`)
}
const FILE = textFile(`${LINES.join('\n')}\n`, 'answers.csv')

async function planned(options: PlanOptions) {
  const project = await newProject()
  const read = must(await readFile(project.platform, FILE, options, quietTask))
  const plan = must(await planFile(read, options, project))
  return { project, read, plan, view: viewPlan(plan) }
}

it('says what personal data a file has, and shows none of it', async () => {
  const { view } = await planned({})
  expect(view.columns.map(({ role }) => role)).toEqual(['score', 'comment', 'person', 'person'])
  expect(view.personal).toEqual({
    rows: 40,
    comments: [
      { kind: 'phone', n: 10, example: '•••-••••-••••' },
      { kind: 'email', n: 4, example: '••@••••.••' },
    ],
    registrations: [{ index: 4, n: 20 }],
    persons: [
      { index: 3, kind: 'phone' },
      { index: 4, kind: 'rrn' },
    ],
  })
})

it('brings nothing in of a column that is left out', async () => {
  const { project, read, plan, view } = await planned({ leaveOut: [4] })
  expect(view.personal!.registrations).toEqual([])
  expect(view.columns[3]).toMatchObject({ role: 'ignore', blank: 40, samples: [] })
  expect(JSON.stringify(view)).not.toContain('12345')
  must(await importPlan(project, read, plan, quietTask))
  const bytes = new TextDecoder('latin1').decode(must(await project.snapshot(quietTask)))
  expect(bytes).toContain('010-9999-1000')
  expect(bytes).not.toContain('-12345')
})
