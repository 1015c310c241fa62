import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { quietTask } from '../../../shared/base/task'
import { codeProject } from '../../../shared/engine/codebook/code-project'
import { exportResponses } from '../../../shared/engine/export/export-responses'
import { importPlan, planFile, readFile } from '../../../shared/engine/import/import-file'
import type { Project } from '../../../shared/engine/project/project'
import type { PlanOptions } from '../../../shared/ingest/types'
import { must, newProject } from '../../helpers/project'
import { FORMATS, bring, fileOf, exported, said, hardCsv, hardProject } from './own-export-projects'

describe('the import of an own export', () => {
  it('makes roles that are told otherwise count for every wave', async () => {
    const project = await hardProject()
    const back = await newProject()
    const read = must(await readFile(back.platform, { name: 'out.csv', bytes: await exported(project, 'csv') }, {}, quietTask))
    const index = read.profiles.find(({ header }) => header === 'Why?')!.index
    const options: PlanOptions = { roles: { [index]: 'ignore' } }
    must(await importPlan(back, read, must(await planFile(read, options, back)), quietTask))
    const roles = [...back.registers.wave.values()].map(({ columns }) => columns.filter(({ header }) => /^why\? ?$/i.test(header)).map(({ role }) => role))
    expect(roles).toEqual([['ignore', 'comment'], ['ignore']])
  })

  it('keeps columns of other headers in the fields that somebody has put them in', async () => {
    const project = await newProject()
    const rows = Array.from({ length: 40 }, (_, row) => `${row % 11},because of ${row},${'AB'[row % 2]}`).join('\n')
    await bring(project, 'one.csv', fileOf(`Score,Why did you give this score?,Team\n${rows}\n`))
    const field = project.fields().find(({ label }) => label.startsWith('Why'))!.id
    await bring(project, 'two.csv', fileOf(`Score,Reason,Team\n${rows.replaceAll('because', 'thanks to')}\n`), { fields: { 2: field }, names: { 3: 'Squad' } })
    expect([...project.registers.wave.values()].map(({ columns }) => columns[1]!.field)).toEqual([field, field])
    for (const format of FORMATS) {
      const back = await newProject()
      await bring(back, `out.${format}`, await exported(project, format))
      expect(await said(back)).toEqual(await said(project))
    }
  })

  it('has a codebook that makes the same codes, whatever they begin with', async () => {
    const project = await newProject()
    const codes = [
      'code,parent,rule,description,color',
      '-Minus,,-x,=what,#112233',
      '@Plan,-Minus,"""a b"" | c*","two\nlines",#445566',
      "'tis,,,+,#778899",
    ].join('\n')
    must(await codeProject(project, { name: 'c.csv', bytes: fileOf(codes) }))
    const { parts, rows } = must(await exportResponses(project, 'codebook', 'out', quietTask))
    expect(rows).toBe(3)
    const back = await newProject()
    must(await codeProject(back, { name: 'out.csv', bytes: parts[0]!.bytes }))
    const codesOf = ({ registers }: Project): unknown => {
      const nameOf = (id: string | null): string | null => (id === null ? null : registers.code.get(id)!.name)
      return [...registers.code.values()].map((code) => ({ ...code, parent: nameOf(code.parent) }))
    }
    expect(codesOf(back)).toEqual(codesOf(project))
    expect(codesOf(back)).toMatchObject([{ name: '-Minus', rule: '-x', description: '=what' }, { name: '@Plan', parent: '-Minus' }, { name: "'tis", description: '+' }])
  })

  it('brings back whatever there is', async () => {
    const unit = fc.constantFrom('a', 'b', '1', '0', '-', '=', "'", '"', ',', ';', '\n', '\t', ' ', '한', '😀', '|', '_x0041_', '@', '..')
    const header = fc.oneof(fc.constantFrom('wave', 'line', 'date', 'codes', 'nps_score', 'nps_group', 'earshot_about', 'earshot_tag: a', 'Score', 'Why?', 'WHY?', ''), fc.string({ unit, maxLength: 6 }))
    const files = fc.array(
      fc.record({ headers: fc.uniqueArray(header, { minLength: 3, maxLength: 6 }), cells: fc.array(fc.string({ unit, maxLength: 12 }), { minLength: 1, maxLength: 60 }), rows: fc.integer({ min: 1, max: 12 }), wave: fc.string({ unit, minLength: 1, maxLength: 5 }) }),
      { minLength: 1, maxLength: 3 },
    )
    await fc.assert(
      fc.asyncProperty(files, async (waves) => {
        const project = await newProject()
        for (const [at, { headers, cells, rows, wave }] of waves.entries()) {
          const all = ['Response ID', 'How likely are you to recommend us? (0-10)', ...headers]
          const text = hardCsv(all, (row, column) => (column === 0 ? `${at}-${row}` : column === 1 ? String((row * 7) % 11) : cells[(row * 5 + column) % cells.length]!), rows)
          const roles: PlanOptions['roles'] = { 1: 'id', 2: 'score', 3: 'comment', 4: 'segment' }
          // A file that is no table any more is refused, and brings nothing.
          const read = await readFile(project.platform, { name: `${at}.csv`, bytes: fileOf(text) }, { roles }, quietTask)
          const plan = read.ok && read.value.profiles.length > 3 ? await planFile(read.value, { roles, ...(wave.trim() === '' ? {} : { wave: wave.trim() }) }, project) : null
          if (read.ok && plan?.ok) must(await importPlan(project, read.value, plan.value, quietTask))
        }
        const wanted = await said(project)
        expect(project.columns.rows).toBeGreaterThan(0)
        for (const format of FORMATS) {
          const back = await newProject()
          await bring(back, `out.${format}`, await exported(project, format))
          expect(await said(back)).toEqual(wanted)
        }
      }),
      { seed: 7, numRuns: 15 },
    )
  })
})
