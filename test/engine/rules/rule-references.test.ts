import { beforeEach, describe, expect, it, test } from 'vitest'
import { refuse } from '../../../shared/base/result'
import { fault } from '../../../shared/base/fault'
import { quietTask } from '../../../shared/base/task'
import { createDesk } from '../../../shared/engine/desk'
import type { CodeDraft, EngineApi } from '../../../shared/protocol/engine-api'
import { createMemoryShelf } from '../../helpers/memory-shelf'
import { must, testPlatform } from '../../helpers/project'

const SURVEY = `Response ID,Submitted,How likely are you to recommend us?,Why?,Industry,Seats,Used
r1,2026-01-05,10,the price is fair,Finance,5,Web; App
r2,2026-02-11,3,late price,Real Estate,1200,App
r3,,8,late delivery,,,Web
r4,2026-05-20,,price of late,finance,40,
r5,2026-05-21,0,fine,Travel,7,Phone
`

let desk: EngineApi

const draft = (patch: Partial<CodeDraft>): CodeDraft => ({ id: null, name: 'Price', parent: null, rule: '', description: '', color: '', ...patch })
const save = async (patch: Partial<CodeDraft>): Promise<string> => must(await desk.saveCode(draft(patch), quietTask)).id
const refused = async (patch: Partial<CodeDraft>): Promise<unknown> => {
  const saved = await desk.saveCode(draft(patch), quietTask)
  return saved.ok ? null : saved.fault.params['what']
}
const rules = async (): Promise<Readonly<Record<string, string>>> => {
  const { codes } = must(await desk.codebook({ where: [] }, quietTask))
  return Object.fromEntries(codes.map(({ name, rule }) => [name, rule]))
}
/** Lines of the verbatims that have the code. */
async function linesOf(name: string): Promise<readonly number[]> {
  const { codes } = must(await desk.codebook({ where: [] }, quietTask))
  const { id } = codes.find((code) => code.name === name)!
  const where = [{ kind: 'codes' as const, codes: [id], has: true }]
  const { total, verbatims } = must(await desk.verbatims({ where, order: 'file', first: 0, count: 50 }, quietTask))
  expect(verbatims.every(({ tags }) => tags.some(({ code, has, byRule }) => code === id && has && byRule))).toBe(true)
  expect(codes.find((code) => code.name === name)!.n).toBe(total)
  return verbatims.map(({ line }) => line)
}

beforeEach(async () => {
  desk = createDesk(await testPlatform(), createMemoryShelf())
  const file = { name: 'survey.csv', bytes: new TextEncoder().encode(SURVEY) }
  must(await desk.plan({ file, options: { roles: { 4: 'comment', 5: 'segment', 6: 'segment', 7: 'segment' } } }, quietTask))
  must(await desk.createProject({ name: 'Acme' }, quietTask))
  must(await desk.importPlan(null, quietTask))
})

