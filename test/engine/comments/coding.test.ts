import { beforeEach, describe, expect, it } from 'vitest'
import { fault } from '../../../shared/base/fault'
import { ok, refuse } from '../../../shared/base/result'
import { quietTask, type Task } from '../../../shared/base/task'
import { createDesk } from '../../../shared/engine/desk'
import type { Codebook, CodeDraft, EngineApi, ProjectView, Verbatim, VerbatimQuery } from '../../../shared/protocol/engine-api'
import { createMemoryShelf } from '../../helpers/memory-shelf'
import { must, testPlatform } from '../../helpers/project'

const NFD = '배송이 늦어요'.normalize('NFD')
const SURVEY = `Response ID,Submitted,How likely are you to recommend us?,Why?,What else?,Industry,Region
r1,2026-01-05,10,The PRICE is fair,Café nearby,Finance,
r2,2026-02-11,3,"${NFD}, price too",,Travel,North
r3,,8,Nothing,the price,,North
r4,2026-05-20,,late late,,Finance,
r5,2026-05-21,0,,  ,Finance,South
`
const ALL: VerbatimQuery = { where: [], order: 'file', first: 0, count: 50 }

let desk: EngineApi
let project: ProjectView

const draft = (patch: Partial<CodeDraft>): CodeDraft => ({ id: null, name: 'Price', parent: null, rule: '', description: '', color: '', ...patch })
const save = async (patch: Partial<CodeDraft>): Promise<string> => must(await desk.saveCode(draft(patch), quietTask)).id
const list = async (query: Partial<VerbatimQuery> = {}): Promise<readonly Verbatim[]> =>
  must(await desk.verbatims({ ...ALL, ...query }, quietTask)).verbatims
const codebook = async (where: VerbatimQuery['where'] = []): Promise<Codebook> => must(await desk.codebook({ where }, quietTask))
const unsaved = async (): Promise<number> => must(await desk.project(null, quietTask)).unsaved
const texts = (verbatims: readonly Verbatim[]): readonly string[] => verbatims.map(({ text }) => text.normalize('NFC'))
const wordsOf = (text: string, spans: readonly { readonly from: number; readonly to: number }[]): readonly string[] =>
  spans.map(({ from, to }) => text.slice(from, to))

beforeEach(async () => {
  desk = createDesk(await testPlatform(), createMemoryShelf())
  const file = { name: 'survey.csv', bytes: new TextEncoder().encode(SURVEY) }
  must(await desk.plan({ file, options: { roles: { 4: 'comment', 5: 'comment', 6: 'segment', 7: 'segment' } } }, quietTask))
  must(await desk.createProject({ name: 'Acme' }, quietTask))
  project = must(await desk.importPlan(null, quietTask))
})

