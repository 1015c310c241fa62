import type { DimensionColumn } from '../../query/columns'
import { cellAt } from '../../table/column'
import type { Columns } from '../columns/columns'

/** Who answered: a number for each response, 0 where nobody is named. */
export interface People {
  readonly of: Uint32Array
  /** All responses with a score of people who are named: person by person, of each the latest first, of the same day the later row. */
  readonly rows: Uint32Array
}

/** The fields that say who answered. */
export const respondentFields = ({ waves }: Columns): readonly string[] => [
  ...new Set(waves.flatMap(({ wave }) => wave.columns.flatMap(({ field, role }) => (role === 'respondent' ? [field] : [])))),
]

const known = new WeakMap<Columns, People | null>()

/** The people of a project; null where no column names them. */
export function peopleOf(columns: Columns): People | null {
  const found = known.get(columns)
  if (found !== undefined) return found
  const people = findPeople(columns)
  known.set(columns, people)
  return people
}

function findPeople(columns: Columns): People | null {
  const texts = respondentFields(columns).map((field) => columns.text(field))
  if (texts.length === 0) return null
  const of = new Uint32Array(columns.rows)
  const numbers = new Map<string, number>()
  const rows: number[] = []
  for (let row = 0; row < columns.rows; row++) {
    const name = texts.map((text) => cellAt(text, row).trim()).find((text) => text !== '')
    if (name === undefined) continue
    const person = name.normalize('NFC')
    const number = numbers.get(person) ?? numbers.size + 1
    numbers.set(person, number)
    of[row] = number
    if (columns.groups[row]! >= 0) rows.push(row)
  }
  const { days } = columns
  return { of, rows: Uint32Array.from(rows).sort((a, b) => of[a]! - of[b]! || days[b]! - days[a]! || b - a) }
}

/**
 * The selected responses but for those that a later one of the same person replaces, within each label of `within` if
 * there is one. Responses without a score or a name are not touched.
 */
export function latestOfEach(columns: Columns, selected: Uint8Array, within: DimensionColumn | null): Uint8Array {
  const people = peopleOf(columns)
  if (!people) return selected
  const latest = selected.slice()
  // The person whose answer was the last one seen there: answers of a person follow one another.
  const seen = new Uint32Array(within?.labels.length ?? 1)
  for (const row of people.rows) {
    if (!selected[row]) continue
    const place = within ? within.codes[row]! : 0
    if (seen[place] === people.of[row]) latest[row] = 0
    seen[place] = people.of[row]!
  }
  return latest
}
