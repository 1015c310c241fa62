import type { PlanOptions } from '../ingest/types'

/** Options as they hold for the next file of the layout: without the name of this wave and what is brought over, and without what says nothing. */
export const lastingOptions = ({ wave: _, bringTags: __, ...options }: PlanOptions): PlanOptions => Object.fromEntries(Object.entries(options).filter(says))

const says = ([, value]: readonly [string, unknown]): boolean =>
  value !== undefined && (typeof value !== 'object' || value === null || Object.keys(value).length > 0)