describe('the list of verbatims', () => {
  it('holds every comment that is not blank, with all that is known of its response', async () => {
    const page = must(await desk.verbatims({ ...ALL, first: 1, count: 2 }, quietTask))
    expect(page).toMatchObject({ total: 6, first: 1 })
    const question = (label: string): string => project.fields.find((field) => field.label === label)!.name
    expect(page.verbatims).toEqual([
      {
        wave: project.waves[0]!.id,
        line: 2,
        field: project.fields.find(({ label }) => label === 'What else?')!.id,
        text: 'Café nearby',
        score: 10,
        group: 'promoters',
        day: '2026-01-05',
        question: question('What else?'),
        waveName: 'survey',
        segments: [{ name: question('Industry'), value: 'Finance' }],
        tags: [],
        marks: [],
        found: [],
      },
      expect.objectContaining({
        line: 3,
        text: `${NFD}, price too`,
        score: 3,
        group: 'detractors',
        segments: [
          { name: question('Industry'), value: 'Travel' },
          { name: question('Region'), value: 'North' },
        ],
      }),
    ])
    expect(must(await desk.verbatims({ ...ALL, first: 99 }, quietTask))).toEqual({ total: 6, first: 6, verbatims: [] })
  })

  it.each([
    ['file', ['The PRICE is fair', 'Café nearby', '배송이 늦어요, price too', 'Nothing', 'the price', 'late late']],
    ['newest', ['late late', '배송이 늦어요, price too', 'The PRICE is fair', 'Café nearby', 'Nothing', 'the price']],
    ['oldest', ['The PRICE is fair', 'Café nearby', '배송이 늦어요, price too', 'late late', 'Nothing', 'the price']],
    ['lowest', ['배송이 늦어요, price too', 'Nothing', 'the price', 'The PRICE is fair', 'Café nearby', 'late late']],
    ['highest', ['The PRICE is fair', 'Café nearby', 'Nothing', 'the price', '배송이 늦어요, price too', 'late late']],
  ] as const)('in the order %s', async (order, expected) => {
    expect(texts(await list({ order }))).toEqual(expected)
  })

  it('says why a verbatim has a code, in the words of its own text', async () => {
    const late = await save({ name: 'Late', rule: '(늦* OR late) -nothing' })
    const price = await save({ name: 'Price', rule: 'price' })
    const [, , second] = await list()
    expect(second!.tags).toEqual([
      { code: late, has: true, byRule: true, matched: [{ from: NFD.indexOf(' ') + 1, to: NFD.length }], byHand: null },
      expect.objectContaining({ code: price, has: true, byRule: true }),
    ])
    expect(wordsOf(second!.text, second!.tags[1]!.matched)).toEqual(['price'])
    must(await desk.introduce({ coder: ' Ben ' }, quietTask))
    must(await desk.introduce({ coder: '  ' }, quietTask))
    must(await desk.tag({ verbatims: [second!], code: price, verdict: 'remove' }, quietTask))
    must(await desk.tag({ verbatims: [(await list())[1]!], code: price, verdict: 'add' }, quietTask))
    const [, cafe, taken] = await list()
    const byHand = { coder: 'Ben', at: expect.stringMatching(/^2026-01-01T/) as string }
    expect(taken!.tags[1]).toMatchObject({ code: price, has: false, byRule: true, byHand })
    expect(cafe!.tags).toEqual([{ code: price, has: true, byRule: false, matched: [], byHand }])
  })

  it('shows where the text that is searched for stands', async () => {
    const found = async (text: string): Promise<unknown> =>
      (await list({ where: [{ kind: 'text', text }] })).map((one) => wordsOf(one.text, one.found))
    expect(await found('price')).toEqual([['PRICE'], ['price'], ['price']])
    expect(await found('ＣＡＦＥ')).toEqual([['Café']])
    expect(await found('늦어')).toEqual([['늦어'.normalize('NFD')]])
    expect(await found('late')).toEqual([['late', 'late']])
    expect(await found('nowhere')).toEqual([])
  })

  it('finds the next verbatim without a code', async () => {
    await save({ name: 'Price', rule: 'price OR nothing' })
    const next = async (after: number): Promise<number | null> => must(await desk.nextUncoded({ where: [], order: 'file', after }, quietTask))
    expect([await next(-1), await next(1), await next(5)]).toEqual([1, 5, null])
  })
})

