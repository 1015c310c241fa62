import { describe, expect, test } from 'vitest'
import { markOf } from '../../../../renderer/app/code/code-acts'
import { fault } from '../../../../shared/base/fault'
import { ok, refuse } from '../../../../shared/base/result'
import type { EngineApi, MarkRequest, SavedView, TagRequest } from '../../../../shared/protocol/engine-api'
import { IMPORTED } from '../../../helpers/fake-engine'
import { verbatimOf } from '../../../helpers/fake-verbatims'
import { openCode } from '../../../helpers/open-code'

async function setUp(patch: Partial<EngineApi> = {}, coder = 'Mina') {
  const marked: MarkRequest[] = []
  const mark: EngineApi['mark'] = (request) => {
    marked.push(request)
    return Promise.resolve(ok({ ...IMPORTED, revision: 9, undo: 'mark' }))
  }
  const opened = await openCode(20, { mark, ...patch }, coder === '' ? {} : { coder })
  return { ...opened, marked, current: () => opened.current()! }
}

describe('a mark', () => {
  test('is there before the engine answers, and goes with the same key', async () => {
    const { commands, current, marked } = await setUp()
    const done = commands.toggleMark('quote')
    expect(markOf(current(), 'quote')).toMatchObject({ coder: 'Mina' })
    await done
    await commands.toggleMark('quote')
    expect(markOf(current(), 'quote')).toBeNull()
    expect(marked.map(({ kind, set }) => [kind, set])).toEqual([['quote', true], ['quote', false]])
  })

  test('waits for the coder’s name', async () => {
    const { commands, code, marked } = await setUp({}, '')
    await commands.toggleMark('nothing')
    expect(code().naming?.act).toMatchObject({ mark: 'nothing', set: true })
    await commands.keepCoder('Jo')
    expect(marked).toHaveLength(1)
  })

  test('goes to those of a selection that lack it', async () => {
    const { commands, marked } = await setUp()
    await commands.toggleMark('quote')
    await commands.moveTo(2, true)
    await commands.toggleMark('quote')
    expect(marked[1]).toMatchObject({ verbatims: [{ line: 3 }, { line: 4 }], set: true })
  })

  test('as a note is trimmed, and the same words are not said twice', async () => {
    const { commands, current, marked } = await setUp()
    await commands.note(current(), '  ask Kim ')
    await commands.note(current(), 'ask Kim')
    await commands.note(current(), ' ')
    expect(marked.map(({ set, text }) => [set, text])).toEqual([[true, 'ask Kim'], [false, '']])
  })
})

describe('rows of those that say the same', () => {
  const repeated = (open: boolean): Partial<EngineApi> => ({
    findRepeats: () => Promise.resolve(ok({ groups: 1, repeated: 3 })),
    verbatims: ({ first }) =>
      Promise.resolve(
        ok({ total: 2, listed: 4, first, verbatims: [verbatimOf(2, { repeats: 3 }), ...(open ? [verbatimOf(3, { repeats: 0 })] : [verbatimOf(9, { repeats: 1 })])] }),
      ),
  })

  test('are tagged together while they are folded', async () => {
    const tagged: TagRequest[] = []
    const { commands, code } = await setUp({ ...repeated(false), tag: (request) => (tagged.push(request), Promise.resolve(ok(IMPORTED))) })
    await commands.groupRepeats(true)
    expect(code()).toMatchObject({ repeats: { open: [] }, list: { total: 2, listed: 4 } })
    await commands.toggleCode('a')
    expect(tagged[0]).toMatchObject({ verbatims: { where: [], alike: [{ line: 2 }], alone: [] } })
    expect(code().said?.params).toMatchObject({ n: 3 })
  })

  test('are tagged one by one once they are opened', async () => {
    const tagged: TagRequest[] = []
    const { commands, current } = await setUp({ ...repeated(true), tag: (request) => (tagged.push(request), Promise.resolve(ok(IMPORTED))) })
    await commands.groupRepeats(true)
    await commands.openRepeats(current(), true)
    await commands.toggleCode('a')
    expect(tagged[0]!.verbatims).toEqual([{ wave: 'w1', line: 2, field: 'f3' }])
  })
})

test('a rule that is wrong is said to be so and changes nothing; a search for words forgets it', async () => {
  const { commands, session, code } = await setUp({
    previewRule: ({ rule }) =>
      Promise.resolve(rule.includes('(') ? refuse(fault('rule', { at: 1, what: 'x' })) : ok({ n: 1, added: 1, lost: 0, addedExamples: [], lostExamples: [] })),
  })
  await commands.searchByRule(' price ')
  expect(session.get().filter).toEqual([{ kind: 'rule', rule: 'price', source: 'code:search' }])
  await commands.searchByRule('price (')
  expect(session.get().filter).toMatchObject([{ rule: 'price' }])
  expect(code().searchFault?.code).toBe('rule')
  await commands.searchFor('late')
  expect(session.get().filter).toEqual([{ kind: 'text', text: 'late', source: 'code:search' }])
  expect(code().searchFault).toBeNull()
})

test('a view shows its filter and order, without what the project no longer has', async () => {
  const views: readonly SavedView[] = [
    { id: 'v', name: 'Mine', where: [{ kind: 'text', text: 'x' }, { kind: 'question', fields: ['gone'] }], order: 'lowest' },
  ]
  const { commands, session, code } = await setUp({ openProject: () => Promise.resolve(ok({ ...IMPORTED, views })) })
  await commands.applyView('v')
  expect(session.get().filter).toEqual([{ kind: 'text', text: 'x' }])
  expect(code().order).toBe('lowest')
})

test('a view with conditions on codes that are gone shows the rest, before the codebook was read as well', async () => {
  const where: SavedView['where'] = [
    { kind: 'codes', codes: ['a'], has: true },
    { kind: 'codes', codes: ['gone', 'b'], has: true },
    { kind: 'codes', codes: 'any', has: false },
    { kind: 'origin', origin: 'hand', codes: ['gone'] },
  ]
  const views: readonly SavedView[] = [{ id: 'v', name: 'Mine', where, order: 'file' }]
  const { commands, session } = await setUp({ openProject: () => Promise.resolve(ok({ ...IMPORTED, views })) })
  session.set({ code: { ...session.get().code, codebook: null } })
  await commands.applyView('v')
  expect(session.get().filter).toEqual([where[0], where[2]])
})

test('a letter goes from one code to another; keys are kept on this computer', async () => {
  const kept: unknown[] = []
  const { commands, preferences } = await setUp({
    openProject: () => Promise.resolve(ok({ ...IMPORTED, letters: { a: 'p' } })),
    saveLetters: ({ letters }) => (kept.push(letters), Promise.resolve(ok({ ...IMPORTED, letters }))),
  })
  await commands.giveLetter('b', 'p')
  await commands.giveLetter('b', null)
  expect(kept).toEqual([{ b: 'p' }, {}])
  expect(commands.bindKey('desk.key.quote', 'n')).toBe('desk.key.nothing')
  expect(commands.bindKey('desk.key.quote', 'z')).toBeNull()
  expect(preferences['keys']).toBe('{"desk.key.quote":["z"]}')
  expect(commands.bindKey('desk.key.nothing', 'q')).toBeNull()
  expect(commands.unbindKey('desk.key.quote')).toBe('desk.key.nothing')
  expect(commands.unbindKey(null)).toBeNull()
  expect(preferences['keys']).toBe('{}')
})