describe('a rule that names another code', () => {
  it('follows it, also when it is edited, renamed, undone', async () => {
    const price = await save({ rule: 'price' })
    await save({ name: 'Late price', rule: '#price late' })
    expect(await linesOf('Late price')).toEqual([3, 5])
    await save({ id: price, rule: 'price OR delivery' })
    expect(await linesOf('Late price')).toEqual([3, 4, 5])
    await save({ id: price, name: 'Cost and value', rule: 'price OR delivery' })
    expect(await rules()).toEqual({ 'Cost and value': 'price OR delivery', 'Late price': '#"Cost and value" late' })
    expect(await linesOf('Late price')).toEqual([3, 4, 5])
    must(await desk.undo(null, quietTask))
    expect(await rules()).toEqual({ Price: 'price OR delivery', 'Late price': '#price late' })
  })

  it('is refused for one that is not there, is itself, or leads back', async () => {
    const price = await save({ rule: 'price' })
    const late = await save({ name: 'Late', rule: 'late #price' })
    expect(await refused({ name: 'New', rule: 'a #nobody' })).toBe('rule.code-unknown')
    expect(await refused({ name: 'New', rule: 'a #new' })).toBe('rule.code-circle')
    expect(await refused({ id: price, rule: '#late' })).toBe('rule.code-circle')
    expect(await refused({ id: price, name: 'a "b"', rule: 'price' })).toBe('codebook.name-quoted')
    const inUse = fault('codebook', { what: 'codebook.in-use', name: 'Price', user: 'Late', line: 0 })
    expect(await desk.removeCode({ id: price }, quietTask)).toEqual(refuse(inUse))
    must(await desk.removeCode({ id: late }, quietTask))
    must(await desk.removeCode({ id: price }, quietTask))
  })

  it('means, of two that differ by case alone, the one that is written so', async () => {
    const csv = { name: 'codes.csv', bytes: new TextEncoder().encode('code,rule\nprice,price\nPRICE,late\nUser,#PRICE\n') }
    must(await desk.code({ csv }, quietTask))
    const { codes } = must(await desk.codebook({ where: [] }, quietTask))
    const idOf = (name: string): string => codes.find((code) => code.name === name)!.id
    await save({ id: idOf('price'), name: 'Cost', rule: 'price' })
    expect((await rules())['User']).toBe('#PRICE')
    must(await desk.removeCode({ id: idOf('price') }, quietTask))
    await save({ id: idOf('PRICE'), name: 'Lateness', rule: 'late' })
    expect((await rules())['User']).toBe('#Lateness')
  })

  it('is not edited so that one that names it becomes too large', async () => {
    const names = Array.from({ length: 20 }, (_, at) => `c${at}`)
    const lines = names.map((name, at) => `${name},${at === 0 ? 'price' : `#c${at - 1} OR late`}`)
    const csv = { name: 'codes.csv', bytes: new TextEncoder().encode(`code,rule\n${lines.join('\n')}\n`) }
    must(await desk.code({ csv }, quietTask))
    const { codes } = must(await desk.codebook({ where: [] }, quietTask))
    const first = codes.find(({ name }) => name === 'c0')!.id
    await save({ name: 'Other', rule: 'delivery' })
    await save({ name: 'More', rule: '#Other' })
    expect(await refused({ id: first, name: 'c0', rule: '#Other' })).toBeNull()
    expect(await refused({ id: first, name: 'c0', rule: '#More' })).toBe('rule.code-large')
    expect(await linesOf('c19')).toEqual([3, 4, 5])
  })

  it('sees a code without a rule nowhere', async () => {
    await save({ name: 'Theme', rule: '' })
    await save({ name: 'Users', rule: '#Theme OR late' })
    expect(await linesOf('Users')).toEqual([3, 4, 5])
  })

  it('shows what it would match before it is saved', async () => {
    await save({ rule: 'price' })
    const preview = must(await desk.previewRule({ code: null, rule: '#price -fair' }, quietTask))
    expect(preview.addedExamples.map(({ text, matched }) => matched.map(({ from, to }) => text.slice(from, to)))).toEqual([['price'], ['price']])
    expect(await desk.previewRule({ code: null, rule: '#nobody' }, quietTask)).toMatchObject({ fault: { params: { what: 'rule.code-unknown', at: 1 } } })
  })
})

describe('conditions on the response', () => {
  test.each([
    ['score<=6', [3, 6]],
    ['-score<=6', [2, 4, 5]],
    ['score!=10', [3, 4, 6]],
    ['late score>=0', [3, 4]],
    ['industry=FINANCE', [2, 5]],
    ['price industry!="real estate"', [2, 5]],
    ['seats>=40', [3, 5]],
    ['date>=2026-02-11 date<2026-05-21', [3, 5]],
    ['SENT(late score=3)', [3]],
    ['late OR score=0', [3, 4, 5, 6]],
  ])('%s', async (rule, lines) => {
    await save({ name: 'Those', rule })
    expect(await linesOf('Those')).toEqual(lines)
  })

  it('is refused for a field that is not there', async () => {
    expect(await refused({ name: 'New', rule: 'a region="x"' })).toBe('rule.condition-unknown')
  })
})
