import { unzipSync } from 'fflate'
import { beforeAll, expect, it } from 'vitest'
import { quietTask } from '../../../shared/base/task'
import { evidenceOf } from '../../../shared/engine/summary/evidence'
import { answerSlice } from '../../../shared/engine/figures/answers'
import { makeAnonymous } from '../../../shared/engine/anonymous/make-anonymous'
import { outlineOf, writeSummary, writeSummaryCharts } from '../../../shared/engine/summary/summary'
import type { Project } from '../../../shared/engine/project/project'
import type { SummaryAsked } from '../../../shared/protocol/summary-file'
import { readPdf } from '../../helpers/read-pdf'
import { addWave, must, newProject, type TestRow } from '../../helpers/project'

/** Nothing of it may be in any file: teams that are hidden, places by which nobody may cut, words, days. */
const HIDDEN = ['Operations', 'Developers', 'Rooftop', 'the lifts', '2026-01', '2025-1']
const SHOWN = ['Sales', 'Support']

const rowsOf = (n: number, team: string, from: number): readonly TestRow[] =>
  Array.from({ length: n }, (_, at) => ({
    score: [10, 9, 8, 3, 10][(at + from) % 5]!,
    day: 20_400 + at,
    cells: [team, team === 'Sales' && at < 3 ? 'Rooftop' : 'Cellar', `${team} row ${at} says the lifts are slow`],
  }))

let project: Project
beforeAll(async () => {
  project = await newProject()
  const rows = [...rowsOf(60, 'Sales', 0), ...rowsOf(45, 'Support', 3), ...rowsOf(12, 'Developers', 1), ...rowsOf(4, 'Operations', 2)]
  await addWave(project, 'spring', ['Team', 'Place', 'Why'], rows, quietTask, ['segment', 'segment', 'comment'])
  must(await makeAnonymous(project, { people: 5, comments: 10, crossed: null }))
})

/** All text in a file, in archives within archives too. */
function textsIn(name: string, bytes: Uint8Array): string {
  if (name.endsWith('.pdf')) return readPdf(bytes).pages.map((page) => JSON.stringify(page)).join('\n')
  if (bytes[0] !== 0x50 || bytes[1] !== 0x4b) return new TextDecoder().decode(bytes)
  return Object.entries(unzipSync(bytes)).map(([part, inner]) => `${part}\n${textsIn(part, inner)}`).join('\n')
}

const INPUT = { where: [], locale: 'en' } as const

it.each(['pptx', 'xlsx', 'html', 'pdf'] as const)('what is embedded in a summary is what is visible: %s', async (format) => {
  const asked: SummaryAsked = { ...INPUT, format }
  const text = textsIn(`a.${format}`, must(await writeSummary(project, asked, quietTask, { at: '2024-05-05T00:00:00.000Z' })))
  expect(HIDDEN.filter((word) => text.includes(word))).toEqual([])
  expect(SHOWN.filter((word) => !text.includes(word))).toEqual([])
})

it('charts, too, and the outline with all that lies behind it', async () => {
  const charts = must(await writeSummaryCharts(project, INPUT, quietTask, { at: '2024-05-05T00:00:00.000Z' }))
  expect(charts.length).toBeGreaterThan(0)
  const text = [JSON.stringify(must(await outlineOf(project, INPUT, quietTask, '2024-05-05T00:00:00.000Z'))), ...charts.map(({ bytes }) => new TextDecoder().decode(bytes))].join('\n')
  expect(HIDDEN.filter((word) => text.includes(word))).toEqual([])
  expect(text.includes('Sales')).toBe(true)
})

it('neither responses nor the rows behind numbers are handed out', async () => {
  const outline = must(await outlineOf(project, INPUT, quietTask))
  expect(await evidenceOf(project, outline, [], quietTask)).toMatchObject({ ok: false, fault: { code: 'anonymous' } })
  expect(await writeSummary(project, { ...INPUT, format: 'xlsx', responses: true }, quietTask)).toMatchObject({ ok: false, fault: { code: 'anonymous' } })
  // The figures that the summary has are those of the whole, so that the test compares something.
  expect(must(await answerSlice(project, { by: [], where: [] })).total.n).toBe(121)
  expect(JSON.stringify(outline)).toContain('121')
})
