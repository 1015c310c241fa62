import { describe, expect, it } from 'vitest'
import { fault } from '../../../shared/base/fault'
import { refuse } from '../../../shared/base/result'
import { quietTask } from '../../../shared/base/task'
import type { CodeDraft } from '../../../shared/protocol/engine-api'
import { must } from '../../helpers/project'
import { desk, project, draft, save, list, codebook, unsaved, wordsOf, beginAtSurvey } from './coding-desk'

beginAtSurvey()

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
