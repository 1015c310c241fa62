import { describe, expect, test } from 'vitest'
import { quietTask } from '../../../shared/base/task'
import { importPlan, planFile } from '../../../shared/engine/import/import-file'
import type { Project } from '../../../shared/engine/project/project'
import { readKnown } from '../../../shared/engine/import/read-known'
import { createMemoryStore } from '../../../shared/engine/project/memory-store'
import type { ImportPlan, PlanOptions, RememberedLayout } from '../../../shared/ingest/types'
import { must, newProject, reopen } from '../../helpers/project'
import { textFile } from '../../helpers/survey-files'

const INDUSTRIES = ['Finance', 'Retail', 'Travel', 'Health']
const MARKETS = ['Korea', 'Japan', 'US']

/** `cells` by header: what a row has in it. */
const csv = (columns: Readonly<Record<string, (at: number) => string | number>>, rows = 60): string =>
  [
    Object.keys(columns).join(),
    ...Array.from({ length: rows }, (_, at) => Object.values(columns).map((cell) => cell(at)).join()),
  ].join('\n')

const FIRST = csv({
  'Response ID': (at) => `a${at}`,
  'Submitted at': (at) => `2026-01-${String((at % 28) + 1).padStart(2, '0')}`,
  'How likely are you to recommend Acme to a colleague?': (at) => at % 11,
  Industry: (at) => INDUSTRIES[at % 4]!,
  Country: (at) => MARKETS[at % 3]!,
  'Why did you give that score?': (at) => `the support number ${at} is quick and kind`,
  'Renewal month': (at) => ['Jan', 'Feb', 'Mar'][at % 3]!,
})
const SECOND = csv({
  'Why that score?': (at) => `the app number ${at} is slow these days`,
  'Response ID': (at) => `b${at}`,
  'Submitted at': (at) => `2026-04-${String((at % 28) + 1).padStart(2, '0')}`,
  'How likely is it that you would recommend Acme to a colleague?': (at) => at % 11,
  'Your industry': (at) => INDUSTRIES[at % 4]!,
  Market: (at) => MARKETS[at % 3]!,
  Seats: (at) => at % 50,
})

interface Planned {
  readonly plan: ImportPlan
  readonly remembered: RememberedLayout | null
  readonly commit: () => Promise<void>
}

async function planned(project: Project, text: string, options: PlanOptions = {}, name = 'next.csv'): Promise<Planned> {
  const { read, options: all, remembered } = must(await readKnown(project.platform, project, textFile(text, name), options, {}, quietTask))
  const plan = must(await planFile(read, all, project))
  return { plan, remembered, commit: async () => void must(await importPlan(project, read, plan, quietTask)) }
}

async function withFirst(): Promise<Project> {
  const project = await newProject()
  await (await planned(project, FIRST, {}, 'first.csv')).commit()
  return project
}

const nameOf = (project: Project, field: string): string => project.registers.field.get(field)?.name ?? `new ${field.slice(0, 1)}`
const matched = (project: Project, { match }: ImportPlan): readonly string[] =>
  match!.columns.map(({ field, how }) => (how === 'new' ? how : `${how} ${nameOf(project, field)}`))
const names = (project: Project): readonly string[] => project.fields().map(({ name }) => name)

