import type { Clause, Comparison, Dimension, PeriodUnit } from '../../../shared/query/types'
import type { CommandContext } from '../command-context'
import { chooseComparison } from './compare-choice'
import { comparedSide, type SideId } from './compare-sides'
import type { CompareChoice, CompareState, CompareWishes, FilterPair, SegmentSort, SideChoice } from './compare-state'
import { countPeriods } from '../slice/count-periods'
import { ask } from '../engine-call'

export interface CompareCommands {
  readonly loadCompare: () => Promise<void>
  readonly compareBy: (unit: PeriodUnit) => Promise<void>
  /** One of the two periods; a period that is the other one already changes places with it. */
  readonly comparePeriod: (side: 'from' | 'to', period: string) => Promise<void>
  readonly swapSides: () => Promise<void>
  /** Periods, or two filters. */
  readonly compareKind: (kind: CompareChoice['kind']) => Promise<void>
  /** One of the two filters. */
  readonly compareSide: (id: SideId, side: SideChoice) => Promise<void>
  /** Makes the filter above one of the two; above is none any more, since it would hold for both. */
  readonly moveFilter: (id: SideId) => Promise<void>
  readonly splitBy: (dimension: Dimension) => Promise<void>
  readonly sortSegments: (sort: SegmentSort) => void
  /** Looks at the responses with one value of the split alone; the same value again, or null, at all of them. */
  readonly pickSegment: (value: string | null | undefined) => Promise<void>
  /** Shows the responses behind a figure on the code screen. */
  readonly openCompared: (clauses: readonly Clause[]) => Promise<void>
}

/** What the screen itself has put into the filter: the segment picked, and the way to the responses of a figure. */
const PICKED = 'compare:segment'
const OPENED = 'compare:responses'

/** The clause of the segment that is picked among those of the split. */
export const pickedClause = (filter: readonly Clause[]): Clause | null =>
  filter.find(({ source }) => source === PICKED) ?? null

