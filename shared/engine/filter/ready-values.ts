import { measuredClause } from '../../query/band-column'
import { readyClause, type ReadyClause } from '../../query/slice'
import type { ValuesClause } from '../../query/types'
import type { Columns } from '../columns/columns'

/**
 * A filter by values, made ready. One that names bands other than those of now still means what they say, and one by a number
 * itself means that number: changed bands never leave a filter empty.
 */
export function readyValues(columns: Columns, { dimension, values }: ValuesClause): ReadyClause {
  const column = columns.dimension(dimension)
  const measured = dimension.kind === 'field' ? columns.measured(dimension.field) : null
  if (!measured) return readyClause(column, values)
  const known = new Set(column.labels)
  return values.every((value) => known.has(value)) ? readyClause(column, values) : measuredClause(measured, values)
}