describe('tagging by hand', () => {
  it('wins over the rule, survives its edit, and is taken back by clear and by undo', async () => {
    const price = await save({ rule: 'price' })
    const n = async (): Promise<readonly number[]> => (await codebook()).codes.map((code) => [code.n, code.byHand]).flat()
    expect(await n()).toEqual([3, 0])
    const [first, cafe] = await list()
    must(await desk.tag({ verbatims: [first!], code: price, verdict: 'remove' }, quietTask))
    const view = must(await desk.tag({ verbatims: [cafe!], code: price, verdict: 'add' }, quietTask))
    expect(view.undo).toBe('tag')
    expect(await n()).toEqual([3, 1])
    await save({ id: price, rule: 'fair OR late' })
    expect(await n()).toEqual([2, 1])
    must(await desk.tag({ verbatims: [first!, cafe!], code: price, verdict: 'clear' }, quietTask))
    expect(await n()).toEqual([2, 0])
    for (let step = 0; step < 4; step++) must(await desk.undo(null, quietTask))
    expect(await n()).toEqual([3, 0])
    for (let step = 0; step < 3; step++) must(await desk.redo(null, quietTask))
    expect(await n()).toEqual([2, 1])
  })

  it('a later word replaces the earlier one, and the same word again changes nothing', async () => {
    const price = await save({})
    const before = await unsaved()
    const [first] = await list()
    const say = async (verdict: 'add' | 'remove' | 'clear'): Promise<number> => {
      must(await desk.tag({ verbatims: [first!, first!], code: price, verdict }, quietTask))
      return (await unsaved()) - before
    }
    expect([await say('clear'), await say('add'), await say('add'), await say('remove'), await say('clear')]).toEqual([0, 1, 1, 2, 3])
  })

  it('of a whole list is one operation, of the verbatims that fit themselves', async () => {
    const price = await save({})
    const where = [{ kind: 'text' as const, text: 'price' }]
    must(await desk.tag({ verbatims: { where }, code: price, verdict: 'add' }, quietTask))
    const coded = [{ kind: 'codes' as const, codes: [price], has: true }]
    expect(texts(await list({ where: coded }))).toEqual(['The PRICE is fair', '배송이 늦어요, price too', 'the price'])
    // "Nothing" is of a response that mentions the price elsewhere.
    expect(texts(await list({ where: [{ kind: 'codes', codes: 'any', has: false }] }))).toEqual(['Café nearby', 'Nothing', 'late late'])
    expect(must(await desk.slice({ by: [], where: [{ kind: 'codes', codes: 'any', has: false }] }, quietTask)).responses).toBe(1)
    expect((await codebook(coded)).verbatims).toBe(5)
    must(await desk.undo(null, quietTask))
    expect((await codebook()).coded).toBe(0)
  })

  it('is refused for what is no longer there', async () => {
    const price = await save({})
    const [first] = await list()
    const request = { verbatims: [first!], code: price, verdict: 'add' } as const
    const gone = refuse(fault('busy'))
    expect(await desk.tag({ ...request, code: 'gone' }, quietTask)).toEqual(gone)
    for (const patch of [{ line: 99 }, { line: 6 }, { wave: 'gone' }, { field: 'gone' }]) {
      expect(await desk.tag({ ...request, verbatims: [{ ...first!, ...patch }] }, quietTask)).toEqual(gone)
    }
  })

  it('of thousands at once shows how far it is, and leaves nothing when it is cancelled', async () => {
    const rows = Array.from({ length: 7000 }, (_, row) => `${row % 11},comment ${row}`)
    const file = { name: 'many.csv', bytes: new TextEncoder().encode(`How likely are you to recommend us?,Why?\n${rows.join('\n')}\n`) }
    must(await desk.plan({ file, options: {} }, quietTask))
    must(await desk.importPlan(null, quietTask))
    const price = await save({})
    const done: number[] = []
    const request = { verbatims: { where: [] }, code: price, verdict: 'add' } as const
    const task: Task = { ...quietTask, report: (share, stage) => void (stage === 'storing' && done.push(share)), cancelled: () => done.length > 1 }
    expect(await desk.tag(request, task)).toEqual(refuse(fault('cancelled')))
    expect(done.length).toBe(2)
    expect([(await codebook()).coded, must(await desk.project(null, quietTask)).undo]).toEqual([0, 'codebook'])
    must(await desk.tag(request, quietTask))
    expect((await codebook()).codes[0]).toMatchObject({ n: 7006, byHand: 7006 })
  })
})

