import { describe, expect, test } from 'vitest'
import { fault } from '../../../../shared/base/fault'
import { ok, refuse } from '../../../../shared/base/result'
import { EMPTY_PROJECT } from '../../../helpers/fake-engine'
import { commandsWith } from '../../../helpers/window-commands'

describe('the start', () => {
  test('leaves the project open', async () => {
    const { commands, session, calls } = commandsWith()
    await commands.openProject('p1', 'answers')
    calls.length = 0
    await commands.show('start')
    expect(calls).toEqual(['projects'])
    expect(session.get()).toMatchObject({ screen: 'start', project: { id: 'p1' } })
  })

  test('is where one is after closing it', async () => {
    const { commands, session, calls } = commandsWith()
    await commands.openProject('p1', 'answers')
    calls.length = 0
    await commands.closeProject()
    expect(calls).toEqual(['closeProject', 'projects'])
    expect(session.get()).toMatchObject({ screen: 'start', project: null })
  })

  test('begins a new project with every file', async () => {
    const { commands, session, calls } = commandsWith()
    await commands.openProject('p1', 'answers')
    await commands.show('start')
    calls.length = 0
    await commands.chooseFile()
    expect(calls).toEqual(['closeProject', 'projects', 'plan'])
    expect(session.get()).toMatchObject({ screen: 'data', project: null })
  })
})

describe('undo and export', () => {
  test('undoing the only import empties the project and redo fills it', async () => {
    const { session, commands } = commandsWith()
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

  test('an undo says what it took back, also where that was on its way when the key was pressed', async () => {
    const { session, commands } = commandsWith({ undo: () => Promise.resolve(ok({ ...EMPTY_PROJECT, revision: 3, figures: 3, undo: 'import', redo: 'tag' })) })
    await commands.openProject('p1', 'answers')
    expect(session.get().project?.undo).toBe('import')
    await commands.undo()
    expect(session.get().notice).toEqual({ kind: 'undone', intent: 'tag' })
  })

  test('nothing to undo asks nothing', async () => {
    const { calls, commands } = commandsWith()
    await commands.undo()
    expect(calls).toEqual([])
  })

  test.each(['pptx', 'pdf', 'pdf-a4', 'html', 'xlsx', 'codebook', 'project'] as const)('%s is handed to the host', async (kind) => {
    const { commands, saved, session } = commandsWith()
    await commands.openProject('p1', 'answers')
    await commands.exportAs(kind, 'ko')
    expect(saved).toHaveLength(1)
    expect(session.get().notice).toMatchObject({ key: 'notice.saved' })
  })

  test.each(['csv', 'xlsx', 'parquet'] as const)('responses as %s are handed to the host, and counted', async (format) => {
    const { commands, saved, session } = commandsWith()
    await commands.openProject('p1', 'answers')
    await commands.exportAs(`responses-${format}`, 'ko')
    expect(saved.map(({ name }) => name)).toEqual([`answers.${format}`])
    expect(session.get().notice).toMatchObject({ key: 'notice.rows-saved', params: { n: 100, split: 0 } })
  })

  test('a summary that is stopped while it is written becomes no file', async () => {
    const { commands, session, saved } = commandsWith({
      summary: (_, task) => {
        task.report(0.4, 'writing')
        expect(session.get().work).toMatchObject({ done: 0.4, stage: 'writing' })
        session.get().work?.cancel?.()
        return Promise.resolve(task.cancelled() ? refuse(fault('cancelled')) : ok({ name: 'answers.pptx', bytes: new Uint8Array([1]) }))
      },
    })
    await commands.openProject('p1', 'answers')
    await commands.exportAs('pptx', 'en')
    expect(saved).toEqual([])
    expect(session.get()).toMatchObject({ work: null, notice: { key: 'notice.cancelled' } })
  })

  test('a dialog that was cancelled says nothing', async () => {
    const { commands, session } = commandsWith({}, { saveFile: () => Promise.resolve(ok('cancelled')) })
    await commands.openProject('p1', 'answers')
    await commands.exportAs('responses-csv', 'en')
    expect(session.get().notice).toBeNull()
  })
})

describe('waves and projects', () => {
  test('a wave that is taken out can be brought back from the notice', async () => {
    const { commands, session } = commandsWith({ removeWave: () => Promise.resolve(ok(session.get().project as never)) })
    await commands.openProject('p1', 'answers')
    await commands.removeWave(session.get().project!.waves[0]!)
    expect(session.get().notice).toEqual({ kind: 'done', key: 'notice.wave-removed', params: { wave: 'answers' }, undo: true })
  })

  test('a wave is renamed in the filter as well', async () => {
    const { commands, session } = commandsWith({
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
    const { commands, session, calls } = commandsWith()
    await commands.removeProject('p1', 'answers')
    expect(calls).toEqual(['removeProject', 'projects'])
    expect(session.get().notice).toMatchObject({ key: 'notice.project-removed' })
  })

  test('the one that is open is closed by that', async () => {
    const { commands, session } = commandsWith()
    await commands.openProject('p1', 'answers')
    await commands.removeProject('p1', 'answers')
    expect(session.get().project).toBeNull()
  })

  test('a project that cannot be removed is said', async () => {
    const { commands, session, calls } = commandsWith({ removeProject: () => Promise.resolve(refuse(fault('storage', { what: 'x' }))) })
    await commands.removeProject('p1', 'answers')
    expect(calls).toEqual(['removeProject'])
    expect(session.get().notice).toMatchObject({ kind: 'fault' })
  })

  test('a new project from a file closes the one that is open, once a file was chosen', async () => {
    const { commands, session, calls } = commandsWith()
    await commands.openProject('p1', 'answers')
    calls.length = 0
    await commands.newFromFile()
    expect(calls).toEqual(['closeProject', 'projects', 'plan'])
    expect(session.get()).toMatchObject({ project: null, screen: 'data' })
  })

  test('without a file it stays open', async () => {
    const { commands, session } = commandsWith({}, { pickFile: () => Promise.resolve(ok(null)) })
    await commands.openProject('p1', 'answers')
    await commands.newFromFile()
    expect(session.get().project).not.toBeNull()
  })
})
