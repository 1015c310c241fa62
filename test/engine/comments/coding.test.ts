import { describe, expect, it } from 'vitest'
import { fault } from '../../../shared/base/fault'
import { ok, refuse } from '../../../shared/base/result'
import { quietTask, type Task } from '../../../shared/base/task'
import type { Codebook } from '../../../shared/protocol/engine-api'
import { must } from '../../helpers/project'
import { NFD, ALL, desk, project, draft, save, list, codebook, unsaved, texts, wordsOf, beginAtSurvey } from './coding-desk'

beginAtSurvey()

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
