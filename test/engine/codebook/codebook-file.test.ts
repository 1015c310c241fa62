import { expect, it } from 'vitest'
import { quietTask } from '../../../shared/base/task'
import { codeProject } from '../../../shared/engine/codebook/code-project'
import { CODEBOOK_FORMATS, exportCodebook } from '../../../shared/engine/export/export-codebook'
import { exportResponses } from '../../../shared/engine/export/export-responses'
import { importPlan, planFile, readFile } from '../../../shared/engine/import/import-file'
import type { Project } from '../../../shared/engine/project/project'
import { saveCode } from '../../../shared/engine/codebook/save-code'
import { must, newProject } from '../../helpers/project'

const bytesOf = (text: string): Uint8Array => new TextEncoder().encode(text)
const SURVEY = 'Score,Why?,What else?\n9,the price,late\n3,too late,fine\n'
const BOOK = [
  'code,parent,rule,description,color,direction,exclusive,must_hit,must_miss,archived,questions',
  'Price,,-price OR cost,What it costs,#112233,complaint,topic,"the price || =1+1 || ""a"", b",free,,Why?',
  'Old,Price,,,,,,,,yes,',
  'Late,,late,,,praise,topic,"late\nagain",,,Why? || What else?',
].join('\n')

async function surveyed(): Promise<Project> {
  const project = await newProject()
  const options = { roles: { 2: 'comment', 3: 'comment' } } as const
  const read = must(await readFile(project.platform, { name: 's.csv', bytes: bytesOf(SURVEY) }, options, quietTask))
  must(await importPlan(project, read, must(await planFile(read, options, project)), quietTask))
  return project
}
const code = (project: Project, text: string) => codeProject(project, { name: 'c.csv', bytes: bytesOf(text) })
/** The codes by names instead of ids. */
const said = ({ registers: { code: codes } }: Project): unknown =>
  [...codes.values()].map((each) => ({ ...each, parent: each.parent === null ? null : codes.get(each.parent)!.name })).sort((a, b) => a.position - b.position)

it.each(CODEBOOK_FORMATS)('a codebook with all properties comes back from its file: %s', async (format) => {
  const project = await surveyed()
  must(await code(project, BOOK))
  const [why, else_] = project.fields().filter(({ role }) => role === 'comment')
  expect(said(project)).toMatchObject([
    { name: 'Price', direction: 'complaint', exclusive: 'topic', mustHit: ['the price', '=1+1', '"a", b'], mustMiss: ['free'], questions: [why!.id] },
    { name: 'Old', parent: 'Price', archived: true },
    { name: 'Late', direction: 'praise', mustHit: ['late\nagain'], questions: [why!.id, else_!.id] },
  ])
  const back = await surveyed()
  must(await codeProject(back, { name: 'c.csv', bytes: must(await exportCodebook(project, format, quietTask)) }))
  expect(said(back)).toEqual(said(project))
  const { revision } = back
  must(await codeProject(back, { name: 'c.csv', bytes: must(await exportCodebook(project, format, quietTask)) }))
  expect(back.revision).toBe(revision)
})

it('comes along in a workbook of responses, texts that are longer than a cell as well', async () => {
  const project = await surveyed()
  must(await code(project, BOOK))
  const [id, late] = [...project.registers.code].find(([, { name }]) => name === 'Late')!
  must(await saveCode(project, { ...late, id, mustMiss: ['never '.repeat(6000).trim(), 'not '.repeat(6000).trim()] }))
  const back = await newProject()
  const { bytes } = must(await exportResponses(project, 'xlsx', 'out', quietTask)).parts[0]!
  const read = must(await readFile(back.platform, { name: 'out.xlsx', bytes }, {}, quietTask))
  must(await importPlan(back, read, must(await planFile(read, {}, back)), quietTask))
  expect(said(back)).toEqual(said(project))
})

it('a file without a column leaves what the codes have; a question that is not there is refused', async () => {
  const project = await surveyed()
  must(await code(project, BOOK))
  const before = said(project)
  must(await code(project, 'code,parent,rule,description,color\nPrice,,-price OR cost,What it costs,#112233\nOld,Price,,,#ee6677\nLate,,late,,#228833\n'))
  const colorless = (codes: unknown) => (codes as readonly object[]).map((each) => ({ ...each, color: '' }))
  expect(colorless(said(project))).toEqual(colorless(before))
  must(await code(project, 'code,rule,must_hit,questions\nPrice,price,,\n'))
  expect(said(project)).toEqual([expect.not.objectContaining({ mustHit: expect.anything() as unknown })])
  expect(await code(project, 'code,questions\nPrice,How?\n')).toMatchObject({ ok: false, fault: { params: { what: 'codebook.questions', cell: 'How?' } } })
})

it('a saved code keeps what a draft does not speak of', async () => {
  const project = await surveyed()
  must(await code(project, BOOK))
  const [id, price] = [...project.registers.code].find(([, { name }]) => name === 'Price')!
  const { name, parent, rule, description, color } = price
  const draft = { id, name, parent, rule, description, color }
  must(await saveCode(project, { ...draft, rule: 'price' }))
  expect(project.registers.code.get(id)).toEqual({ ...price, rule: 'price' })
  must(await saveCode(project, { ...draft, exclusive: ' ', mustHit: [' a ', 'a', 'b || c'], direction: null }))
  const { direction: _, exclusive: __, ...rest } = price
  expect(project.registers.code.get(id)).toEqual({ ...rest, mustHit: ['a', 'b | c'] })
})

it('a code that another program renamed is the same code, and keeps the rule of which that one says nothing', async () => {
  const project = await surveyed()
  const id = '12345678-1234-4234-8234-123456789abc'
  const rule = 'late'
  const before = { name: 'Late', parent: null, rule, description: '', color: '#4477aa', position: 0 }
  must(await project.change('codebook', [{ register: 'code', id, before: null, after: before }]))
  const qdc = new TextDecoder().decode(must(await exportCodebook(project, 'qdc', quietTask)))
  expect(qdc).toContain(`guid="${id}"`)
  const renamed = qdc.replace('name="Late"', 'name="Slow"')
  must(await codeProject(project, { name: 'c.qdc', bytes: bytesOf(renamed) }))
  expect([...project.registers.code]).toEqual([[id, { ...before, name: 'Slow' }]])
  const bare = renamed.replace(/<Description>[^]*<.Description>/, '<Description>About</Description>').replace('#4477aa', '#112233')
  must(await codeProject(project, { name: 'c.qdc', bytes: bytesOf(bare) }))
  expect([...project.registers.code]).toEqual([[id, { ...before, name: 'Slow', description: 'About', color: '#112233' }]])
})
