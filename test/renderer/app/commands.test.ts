import { describe, expect, test } from 'vitest'
import { createCommands } from '../../../renderer/app/commands'
import { createSession } from '../../../renderer/app/session'
import { TOUR } from '../../../renderer/app/tour-steps'
import type { Host } from '../../../renderer/host/host'
import { fault } from '../../../shared/base/fault'
import { ok, refuse } from '../../../shared/base/result'
import type { PlanOptions } from '../../../shared/ingest/types'
import type { EngineApi, OutputFile, PlanView } from '../../../shared/protocol/engine-api'
import { createFakeEngine, IMPORTED, PLAN } from '../../helpers/fake-engine'

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

  describe('several files', () => {
    const files = (...names: readonly string[]) => names.map((name) => new File([], name))
    const asking = { ...PLAN, warnings: [{ code: 'several-scores' as const, params: {} }], score: null }
    const plain = { ...PLAN, score: null, warnings: [] }
    const nothing = { ...plain, counts: { ...PLAN.counts, accepted: 0, scored: 0 } }
    const byName = (views: Readonly<Record<string, PlanView>>): Partial<EngineApi> => ({
      plan: ({ file }) => Promise.resolve(views[file.name] ? ok({ ...views[file.name]!, file: file.name }) : refuse(fault('empty-file', { file: file.name }))),
    })
    const states = (session: ReturnType<typeof setUp>['session']) => session.get().queue.map(({ name, state }) => `${name} ${state}`)

    test('each is summed up before the first is shown', async () => {
      const { session, commands, calls } = setUp(byName({ 'a.csv': plain, 'b.csv': asking, 'd.csv': nothing }))
      await commands.openFiles(files('a.csv', 'b.csv', 'c.csv', 'd.csv'))
      expect(calls).toEqual(['plan', 'plan', 'plan', 'plan', 'plan'])
      expect(session.get().plan?.view.file).toBe('a.csv')
      expect(session.get().queue.map(({ sum }) => (sum?.kind === 'plan' ? [sum.counts.accepted, sum.questions] : sum?.fault.code))).toEqual([
        [120, 0],
        [120, 1],
        'empty-file',
        [0, 0],
      ])
      expect(states(session)).toEqual(['a.csv open', 'b.csv waiting', 'c.csv left', 'd.csv waiting'])
    })

    test('all that ask nothing are imported at once, the others stay to be looked at', async () => {
      const { session, commands, calls } = setUp(byName({ 'a.csv': plain, 'b.csv': asking, 'c.csv': plain, 'd.csv': nothing }))
      await commands.openFiles(files('a.csv', 'b.csv', 'c.csv', 'd.csv'))
      await commands.importAll('Acme')
      expect(calls.filter((call) => call === 'importPlan' || call === 'createProject')).toEqual(['createProject', 'importPlan', 'importPlan'])
      expect(states(session)).toEqual(['a.csv imported', 'b.csv open', 'c.csv imported', 'd.csv waiting'])
      expect(session.get()).toMatchObject({ plan: { view: { file: 'b.csv' } }, notice: { key: 'notice.imported-waves', params: { n: 240, waves: 2 } } })
      await commands.importPlan('Acme')
      expect(session.get().plan?.view.file).toBe('d.csv')
      await commands.skipPlan()
      expect(session.get()).toMatchObject({ plan: null, queue: [] })
    })

    test('a file that asks something beside what came in is not imported unseen', async () => {
      let planned = 0
      const { session, commands, calls } = setUp({
        plan: ({ file }) => Promise.resolve(ok({ ...(file.name === 'b.csv' && (planned += 1) > 1 ? asking : plain), file: file.name })),
      })
      await commands.openFiles(files('a.csv', 'b.csv'))
      await commands.importAll('Acme')
      expect(calls.filter((call) => call === 'importPlan')).toHaveLength(1)
      expect(states(session)).toEqual(['a.csv imported', 'b.csv open'])
    })

    test('an import that is cancelled stops the rest, and nothing of it is lost', async () => {
      let imports = 0
      const { session, commands } = setUp({
        ...byName({ 'a.csv': plain, 'b.csv': plain, 'c.csv': plain }),
        importPlan: () => Promise.resolve((imports += 1) === 2 ? refuse(fault('cancelled')) : ok(IMPORTED)),
      })
      await commands.openFiles(files('a.csv', 'b.csv', 'c.csv'))
      await commands.importAll('Acme')
      expect(states(session)).toEqual(['a.csv imported', 'b.csv open', 'c.csv waiting'])
      expect(session.get()).toMatchObject({ plan: { view: { file: 'b.csv' } }, screen: 'data', notice: { key: 'notice.cancelled' } })
    })

    test('another file is looked at out of turn, and what was chosen for the first is kept', async () => {
      const given: PlanOptions[] = []
      const { session, commands } = setUp({
        plan: ({ file, options }) => {
          given.push(options)
          return Promise.resolve(ok({ ...plain, file: file.name, options }))
        },
      })
      await commands.openFiles(files('a.csv', 'b.csv'))
      await commands.changePlan({ wave: 'Spring' })
      await commands.lookAtFile(2)
      expect(states(session)).toEqual(['a.csv waiting', 'b.csv open'])
      await commands.lookAtFile(1)
      expect(given.at(-1)).toMatchObject({ wave: 'Spring' })
    })

    test('files dropped while a plan is shown wait behind it', async () => {
      const { session, commands } = setUp(byName({ 'a.csv': plain, 'b.csv': plain }))
      await commands.openFiles(files('a.csv'))
      await commands.openFiles(files('b.csv'))
      expect(states(session)).toEqual(['a.csv open', 'b.csv waiting'])
      expect(session.get().plan?.view.file).toBe('a.csv')
      await commands.skipAll()
      expect(session.get()).toMatchObject({ plan: null, queue: [], screen: 'start' })
    })

    test('what was chosen is kept on this computer once it is imported, without the cells', async () => {
      const kept = new Map<string, string>()
      const chosen = { ...plain, layout: 'k1', options: { wave: 'Spring', roles: { 2: 'ignore' as const }, fields: {} } }
      const { commands } = setUp(
        { plan: ({ file }) => Promise.resolve(ok({ ...chosen, file: file.name })) },
        { getPreference: (key) => kept.get(key) ?? null, setPreference: (key, value) => void kept.set(key, value) },
      )
      await commands.openFiles(files('a.csv'))
      expect(kept.get('layouts')).toBeUndefined()
      await commands.importPlan('Acme')
      expect(JSON.parse(kept.get('layouts')!)).toEqual({ k1: { file: 'a.csv', options: { roles: { 2: 'ignore' } } } })
    })
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

describe('a large file', () => {
  const large = (text: string): File => new File([text, 'x'.repeat(9 * 2 ** 20)], 'large.csv')

  test('shows its first rows until all of it is read', async () => {
    const read: string[] = []
    const { session, commands, calls } = setUp({
      glimpse: ({ file }) => {
        read.push(new TextDecoder().decode(file.bytes))
        return Promise.resolve(ok(PLAN))
      },
      plan: () => {
        expect(session.get()).toMatchObject({ glimpse: PLAN, screen: 'data' })
        return Promise.resolve(ok(PLAN))
      },
    })
    await commands.openFiles([large('a,b\n1,2\n')])
    expect(read).toEqual(['a,b\n1,2\n'])
    expect(calls).toEqual(['glimpse', 'plan'])
    expect(session.get()).toMatchObject({ glimpse: null, plan: { view: PLAN }, screen: 'data' })
  })

  test('leaves nothing behind when it cannot be read', async () => {
    const { session, commands } = setUp({ plan: () => Promise.resolve(refuse(fault('empty-file', { file: 'large.csv' }))) })
    await commands.openFiles([large('a,b\n1,2\n')])
    expect(session.get()).toMatchObject({ glimpse: null, plan: null, screen: 'start', notice: { kind: 'fault' } })
  })

  test('that was shown is not shown any more when reading it again is given up', async () => {
    let planned = 0
    const { session, commands } = setUp({
      plan: () => {
        planned += 1
        return Promise.resolve(planned < 3 ? ok(PLAN) : refuse(fault('cancelled')))
      },
    })
    await commands.openFiles([large('a,b\n1,2\n')])
    await commands.openFiles([new File(['a,b\n3,4\n'], 'other.csv')])
    // The file that was shown, the other summed up, the first again: given up; the other cannot be read any more either.
    expect(planned).toBe(4)
    expect(session.get()).toMatchObject({ plan: null, glimpse: null, queue: [], screen: 'start' })
  })

  test('that is packed has none', async () => {
    const { commands, calls } = setUp()
    await commands.openFiles([large('PK\u0003\u0004\n')])
    expect(calls).toEqual(['plan'])
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

  test.each(['pptx', 'xlsx', 'codebook', 'project'] as const)('%s is handed to the host', async (kind) => {
    const { commands, saved, session } = setUp()
    await commands.openProject('p1', 'answers')
    await commands.exportAs(kind, 'ko')
    expect(saved).toHaveLength(1)
    expect(session.get().notice).toMatchObject({ key: 'notice.saved' })
  })

  test.each(['csv', 'xlsx', 'parquet'] as const)('responses as %s are handed to the host, and counted', async (format) => {
    const { commands, saved, session } = setUp()
    await commands.openProject('p1', 'answers')
    await commands.exportAs(`responses-${format}`, 'ko')
    expect(saved.map(({ name }) => name)).toEqual([`answers.${format}`])
    expect(session.get().notice).toMatchObject({ key: 'notice.rows-saved', params: { n: 100, split: 0 } })
  })

  test('a dialog that was cancelled says nothing', async () => {
    const { commands, session } = setUp({}, { saveFile: () => Promise.resolve(ok('cancelled')) })
    await commands.openProject('p1', 'answers')
    await commands.exportAs('responses-csv', 'en')
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
    expect(await commands.valuesOf({ kind: 'wave' }, [])).toEqual([{ value: 'answers', responses: 600 }])
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
