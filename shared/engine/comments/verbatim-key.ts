import type { VerbatimKey } from '../../protocol/engine-api'
import type { Columns } from '../columns/columns'
import type { Comments } from './comments'

/** Which answer to which question a row of the comments number `at` is. */
export function keyOf({ columns, comments }: { readonly columns: Columns; readonly comments: readonly Comments[] }, at: number, row: number): VerbatimKey {
  const { wave, field, span } = comments[at]!
  return { wave: wave.id, line: columns.lines[span.first + row]!, field }
}