describe('the codebook', () => {
  it('lists codes before their children, siblings as they were made', async () => {
    const service = await save({ name: 'Service' })
    const price = await save({ name: 'Price', rule: 'price' })
    const staff = await save({ name: 'Staff', parent: service })
    const young = await save({ name: 'Young staff', parent: staff })
    const hours = await save({ name: 'Hours', parent: service })
    const tree = async (): Promise<unknown> => (await codebook()).codes.map(({ id, depth }) => [id, depth])
    expect(await tree()).toEqual([[service, 0], [staff, 1], [young, 2], [hours, 1], [price, 0]])
    const { codes, verbatims, coded } = await codebook()
    expect([verbatims, coded]).toEqual([6, 3])
    expect(codes.at(-1)).toMatchObject({ name: 'Price', n: 3, byHand: 0, figure: { n: 3, promoters: 1, passives: 1, detractors: 1 } })
    expect(new Set(codes.map(({ color }) => color)).size).toBe(5)
    expect(codes.map(({ withBelow }) => withBelow?.n ?? null)).toEqual([0, 0, null, null, null])

    const [first] = await list()
    must(await desk.tag({ verbatims: [first!], code: staff, verdict: 'add' }, quietTask))
    expect(must(await desk.removeCode({ id: staff }, quietTask)).codes).toBe(4)
    expect(await tree()).toEqual([[service, 0], [young, 1], [hours, 1], [price, 0]])
    must(await desk.undo(null, quietTask))
    expect((await codebook()).codes.find(({ id }) => id === staff)).toMatchObject({ byHand: 1 })

    must(await desk.tag({ verbatims: [first!], code: hours, verdict: 'add' }, quietTask))
    const [whole] = (await codebook()).codes
    // Once for the verbatim, however many codes below it has.
    expect(whole).toMatchObject({ name: 'Service', n: 0, figure: { n: 0 }, withBelow: { n: 1, figure: { n: 1 } } })
    expect(await desk.removeCode({ id: 'gone' }, quietTask)).toEqual(refuse(fault('busy')))
  })

  it('changes nothing when a code is saved as it is', async () => {
    const id = await save({ name: ' Price ', rule: ' price ', description: 'what it costs' })
    const before = await unsaved()
    const [code] = (await codebook()).codes
    expect(code).toMatchObject({ name: 'Price', rule: 'price' })
    await save({ ...code!, id })
    await save({ ...code!, id, color: '' })
    expect(await unsaved()).toBe(before)
    await save({ ...code!, id, color: '#ABC' })
    expect((await codebook()).codes[0]).toMatchObject({ color: '#aabbcc' })
  })

  it.each<[Partial<CodeDraft>, string]>([
    [{ name: '  ' }, 'codebook.no-name'],
    [{ name: 'ＰＲＩＣＥ' }, 'codebook.name-taken'],
    [{ name: 'New', parent: 'gone' }, 'codebook.no-parent'],
    [{ name: 'New', color: 'red' }, 'codebook.color'],
    [{ id: 'service', parent: 'service' }, 'codebook.below-itself'],
    [{ id: 'service', parent: 'staff' }, 'codebook.below-itself'],
  ])('refuses %j: %s', async (patch, what) => {
    await save({ name: 'Price' })
    const ids = new Map<string | null | undefined, string>()
    ids.set('service', await save({ name: 'Service' }))
    ids.set('staff', await save({ name: 'Staff', parent: ids.get('service')! }))
    const before = await unsaved()
    const real = { ...patch, ...(patch.id ? { id: ids.get(patch.id)! } : {}), ...(patch.parent ? { parent: ids.get(patch.parent) ?? patch.parent } : {}) }
    const saved = await desk.saveCode(draft({ name: 'Service', ...real }), quietTask)
    expect(saved).toMatchObject({ ok: false, fault: { code: 'codebook', params: { what, line: 0 } } })
    expect(await unsaved()).toBe(before)
  })

  it('refuses a wrong rule with its place', async () => {
    const wrong = { ok: false, fault: { code: 'rule', params: { code: 'Price', at: 7, what: 'rule.bracket-unclosed', hint: 'rule.bracket-unclosed.hint' } } }
    expect(await desk.saveCode(draft({ rule: 'price (late' }), quietTask)).toMatchObject(wrong)
    const id = await save({ rule: 'price' })
    expect(await desk.previewRule({ code: id, rule: 'price (late' }, quietTask)).toMatchObject(wrong)
    expect(await desk.saveCode(draft({ id: 'gone', name: 'New' }), quietTask)).toEqual(refuse(fault('busy')))
  })

  it('gives no score where scales do not allow one', async () => {
    const rows = Array.from({ length: 120 }, (_, row) => `${1 + (row % 10)},price ${row}`)
    const file = { name: 'ten.csv', bytes: new TextEncoder().encode(`rating,review\n${rows.join('\n')}\n`) }
    must(await desk.plan({ file, options: {} }, quietTask))
    must(await desk.importPlan(null, quietTask))
    await save({ rule: 'price' })
    expect((await codebook()).codes[0]).toMatchObject({ n: 123, figure: null })
    const where = [{ kind: 'values' as const, dimension: { kind: 'wave' as const }, values: ['survey'] }]
    expect((await codebook(where)).codes[0]).toMatchObject({ n: 3, figure: { n: 3 } })
  })
})

