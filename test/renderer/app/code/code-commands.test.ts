import { describe, expect, test, vi } from 'vitest'
import { PAGE_ROWS, verbatimAt } from '../../../../renderer/app/code/code-list'
import { hasCode } from '../../../../renderer/app/code/code-tags'
import { fault } from '../../../../shared/base/fault'
import { ok, refuse } from '../../../../shared/base/result'
import type { EngineApi } from '../../../../shared/protocol/engine-api'
import { IMPORTED } from '../../../helpers/fake-engine'
import { verbatimOf } from '../../../helpers/fake-verbatims'
import { openCode } from '../../../helpers/open-code'

const setUp = (total = 250, patch: Partial<EngineApi> = {}, preferences?: Record<string, string>) => openCode(total, patch, preferences)

describe('the list', () => {
  test('comes in pages, as far as it is looked at', async () => {
    const { commands, calls, code } = await setUp()
    expect(code().list).toMatchObject({ total: 250 })
    expect([...code().list!.pages.keys()]).toEqual([0])
    await commands.moveTo(249)
    expect([...code().list!.pages.keys()]).toEqual([0, Math.floor(249 / PAGE_ROWS)])
    expect(verbatimAt(code().list!, 249)?.line).toBe(251)
    await commands.moveTo(9_999)
    expect(code().cursor).toBe(249)
    expect(calls.filter((method) => method === 'verbatims')).toHaveLength(2)
  })

  test('that has become another one behind our back is fetched again', async () => {
    let total = 250
    const { commands, code } = await setUp(250, {
      verbatims: ({ first }) => Promise.resolve(ok({ total, first, verbatims: [] })),
    })
    total = 120
    await commands.moveTo(220)
    expect(code()).toMatchObject({ cursor: 119, list: { total: 120 } })
  })

  test('begins at its top when the filter or the order changes, and stays where it is otherwise', async () => {
    const { commands, code } = await setUp()
    await commands.moveTo(130)
    await commands.loadCode()
    expect(code()).toMatchObject({ cursor: 130, listNumber: 1 })
    await commands.orderBy('newest')
    expect(code()).toMatchObject({ cursor: 0, listNumber: 2 })
    await commands.moveTo(20)
    await commands.searchFor('late')
    expect(code()).toMatchObject({ cursor: 0, listNumber: 3 })
  })
})

describe('a code given by hand', () => {
  test('is there before the engine answers', async () => {
    const { commands, current, session, requests } = await setUp()
    const done = commands.toggleCode('a')
    expect(hasCode(current()!, 'a')).toBe(true)
    expect(current()!.tags[0]?.byHand?.coder).toBe('Mina')
    await done
    expect(requests).toEqual([{ verbatims: [{ wave: 'w1', line: 2, field: 'f3' }], code: 'a', verdict: 'add' }])
    expect(session.get().project?.undo).toBe('tag')
  })

  test('goes again when it is refused, and that is said', async () => {
    const { commands, current, session } = await setUp(250, {
      tag: () => Promise.resolve(refuse(fault('storage-full'))),
    })
    await commands.toggleCode('a')
    expect(session.get().notice).toMatchObject({ kind: 'fault', fault: { code: 'storage-full' } })
    await vi.waitFor(() => expect(hasCode(current()!, 'a')).toBe(false))
  })

  test('several in a row reach the engine in that order', async () => {
    const { commands, requests, current } = await setUp()
    await Promise.all([commands.toggleCode('a'), commands.toggleCode('b'), commands.toggleCode('a')])
    expect(requests.map(({ code, verdict }) => [code, verdict])).toEqual([
      ['a', 'add'],
      ['b', 'add'],
      ['a', 'clear'],
    ])
    expect(current()!.tags.map(({ code }) => code)).toEqual(['b'])
  })

  test('is not lost to a page that was asked for before it', async () => {
    let answer: () => void = () => undefined
    const { commands, code } = await setUp(250, {
      verbatims: async ({ first }) => {
        const verbatims = Array.from({ length: 50 }, (_, at) => verbatimOf(first + at + 2))
        if (first === 100) await new Promise<void>((resolve) => (answer = resolve))
        return ok({ total: 250, first, verbatims })
      },
    })
    const moved = commands.moveTo(120)
    await commands.tagVerbatim(verbatimOf(122), 'a', 'add')
    answer()
    await moved
    expect(hasCode(verbatimAt(code().list!, 120)!, 'a')).toBe(true)
  })

  test('to a selection: to those that lack it', async () => {
    const { commands, requests, code } = await setUp()
    await commands.toggleCode('a')
    await commands.moveTo(2, true)
    expect(code().selection).toMatchObject({ kind: 'some', keys: { size: 3 } })
    await commands.toggleCode('a')
    expect(requests[1]).toMatchObject({ verbatims: [{ line: 3 }, { line: 4 }], verdict: 'add' })
    await commands.toggleCode('a')
    expect(requests[2]).toMatchObject({ verbatims: [{ line: 2 }, { line: 3 }, { line: 4 }], verdict: 'clear' })
  })

  test('to the whole list: by its filter', async () => {
    const { commands, requests, code } = await setUp()
    commands.selectAll()
    await commands.toggleCode('b')
    expect(requests).toEqual([{ verbatims: { where: [] }, code: 'b', verdict: 'add' }])
    expect([...code().list!.pages.values()].flat().every((verbatim) => hasCode(verbatim, 'b'))).toBe(true)
  })

  test('under "uncoded" it stays in sight until one moves on', async () => {
    const { commands, code, current } = await setUp(5)
    await commands.filterUncoded()
    await commands.toggleCode('a')
    expect(code().list?.total).toBe(5)
    expect(hasCode(current()!, 'a')).toBe(true)
    await commands.moveTo(1)
    expect(code()).toMatchObject({ cursor: 0, list: { total: 4 } })
    expect(current()?.line).toBe(3)
  })
})

