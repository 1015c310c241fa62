import type { Database } from 'sql.js'
import type { Role } from '../../model/role'
import { normalize } from '../../text/normalize'
import type { Whom } from '../../protocol/erase'
import { eachRow } from '../db/query'
import { storedFields } from '../db/rows'
import { columnOf, tableOf } from '../db/schema'
import { storedWaves, type StoredWave } from '../import/stored-wave'

/** A stored response. */
export interface PersonRow {
  readonly id: number
  readonly line: number
  readonly of: StoredWave
}

/** Rows that are one person's, in the order in which they are stored. */
export type Person = readonly PersonRow[]

/** What a cell says of who somebody is: in one way, however it is written. */
export const personKey = (cell: string): string => normalize(cell.trim().replaceAll(/\s+/g, ' ')).text

/** Roles of columns whose cells say who somebody is, or which response it was. */
export const NAMING: ReadonlySet<Role> = new Set<Role>(['respondent', 'person', 'id'])
const isAddress = (key: string): boolean => /^\S+@\S+$/.test(key)

interface NamingCell {
  readonly row: PersonRow
  readonly kind: 'respondent' | 'address' | 'id' | 'name'
  readonly key: string
}

function kindOf(role: Role, key: string): NamingCell['kind'] {
  if (role === 'respondent' || role === 'id') return role
  return isAddress(key) ? 'address' : 'name'
}

/** Every cell that names somebody, or a response. */
function eachName(db: Database, waves: readonly StoredWave[], visit: (cell: NamingCell) => void): void {
  const numbers = storedFields(db)
  for (const of of waves) {
    const { firstResponse, responses } = of.stored
    for (const { field, role } of of.wave.columns) {
      const number = numbers.get(field)
      if (!NAMING.has(role) || number === undefined) continue
      const table = tableOf(number)
      const cell = `${table}.${columnOf(number)}`
      const from = table === 'response' ? table : `response JOIN ${table} ON ${table}.id = response.id`
      const sql = `SELECT response.id, response.line, ${cell} FROM ${from} WHERE response.id BETWEEN ? AND ? AND ${cell} IS NOT NULL`
      eachRow(db, sql, [firstResponse, firstResponse + responses - 1], ([id, line, text]) => {
        const key = personKey(String(text))
        if (key !== '') visit({ row: { id: Number(id), line: Number(line), of }, kind: kindOf(role, key), key })
      })
    }
  }
}

/** What names the person of a row most surely: a respondent; where there is none, an e-mail address. */
function identityOf(db: Database, { id, of }: PersonRow): string | null {
  const found = new Map<string, string>()
  eachName(db, [{ ...of, stored: { ...of.stored, firstResponse: id, responses: 1 } }], ({ kind, key }) => {
    if (kind !== 'name' && !found.has(kind)) found.set(kind, `${kind} ${key}`)
  })
  return found.get('respondent') ?? found.get('address') ?? null
}

/** More rows than a person has: what was searched for tells nobody from others. */
const MOST_NAMED = 100

/**
 * Everybody whom `whom` may mean; null where that would be too many. Rows with the same respondent are one person in every wave; without a
 * respondent, those with the same e-mail address are, and a row without either stands for itself. What is searched for as a respondent, an
 * address or a response's id is one person; as a name it may be several.
 */
export function findPeople(db: Database, whom: Whom): readonly Person[] | null {
  const waves = storedWaves(db)
  const sure: PersonRow[] = []
  const named: PersonRow[] = []
  if ('value' in whom) {
    const wanted = personKey(whom.value)
    eachName(db, waves, ({ row, kind, key }) => {
      if (key === wanted) (kind === 'name' ? named : sure).push(row)
    })
  } else sure.push(...rowsAt(db, waves, whom.wave, whom.line))
  if (named.length > MOST_NAMED) return null
  const identities = new Map([...sure, ...named].map((row) => [row.id, identityOf(db, row)]))
  const rowsOf = new Map([...identities.values()].flatMap((identity) => (identity === null ? [] : [[identity, [] as PersonRow[]]])))
  eachName(db, waves, ({ row, kind, key }) => rowsOf.get(`${kind} ${key}`)?.push(row))
  const sameAs = (row: PersonRow): readonly PersonRow[] => {
    const identity = identities.get(row.id) ?? null
    // A row that has a respondent is that respondent's, whatever address stands there.
    return identity === null ? [] : (rowsOf.get(identity) ?? []).filter((other) => identityOf(db, other) === identity)
  }
  const together = (rows: readonly PersonRow[]): Person => withSameLines(db, waves, [...rows, ...[...new Map(rows.map((row) => [identities.get(row.id) ?? row.id, row])).values()].flatMap(sameAs)])
  const people: Person[] = sure.length > 0 ? [together(sure)] : []
  for (const row of named) if (!people.some((person) => person.some(({ id }) => id === row.id))) people.push(together([row]))
  return people
}

function rowsAt(db: Database, waves: readonly StoredWave[], wave: string, line: number): PersonRow[] {
  const rows: PersonRow[] = []
  for (const of of waves) {
    if (of.id !== wave) continue
    eachRow(db, 'SELECT id FROM response WHERE batch = ? AND line = ?', [of.stored.number, line], ([id]) => rows.push({ id: Number(id), line, of }))
  }
  return rows
}

/** With the rows of the same lines of the same file, where it was imported more than once; each row once. */
function withSameLines(db: Database, waves: readonly StoredWave[], rows: readonly PersonRow[]): Person {
  const all = [...rows, ...rows.flatMap(({ of, line }) => (waves.filter(({ id }) => id === of.id).length > 1 ? rowsAt(db, waves, of.id, line) : []))]
  return [...new Map(all.map((row) => [row.id, row])).values()].toSorted((a, b) => a.id - b.id)
}
