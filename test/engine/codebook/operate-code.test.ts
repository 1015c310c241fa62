import fc from 'fast-check'
import { beforeEach, describe, expect, it } from 'vitest'
import { quietTask } from '../../../shared/base/task'
import { createDesk } from '../../../shared/engine/desk'
import { movedCode, siblingsIn } from '../../../shared/engine/codebook/move-code'
import type { Code } from '../../../shared/model/records'
import type { CodebookEntry, CodeDraft, CodeOperation, EngineApi, TagRequest, Verbatim } from '../../../shared/protocol/engine-api'
import { createMemoryShelf } from '../../helpers/memory-shelf'
import { must, testPlatform } from '../../helpers/project'

const SURVEY = 'Score,Why?\n9,price\n3,late\n5,slow and dear\n7,fine\n1,late price\n'
let desk: EngineApi

const save = async (patch: Partial<CodeDraft>): Promise<string> =>
  must(await desk.saveCode({ id: null, name: 'A', parent: null, rule: '', description: '', color: '', ...patch }, quietTask)).id
const operate = async (operation: CodeOperation): Promise<string> => must(await desk.operateCode(operation, quietTask)).id
const refused = async (operation: CodeOperation): Promise<unknown> => {
  const done = await desk.operateCode(operation, quietTask)
  return done.ok ? null : (done.fault.params['what'] ?? done.fault.code)
}
const codes = async (): Promise<readonly CodebookEntry[]> => must(await desk.codebook({ where: [] }, quietTask)).codes
const tree = async (): Promise<readonly string[]> => (await codes()).map(({ name, depth }) => `${'.'.repeat(depth)}${name}`)
const list = async (): Promise<readonly Verbatim[]> => must(await desk.verbatims({ where: [], order: 'file', first: 0, count: 50 }, quietTask)).verbatims
const having = async (code: string): Promise<readonly string[]> =>
  (await list()).filter(({ tags }) => tags.some((tag) => tag.code === code && tag.has)).map(({ text }) => text)
const tag = async (text: string, code: string, verdict: TagRequest['verdict']): Promise<void> => {
  must(await desk.tag({ verbatims: (await list()).filter((one) => one.text === text), code, verdict }, quietTask))
}
const undone = async (): Promise<void> => void must(await desk.undo(null, quietTask))

beforeEach(async () => {
  desk = createDesk(await testPlatform(), createMemoryShelf())
  const file = { name: 'survey.csv', bytes: new TextEncoder().encode(SURVEY) }
  must(await desk.plan({ file, options: { roles: { 2: 'comment' } } }, quietTask))
  must(await desk.createProject({ name: 'Acme' }, quietTask))
  must(await desk.importPlan(null, quietTask))
})

describe('moving a code', () => {
  it('changes its place among its siblings and its parent, each as one step', async () => {
    const [a, b, c] = [await save({ name: 'a' }), await save({ name: 'b' }), await save({ name: 'c' })]
    const d = await save({ name: 'd', parent: a })
    await operate({ kind: 'move', id: c, parent: null, before: a })
    expect(await tree()).toEqual(['c', 'a', '.d', 'b'])
    await operate({ kind: 'move', id: b, parent: a, before: d })
    expect(await tree()).toEqual(['c', 'a', '.b', '.d'])
    await operate({ kind: 'move', id: c, parent: null, before: null })
    expect(await tree()).toEqual(['a', '.b', '.d', 'c'])
    expect(await refused({ kind: 'move', id: a, parent: d, before: null })).toBe('codebook.below-itself')
    expect(await refused({ kind: 'move', id: 'none', parent: null, before: null })).toBe('busy')
    await undone()
    await undone()
    expect(await tree()).toEqual(['c', 'a', '.d', 'b'])
  })

  it('puts it where it was asked to, and leaves the order of all others', () => {
    const place = fc.record({ parent: fc.nat(8), position: fc.nat(4) })
    fc.assert(
      fc.property(fc.array(place, { minLength: 1, maxLength: 9 }), fc.nat(), fc.nat(), fc.boolean(), (places, moved, to, isTop) => {
        const made = new Map(
          places.map(({ parent, position }, at): [string, Code] => [
            String(at),
            { name: String(at), parent: parent < at ? String(parent) : null, rule: '', description: '', color: '', position },
          ]),
        )
        const id = String(moved % places.length)
        const before = String(to % places.length)
        const parent = isTop ? null : made.get(before)!.parent
        const changes = movedCode(made, id, parent, before)
        if (changes === null) return
        const after = new Map([...made, ...changes.map((change): [string, Code] => [change.id, change.after as Code])])
        const expected = siblingsIn(made, parent).filter((each) => each !== id)
        const at = expected.indexOf(before)
        expect(siblingsIn(after, parent)).toEqual(at < 0 ? [...expected, id] : expected.toSpliced(at, 0, id))
        for (const [each, code] of made) if (each !== id) expect(after.get(each)).toEqual({ ...code, position: after.get(each)!.position })
      }),
    )
  })
})