describe('the next uncoded verbatim', () => {
  test('is looked for from here, then from the top', async () => {
    const { commands, code } = await setUp(4)
    await commands.moveTo(2)
    await commands.toggleCode('a')
    await commands.moveToUncoded()
    expect(code().cursor).toBe(3)
    await commands.toggleCode('a')
    await commands.moveToUncoded()
    expect(code().cursor).toBe(0)
  })

  test('there is none', async () => {
    const { commands, session } = await setUp(1)
    await commands.toggleCode('a')
    await commands.moveToUncoded()
    expect(session.get().notice).toMatchObject({ key: 'code.uncoded.none' })
  })

  /** The engine takes its time, and answers when it is told to. */
  const slow = async () => {
    const answers: ((place: number) => void)[] = []
    const window = await setUp(10, {
      nextUncoded: async () => ok(await new Promise<number>((resolve) => answers.push(resolve))),
    })
    const answer = async (place: number) => {
      await vi.waitFor(() => expect(answers.length).toBeGreaterThan(0))
      answers.shift()!(place)
    }
    return { ...window, answer }
  }

  test('gets what is pressed while it is looked for, in that order', async () => {
    const { commands, answer, requests, code } = await slow()
    const pressed = [commands.moveToUncoded(), commands.toggleCode('a'), commands.moveBy(1), commands.toggleCode('b'), commands.moveToUncoded(), commands.toggleCode('a')]
    await answer(4)
    await answer(8)
    await Promise.all(pressed)
    expect(requests.map(({ verbatims, code: id }) => [verbatims, id])).toMatchObject([
      [[{ line: 6 }], 'a'],
      [[{ line: 7 }], 'b'],
      [[{ line: 10 }], 'a'],
    ])
    expect(code().cursor).toBe(8)
    const more = [commands.moveToUncoded(), commands.toggleSelectedHere()]
    await answer(2)
    await Promise.all(more)
    expect(code().selection).toMatchObject({ kind: 'some', keys: { size: 1 } })
    expect([...(code().selection as { keys: ReadonlyMap<string, unknown> }).keys.values()]).toMatchObject([{ line: 4 }])
  })

  test('does not take away from another row, or another list, that was asked for meanwhile', async () => {
    const { commands, answer, code } = await slow()
    const moved = commands.moveToUncoded()
    await commands.moveTo(6)
    await answer(2)
    await moved
    expect(code().cursor).toBe(6)
    const again = commands.moveToUncoded()
    await commands.orderBy('newest')
    await answer(2)
    await again
    expect(code().cursor).toBe(0)
  })
})

describe('a row that is not here yet', () => {
  /** Rows from the second page on come when they are told to. */
  const late = async (total: () => number) => {
    let come: () => void = () => undefined
    const coming = new Promise<void>((resolve) => (come = resolve))
    const window = await setUp(250, {
      verbatims: async ({ first }) => {
        if (first > 0) await coming
        return ok({ total: first > 0 ? total() : 250, first, verbatims: Array.from({ length: PAGE_ROWS }, (_, at) => verbatimOf(first + at + 2)) })
      },
    })
    return { ...window, come }
  }

  test('gets the code when it comes, also when the cursor has gone on', async () => {
    const { commands, come, requests } = await late(() => 250)
    const pressed = [commands.moveBy(100), commands.toggleCode('a'), commands.moveBy(1), commands.toggleMark('quote')]
    expect(requests).toEqual([])
    come()
    await Promise.all(pressed)
    expect(requests).toEqual([{ verbatims: [{ wave: 'w1', line: 102, field: 'f3' }], code: 'a', verdict: 'add' }])
  })

  test('in a list that has become another one gets nothing', async () => {
    const { commands, come, requests } = await late(() => 200)
    const pressed = [commands.moveBy(100), commands.toggleCode('a')]
    come()
    await Promise.all(pressed)
    expect(requests).toEqual([])
  })
})