describe('a further wave whose columns changed', () => {
  test('the same, renamed, new and missing columns', async () => {
    const project = await withFirst()
    const { plan, commit } = await planned(project, SECOND)
    expect(matched(project, plan)).toEqual([
      'similar Why did you give that score?',
      'same Response ID',
      'same Submitted at',
      'similar How likely are you to recommend Acme to a colleague?',
      'similar Industry',
      'values Country',
      'new',
    ])
    expect(plan.match!.wave).toBe('first')
    expect(plan.match!.missing.map((field) => nameOf(project, field))).toEqual(['Renewal month'])
    await commit()
    expect(names(project)).toEqual([...FIRST.split('\n')[0]!.split(','), 'Seats'])
    const industry = project.fields().find(({ name }) => name === 'Industry')!
    expect(project.columns.dimension({ kind: 'field', field: industry.id }).labels.length).toBe(4)
    // What a header was taken for once, it is taken for again.
    expect(matched(project, (await planned(project, SECOND.replaceAll(',b', ',c'))).plan).filter((each) => each.startsWith('same'))).toHaveLength(7)
  })

  test('the user’s word wins: another field, or one of its own', async () => {
    const project = await withFirst()
    const renewal = project.fields().find(({ name }) => name === 'Renewal month')!.id
    const { plan, commit } = await planned(project, SECOND, { fields: { 6: renewal, 5: null, 3: null } })
    expect(matched(project, plan).slice(2)).toEqual([
      'new',
      'similar How likely are you to recommend Acme to a colleague?',
      'new',
      'told Renewal month',
      'new',
    ])
    await commit()
    const added = names(project).slice(7)
    expect(added).toEqual(['Submitted at (2)', 'Your industry', 'Seats'])
  })

  test('undo takes the wave, its fields and what was remembered back, redo brings them again', async () => {
    const project = await withFirst()
    const before = await project.hash()
    const { commit } = await planned(project, SECOND, { roles: { 7: 'ignore' } })
    await commit()
    const after = await project.hash()
    must(await project.undo())
    expect(await project.hash()).toBe(before)
    must(await project.redo())
    expect(await project.hash()).toBe(after)
  })

  describe('the same header over other contents', () => {
    const wave = (region: (at: number) => string | number, prefix: string, more: Parameters<typeof csv>[0] = {}, header = 'Region') =>
      csv({ 'Response ID': (at) => `${prefix}${at}`, Recommend: (at) => at % 11, [header]: region, ...more })
    const NAMED = wave((at) => ['North', 'South', 'East'][at % 3]!, 'a')
    const NUMBERED = wave((at) => (at % 7) + 1, 'b')
    const begin = async (text: string): Promise<Project> => {
      const project = await newProject()
      await (await planned(project, text, {}, 'first.csv')).commit()
      return project
    }

    test('is kept apart and said, until somebody says that it is the same', async () => {
      const project = await begin(NAMED)
      const { plan, commit } = await planned(project, NUMBERED)
      const region = project.fields().find(({ name }) => name === 'Region')!.id
      expect(plan.match!.clashes).toEqual([{ index: 3, field: region, kind: 'category', samples: ['North', 'South', 'East'] }])
      expect(matched(project, plan)).toEqual(['same Response ID', 'same Recommend', 'new'])
      expect(plan.match!.missing).toEqual([region])
      expect((await planned(project, NUMBERED, { fields: { 3: null } })).plan.match!.clashes).toEqual([])
      const same = (await planned(project, NUMBERED, { fields: { 3: region } })).plan
      expect([same.match!.clashes, matched(project, same)[2]]).toEqual([[], 'told Region'])
      await commit()
      expect(names(project)).toEqual(['Response ID', 'Recommend', 'Region', 'Region (2)'])
      // From now on each finds its own.
      expect(matched(project, (await planned(project, NAMED.replaceAll('\na', '\nc'))).plan)[2]).toBe('same Region')
      expect(matched(project, (await planned(project, NUMBERED.replaceAll('\nb', '\nd'))).plan)[2]).toBe('same Region (2)')
    })

    test('is asked once: what was chosen holds for the next file of the layout', async () => {
      for (const own of [true, false]) {
        const project = await begin(NAMED)
        const region = project.fields().find(({ name }) => name === 'Region')!.id
        await (await planned(project, NUMBERED, { fields: { 3: own ? null : region } })).commit()
        const { plan, commit } = await planned(project, NUMBERED.replaceAll('\nb', '\nd'), {}, 'third.csv')
        expect(plan.match!.clashes).toEqual([])
        await commit()
        expect(names(project)).toEqual(['Response ID', 'Recommend', 'Region', ...(own ? ['Region (2)'] : [])])
      }
    })

    test.each([
      ['a score and comments', (at: number) => at % 11, (at: number) => `the support number ${at} was very kind to us`],
      ['a date and names', (at: number) => `2026-03-${String((at % 28) + 1).padStart(2, '0')}`, (at: number) => MARKETS[at % 3]!],
      ['choices and comments', (at: number) => INDUSTRIES[at % 4]!, (at: number) => `we have been working in number ${at} for long`],
      ['numbers and bands', (at: number) => at * 3, (at: number) => ['under 10', '10-50', 'over 50'][at % 3]!],
    ])('%s, whichever comes first', async (_, one, other) => {
      for (const [first, second] of [[one, other], [other, one]] as const) {
        const project = await begin(wave(first, 'a', {}, 'Answer'))
        expect((await planned(project, wave(second, 'b', {}, 'Answer'))).plan.match!.clashes.map(({ index }) => index)).toEqual([3])
      }
    })

    test.each([
      ['other names', (at: number) => INDUSTRIES[at % 4]!, (at: number) => MARKETS[at % 3]!],
      ['labelled and plain scores', (at: number) => at % 11, (at: number) => (at % 11 === 0 ? 'Not at all likely - 0' : at % 11 === 10 ? 'Extremely likely - 10' : at % 11)],
      ['a blank column', (at: number) => INDUSTRIES[at % 4]!, () => ''],
      ['a few answers', (at: number) => at, (at: number) => (at < 4 ? `answer ${at}` : '')],
      ['a mixture', (at: number) => INDUSTRIES[at % 4]!, (at: number) => (at % 3 ? INDUSTRIES[at % 4]! : at)],
    ])('%s are the same field', async (_, one, other) => {
      const project = await begin(wave(one, 'a', {}, 'Answer'))
      const { match } = (await planned(project, wave(other, 'b', {}, 'Answer'))).plan
      expect([match!.clashes, match!.columns[2]!.how]).toEqual([[], 'same'])
    })
  })

  test('a likeness in a survey that has hardly anything else in common is chance', async () => {
    const project = await withFirst()
    const columns = Object.fromEntries(Array.from({ length: 12 }, (_, at) => [`Item ${'abcdefghijkl'[at]!.repeat(5)}`, () => 'x']))
    const { plan } = await planned(project, csv({ ...columns, 'Your industry': (at) => INDUSTRIES[at % 4]! }))
    expect(plan.match!.wave).toBeNull()
    expect(new Set(matched(project, plan))).toEqual(new Set(['new']))
  })

  test('an id of the survey tool outlasts every rewording', async () => {
    const rows = (prefix: string) => Array.from({ length: 12 }, (_, at) => `${prefix}${at},${at % 11},${['Yes', 'No'][at % 2]}`).join('\n')
    const wave = (header: string, words: string, prefix: string) =>
      `ResponseId,${header}\nResponse ID,${words}\n{"ImportId":"_recordId"},{"ImportId":"QID1"},{"ImportId":"QID7"}\n`.replaceAll(
        /(\{[^}]*\})/g,
        (json) => `"${json.replaceAll('"', '""')}"`,
      ) + `${rows(prefix)}\n`
    const project = await newProject()
    await (await planned(project, wave('Q1,Q2', 'Would you recommend us?,Is the app of use to you?', 'a'))).commit()
    const { plan } = await planned(project, wave('NPS,Useful', 'Recommend us?,Do you like to work with it?', 'b'))
    expect(plan.match!.columns.map(({ how }) => how)).toEqual(['same', 'question', 'question'])
  })

  test('rows of a grid, numbered options and answers that many questions share are not taken for one another', async () => {
    const likert = ['Agree', 'Neither', 'Disagree']
    const items = (words: readonly string[], prefix: string) =>
      csv({ 'Response ID': (at) => `${prefix}${at}`, ...Object.fromEntries(words.map((word) => [word, (at: number) => likert[at % 3]!])) })
    const project = await newProject()
    await (await planned(project, items(['How satisfied are you [price]', 'How satisfied are you [speed]', 'Other 1'], 'a'))).commit()
    const { plan } = await planned(project, items(['How satisfied are you [service]', 'How satisfied are you [app]', 'Other 2'], 'b'))
    expect(plan.match!.columns.map(({ how }) => how)).toEqual(['same', 'new', 'new', 'new'])
  })

  test('Korean headers, composed or not, are the same; reworded ones are proposed', async () => {
    const wave = (score: string, why: string, prefix: string) =>
      csv({
        '응답 ID': (at) => `${prefix}${at}`,
        [score]: (at) => at % 11,
        [why]: (at) => `배송이 ${at}번이나 늦어서 많이 아쉬웠어요`,
      })
    const project = await newProject()
    await (await planned(project, wave('저희를 동료에게 추천할 의향은? (0~10)', '그렇게 답하신 이유를 적어 주세요', 'a'))).commit()
    const again = await planned(project, wave('저희를 동료에게 추천할 의향은? (0~10)', '그 점수를 주신 이유를 적어 주세요', 'b').normalize('NFD'))
    expect(again.plan.match!.columns.map(({ how }) => how)).toEqual(['same', 'same', 'similar'])
  })

  test('a file that is called like a wave makes a wave with another name, unless it is told one', async () => {
    const project = await withFirst()
    const again = FIRST.replaceAll('\na', '\nb')
    expect((await planned(project, again, {}, 'First.csv')).plan.wave).toBe('First (2)')
    expect((await planned(project, again, { wave: 'first' })).plan.wave).toBe('first')
  })

  test('another survey has nothing in common', async () => {
    const project = await withFirst()
    const { plan } = await planned(project, csv({ Color: (at) => ['red', 'blue'][at % 2]!, Weight: (at) => at }))
    expect(plan.match).toMatchObject({ wave: null, missing: [] })
  })
})