describe('merging a code into another', () => {
  it('gives the other what either had, with its examples and the codes below', async () => {
    const late = await save({ name: 'Late', rule: 'late', mustHit: ['late', 'x'], description: 'Too late' })
    const slow = await save({ name: 'Slow', rule: 'slow', mustHit: ['slow'], mustMiss: ['x'] })
    const below = await save({ name: 'Below', parent: late, rule: '#Late price' })
    await tag('fine', late, 'add')
    await tag('price', slow, 'remove')
    await tag('price', late, 'add')
    await tag('slow and dear', late, 'remove')
    const before = new Set([...(await having(late)), ...(await having(slow))])
    expect(before).toEqual(new Set(['price', 'late', 'late price', 'fine', 'slow and dear']))
    expect(await operate({ kind: 'merge', id: late, into: slow })).toBe(slow)
    // The word that lay on the other stays.
    expect(await having(slow)).toEqual(['late', 'slow and dear', 'fine', 'late price'])
    expect(await codes()).toMatchObject([
      { id: slow, rule: 'slow | late', mustHit: ['slow', 'late', 'x'], mustMiss: ['x'], description: 'Too late' },
      { id: below, parent: slow, rule: '#Slow price' },
    ])
    await undone()
    expect(await having(late)).toEqual(['price', 'late', 'fine', 'late price'])
    expect((await tree())).toEqual(['Late', '.Below', 'Slow'])
  })

  it('puts a rule in the place of a name where the two name each other, and refuses a circle over a third', async () => {
    const late = await save({ name: 'Late', rule: 'late' })
    const slow = await save({ name: 'Slow', rule: 'slow | #Late price' })
    await operate({ kind: 'merge', id: late, into: slow })
    expect(await codes()).toMatchObject([{ id: slow, rule: 'slow | (late) price | late' }])
    const third = await save({ name: 'Third', rule: '#Slow fine' })
    const fourth = await save({ name: 'Fourth', rule: '#Third' })
    expect(await refused({ kind: 'merge', id: slow, into: fourth })).toBe('rule.code-circle')
    expect(await operate({ kind: 'merge', id: third, into: slow })).toBe(slow)
    expect((await codes()).map(({ rule }) => rule)).toEqual(['slow | (late) price | late | (slow | (late) price | late) fine', '#Slow'])
  })

  it('into a code below leaves no circle in the tree', async () => {
    const a = await save({ name: 'a' })
    const b = await save({ name: 'b', parent: a })
    const c = await save({ name: 'c', parent: b })
    await operate({ kind: 'merge', id: a, into: c })
    expect(await tree()).toEqual(['b', '.c'])
    await operate({ kind: 'merge', id: b, into: c })
    expect(await tree()).toEqual(['c'])
  })
})

describe('splitting a code', () => {
  it('makes a second one behind it with the same rule, and the words on some verbatims', async () => {
    const late = await save({ name: 'Late', rule: 'late', mustHit: ['late'], direction: 'complaint' })
    await save({ name: 'Other', rule: 'price' })
    await tag('fine', late, 'add')
    await tag('price', late, 'add')
    const verbatims = (await list()).filter(({ text }) => text === 'fine' || text === 'late')
    const later = await operate({ kind: 'split', id: late, name: ' Later ', verbatims })
    expect(await tree()).toEqual(['Late', 'Later', 'Other'])
    expect((await codes())[1]).toMatchObject({ id: later, rule: 'late', mustHit: ['late'], direction: 'complaint' })
    expect(await having(late)).toEqual(['price', 'late', 'late price'])
    expect(await having(later)).toEqual(['late', 'fine', 'late price'])
    expect(await refused({ kind: 'split', id: late, name: 'OTHER', verbatims: [] })).toBe('codebook.name-taken')
    expect(await refused({ kind: 'split', id: late, name: ' ', verbatims: [] })).toBe('codebook.no-name')
    await undone()
    expect(await having(late)).toEqual(['price', 'late', 'fine', 'late price'])
  })
})

describe('archiving a code', () => {
  it('takes it and what lies below out; bringing one back brings those above', async () => {
    const a = await save({ name: 'a', rule: 'late' })
    const b = await save({ name: 'b', parent: a, rule: 'price' })
    const c = await save({ name: 'c', parent: b, rule: 'fine' })
    await operate({ kind: 'archive', id: c })
    await operate({ kind: 'archive', id: a })
    expect(await tree()).toEqual([])
    await operate({ kind: 'restore', id: b })
    expect(await tree()).toEqual(['a', '.b'])
    await operate({ kind: 'restore', id: c })
    expect(await tree()).toEqual(['a', '.b', '..c'])
    expect(await having(c)).toEqual(['fine'])
  })
})
