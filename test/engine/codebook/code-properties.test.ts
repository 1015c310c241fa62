import { beforeEach, describe, expect, it } from 'vitest'
import { quietTask } from '../../../shared/base/task'
import { createDesk } from '../../../shared/engine/desk'
import type { Codebook, CodeDraft, EngineApi, ProjectView, Tag, TagRequest, Verbatim } from '../../../shared/protocol/engine-api'
import { createMemoryShelf } from '../../helpers/memory-shelf'
import { must, testPlatform } from '../../helpers/project'

const SURVEY = 'Response ID,Score,Why?,What else?\nr1,9,price and late,late\nr2,3,late,price\nr3,5,fine,fine\n'
let desk: EngineApi
let project: ProjectView
let why: string

const save = async (patch: Partial<CodeDraft>): Promise<string> =>
  must(await desk.saveCode({ id: null, name: 'Price', parent: null, rule: '', description: '', color: '', ...patch }, quietTask)).id
const list = async (): Promise<readonly Verbatim[]> => must(await desk.verbatims({ where: [], order: 'file', first: 0, count: 50 }, quietTask)).verbatims
const codebook = async (): Promise<Codebook> => must(await desk.codebook({ where: [] }, quietTask))
const tagsOf = async (text: string): Promise<readonly Tag[]> => (await list()).find((one) => one.text === text)!.tags
const tag = async (request: TagRequest): Promise<ProjectView> => must(await desk.tag(request, quietTask))
const counts = async (): Promise<Readonly<Record<string, number>>> => Object.fromEntries((await codebook()).codes.map(({ name, n }) => [name, n]))

beforeEach(async () => {
  desk = createDesk(await testPlatform(), createMemoryShelf())
  const file = { name: 'survey.csv', bytes: new TextEncoder().encode(SURVEY) }
  must(await desk.plan({ file, options: { roles: { 3: 'comment', 4: 'comment' } } }, quietTask))
  must(await desk.createProject({ name: 'Acme' }, quietTask))
  project = must(await desk.importPlan(null, quietTask))
  why = project.fields.find(({ label }) => label === 'Why?')!.id
})

describe('codes of one group', () => {
  it('a verbatim has the first in the codebook, and each other says to which it lost', async () => {
    const price = await save({ rule: 'price', exclusive: 'topic' })
    const late = await save({ name: 'Late', rule: 'late', exclusive: 'topic' })
    expect(await tagsOf('price and late')).toMatchObject([{ code: price, has: true }, { code: late, has: false, byRule: true, byHand: null, lostTo: price }])
    expect(await counts()).toEqual({ Price: 2, Late: 2 })
  })

  it('a coder’s word wins, and takes the one before away in the same step', async () => {
    const price = await save({ rule: 'price', exclusive: 'topic' })
    const late = await save({ name: 'Late', rule: '', exclusive: 'topic' })
    const other = await save({ name: 'Other', rule: '', exclusive: 'topic' })
    const verbatims = (await list()).filter(({ text }) => text === 'price and late')
    await tag({ verbatims, code: late, verdict: 'add' })
    expect(await tagsOf('price and late')).toMatchObject([{ code: price, has: false, lostTo: late }, { code: late, has: true, byHand: {} }])
    const { revision } = await tag({ verbatims, code: other, verdict: 'add' })
    expect(await tagsOf('price and late')).toMatchObject([{ code: price, has: false, lostTo: other }, { code: other, has: true }])
    expect(must(await desk.undo(null, quietTask)).revision).toBe(revision + 1)
    expect(await tagsOf('price and late')).toMatchObject([{ code: price, has: false, lostTo: late }, { code: late, has: true }])
    await tag({ verbatims, code: late, verdict: 'clear' })
    expect(await tagsOf('price and late')).toMatchObject([{ code: price, has: true }])
  })

  it('who was taken away by hand excludes nobody', async () => {
    const price = await save({ rule: 'price', exclusive: 'topic' })
    const late = await save({ name: 'Late', rule: 'late', exclusive: 'topic' })
    const verbatims = (await list()).filter(({ text }) => text === 'price and late')
    await tag({ verbatims, code: price, verdict: 'remove' })
    const tags = await tagsOf('price and late')
    expect(tags).toMatchObject([{ code: price, has: false }, { code: late, has: true }])
    expect(tags[0]).not.toHaveProperty('lostTo')
  })
})

