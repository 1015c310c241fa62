import { describe, expect, test } from 'vitest'
import { fault } from '../../../../shared/base/fault'
import { ok, refuse } from '../../../../shared/base/result'
import { commandsWith } from '../../../helpers/window-commands'

describe('the filter', () => {
  const finance = { kind: 'values', dimension: { kind: 'field', field: 'f2' }, values: ['Finance'] } as const

  test('is counted, and without one nothing has to be asked', async () => {
    const asked: unknown[] = []
    const { commands, session } = commandsWith({
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
    const { commands, session } = commandsWith({
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
    const { commands, session } = commandsWith()
    await commands.openProject('p1', 'answers')
    await commands.setFilter([finance])
    await commands.showFiltered('slice', { kind: 'codes', codes: ['c1'], has: true, source: 'palette' })
    await commands.showFiltered('slice', { kind: 'codes', codes: ['c2'], has: true, source: 'palette' })
    expect(session.get().filter).toEqual([finance, { kind: 'codes', codes: ['c2'], has: true, source: 'palette' }])
    await commands.brush('palette', null)
    expect(session.get().filter).toEqual([finance])
  })

  test('counts responses whose scale gives no score as well', async () => {
    const { commands, session } = commandsWith({ slice: () => Promise.resolve(refuse(fault('scale', {}))) })
    await commands.openProject('p1', 'answers')
    await commands.setFilter([finance])
    expect(session.get().responses).toBe(600)
    expect(await commands.valuesOf({ kind: 'wave' }, [])).toEqual([{ value: 'answers', responses: 600 }])
  })
})