export function createCompareCommands(context: CommandContext): CompareCommands {
  const { session, client, reload } = context
  const { get, set } = session
  const setCompare = (patch: Partial<CompareState>): void => set({ compare: { ...get().compare, ...patch } })
  let lastLoad = 0

  const nothing = { choice: null, value: null, segments: [], isStale: false } as const

  const compareNow = async (mine: number, choice: CompareChoice): Promise<void> => {
    const { filter, project } = get()
    if (!project) return
    const { by } = choice
    const [from, to] = [comparedSide(choice, 'from', project), comparedSide(choice, 'to', project)]
    const others = filter.filter(({ source }) => source !== PICKED)
    const split = by ? { from, to, by } : { from, to }
    const [whole, parts] = await Promise.all([
      ask(session, client, 'compare', others.length === filter.length ? { ...split, where: filter } : { from, to, where: filter }),
      others.length === filter.length ? null : ask(session, client, 'compare', { ...split, where: others }),
    ])
    if (mine !== lastLoad || !whole) return
    if (!whole.ok) return setCompare({ ...nothing, fault: whole.fault })
    const segmentsOf: Comparison = parts?.ok ? parts.value : whole.value
    setCompare({ choice, value: whole.value, segments: segmentsOf.segments, isStale: false, fault: null })
  }

  /** The way to the responses of a figure ends when the screen is shown again. */
  const endDetour = (): void => {
    const { filter } = get()
    if (filter.some(({ source }) => source === OPENED)) set({ filter: filter.filter(({ source }) => source !== OPENED) })
  }

  const loadCompare = async (): Promise<void> => {
    lastLoad += 1
    const mine = lastLoad
    const { project } = get()
    if (!project || project.waves.length === 0 || (project.periods.length === 0 && !project.anonymity && get().compare.wanted.kind !== 'filters'))
      return setCompare({ ...nothing, periods: null, fault: null })
    endDetour()
    setCompare({ isStale: true })
    const periods = await countPeriods(context, get().filter.filter(({ source }) => source !== PICKED))
    if (mine !== lastLoad || !periods) return
    if (!periods.ok) return setCompare({ ...nothing, periods: null, fault: periods.fault })
    const choice = chooseComparison(get().compare.wanted, periods.value, project, new Date().toISOString())
    setCompare({ periods: periods.value })
    if (!choice) return setCompare({ ...nothing, fault: null })
    await compareNow(mine, choice)
  }

  /** With other wishes over the periods as counted. */
  const want = async (patch: CompareWishes): Promise<void> => {
    const { compare, project } = get()
    setCompare({ wanted: { ...compare.wanted, ...patch } })
    if (!project || !compare.periods) return
    lastLoad += 1
    const choice = chooseComparison(get().compare.wanted, compare.periods, project, new Date().toISOString())
    if (!choice) return
    setCompare({ isStale: true })
    await compareNow(lastLoad, choice)
  }

  const sidesWith = (id: SideId, side: SideChoice): Pick<FilterPair, 'from' | 'to'> => {
    const { choice } = get().compare
    const sides = choice?.kind === 'filters' ? { from: choice.from, to: choice.to } : { from: { kind: 'rest' } as const, to: { kind: 'all' } as const }
    const other = id === 'from' ? 'to' : 'from'
    // Everybody else needs somebody to be the rest of.
    const kept = side.kind === 'rest' && sides[other].kind === 'rest' ? sides[id] : sides[other]
    return { ...sides, [other]: kept, [id]: side }
  }

  const wantSide = (id: SideId, side: SideChoice): Promise<void> => want({ sides: sidesWith(id, side) })

  const pickSegment = async (value: string | null | undefined): Promise<void> => {
    const { filter, compare } = get()
    const { choice } = compare
    const before = pickedClause(filter)
    const others = filter.filter(({ source }) => source !== PICKED)
    const isPicked = before?.kind === 'values' && value !== undefined && before.values.includes(value)
    if (value === undefined || isPicked || !choice?.by) set({ filter: others })
    else set({ filter: [...others, { kind: 'values', dimension: choice.by, values: [value], source: PICKED }] })
    await reload()
  }

  return {
    loadCompare,
    compareBy: (unit) => want({ unit }),
    comparePeriod: (side, period) => {
      const { choice } = get().compare
      if (choice?.kind !== 'periods') return Promise.resolve()
      const other = side === 'from' ? 'to' : 'from'
      return want({ [side]: period, [other]: choice[other] === period ? choice[side] : choice[other] })
    },
    swapSides: () => {
      const { choice } = get().compare
      if (!choice) return Promise.resolve()
      return choice.kind === 'periods' ? want({ from: choice.to, to: choice.from }) : want({ sides: { from: choice.to, to: choice.from } })
    },
    compareKind: async (kind) => {
      setCompare({ wanted: { ...get().compare.wanted, kind } })
      await loadCompare()
    },
    compareSide: (id, side) => wantSide(id, side),
    moveFilter: async (id) => {
      const { filter } = get()
      const where = filter.filter(({ source }) => source !== PICKED && source !== OPENED).map(({ source: _, ...clause }) => clause as Clause)
      if (where.length === 0) return
      set({ filter: [] })
      setCompare({ wanted: { ...get().compare.wanted, kind: 'filters', sides: sidesWith(id, { kind: 'own', where }) } })
      await reload()
    },
    splitBy: async (dimension) => {
      // A segment of another field would no longer stand among those shown.
      if (!pickedClause(get().filter)) return want({ by: dimension })
      setCompare({ wanted: { ...get().compare.wanted, by: dimension } })
      await pickSegment(undefined)
    },
    sortSegments: (sort) => setCompare({ sort }),
    pickSegment,
    openCompared: async (clauses) => {
      const { filter } = get()
      set({
        filter: [
          ...filter.filter(({ source }) => source !== OPENED),
          ...clauses.map((clause) => ({ ...clause, source: OPENED })),
        ],
        screen: 'code',
      })
      await reload()
    },
  }
}