describe('a code for some questions', () => {
  it('is given to their verbatims only, with the codes below it that have none of their own', async () => {
    const price = await save({ rule: 'price', questions: [why] })
    await save({ name: 'Late', parent: price, rule: 'late' })
    expect(await counts()).toEqual({ Price: 1, Late: 2 })
    expect((await codebook()).codes.map(({ isFor }) => isFor)).toEqual([[why], [why]])
    expect(await tagsOf('price')).toEqual([])
    expect(must(await desk.previewRule({ code: price, rule: 'price OR fine' }, quietTask))).toMatchObject({ n: 2, added: 1, lost: 0 })
    expect(must(await desk.previewRule({ code: null, rule: 'price OR fine' }, quietTask))).toMatchObject({ n: 4 })
  })

  it('is not given by hand elsewhere', async () => {
    const price = await save({ rule: '', questions: [why] })
    const { revision } = must(await desk.project(null, quietTask))
    const verbatims = await list()
    await tag({ verbatims: verbatims.filter(({ text }) => text === 'price'), code: price, verdict: 'add' })
    expect(must(await desk.project(null, quietTask)).revision).toBe(revision)
    await tag({ verbatims, code: price, verdict: 'add' })
    expect(await counts()).toEqual({ Price: 3 })
  })
})

describe('an archived code', () => {
  it('is given to nothing, with what lies below it, and comes back with its words', async () => {
    const price = await save({ rule: 'price' })
    const late = await save({ name: 'Late', parent: price, rule: 'late' })
    const verbatims = (await list()).filter(({ text }) => text === 'fine')
    await tag({ verbatims, code: price, verdict: 'add' })
    const before = await codebook()
    await save({ id: price, rule: 'price', archived: true })
    const { codes, archived, coded } = await codebook()
    expect({ codes, archived, coded }).toMatchObject({ codes: [], archived: [{ id: price, own: true }, { id: late, own: false }], coded: 0 })
    expect((await list()).every(({ tags }) => tags.length === 0)).toBe(true)
    expect(must(await desk.project(null, quietTask)).codes).toBe(0)
    expect(must(await desk.drivers(null, quietTask)).codes).toEqual([])
    const csv = new TextDecoder().decode(must(await desk.exportResponses({ format: 'csv' }, quietTask)).bytes)
    expect(csv).not.toContain('earshot_tag')
    expect(csv).toContain('Price | has')
    await save({ id: price, rule: 'price', archived: null })
    expect(await codebook()).toEqual(before)
  })
})

it('an archived code keeps its words when another of its group is given by hand', async () => {
  const price = await save({ rule: '', exclusive: 'topic' })
  const late = await save({ name: 'Late', rule: '', exclusive: 'topic' })
  const verbatims = (await list()).filter(({ text }) => text === 'fine')
  await tag({ verbatims, code: price, verdict: 'add' })
  await save({ id: price, rule: '', exclusive: 'topic', archived: true })
  await tag({ verbatims, code: late, verdict: 'add' })
  await save({ id: price, rule: '', exclusive: 'topic', archived: null })
  expect(await tagsOf('fine')).toMatchObject([{ code: price, byHand: {} }, { code: late, byHand: {} }])
})

describe('codes for different questions', () => {
  const other = (): string => project.fields.find(({ label }) => label === 'What else?')!.id

  it('merged keep the tags by hand of both', async () => {
    const price = await save({ questions: [why] })
    const late = await save({ name: 'Late', questions: [other()] })
    const verbatims = (await list()).filter(({ text, field }) => text === 'fine' && field === other())
    await tag({ verbatims, code: late, verdict: 'add' })
    must(await desk.operateCode({ kind: 'merge', id: late, into: price }, quietTask))
    expect((await codebook()).codes).toMatchObject([{ id: price, n: 1, byHand: 1, questions: [why, other()] }])
    must(await desk.undo(null, quietTask))
    expect(await counts()).toEqual({ Price: 0, Late: 1 })
  })

  it('merged into one below that had its questions from it, stay with these', async () => {
    const above = await save({ name: 'Above', questions: [why] })
    const price = await save({ parent: above, rule: 'price' })
    must(await desk.operateCode({ kind: 'merge', id: above, into: price }, quietTask))
    expect((await codebook()).codes).toMatchObject([{ id: price, n: 1, questions: [why] }])
  })

  it('nearly match only in answers to these', async () => {
    const price = await save({ rule: 'pri', questions: [other()] })
    const misses = must(await desk.nearMisses({ code: price, rule: 'rice*' }, quietTask))
    expect(misses.map(({ word, n }) => [word, n])).toEqual([['price', 1]])
  })
})

it('words against the rule are known after another version of the codebook was tried', async () => {
  await save({ name: 'First', rule: 'first' })
  const price = await save({ rule: 'price' })
  const verbatims = (await list()).filter(({ text }) => text === 'price and late')
  await tag({ verbatims, code: price, verdict: 'add' })
  for (let at = 0; at < 40; at++) await save({ name: `More ${at}`, rule: `more${at}` })
  const against = async (): Promise<number> =>
    must(await desk.verbatims({ where: [{ kind: 'origin', origin: 'against', codes: 'any' }], order: 'newest', first: 0, count: 9 }, quietTask)).total
  await codebook()
  // That version has next to none of the rules of today.
  must(await desk.tryCodebook({ version: 1 }, quietTask))
  expect(await against()).toBe(0)
})