describe('the coder', () => {
  test('known from before is introduced and not asked', async () => {
    const { commands, code, calls } = await setUp()
    expect(calls[0]).toBe('introduce')
    await commands.toggleCode('a')
    expect(code().naming).toBeNull()
  })

  test('unknown is asked once, and the first tag waits for the name', async () => {
    const { commands, code, calls, current, preferences } = await setUp(250, {}, {})
    await commands.toggleCode('a')
    expect(code().naming).toMatchObject({ suggested: '' })
    expect(calls).not.toContain('tag')
    expect(hasCode(current()!, 'a')).toBe(false)
    await commands.keepCoder(' Mina ')
    expect(preferences['coder']).toBe('Mina')
    expect(calls.filter((method) => method === 'introduce' || method === 'tag')).toEqual(['introduce', 'tag'])
    expect(current()!.tags[0]?.byHand?.coder).toBe('Mina')
    await commands.toggleCode('b')
    expect(code().naming).toBeNull()
    expect(hasCode(current()!, 'b')).toBe(true)
  })

  test('who gives no name is not asked again, and the tag is given', async () => {
    const { commands, code, calls, current, preferences } = await setUp(250, {}, {})
    await commands.toggleCode('a')
    await commands.skipCoder()
    await commands.skipCoder()
    expect(calls.filter((method) => method === 'introduce' || method === 'tag')).toEqual(['tag'])
    expect(hasCode(current()!, 'a')).toBe(true)
    expect(preferences['coder']).toBeUndefined()
    await commands.toggleCode('b')
    expect(code().naming).toBeNull()
  })
})

describe('choosing codes', () => {
  test('a click shows one, again shows all; with Ctrl they add up; "uncoded" takes their place', async () => {
    const { commands, session } = await setUp()
    const codes = () => session.get().filter.map((clause) => (clause.kind === 'codes' ? [clause.codes, clause.has] : null))
    await commands.filterByCode('a')
    expect(codes()).toEqual([[['a'], true]])
    await commands.filterByCode('b', true)
    expect(codes()).toEqual([[['a', 'b'], true]])
    await commands.filterByCode('a', true)
    expect(codes()).toEqual([[['b'], true]])
    await commands.filterUncoded()
    expect(codes()).toEqual([['any', false]])
    await commands.filterByCode('b')
    expect(codes()).toEqual([[['b'], true]])
    await commands.filterByCode('b')
    expect(codes()).toEqual([])
  })
})

describe('the editor', () => {
  test('hears why a code is not saved, and stays', async () => {
    const { commands, session, code } = await setUp(250, {
      saveCode: () => Promise.resolve(refuse(fault('codebook', { what: 'codebook.no-name', line: 0 }))),
    })
    commands.editCode(null)
    const refused = await commands.saveCode({ id: null, name: '', parent: null, rule: '', description: '', color: '' })
    expect(refused?.code).toBe('codebook')
    expect(code().editor).toEqual({ code: null })
    expect(session.get().notice).toBeNull()
  })

  test('that was opened on another code meanwhile stays when a code has been saved or removed', async () => {
    const { commands, code } = await setUp(250, {
      saveCode: () => Promise.resolve(ok({ id: 'a', project: IMPORTED })),
      removeCode: () => Promise.resolve(ok(IMPORTED)),
    })
    for (const settle of [
      () => commands.saveCode({ id: 'a', name: 'A', parent: null, rule: '', description: '', color: '' }),
      () => commands.removeCode('a'),
    ]) {
      commands.editCode('a')
      const settled = settle()
      commands.editCode('b')
      expect(await settled).toBeNull()
      expect(code().editor).toEqual({ code: 'b' })
      commands.editCode('a')
      expect(await settle()).toBeNull()
      expect(code().editor).toBeNull()
    }
  })

  test('closes also when a code that is gone has been saved as a new one', async () => {
    const { commands, code } = await setUp(250, { saveCode: () => Promise.resolve(ok({ id: 'new', project: IMPORTED })) })
    commands.editCode('gone')
    expect(await commands.saveCode({ id: null, name: 'A', parent: null, rule: '', description: '', color: '' })).toBeNull()
    expect(code().editor).toBeNull()
  })

  test('a preview that another one has overtaken is dropped', async () => {
    const { commands } = await setUp(250, {
      previewRule: async ({ rule }) => {
        await new Promise((resolve) => setTimeout(resolve, rule === 'slow' ? 5 : 0))
        return ok({ n: rule.length, added: 0, lost: 0, addedExamples: [], lostExamples: [] })
      },
    })
    const [first, second] = await Promise.all([
      commands.previewRule({ code: null, rule: 'slow' }),
      commands.previewRule({ code: null, rule: 'fast!' }),
    ])
    expect(first).toBeNull()
    expect(second).toMatchObject({ ok: true, value: { n: 5 } })
  })

  test('removing a code takes it out of the filter, and offers to take it back', async () => {
    const { commands, session } = await setUp(250, { removeCode: () => Promise.resolve(ok(IMPORTED)) })
    await commands.filterByCode('a')
    await commands.removeCode('a')
    expect(session.get()).toMatchObject({ filter: [], notice: { key: 'code.removed', undo: true } })
  })
})
