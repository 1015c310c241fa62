import type { Clause, Dimension, ValueCount } from '../../../shared/query/types'
import type { CommandContext } from '../command-context'
import { ask } from '../engine-call'
import type { Screen } from '../session'

export interface FilterCommands {
  readonly setFilter: (filter: readonly Clause[]) => Promise<void>
  /** Opens the panel of a condition by its place; after the last it is a new one. Null closes it. */
  readonly editCondition: (at: number | null) => void
  /** Sets, replaces or (null) removes the part of the filter that `source` had set. */
  readonly brush: (source: string, clause: Clause | null) => Promise<void>
  /** The same, and goes to a screen that shows what is left. */
  readonly showFiltered: (screen: Screen, clause: Clause) => Promise<void>
  /** Counts the responses that pass the filter. */
  readonly countResponses: () => Promise<void>
  /** Every value of a dimension among the responses that pass `where`; null where they could not be counted. */
  readonly valuesOf: (dimension: Dimension, where: readonly Clause[]) => Promise<readonly ValueCount[] | null>
}

const withSource = (filter: readonly Clause[], source: string | undefined, clause: Clause | null): readonly Clause[] => [
  ...filter.filter((each) => source === undefined || each.source !== source),
  ...(clause ? [{ ...clause, ...(source === undefined ? {} : { source }) }] : []),
]

export function createFilterCommands({ session, client, reload }: CommandContext): FilterCommands {
  const { get, set } = session
  let lastCount = 0

  const setFilter = async (filter: readonly Clause[]): Promise<void> => {
    set({ filter })
    await reload()
  }

  return {
    setFilter,
    editCondition: (condition) => set({ condition }),
    brush: (source, clause) => setFilter(withSource(get().filter, source, clause)),
    showFiltered: (screen, clause) => {
      set({ screen })
      return setFilter(withSource(get().filter, clause.source, clause))
    },
    countResponses: async () => {
      const { project, filter } = get()
      lastCount += 1
      const mine = lastCount
      if (!project || filter.length === 0) return set({ responses: project?.accepted ?? null })
      const counted = await ask(session, client, 'count', { where: filter })
      if (mine === lastCount) set({ responses: counted?.ok ? counted.value : null })
    },
    valuesOf: async (dimension, where) => {
      const counted = await ask(session, client, 'values', { of: dimension, where })
      return counted?.ok ? counted.value : null
    },
  }
}
