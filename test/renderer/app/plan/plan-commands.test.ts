import { describe, expect, test } from 'vitest'
import { fault } from '../../../../shared/base/fault'
import { ok, refuse } from '../../../../shared/base/result'
import { PLAN } from '../../../helpers/fake-engine'
import { commandsWith } from '../../../helpers/window-commands'

describe('from a file to figures', () => {
  test('a chosen file is planned, and nothing is made or imported before the word is given', async () => {
    const { session, commands, calls } = commandsWith()
    await commands.chooseFile()
    expect(session.get()).toMatchObject({ screen: 'data', plan: { view: PLAN }, project: null, work: null })
    expect(calls).toEqual(['plan'])
  })

  test('importing makes the project, imports and slices', async () => {
    const { session, commands, calls } = commandsWith()
    await commands.chooseFile()
    await commands.importPlan('Acme')
    expect(calls).toEqual(['plan', 'createProject', 'importPlan', 'slice', 'codebook'])
    expect(session.get()).toMatchObject({ screen: 'slice', plan: null, notice: { key: 'notice.imported' } })
    expect(session.get().slice).toMatchObject({ dimension: { kind: 'field', field: 'f2' }, fault: null })
    expect(session.get().slice.shown?.value.rows).toHaveLength(3)
  })

  test('a cancelled import keeps the plan', async () => {
    const { session, commands } = commandsWith({
      importPlan: async (_, task) => {
        task.report(0.1, 'storing')
        session_cancel()
        return task.cancelled() ? refuse(fault('cancelled')) : ok(null as never)
      },
    })
    const session_cancel = (): void => session.get().work?.cancel?.()
    await commands.chooseFile()
    await commands.importPlan('Acme')
    expect(session.get()).toMatchObject({
      screen: 'data',
      plan: { view: PLAN },
      notice: { key: 'notice.cancelled' },
      work: null,
    })
  })

  test('figures of rows still being stored are shown, marked as such', async () => {
    const importing = { total: PLAN, rows: [], importing: true, nonStandard: null }
    let seen: string | undefined
    const { session, commands } = commandsWith({
      slice: () => Promise.resolve(ok(importing as never)),
      importPlan: async (_, task) => {
        task.report(0.1, 'storing')
        await new Promise((resolve) => setTimeout(resolve))
        seen = session.get().screen
        return refuse(fault('storage', { what: 'test' }))
      },
    })
    await commands.chooseFile()
    await commands.importPlan('Acme')
    expect(seen).toBe('slice')
    expect(session.get()).toMatchObject({ screen: 'data', notice: { fault: { code: 'storage' } } })
  })

  test('a refused file is a notice, and the next of those dropped is opened', async () => {
    let first = true
    const { session, commands } = commandsWith({
      plan: () => {
        const refused = first
        first = false
        return Promise.resolve(refused ? refuse(fault('empty-file', { file: 'a.csv' })) : ok(PLAN))
      },
    })
    await commands.openFiles([new File([], 'a.csv'), new File([], 'b.csv'), new File([], 'c.csv')])
    expect(session.get()).toMatchObject({ screen: 'data', plan: { view: PLAN } })
    expect(session.get().queue.map(({ name, state }) => [name, state])).toEqual([
      ['a.csv', 'left'],
      ['b.csv', 'open'],
      ['c.csv', 'waiting'],
    ])
  })

  test('a project file is opened as one', async () => {
    const { calls, commands } = commandsWith()
    await commands.openFiles([new File([], 'Acme.EARSHOT')])
    expect(calls[0]).toBe('openFile')
  })

  test('a bug in the engine is said, and the window goes on', async () => {
    const { session, commands } = commandsWith({ plan: () => Promise.reject(new Error('bug (expected by this test)')) })
    await commands.chooseFile()
    expect(session.get()).toMatchObject({ notice: { kind: 'broken' }, work: null, plan: null })
  })
})

describe('changing the plan', () => {
  test('keeps every option chosen before', async () => {
    const asked: unknown[] = []
    const { commands } = commandsWith({
      replan: (options) => {
        asked.push(options)
        return Promise.resolve(ok(PLAN))
      },
    })
    await commands.chooseFile()
    await commands.changePlan({ roles: { 2: 'ignore' } })
    await commands.changePlan({ read: { encoding: 'cp949' } })
    await commands.changePlan({ roles: { 3: 'segment' }, treatAsNps: true })
    expect(asked.at(-1)).toEqual({
      read: { encoding: 'cp949' },
      roles: { 2: 'ignore', 3: 'segment' },
      treatAsNps: true,
    })
  })

  test('changes made quickly are worked out one after the other', async () => {
    let running = 0
    const { session, commands, calls } = commandsWith({
      replan: async ({ wave, treatAsNps }) => {
        running += 1
        expect(running).toBe(1)
        await new Promise((resolve) => setTimeout(resolve))
        running -= 1
        return ok({ ...PLAN, wave: wave ?? PLAN.wave, treatAsNps: treatAsNps ?? false })
      },
    })
    await commands.chooseFile()
    const one = commands.changePlan({ wave: 'one' })
    await Promise.resolve()
    const both = [commands.changePlan({ wave: 'two' }), commands.changePlan({ treatAsNps: true })]
    expect(session.get().plan).toMatchObject({ view: PLAN, options: { wave: 'two', treatAsNps: true }, checking: true })
    await Promise.all([one, ...both])
    expect(calls.filter((method) => method === 'replan')).toHaveLength(2)
    expect(session.get().plan).toEqual({
      view: { ...PLAN, wave: 'two', treatAsNps: true },
      shown: { wave: 'two', treatAsNps: true, read: {}, roles: {} },
      options: { wave: 'two', treatAsNps: true, read: {}, roles: {} },
      checking: false,
    })
  })

  test('a refused change leaves the plan as it was', async () => {
    const { session, commands } = commandsWith({
      replan: () => Promise.resolve(refuse(fault('encoding', { file: 'a', encoding: 'cp949' }))),
    })
    await commands.chooseFile()
    await commands.changePlan({ read: { encoding: 'cp949' } })
    expect(session.get()).toMatchObject({
      plan: { view: PLAN, options: {}, checking: false },
      notice: { kind: 'fault' },
    })
  })
})
