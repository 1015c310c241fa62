import type { Clause } from '../../../shared/query/types'

/** What is worth reading next, each a filter of its own. */
export const QUEUES = ['detractors', 'changed', 'suggested'] as const
export type Queue = (typeof QUEUES)[number]
/** Those that are counted while they are not shown: suggestions are read for only when they are asked for. */
export const COUNTED_QUEUES = ['detractors', 'changed'] as const satisfies readonly Queue[]

const SOURCE = 'code:queue'

const CLAUSES: Readonly<Record<Queue, readonly Clause[]>> = {
  detractors: [
    { kind: 'values', dimension: { kind: 'group' }, values: ['detractors'], source: SOURCE },
    { kind: 'codes', codes: 'any', has: false, source: SOURCE },
  ],
  changed: [{ kind: 'changed', source: SOURCE }],
  suggested: [{ kind: 'suggested', source: SOURCE }],
}

/** The filter with a queue in the place of the one before; null: without. */
export const withQueue = (filter: readonly Clause[], queue: Queue | null): readonly Clause[] => [
  ...filter.filter(({ source }) => source !== SOURCE),
  ...(queue === null ? [] : CLAUSES[queue]),
]

/** The queue that the filter shows; null: none, or one of which a part has been taken away. */
export function queueOf(filter: readonly Clause[]): Queue | null {
  const own = filter.filter(({ source }) => source === SOURCE)
  return QUEUES.find((queue) => own.length > 0 && JSON.stringify(own) === JSON.stringify(CLAUSES[queue])) ?? null
}
