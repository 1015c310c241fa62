import { quietTask } from '../../../shared/base/task'
import { codeProject } from '../../../shared/engine/codebook/code-project'
import { exportResponses } from '../../../shared/engine/export/export-responses'
import { importPlan, planFile, readFile } from '../../../shared/engine/import/import-file'
import { markVerbatims } from '../../../shared/engine/tags/mark'
import { openSample } from '../../../shared/engine/open-sample'
import type { Project } from '../../../shared/engine/project/project'
import { answerSlice } from '../../../shared/engine/figures/answers'
import { tagsOf } from '../../../shared/engine/tags/tagging'
import { tagVerbatims } from '../../../shared/engine/tags/tag'
import type { PlanOptions } from '../../../shared/ingest/types'
import type { Dimension } from '../../../shared/query/types'
import { cellAt } from '../../../shared/table/column'
import { createMemoryShelf } from '../../helpers/memory-shelf'
import { must, newProject, testPlatform } from '../../helpers/project'

export type Format = 'csv' | 'xlsx'
export const FORMATS: readonly Format[] = ['csv', 'xlsx']

export async function bring(project: Project, name: string, bytes: Uint8Array, options: PlanOptions = {}): Promise<ReturnType<typeof planFile>> {
  const read = must(await readFile(project.platform, { name, bytes }, options, quietTask))
  const plan = await planFile(read, options, project)
  must(await importPlan(project, read, must(plan), quietTask))
  return plan
}

export const fileOf = (text: string): Uint8Array => new TextEncoder().encode(text)

export const exported = async (project: Project, format: Format): Promise<Uint8Array> =>
  must(await exportResponses(project, format, 'out', quietTask, 'included')).parts[0]!.bytes

/** Everything that an export promises to bring back, by names instead of ids. */
export async function said(project: Project): Promise<unknown> {
  const { columns, registers } = project
  const codeName = (id: string): string => registers.code.get(id)!.name
  const waveOf = new Map(columns.waves.map((placed) => [placed.id, placed]))
  const waves = columns.waves.map(({ wave, span }) => ({
    name: wave.name,
    file: wave.file,
    source: wave.source,
    scale: wave.scale,
    treatAsNps: wave.treatAsNps,
    columns: wave.columns,
    responses: Array.from({ length: span.rows }, (_, at) => span.first + at)
      .filter((row) => columns.live[row])
      .map((row) => [columns.lines[row], columns.scores[row], columns.days[row], ...wave.columns.map(({ field }) => cellAt(columns.text(field), row))]),
  }))
  const fields = [...registers.field].map(([id, { name, label, kind, role }]) => ({ id, name, label, kind, role }))
  const decisions = [...registers.decision.values()]
    .map(({ wave, code, ...rest }) => ({ ...rest, wave: waveOf.get(wave)?.wave.name, code: codeName(code) }))
    .map((each) => JSON.stringify(each))
    .sort()
  const marks = [...registers.mark.values()]
    .map(({ wave, line, field, kind, text, coder, at }) => JSON.stringify([waveOf.get(wave)?.wave.name, line, field, kind, text, coder, at]))
    .sort()
  return { waves, fields, decisions, marks }
}

export async function tables(project: Project): Promise<unknown> {
  const by: readonly Dimension[] = [
    ...project.fields().filter(({ role }) => role === 'segment').map(({ id }): Dimension => ({ kind: 'field', field: id })),
    { kind: 'wave' },
    { kind: 'period', unit: 'quarter' },
  ]
  const slices = await Promise.all(by.map((dimension) => answerSlice(project, { by: [dimension], where: [] }, quietTask)))
  const tags = await tagsOf(project)
  return [slices, tags.codes.map(({ code, n }) => [code.name, code.rule, code.description, code.color, n])]
}