describe('what is remembered', () => {
  test('a role set by hand holds for the same question in a wave with other columns', async () => {
    const text = (extra: string, prefix: string) =>
      csv({ id: (at) => `${prefix}${at}`, 'Overall score': (at) => at % 11, 'Service score': (at) => (at * 7) % 11, [extra]: () => 'x' })
    const project = await newProject()
    const first = await planned(project, text('A', 'a'))
    expect(first.plan.warnings.map(({ code }) => code)).toContain('several-scores')
    await (await planned(project, text('A', 'a'), { roles: { 3: 'score' } })).commit()
    const { plan, remembered } = await planned(project, text('B', 'b'))
    expect(remembered).toBeNull()
    expect(plan.score?.index).toBe(3)
    expect(plan.warnings.map(({ code }) => code)).not.toContain('several-scores')
    // Said otherwise now, it is as said now.
    expect((await planned(project, text('B', 'b'), { roles: { 2: 'score' } })).plan.score?.index).toBe(2)
  })

  test('the next file of the layout is read and understood like the last, also after opening again', async () => {
    const store = createMemoryStore()
    const project = await newProject(store)
    const text = (prefix: string) =>
      `Exported by me,,\nid,When,Rating\n${Array.from({ length: 30 }, (_, at) => `${prefix}${at},0${(at % 9) + 1}/04/2026,${(at % 10) + 1}`).join('\n')}\n`
    const chosen: PlanOptions = { wave: 'Spring', dateOrder: 'dmy', treatAsNps: true, roles: { 3: 'score' }, include: ['preview'], read: { headerRows: 1 } }
    await (await planned(project, text('a'), chosen, 'spring.csv')).commit()
    await project.close()
    const opened = await reopen(store)
    const { plan, remembered } = await planned(opened, text('b'), {}, 'summer.csv')
    const { wave: _, ...lasting } = chosen
    expect(remembered).toEqual({ file: 'spring.csv', options: lasting })
    expect(plan).toMatchObject({ wave: 'summer', treatAsNps: true, options: lasting })
    expect(plan.columns[1]).toMatchObject({ dateOrder: 'dmy' })
  })

  test('what was chosen on this computer is used in a new project, and nonsense is not', async () => {
    const project = await newProject()
    const { read } = must(await readKnown(project.platform, null, textFile(FIRST), {}, {}, quietTask))
    const known = async (kept: unknown) =>
      must(await readKnown(project.platform, null, textFile(FIRST), {}, { [read.layout]: kept as RememberedLayout }, quietTask))
    expect((await known({ file: 'q2.csv', options: { roles: { 4: 'ignore' } } })).options.roles).toEqual({ 4: 'ignore' })
    for (const nonsense of [null, 7, {}, { file: 'x', options: { roles: { 4: 'boss' } } }, { file: 'x', options: { roles: { '-1': 'score' } } }]) {
      expect((await known(nonsense)).remembered).toBeNull()
    }
  })

  test('a file without any choice leaves nothing, and takes back what was', async () => {
    const project = await newProject()
    await (await planned(project, FIRST)).commit()
    const kept = () => [...project.registers.setting.keys()].filter((id) => id.startsWith('layout:'))
    expect(kept()).toEqual([])
    await (await planned(project, FIRST.replaceAll('\na', '\nb'), { roles: { 7: 'ignore' } })).commit()
    expect(kept()).toHaveLength(1)
    const third = await planned(project, FIRST.replaceAll('\na', '\nc'))
    expect(third.remembered?.options).toEqual({ roles: { 7: 'ignore' } })
    const { read } = must(await readKnown(project.platform, null, textFile(FIRST.replaceAll('\na', '\nd')), {}, {}, quietTask))
    must(await importPlan(project, read, must(await planFile(read, {}, project)), quietTask))
    expect(kept()).toEqual([])
  })
})

