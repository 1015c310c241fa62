import { describe, expect, test } from 'vitest'
import { fault } from '../../../../shared/base/fault'
import { ok, refuse } from '../../../../shared/base/result'
import type { PlanOptions } from '../../../../shared/ingest/types'
import type { EngineApi, PlanView } from '../../../../shared/protocol/engine-api'
import { IMPORTED, PLAN } from '../../../helpers/fake-engine'
import { commandsWith } from '../../../helpers/window-commands'

describe('several files', () => {
  const files = (...names: readonly string[]) => names.map((name) => new File([], name))
  const asking = { ...PLAN, warnings: [{ code: 'several-scores' as const, params: {} }], score: null }
  const plain = { ...PLAN, score: null, warnings: [] }
  const nothing = { ...plain, counts: { ...PLAN.counts, accepted: 0, scored: 0 } }
  const byName = (views: Readonly<Record<string, PlanView>>): Partial<EngineApi> => ({
    plan: ({ file }) => Promise.resolve(views[file.name] ? ok({ ...views[file.name]!, file: file.name }) : refuse(fault('empty-file', { file: file.name }))),
  })
  const states = (session: ReturnType<typeof commandsWith>['session']) => session.get().queue.map(({ name, state }) => `${name} ${state}`)

  test('each is summed up before the first is shown', async () => {
    const { session, commands, calls } = commandsWith(byName({ 'a.csv': plain, 'b.csv': asking, 'd.csv': nothing }))
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
    const { session, commands, calls } = commandsWith(byName({ 'a.csv': plain, 'b.csv': asking, 'c.csv': plain, 'd.csv': nothing }))
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
    const { session, commands, calls } = commandsWith({
      plan: ({ file }) => Promise.resolve(ok({ ...(file.name === 'b.csv' && (planned += 1) > 1 ? asking : plain), file: file.name })),
    })
    await commands.openFiles(files('a.csv', 'b.csv'))
    await commands.importAll('Acme')
    expect(calls.filter((call) => call === 'importPlan')).toHaveLength(1)
    expect(states(session)).toEqual(['a.csv imported', 'b.csv open'])
  })

  test('an import that is cancelled stops the rest, and nothing of it is lost', async () => {
    let imports = 0
    const { session, commands } = commandsWith({
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
    const { session, commands } = commandsWith({
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
    const { session, commands } = commandsWith(byName({ 'a.csv': plain, 'b.csv': plain }))
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
    const { commands } = commandsWith(
      { plan: ({ file }) => Promise.resolve(ok({ ...chosen, file: file.name })) },
      { getPreference: (key) => kept.get(key) ?? null, setPreference: (key, value) => void kept.set(key, value) },
    )
    await commands.openFiles(files('a.csv'))
    expect(kept.get('layouts')).toBeUndefined()
    await commands.importPlan('Acme')
    expect(JSON.parse(kept.get('layouts')!)).toEqual({ k1: { file: 'a.csv', options: { roles: { 2: 'ignore' } } } })
  })
})

describe('a large file', () => {
  const large = (text: string): File => new File([text, 'x'.repeat(9 * 2 ** 20)], 'large.csv')

  test('shows its first rows until all of it is read', async () => {
    const read: string[] = []
    const { session, commands, calls } = commandsWith({
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
    const { session, commands } = commandsWith({ plan: () => Promise.resolve(refuse(fault('empty-file', { file: 'large.csv' }))) })
    await commands.openFiles([large('a,b\n1,2\n')])
    expect(session.get()).toMatchObject({ glimpse: null, plan: null, screen: 'start', notice: { kind: 'fault' } })
  })

  test('that was shown is not shown any more when reading it again is given up', async () => {
    let planned = 0
    const { session, commands } = commandsWith({
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
    const { commands, calls } = commandsWith()
    await commands.openFiles([large('PK\u0003\u0004\n')])
    expect(calls).toEqual(['plan'])
  })
})