describe('the preview of a rule', () => {
  it('counts what it would match and what would change, with examples', async () => {
    const id = await save({ rule: 'price' })
    const preview = must(await desk.previewRule({ code: id, rule: 'price -fair OR late' }, quietTask))
    expect(preview).toMatchObject({ n: 3, added: 1, lost: 1 })
    const [added, lost] = [preview.addedExamples, preview.lostExamples].map(([one]) => one!)
    expect([added!.text, wordsOf(added!.text, added!.matched)]).toEqual(['late late', ['late', 'late']])
    expect([lost!.text, wordsOf(lost!.text, lost!.matched)]).toEqual(['The PRICE is fair', ['PRICE']])
    expect(must(await desk.previewRule({ code: null, rule: 'price' }, quietTask))).toMatchObject({ n: 3, added: 3, lost: 0 })
    expect(must(await desk.previewRule({ code: id, rule: ' ' }, quietTask))).toMatchObject({ n: 0, added: 0, lost: 3 })
    expect(await desk.previewRule({ code: 'gone', rule: '' }, quietTask)).toEqual(refuse(fault('busy')))
    expect((await codebook()).codes[0]!.n).toBe(3)
  })
})

describe('waves and names', () => {
  it('renames a wave and the project', async () => {
    const [wave] = project.waves
    expect(must(await desk.renameWave({ id: wave!.id, name: ' Spring ' }, quietTask)).waves[0]!.name).toBe('Spring')
    expect((await list())[0]!.waveName).toBe('Spring')
    expect(must(await desk.renameProject({ name: ' Acme 2026 ' }, quietTask))).toMatchObject({ name: 'Acme 2026', undo: 'rename' })
    expect(must(await desk.projects(null, quietTask)).map(({ name }) => name)).toEqual(['Acme 2026'])
    const before = await unsaved()
    must(await desk.renameWave({ id: wave!.id, name: 'Spring' }, quietTask))
    must(await desk.renameProject({ name: 'Acme 2026 ' }, quietTask))
    expect(await unsaved()).toBe(before)
    expect(await desk.renameWave({ id: wave!.id, name: ' ' }, quietTask)).toEqual(refuse(fault('no-name')))
    expect(await desk.renameProject({ name: '' }, quietTask)).toEqual(refuse(fault('no-name')))
    expect(await desk.renameWave({ id: 'gone', name: 'x' }, quietTask)).toEqual(refuse(fault('busy')))
  })

  it('takes a wave out, and brings it back with its hand tags', async () => {
    const [wave] = project.waves
    const price = await save({})
    must(await desk.tag({ verbatims: { where: [] }, code: price, verdict: 'add' }, quietTask))
    expect(must(await desk.removeWave({ id: wave!.id }, quietTask))).toMatchObject({ waves: [], accepted: 0, undo: 'remove-wave', periods: [] })
    expect(await codebook()).toMatchObject({ verbatims: 0, coded: 0, codes: [{ n: 0, byHand: 0 }] })
    expect(await desk.removeWave({ id: wave!.id }, quietTask)).toEqual(refuse(fault('busy')))
    must(await desk.undo(null, quietTask))
    expect(await codebook()).toMatchObject({ verbatims: 6, coded: 6, codes: [{ n: 6, byHand: 6 }] })
  })
})