describe('ids that the project has', () => {
  const wave = (month: string, days = 28, more = '') =>
    csv({ ID: (at) => at + 1, 'Completion time': (at) => `2026-${month}-${String((at % days) + 1).padStart(2, '0')} 10:00:00`, Recommend: (at) => at % 11, [`Plan${more}`]: () => 'x' }, 40)
  const asId = { roles: { 1: 'id' } } as const

  test('a form that counts from one again brings new responses, and says so', async () => {
    const project = await newProject()
    await (await planned(project, wave('01'), asId)).commit()
    const { plan } = await planned(project, wave('04'), asId)
    expect(plan.duplicateOf.size).toBe(0)
    expect(plan.warnings[0]).toEqual({ code: 'ids-restart', params: {} })
  })

  test('answers exported a second time, among new ones, are duplicates', async () => {
    const project = await newProject()
    await (await planned(project, wave('01'), asId)).commit()
    const all = `${wave('01', 28, ' now')}\n${Array.from({ length: 60 }, (_, at) => `${at + 41},2026-04-11 10:00:00,9,x`).join('\n')}`
    const { plan } = await planned(project, all, asId)
    expect(plan.duplicateOf.size).toBe(40)
    expect(plan.warnings.map(({ code }) => code)).not.toContain('ids-restart')
  })
})
