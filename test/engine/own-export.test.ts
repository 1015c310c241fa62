import fc from 'fast-check'
import Papa from 'papaparse'
import { describe, expect, it } from 'vitest'
import { quietTask, type Task } from '../../shared/base/task'
import { codeProject } from '../../shared/engine/code-project'
import { exportResponses } from '../../shared/engine/export-responses'
import { importPlan, planFile, readFile } from '../../shared/engine/import-file'
import { markVerbatims } from '../../shared/engine/mark'
import { createMemoryStore } from '../../shared/engine/memory-store'
import { createProject } from '../../shared/engine/open-project'
import { openSample } from '../../shared/engine/open-sample'
import type { Project } from '../../shared/engine/project'
import { answerSlice } from '../../shared/engine/answers'
import { tagsOf } from '../../shared/engine/tagging'
import { tagVerbatims } from '../../shared/engine/tag'
import type { PlanOptions } from '../../shared/ingest/types'
import type { Dimension } from '../../shared/query/types'
import { cellAt } from '../../shared/table/column'
import { createMemoryShelf } from '../helpers/memory-shelf'
import { must, newProject, reopen, testPlatform } from '../helpers/project'

type Format = 'csv' | 'xlsx'
const FORMATS: readonly Format[] = ['csv', 'xlsx']

async function bring(project: Project, name: string, bytes: Uint8Array, options: PlanOptions = {}): Promise<ReturnType<typeof planFile>> {
  const read = must(await readFile(project.platform, { name, bytes }, options, quietTask))
  const plan = await planFile(read, options, project)
  must(await importPlan(project, read, must(plan), quietTask))
  return plan
}

const fileOf = (text: string): Uint8Array => new TextEncoder().encode(text)

const exported = async (project: Project, format: Format): Promise<Uint8Array> =>
  must(await exportResponses(project, format, 'out', quietTask, 'included')).parts[0]!.bytes

/** Everything that an export promises to bring back, by names instead of ids. */
async function said(project: Project): Promise<unknown> {
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

async function tables(project: Project): Promise<unknown> {
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
const hardCsv = (headers: readonly string[], pick: (row: number, column: number) => string, rows: number): string =>
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
const hardProject = once(makeHard)
const sampleProject = once(async () => must(await openSample(await testPlatform(), createMemoryShelf(), 'en', quietTask)))

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
    const unit = fc.constantFrom('a', 'b', '1', '0', '-', '=', "'", '"', ',', ';', '\n', '\t', ' ', '한', '😀', '|', '_x0041_', '@', '.')
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
