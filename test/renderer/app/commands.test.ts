import { describe, expect, test } from 'vitest'
import { createCommands } from '../../../renderer/app/commands'
import { createSession } from '../../../renderer/app/session'
import { TOUR } from '../../../renderer/app/tour-steps'
import type { Host } from '../../../renderer/host/host'
import { fault } from '../../../shared/base/fault'
import { ok, refuse } from '../../../shared/base/result'
import type { EngineApi, OutputFile } from '../../../shared/protocol/engine-api'
import { createFakeEngine, PLAN } from '../../helpers/fake-engine'

const SOURCE = { name: 'answers.csv', bytes: new Uint8Array([1]) }

function setUp(patch: Partial<EngineApi> = {}, host: Partial<Host> = {}) {
  const { client, calls } = createFakeEngine(patch)
  const saved: OutputFile[] = []
  const memory: Host = {
    kind: 'memory',
    pickFile: () => Promise.resolve(ok(SOURCE)),
    saveFile: (file) => {
      saved.push(file)
      return Promise.resolve(ok('saved'))
    },
    getPreference: () => null,
    setPreference: () => undefined,
    ...host,
  }
  const session = createSession('en', 'light')
  const readFile = (file: File) => Promise.resolve(ok({ name: file.name, bytes: new Uint8Array([1]) }))
  return { session, calls, saved, commands: createCommands(session, client, memory, readFile) }
}

