import { describe, expect, test } from 'vitest'
import { createCommands } from '../../../../renderer/app/commands'
import { createSession } from '../../../../renderer/app/session'
import { fault } from '../../../../shared/base/fault'
import { ok, refuse } from '../../../../shared/base/result'
import { figureOf } from '../../../../shared/nps/figure'
import type { DriverCode, DriverQuote, DriversQuery, DriversWithin, QuoteWish } from '../../../../shared/protocol/drivers'
import type { EngineApi } from '../../../../shared/protocol/engine-api'
import { createFakeEngine, IMPORTED } from '../../../helpers/fake-engine'
import { memoryHost } from '../../../helpers/memory-host'

const code = (id: string, contribution: number, patch: Partial<DriverCode> = {}): DriverCode => ({
  id,
  code: id,
  color: '#333',
  depth: 0,
  branch: [id],
  mentions: figureOf({ promoters: 10, passives: 10, detractors: 30 }),
  rest: figureOf({ promoters: 300, passives: 150, detractors: 100 }),
  share: 0.1,
  meanScore: 5,
  contribution,
  error: 0.1,
  low: contribution - 0.2,
  high: contribution + 0.2,
  p: 0.001,
  q: 0.002,
  risk: null,
  adjusted: { kind: 'few' },
  disagrees: null,
  ...patch,
})

const answer = (base: DriversQuery['base'], codes: readonly DriverCode[]): DriversWithin => ({
  base,
  total: figureOf({ promoters: 310, passives: 160, detractors: 130 }),
  scored: 600,
  commented: 400,
  coded: 300,
  meanScore: 7,
  tested: codes.length,
  codes,
  intercepts: [null],
  nonStandard: null,
})

const CODES = [code('late', -3, { branch: ['late', 'very late'] }), code('price', -2), code('nice', 2), code('very late', -1, { depth: 1 })]

async function setUp(patch: Partial<EngineApi> = {}, codes = CODES.length) {
  const queries: DriversQuery[] = []
  const wishes: (readonly QuoteWish[])[] = []
  const quote = (wish: QuoteWish): DriverQuote => ({ text: `${wish.group} on ${wish.codes.join()}`, score: 1, group: wish.group, marked: false, question: 'Why', wave: 'one', line: 2 })
  const project = { ...IMPORTED, codes }
  const opened = createFakeEngine({
    openProject: () => Promise.resolve(ok(project)),
    driversWithin: (query) => {
      queries.push(query)
      return Promise.resolve(ok(answer(query.base, CODES)))
    },
    driverQuotes: ({ wishes: asked }) => {
      wishes.push(asked)
      return Promise.resolve(ok(asked.map((wish) => [quote(wish)])))
    },
    ...patch,
  })
  const session = createSession('en', 'light')
  const commands = createCommands(session, opened.client, memoryHost(), () => Promise.resolve(refuse(fault('empty-file'))))
  await commands.openProject('p1', 'answers')
  await commands.show('drivers')
  return { session, commands, queries, wishes, drivers: () => session.get().drivers }
}

describe('the drivers screen', () => {
  test('asks with the filter, and for a quote of each point of the level that is shown', async () => {
    const { commands, queries, drivers } = await setUp()
    expect(queries).toEqual([{ where: [], base: 'scored' }])
    expect([...drivers().pains.keys()]).toEqual(['price', 'very late'])
    expect(drivers().brights.get('nice')?.text).toBe('promoters on nice')
    await commands.setDriverLevel('themes')
    expect(drivers().pains.get('late')?.text).toBe('detractors on late,very late')
    await commands.setFilter([{ kind: 'text', text: 'bus' }])
    expect(queries.at(-1)).toEqual({ where: [{ kind: 'text', text: 'bus' }], base: 'scored' })
    await commands.setDriverBase('commented')
    expect(drivers().value?.base).toBe('commented')
  })

  test('opens the details of a code and closes them, and keeps them open through a filter', async () => {
    const { commands, drivers } = await setUp()
    await commands.lookAtDriver('late')
    expect(drivers().said?.promoters.map(({ text }) => text)).toEqual(['promoters on late,very late'])
    await commands.setFilter([{ kind: 'text', text: 'bus' }])
    expect([drivers().opened, drivers().said?.detractors.length]).toEqual(['late', 1])
    await commands.lookAtDriver('late')
    expect([drivers().opened, drivers().said]).toEqual([null, null])
  })

  test('goes to the responses behind a figure, and is whole again afterwards', async () => {
    const { commands, session } = await setUp()
    await commands.openDriver(['late', 'very late'], 'detractors')
    expect(session.get().screen).toBe('code')
    expect(session.get().filter).toMatchObject([
      { kind: 'codes', codes: ['late', 'very late'], has: true },
      { kind: 'values', dimension: { kind: 'group' }, values: ['detractors'] },
    ])
    await commands.show('drivers')
    expect(session.get().filter).toEqual([])
  })

  test('says why there is nothing, and asks for nothing without codes', async () => {
    const refused = await setUp({ driversWithin: () => Promise.resolve(refuse(fault('mixed-scales', { scales: '0-10, 1-5' }))) })
    expect([refused.drivers().value, refused.drivers().fault?.code]).toEqual([null, 'mixed-scales'])
    const without = await setUp({}, 0)
    expect([without.queries, without.drivers().isStale]).toEqual([[], false])
  })

  test('shows the answer asked for last, whichever comes last', async () => {
    const waiting: (() => void)[] = []
    let waits = false
    const { commands, drivers } = await setUp({
      driversWithin: ({ base }) =>
        waits ? new Promise((resolve) => waiting.push(() => resolve(ok(answer(base, CODES))))) : Promise.resolve(ok(answer(base, CODES))),
    })
    waits = true
    const asked = [commands.setDriverBase('commented'), commands.setDriverBase('scored')]
    for (const come of waiting.toReversed()) come()
    await Promise.all(asked)
    expect(drivers().value?.base).toBe('scored')
  })
})
