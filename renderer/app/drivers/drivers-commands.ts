import type { DriverBase, DriverQuote } from '../../../shared/protocol/drivers'
import type { Group } from '../../../shared/nps/group'
import type { Clause } from '../../../shared/query/types'
import type { CommandContext } from '../command-context'
import { brightSpots, painPoints, rankDrivers, rowsOfLevel, type DriverRow } from './drivers-rows'
import type { DriverLevel, DriversState } from './drivers-state'
import { ask } from '../engine-call'

export interface DriversCommands {
  readonly loadDrivers: () => Promise<void>
  readonly setDriverBase: (base: DriverBase) => Promise<void>
  readonly setDriverLevel: (level: DriverLevel) => Promise<void>
  /** Opens the details of a code; null, or the one that is open, closes them. */
  readonly lookAtDriver: (id: string | null) => Promise<void>
  /** Shows the responses that mention a code on the code screen; `which`: those of a group alone, or all who do not mention it. */
  readonly openDriver: (branch: readonly string[], which: Group | 'rest' | null) => Promise<void>
}

/** What the screen itself has put into the filter: the way to the responses of a figure. */
const OPENED = 'drivers:responses'
/** Quotes of each side in the details of a code. */
const SAID = 2

export function createDriversCommands({ session, client, reload }: CommandContext): DriversCommands {
  const { get, set } = session
  const setDrivers = (patch: Partial<DriversState>): void => set({ drivers: { ...get().drivers, ...patch } })
  let lastLoad = 0
  let lastPoints = 0
  let lastSaid = 0

  /** The way to the responses of a figure ends when the screen is shown again. */
  const endDetour = (): void => {
    const { filter } = get()
    if (filter.some(({ source }) => source === OPENED)) set({ filter: filter.filter(({ source }) => source !== OPENED) })
  }

  const quotePoints = async (): Promise<void> => {
    lastPoints += 1
    const mine = lastPoints
    const { drivers, filter } = get()
    if (!drivers.value) return
    const ranked = rankDrivers(rowsOfLevel(drivers.value, drivers.level))
    const wish = (group: Group) => (row: DriverRow) => ({ id: row.id, wish: { codes: row.branch, group } })
    const wishes = [...painPoints(ranked).map(wish('detractors')), ...brightSpots(ranked).map(wish('promoters'))]
    const found = wishes.length === 0 ? null : await ask(session, client, 'driverQuotes', { where: filter, wishes: wishes.map((each) => each.wish), most: 1 })
    if (mine !== lastPoints || !found?.ok) return
    const of = (group: Group): ReadonlyMap<string, DriverQuote> =>
      new Map(wishes.flatMap(({ id, wish: { group: its } }, at) => (its === group ? (found.value[at] ?? []).map((quote) => [id, quote] as const) : [])))
    setDrivers({ pains: of('detractors'), brights: of('promoters') })
  }

  const quoteOpened = async (): Promise<void> => {
    lastSaid += 1
    const mine = lastSaid
    const { drivers, filter } = get()
    const code = drivers.value?.codes.find(({ id }) => id === drivers.opened)
    if (!code) return setDrivers({ said: null })
    const wishes = (['detractors', 'promoters'] as const).map((group) => ({ codes: code.branch, group }))
    const found = await ask(session, client, 'driverQuotes', { where: filter, wishes, most: SAID })
    if (mine !== lastSaid || !found?.ok) return
    const [detractors = [], promoters = []] = found.value
    setDrivers({ said: { detractors, promoters } })
  }

  const loadDrivers = async (): Promise<void> => {
    lastLoad += 1
    const mine = lastLoad
    endDetour()
    const { project, filter, drivers } = get()
    if (!project || project.waves.length === 0 || project.codes === 0) return setDrivers({ value: null, isStale: false, fault: null })
    setDrivers({ isStale: true })
    const found = await ask(session, client, 'driversWithin', { where: filter, base: drivers.base })
    if (mine !== lastLoad) return
    if (!found) return setDrivers({ isStale: false })
    if (!found.ok) return setDrivers({ value: null, isStale: false, fault: found.fault })
    const opened = found.value.codes.some(({ id, mentions }) => id === drivers.opened && mentions.n > 0) ? drivers.opened : null
    setDrivers({ value: found.value, opened, isStale: false, fault: null })
    await Promise.all([quotePoints(), quoteOpened()])
  }

  return {
    loadDrivers,
    setDriverBase: (base) => {
      setDrivers({ base })
      return loadDrivers()
    },
    setDriverLevel: async (level) => {
      setDrivers({ level, opened: null, said: null })
      await quotePoints()
    },
    lookAtDriver: async (id) => {
      setDrivers({ opened: id === get().drivers.opened ? null : id, said: null })
      await quoteOpened()
    },
    openDriver: async (branch, which) => {
      const mentioned: Clause = { kind: 'codes', codes: branch, has: true }
      const clauses: readonly Clause[] = [
        which === 'rest' ? { kind: 'except', where: [mentioned] } : mentioned,
        // Without a group everybody with a score: only they are in the figures.
        { kind: 'values', dimension: { kind: 'group' }, values: which && which !== 'rest' ? [which] : ['promoters', 'passives', 'detractors'] },
      ]
      const others = get().filter.filter(({ source }) => source !== OPENED)
      set({ filter: [...others, ...clauses.map((clause) => ({ ...clause, source: OPENED }))], screen: 'code' })
      await reload()
    },
  }
}