describe('from a file to figures', () => {
  test('a chosen file is planned, and nothing is made or imported before the word is given', async () => {
    const { session, commands, calls } = setUp()
    await commands.chooseFile()
    expect(session.get()).toMatchObject({ screen: 'data', plan: { view: PLAN }, project: null, work: null })
    expect(calls).toEqual(['plan'])
  })

  test('importing makes the project, imports and slices', async () => {
    const { session, commands, calls } = setUp()
    await commands.chooseFile()
    await commands.importPlan('Acme')
    expect(calls).toEqual(['plan', 'createProject', 'importPlan', 'slice', 'codebook'])
    expect(session.get()).toMatchObject({ screen: 'slice', plan: null, notice: { key: 'notice.imported' } })
    expect(session.get().slice).toMatchObject({ dimension: { kind: 'field', field: 'f2' }, fault: null })
    expect(session.get().slice.shown?.value.rows).toHaveLength(3)
  })

  test('a cancelled import keeps the plan', async () => {
    const { session, commands } = setUp({
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
    const { session, commands } = setUp({
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
    const { session, commands } = setUp({
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
    const { calls, commands } = setUp()
    await commands.openFiles([new File([], 'Acme.EARSHOT')])
    expect(calls[0]).toBe('openFile')
  })

  test('a bug in the engine is said, and the window goes on', async () => {
    const { session, commands } = setUp({ plan: () => Promise.reject(new Error('bug (expected by this test)')) })
    await commands.chooseFile()
    expect(session.get()).toMatchObject({ notice: { kind: 'broken' }, work: null, plan: null })
  })
})

describe('changing the plan', () => {
  test('keeps every option chosen before', async () => {
    const asked: unknown[] = []
    const { commands } = setUp({
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
    const { session, commands, calls } = setUp({
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
    const { session, commands } = setUp({
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

describe('undo and export', () => {
  test('undoing the only import empties the project and redo fills it', async () => {
    const { session, commands } = setUp()
    await commands.openProject('p1', 'answers')
    await commands.undo()
    expect(session.get()).toMatchObject({
      screen: 'data',
      project: { waves: [], redo: 'import' },
      slice: { shown: null },
    })
    await commands.redo()
    await commands.show('slice')
    expect(session.get().slice.shown?.value.total.n).toBe(93)
  })

  test('nothing to undo asks nothing', async () => {
    const { calls, commands } = setUp()
    await commands.undo()
    expect(calls).toEqual([])
  })

  test.each(['pptx', 'xlsx', 'csv', 'project'] as const)('%s is handed to the host', async (kind) => {
    const { commands, saved, session } = setUp()
    await commands.openProject('p1', 'answers')
    await commands.exportAs(kind, 'ko')
    expect(saved).toHaveLength(1)
    expect(session.get().notice).toMatchObject({ key: 'notice.saved' })
  })

  test('a dialog that was cancelled says nothing', async () => {
    const { commands, session } = setUp({}, { saveFile: () => Promise.resolve(ok('cancelled')) })
    await commands.openProject('p1', 'answers')
    await commands.exportAs('csv', 'en')
    expect(session.get().notice).toBeNull()
  })
})

describe('the start', () => {
  test('leaves the project open', async () => {
    const { commands, session, calls } = setUp()
    await commands.openProject('p1', 'answers')
    calls.length = 0
    await commands.show('start')
    expect(calls).toEqual(['projects'])
    expect(session.get()).toMatchObject({ screen: 'start', project: { id: 'p1' } })
  })

  test('is where one is after closing it', async () => {
    const { commands, session, calls } = setUp()
    await commands.openProject('p1', 'answers')
    calls.length = 0
    await commands.closeProject()
    expect(calls).toEqual(['closeProject', 'projects'])
    expect(session.get()).toMatchObject({ screen: 'start', project: null })
  })

  test('begins a new project with every file', async () => {
    const { commands, session, calls } = setUp()
    await commands.openProject('p1', 'answers')
    await commands.show('start')
    calls.length = 0
    await commands.chooseFile()
    expect(calls).toEqual(['closeProject', 'projects', 'plan'])
    expect(session.get()).toMatchObject({ screen: 'data', project: null })
  })
})

describe('the filter', () => {
  const finance = { kind: 'values', dimension: { kind: 'field', field: 'f2' }, values: ['Finance'] } as const

  test('is counted, and without one nothing has to be asked', async () => {
    const asked: unknown[] = []
    const { commands, session } = setUp({
      count: ({ where }) => {
        asked.push(where)
        return Promise.resolve(ok(12))
      },
    })
    await commands.openProject('p1', 'answers')
    expect(session.get().responses).toBe(120)
    expect(asked).toEqual([])
    await commands.setFilter([finance])
    expect(session.get().responses).toBe(12)
    await commands.setFilter([])
    expect(session.get()).toMatchObject({ filter: [], responses: 120 })
  })

  test('only the last count counts', async () => {
    const waiting: (() => void)[] = []
    const { commands, session } = setUp({
      count: ({ where }) =>
        new Promise((done) => {
          waiting.push(() => done(ok(where.length)))
        }),
    })
    session.set({ project: { id: 'p1', waves: [], accepted: 120, fields: [] } as never, screen: 'data' })
    const one = commands.setFilter([finance])
    const two = commands.setFilter([finance, { kind: 'text', text: 'x' }])
    for (const answer of waiting.toReversed()) answer()
    await Promise.all([one, two])
    expect(session.get().responses).toBe(2)
  })

  test('what one source sets takes the place of what it had set before', async () => {
    const { commands, session } = setUp()
    await commands.openProject('p1', 'answers')
    await commands.setFilter([finance])
    await commands.showFiltered('slice', { kind: 'codes', codes: ['c1'], has: true, source: 'palette' })
    await commands.showFiltered('slice', { kind: 'codes', codes: ['c2'], has: true, source: 'palette' })
    expect(session.get().filter).toEqual([finance, { kind: 'codes', codes: ['c2'], has: true, source: 'palette' }])
    await commands.brush('palette', null)
    expect(session.get().filter).toEqual([finance])
  })

  test('counts responses whose scale gives no score as well', async () => {
    const { commands, session } = setUp({ slice: () => Promise.resolve(refuse(fault('scale', {}))) })
    await commands.openProject('p1', 'answers')
    await commands.setFilter([finance])
    expect(session.get().responses).toBe(600)
    expect(await commands.valuesOf({ kind: 'wave' }, [])).toBeNull()
  })
})

describe('waves and projects', () => {
  test('a wave that is taken out can be brought back from the notice', async () => {
    const { commands, session } = setUp({ removeWave: () => Promise.resolve(ok(session.get().project as never)) })
    await commands.openProject('p1', 'answers')
    await commands.removeWave(session.get().project!.waves[0]!)
    expect(session.get().notice).toEqual({ kind: 'done', key: 'notice.wave-removed', params: { wave: 'answers' }, undo: true })
  })

  test('a wave is renamed in the filter as well', async () => {
    const { commands, session } = setUp({
      renameWave: ({ name }) => {
        const { project } = session.get()
        return Promise.resolve(ok({ ...project!, waves: project!.waves.map((wave) => ({ ...wave, name })) }))
      },
    })
    await commands.openProject('p1', 'answers')
    await commands.setFilter([{ kind: 'values', dimension: { kind: 'wave' }, values: ['answers'] }])
    await commands.renameWave('w1', 'July')
    expect(session.get().filter).toEqual([{ kind: 'values', dimension: { kind: 'wave' }, values: ['July'] }])
  })

  test('a removed project is gone from the list', async () => {
    const { commands, session, calls } = setUp()
    await commands.removeProject('p1', 'answers')
    expect(calls).toEqual(['removeProject', 'projects'])
    expect(session.get().notice).toMatchObject({ key: 'notice.project-removed' })
  })

  test('the one that is open is closed by that', async () => {
    const { commands, session } = setUp()
    await commands.openProject('p1', 'answers')
    await commands.removeProject('p1', 'answers')
    expect(session.get().project).toBeNull()
  })

  test('a project that cannot be removed is said', async () => {
    const { commands, session, calls } = setUp({ removeProject: () => Promise.resolve(refuse(fault('storage', { what: 'x' }))) })
    await commands.removeProject('p1', 'answers')
    expect(calls).toEqual(['removeProject'])
    expect(session.get().notice).toMatchObject({ kind: 'fault' })
  })

  test('a new project from a file closes the one that is open, once a file was chosen', async () => {
    const { commands, session, calls } = setUp()
    await commands.openProject('p1', 'answers')
    calls.length = 0
    await commands.newFromFile()
    expect(calls).toEqual(['closeProject', 'projects', 'plan'])
    expect(session.get()).toMatchObject({ project: null, screen: 'data' })
  })

  test('without a file it stays open', async () => {
    const { commands, session } = setUp({}, { pickFile: () => Promise.resolve(ok(null)) })
    await commands.openProject('p1', 'answers')
    await commands.newFromFile()
    expect(session.get().project).not.toBeNull()
  })
})

describe('the sample and the tour', () => {
  function withPreferences() {
    const kept = new Map<string, string>()
    const made = setUp(
      { openSample: () => Promise.resolve(ok({ id: 's', waves: [], fields: [], periods: [], accepted: 0 } as never)) },
      { getPreference: (key) => kept.get(key) ?? null, setPreference: (key, value) => void kept.set(key, value) },
    )
    return { ...made, kept }
  }

  test('whoever opens the sample for the first time is shown around, once', async () => {
    const { commands, session, kept } = withPreferences()
    await commands.openSample()
    expect(session.get()).toMatchObject({ tour: 0, screen: TOUR[0]?.screen })
    for (let at = 1; at < TOUR.length; at++) {
      await commands.goToStep(at)
      expect(session.get()).toMatchObject({ tour: at, screen: TOUR[at]?.screen })
    }
    await commands.goToStep(TOUR.length)
    expect(session.get().tour).toBeNull()
    expect(kept.get('tour')).toBe('seen')
    await commands.openSample()
    expect(session.get().tour).toBeNull()
    await commands.startTour()
    expect(session.get().tour).toBe(0)
  })

  test('a sample that does not open shows nobody around', async () => {
    const { commands, session } = setUp()
    await commands.openSample()
    expect(session.get()).toMatchObject({ tour: null, screen: 'start', notice: { kind: 'fault' } })
  })

  test('what was run last is kept, the latest first, each once', () => {
    const { commands, session, kept } = withPreferences()
    for (const id of ['a', 'b', 'c', 'd', 'e', 'f', 'g', 'b']) commands.rememberRun(id)
    expect(session.get().recent).toEqual(['b', 'g', 'f', 'e', 'd', 'c'])
    expect(kept.get('recent')).toBe('b\ng\nf\ne\nd\nc')
  })
})