describe('looking while something changes', () => {
  /** A task whose every breath lets `meanwhile` happen once. */
  const during = (meanwhile: () => Promise<unknown>): Task => {
    let isDone = false
    return {
      ...quietTask,
      breathe: async () => {
        if (isDone) return
        isDone = true
        await meanwhile()
      },
    }
  }

  it('tells of the state after, never of half a change', async () => {
    const price = await save({ rule: 'price' })
    const edit = (): Promise<unknown> => desk.saveCode(draft({ id: price, rule: 'late OR 늦*', name: 'Late' }), quietTask)
    const seen = must(await desk.codebook({ where: [] }, during(edit)))
    expect(seen.codes).toMatchObject([{ name: 'Late', n: 2 }])
    expect(seen).toEqual(await codebook())
    const tag = async (): Promise<unknown> => desk.tag({ verbatims: { where: [] }, code: price, verdict: 'add' }, quietTask)
    await save({ id: price, rule: 'fair' })
    const coded = [{ kind: 'codes' as const, codes: [price], has: true }]
    expect(must(await desk.verbatims({ ...ALL, where: coded }, during(tag))).total).toBe(6)
    await save({ id: price, rule: 'nothing' })
    const remove = (): Promise<unknown> => desk.undo(null, quietTask).then(() => desk.removeWave({ id: project.waves[0]!.id }, quietTask))
    expect(must(await desk.slice({ by: [], where: coded }, during(remove))).responses).toBe(0)
    must(await desk.undo(null, quietTask))
    const close = (): Promise<unknown> => desk.closeProject(null, quietTask)
    await save({ id: price, rule: 'price OR fair' })
    expect(await desk.codebook({ where: [] }, during(close))).toEqual(refuse(fault('no-project', { path: '' })))
  })

  it('matches a rule once for all who ask, until nobody does', async () => {
    await save({ rule: 'price' })
    let breaths = 0
    let cancelled = false
    const counting: Task = {
      ...quietTask,
      breathe: async () => {
        breaths += 1
        await Promise.resolve()
      },
    }
    const first: Task = { ...counting, cancelled: () => cancelled }
    const both = [desk.codebook({ where: [] }, first), desk.codebook({ where: [] }, counting)]
    cancelled = true
    expect(await both[0]).toEqual(refuse(fault('cancelled')))
    expect(await both[1]).toEqual(ok(await codebook()))
    // Two open questions of one wave, each read once.
    expect(breaths).toBe(2)

    // A wave that is looked at while it is being stored is not read again afterwards, nor are the others.
    const file = { name: 'more.csv', bytes: new TextEncoder().encode('How likely are you to recommend us?,Why?\n9,the price\n') }
    must(await desk.plan({ file, options: { roles: { 2: 'comment' } } }, quietTask))
    let seen: Codebook | null = null
    const storing: Task = { ...quietTask, breathe: async () => void (seen ??= must(await desk.codebook({ where: [] }, counting))) }
    must(await desk.importPlan(null, storing))
    expect([seen, breaths]).toEqual([await codebook(), 3])
    must(await desk.codebook({ where: [] }, counting))
    expect(breaths).toBe(3)
    await save({ name: 'Late', rule: 'late' })
    expect(await desk.codebook({ where: [] }, first)).toEqual(refuse(fault('cancelled')))
    expect((await codebook()).codes[1]).toMatchObject({ n: 1 })
  })
})