const HARD = [
  '=1+1', "'=1+1", "''-x", "'tis fine", '-5', '+82-10-1234-5678', '-1+1', '@ana', '\t=tab', '＝cmd', '007', '3.10', '12345678901234567890', '1e21', '-0',
  'two\nlines', 'a "quote"', ' pad ', '한글'.normalize('NFD'), '한글', '_x0041_', '\u0001control', 'TRUE', '2026-01-05', '2026-01-05 10:00:00', '00:00', '{"a":1}',
  'Total', 'salesforce.com', '"', ';', ',', '😀'.repeat(3), 'x'.repeat(40_000), `${'_x0041_'.repeat(6000)}😀`, '#N/A', 'wave', '0.1', '1.10', '-2',
]
const cell = (text: string): string => `"${text.replaceAll('"', '""')}"`
export const hardCsv = (headers: readonly string[], pick: (row: number, column: number) => string, rows: number): string =>
  [headers.map(cell).join(','), ...Array.from({ length: rows }, (_, row) => headers.map((_header, column) => cell(pick(row, column))).join(','))].join('\r\n')

async function makeHard(): Promise<Project> {
  const project = await newProject()
  const at = (row: number, column: number): string => HARD[(row * 7 + column * 11) % HARD.length]!
  const first = hardCsv(['How likely are you to recommend us? (0-10)', 'Why?', 'wave', 'date', 'Why?', 'earshot_x', 'Number', '', 'Submitted', '=Head'], (row, column) =>
    column === 0 ? String(row % 11) : column === 6 ? String(row * 1.5 - 20) : column === 8 ? `2026-0${1 + (row % 9)}-${10 + (row % 18)} 10:00:0${row % 10}` : at(row, column), 90)
  await bring(project, 'first.csv', fileOf(first), { roles: { 2: 'comment', 5: 'comment', 4: 'segment', 9: 'date' }, wave: 'Same name' })
  const second = hardCsv(['Rating', 'WHY? ', 'When', 'Response ID'], (row, column) =>
    column === 0 ? String(1 + (row % 10)) : column === 2 ? `0${1 + (row % 9)}/0${1 + (row % 9)}/2026` : column === 3 ? `${'0'.repeat(3)}${row}` : at(row, column), 120)
  await bring(project, 'second.csv', fileOf(second), { roles: { 1: 'score', 2: 'comment', 3: 'date' }, wave: 'Same name', treatAsNps: true, dateOrder: 'dmy' })
  must(await codeProject(project, { name: 'c.csv', bytes: fileOf('code,parent,rule,description,color\nMoney | price,,tax,=what,#112233\n"""Odd, (1)",Money | price,-x,,#445566\n') }))
  const codes = [...project.registers.code.keys()]
  const tags = await tagsOf(project)
  for (const [n, { wave, field, span, found }] of tags.comments.entries()) {
    const rows = [...found.filled.keys()].filter((row) => found.filled[row] && row % 3 === n % 3).slice(0, 20)
    const verbatims = rows.map((row) => ({ wave: wave.id, line: project.columns.lines[span.first + row]!, field }))
    must(await tagVerbatims(project, { verbatims, code: codes[n % 2]!, verdict: n % 2 === 0 ? 'add' : 'remove' }, quietTask))
    must(await tagVerbatims(project, { verbatims: verbatims.slice(0, 3), code: codes[(n + 1) % 2]!, verdict: 'remove' }, quietTask))
    must(await markVerbatims(project, { verbatims: verbatims.slice(0, 4), kind: 'quote', set: true }, quietTask))
    must(await markVerbatims(project, { verbatims: verbatims.slice(2, 5), kind: 'note', set: true, text: '=1+1 | two\nlines "so"' }, quietTask))
    must(await markVerbatims(project, { verbatims: verbatims.slice(4), kind: 'nothing', set: true }, quietTask))
  }
  return project
}

const once = <T>(make: () => Promise<T>): (() => Promise<T>) => {
  let made: Promise<T> | undefined
  return () => (made ??= make())
}
// Exporting changes nothing, so that one of each is enough.
export const hardProject = once(makeHard)
export const sampleProject = once(async () => must(await openSample(await testPlatform(), createMemoryShelf(), 'en', quietTask)))
