import { cellAt } from '../table/column'
import { createMask } from '../text/mask'
import { coverPersonal } from '../text/veil-personal'
import type { Columns } from './columns'
import { respondentFields } from './people'

const known = new WeakMap<Columns, (text: string) => string>()

/** The fields that name people. */
export function nameFields(columns: Columns): readonly string[] {
  const persons = columns.waves.flatMap(({ wave }) => wave.columns.flatMap(({ field, role }) => (role === 'person' ? [field] : [])))
  return [...new Set([...persons, ...respondentFields(columns)])]
}

/** How a comment is shown to others: without addresses, numbers, and whatever stands in the columns that name people. */
export function maskOf(columns: Columns): (text: string) => string {
  const before = known.get(columns)
  if (before) return before
  const names = new Set<string>()
  for (const field of nameFields(columns)) {
    const cells = columns.text(field)
    for (let row = 0; row < columns.rows; row++) {
      const name = cellAt(cells, row).trim()
      // An id is no name.
      if (/\p{L}/u.test(name) && !/\d/.test(name) && name.length <= 60) names.add(name)
    }
  }
  const masked = createMask(names)
  const mask = (text: string): string => masked(coverPersonal(text))
  known.set(columns, mask)
  return mask
}
