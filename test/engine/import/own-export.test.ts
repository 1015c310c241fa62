import fc from 'fast-check'
import Papa from 'papaparse'
import { describe, expect, it } from 'vitest'
import { quietTask, type Task } from '../../../shared/base/task'
import { codeProject } from '../../../shared/engine/codebook/code-project'
import { importPlan, planFile, readFile } from '../../../shared/engine/import/import-file'
import { markVerbatims } from '../../../shared/engine/tags/mark'
import { createMemoryStore } from '../../../shared/engine/project/memory-store'
import { createProject } from '../../../shared/engine/project/open-project'
import type { Project } from '../../../shared/engine/project/project'
import { tagsOf } from '../../../shared/engine/tags/tagging'
import { tagVerbatims } from '../../../shared/engine/tags/tag'
import { must, newProject, reopen, testPlatform } from '../../helpers/project'
import { FORMATS, bring, fileOf, exported, said, tables, hardProject, sampleProject } from './own-export-projects'

describe('an export of responses', () => {
  it.each(FORMATS)('brings the sample back: %s', async (format) => {
    const sample = await sampleProject()
    const back = await newProject()
    await bring(back, `out.${format}`, await exported(sample, format))
    expect(await said(back)).toEqual(await said(sample))
    if (format === 'xlsx') expect(await tables(back)).toEqual(await tables(sample))
  })

  it.each(FORMATS)('brings back what is hard to keep: %s', async (format) => {
    const project = await hardProject()
    expect(project.columns.waves.map(({ wave }) => wave.counts.accepted)).toEqual([90, 120])
    expect(project.registers.decision.size).toBeGreaterThan(40)
    const back = await newProject()
    await bring(back, `out.${format}`, await exported(project, format))
    expect(await said(back)).toEqual(await said(project))
    if (format === 'xlsx') expect(await tables(back)).toEqual(await tables(project))
  })

  it('keeps its waves however a spreadsheet has sorted, saved or cut it', async () => {
    const project = await hardProject()
    const text = new TextDecoder().decode(await exported(project, 'csv'))
    const { data } = Papa.parse<string[]>(text, { newline: '\r\n', skipEmptyLines: true })
    const [header = [], ...rows] = data
    const shuffled = rows.toSorted((a, b) => (a.join() < b.join() ? -1 : 1))
    const order = header.map((_, at) => at).toReversed()
    const turned = [header, ...shuffled].map((row) => order.map((at) => row[at]!))
    const saved: readonly (readonly [string, string])[] = [
      ['sorted', Papa.unparse([header, ...shuffled], { newline: '\r\n' })],
      ['semicolons', Papa.unparse([header, ...shuffled], { delimiter: ';' })],
      ['tabs', `\ufeff${Papa.unparse([header, ...shuffled], { delimiter: '\t', quotes: true })}`],
      ['columns turned round', Papa.unparse(turned)],
    ]
    const expected = await said(project)
    for (const [name, csv] of saved) {
      const back = await newProject()
      await bring(back, 'out.csv', fileOf(csv))
      const order = (await said(back)) as { readonly waves: readonly { readonly file: string }[]; readonly fields: readonly { readonly id: string }[] }
      const inOrder = {
        ...order,
        waves: order.waves.toSorted((a, b) => (a.file < b.file ? -1 : 1)),
        fields: order.fields.toSorted((a, b) => (a.id < b.id ? -1 : 1)),
      }
      const wanted = expected as typeof order
      // Which wave comes first decides how a field that both have is described.
      const plain = ({ id }: { readonly id: string }): string => id
      expect(inOrder.waves, name).toEqual(wanted.waves)
      expect(inOrder.fields.map(plain), name).toEqual(wanted.fields.map(plain).toSorted())
      expect((inOrder as unknown as { decisions: unknown }).decisions, name).toEqual((wanted as unknown as { decisions: unknown }).decisions)
    }
  })

  it('without what only Earshot reads, brings back responses and waves by name', async () => {
    const sample = await sampleProject()
    const { data } = Papa.parse<string[]>(new TextDecoder().decode(await exported(sample, 'csv')), { newline: '\r\n', skipEmptyLines: true })
    const header = data[0]!
    const kept = header.flatMap((name, at) => (name.startsWith('earshot_') ? [] : [at]))
    const back = await newProject()
    await bring(back, 'plain.csv', fileOf(Papa.unparse(data.map((row) => kept.map((at) => row[at]!)))))
    const wavesOf = ({ columns }: Project): unknown =>
      columns.waves.map(({ wave, span }) => [
        wave.name,
        wave.counts.scored,
        Array.from({ length: span.rows }, (_, at) => span.first + at)
          .filter((row) => columns.live[row])
          .map((row) => [columns.lines[row], columns.scores[row], columns.days[row]]),
      ])
    expect(wavesOf(back)).toEqual(wavesOf(sample))
    expect(new Set([...back.registers.wave.values()].map(({ source }) => source)).size).toBe(6)
  })

  it('comes into a project that has some of it: nothing twice, codes by their names', async () => {
    const project = await hardProject()
    const back = await newProject()
    must(await codeProject(back, { name: 'own.csv', bytes: fileOf('code,rule\nMoney | price,cash\nOther,x\n') }))
    await bring(back, 'out.xlsx', await exported(project, 'xlsx'))
    expect([...back.registers.code.values()].map(({ name, rule }) => [name, rule])).toEqual([
      ['Money | price', 'cash'],
      ['Other', 'x'],
      ['"Odd, (1)', '-x'],
    ])
    const once = await said(back)
    expect((once as { decisions: unknown }).decisions).toEqual(((await said(project)) as { decisions: unknown }).decisions)
    const plan = must(await bring(back, 'out.csv', await exported(project, 'csv')))
    expect(plan.duplicateOf.size).toBe(210)
    expect(plan.warnings.map(({ code }) => code)).toContain('file-imported-before')
    expect(await said(back)).toEqual(once)
  })

  it('asks neither which column is the score nor whether it counts', async () => {
    const lines = Array.from({ length: 60 }, (_, row) => `${1 + (row % 10)},${1 + ((row * 7) % 10)}`)
    const bytes = fileOf(['How likely are you to recommend R?,How likely are you to recommend Python?', ...lines].join('\n'))
    const project = await newProject()
    const first = must(await bring(project, 'two.csv', bytes, { treatAsNps: true }))
    expect(first.warnings.map(({ code }) => code)).toContain('several-scores')
    for (const format of FORMATS) {
      const plan = must(await bring(await newProject(), `out.${format}`, await exported(project, format)))
      expect(plan.warnings.map(({ code }) => code)).not.toContain('several-scores')
      expect(plan).toMatchObject({ treatAsNps: true, score: { scale: first.score?.scale } })
    }
  })

  it('leaves nothing when it is cancelled between two waves, and goes with undo', async () => {
    const project = await hardProject()
    const bytes = await exported(project, 'csv')
    const back = await newProject()
    const read = must(await readFile(back.platform, { name: 'out.csv', bytes }, {}, quietTask))
    const plan = must(await planFile(read, {}, back))
    const empty = await said(back)
    let stored = 0
    const task = { ...quietTask, cancelled: () => stored > 1, report: (done: number) => void (stored += done >= 0.5 ? 2 : 0) }
    expect(await importPlan(back, read, plan, task)).toMatchObject({ ok: false, fault: { code: 'cancelled' } })
    expect(await said(back)).toMatchObject({ waves: [], decisions: [] })
    must(await importPlan(back, read, plan, quietTask))
    expect(await said(back)).toEqual(await said(project))
    must(await back.undo())
    expect(await said(back)).toEqual(empty)
    must(await back.redo())
    expect(await said(back)).toEqual(await said(project))
  })

  it('is one step, also when it is read from the journal, and when some of its rows are there from a step taken back', async () => {
    const bytes = await exported(await hardProject(), 'xlsx')
    const expected = await said(await hardProject())
    for (const first of [0, 1, 2]) {
      // Looked at while it is being stored, as the window does.
      const looking: Task = { ...quietTask, breathe: async () => void (await tagsOf(back)) }
      const store = createMemoryStore()
      const back = await newProject(store)
      const read = must(await readFile(back.platform, { name: 'out.xlsx', bytes }, {}, quietTask))
      const plan = must(await planFile(read, {}, back))
      if (first > 0) {
        must(await importPlan(back, read, { ...plan, waves: plan.waves!.slice(2 - first) }, looking))
        must(await back.undo())
      }
      const revision = back.revision
      must(await importPlan(back, read, plan, looking))
      expect(back.revision).toBe(revision + 1)
      expect(await said(back)).toEqual(expected)
      const numbers = await tables(back)
      await back.close()
      const opened = await reopen(store)
      expect(await said(opened)).toEqual(expected)
      expect(await tables(opened)).toEqual(numbers)
    }
  })

  describe('into a project that has its responses with other hand tags', () => {
    const HEADER = 'Score,Why?'
    const lines = Array.from({ length: 12 }, (_, at) => `${at % 11},it was number ${at}`)
    /** A project of one file, tagged as told: row, verdict, day. */
    async function tagged(words: readonly (readonly [row: number, verdict: 'add' | 'remove', day: number])[], code = 'Price'): Promise<Project> {
      let now = '2026-07-01T00:00:00.000Z'
      const platform = { ...(await testPlatform()), now: () => now }
      const project = must(await createProject(platform, createMemoryStore(), 'Test'))
      await bring(project, 'one.csv', fileOf(`${HEADER}\n${lines.join('\n')}\n`), { roles: { 2: 'comment' } })
      must(await codeProject(project, { name: 'c.csv', bytes: fileOf(`code,rule\n${code},\n`) }))
      const [wave] = project.registers.wave.keys()
      const field = project.fields()[1]!.id
      for (const [row, verdict, day] of words) {
        now = `2026-07-0${day}T10:00:00.000Z`
        must(await tagVerbatims(project, { verbatims: [{ wave: wave!, line: row + 2, field }], code: [...project.registers.code.keys()][0]!, verdict }, quietTask))
      }
      return project
    }
    const wordsOf = (project: Project): readonly string[] =>
      [...project.registers.decision.values()].map(({ line, verdict, at, code }) => `${line - 2} ${verdict} ${at.slice(9, 10)} ${project.registers.code.get(code)!.name}`).sort()

    const THEIRS = [[0, 'add', 1], [1, 'add', 5], [2, 'remove', 2], [3, 'add', 3]] as const
    const OURS = [[1, 'remove', 2], [2, 'add', 6], [3, 'add', 1], [4, 'add', 1]] as const

    it('says how many differ, changes nothing unasked, and brings over what is new or later, in one step', async () => {
      const bytes = await exported(await tagged(THEIRS), 'csv')
      const project = await tagged(OURS)
      const before = wordsOf(project)
      const plan = must(await bring(project, 'out.csv', bytes))
      expect(plan.tags).toEqual({ responses: 3, added: 1, changed: 1, older: 1 })
      expect(wordsOf(project)).toEqual(before)
      const revision = project.revision
      await bring(project, 'out.csv', bytes, { bringTags: true })
      expect(project.revision).toBe(revision + 1)
      expect(wordsOf(project)).toEqual(['0 add 1 Price', '1 add 5 Price', '2 add 6 Price', '3 add 1 Price', '4 add 1 Price'])
      expect(project.undoIntent).toBe('tag')
      // What is left is older than what the project says.
      expect(must(await bring(project, 'out.csv', bytes, { bringTags: true })).tags).toEqual({ responses: 1, added: 0, changed: 0, older: 1 })
      must(await project.undo())
      expect(wordsOf(project)).toEqual(before)
    })

    it('brings marks over in the same way', async () => {
      const theirs = await tagged([])
      const place = (project: Project, row: number) => ({ wave: [...project.registers.wave.keys()][0]!, line: row + 2, field: project.fields()[1]!.id })
      must(await markVerbatims(theirs, { verbatims: [place(theirs, 3)], kind: 'quote', set: true }, quietTask))
      must(await markVerbatims(theirs, { verbatims: [place(theirs, 4)], kind: 'note', set: true, text: 'theirs' }, quietTask))
      const bytes = await exported(theirs, 'csv')
      const project = await tagged([[5, 'add', 4]])
      must(await markVerbatims(project, { verbatims: [place(project, 4)], kind: 'note', set: true, text: 'ours, later' }, quietTask))
      expect(must(await bring(project, 'out.csv', bytes)).tags).toEqual({ responses: 2, added: 1, changed: 0, older: 1 })
      await bring(project, 'out.csv', bytes, { bringTags: true })
      expect([...project.registers.mark.values()].map(({ kind, text, line }) => [kind, text, line - 2])).toEqual([['note', 'ours, later', 4], ['quote', '', 3]])
    })

    it('brings the code along where the project has none of that name', async () => {
      const bytes = await exported(await tagged([[0, 'add', 1]], 'Speed'), 'csv')
      const project = await tagged(OURS)
      await bring(project, 'out.csv', bytes, { bringTags: true })
      expect(wordsOf(project)).toContain('0 add 1 Speed')
      must(await project.undo())
      expect([...project.registers.code.values()].map(({ name }) => name)).toEqual(['Price'])
    })

    it('brings the codes along that the rule of such a code names', async () => {
      const theirs = await tagged([[0, 'add', 1]], 'Speed')
      const rules = 'code,rule\nSpeed,number #slow\nSlow,slow OR #"Long wait"\nLong wait,wait\nOther,number\n'
      must(await codeProject(theirs, { name: 'c.csv', bytes: fileOf(rules) }))
      const project = await tagged(OURS)
      await bring(project, 'out.xlsx', await exported(theirs, 'xlsx'), { bringTags: true })
      expect([...project.registers.code.values()].map(({ name, rule }) => [name, rule])).toEqual([
        ['Price', ''],
        ['Speed', 'number #slow'],
        ['Slow', 'slow OR #"Long wait"'],
        ['Long wait', 'wait'],
      ])
    })

    it('says nothing where all are the same, or only the project has some', async () => {
      const bytes = await exported(await tagged([[3, 'add', 9]]), 'csv')
      expect(must(await bring(await tagged(OURS), 'out.csv', bytes)).tags).toBeUndefined()
      const none = await exported(await tagged([]), 'csv')
      expect(must(await bring(await tagged(OURS), 'out.csv', none)).tags).toBeUndefined()
    })

    it('brings, of any two projects, the later word of each, and never takes one away', async () => {
      const word = fc.tuple(fc.nat(11), fc.constantFrom('add' as const, 'remove' as const), fc.integer({ min: 1, max: 9 }))
      const words = fc.uniqueArray(word, { selector: ([row]) => row, maxLength: 8 })
      await fc.assert(
        fc.asyncProperty(words, words, async (theirs, ours) => {
          const project = await tagged(ours)
          await bring(project, 'out.csv', await exported(await tagged(theirs), 'csv'), { bringTags: true })
          const expected = new Map(theirs.map((each) => [each[0], each]))
          for (const each of ours) {
            const other = expected.get(each[0])
            if (!other || other[1] === each[1] || other[2] <= each[2]) expected.set(each[0], each)
          }
          expect(wordsOf(project)).toEqual([...expected.values()].map(([row, verdict, day]) => `${row} ${verdict} ${day} Price`).sort())
        }),
        { numRuns: 15 },
      )
    })
  })
})
