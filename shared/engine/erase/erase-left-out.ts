import type { Database } from 'sql.js'
import { eachRow } from '../db/query'
import { personKey, type Person } from './find-person'
import { storedWaves } from '../import/stored-wave'

/** Rows that an import left out and that are a person's: where they lie in their table, and their fate. */
export interface LeftOutOfPerson {
  readonly rowid: number
  readonly batch: string
  readonly fate: 'duplicate' | 'rejected'
}

/** In a row whose cells are out of their columns only what nobody else has by chance tells a person. */
const SURE = 6

/** Duplicates of erased responses, and rows that name the person; `names` are what tells the person from all others, as `personKey` gives them. */
export function leftOutOf(db: Database, person: Person, names: ReadonlySet<string>): readonly LeftOutOfPerson[] {
  const found: LeftOutOfPerson[] = []
  for (const { wave, stored } of storedWaves(db)) {
    const lines = new Set(person.filter(({ of }) => of.stored.number === stored.number).map(({ line }) => line))
    const naming = wave.columns.flatMap(({ role }, at) => (role === 'id' || role === 'respondent' || role === 'person' ? [at] : []))
    eachRow(db, 'SELECT rowid, fate, repeats, cells FROM left_out WHERE batch = ?', [stored.number], ([rowid, kind, repeats, json]) => {
      const keys = (JSON.parse(String(json)) as readonly string[]).map(personKey)
      const fate = kind === 'duplicate' ? 'duplicate' : 'rejected'
      const isNamed = fate === 'duplicate' ? naming.some((at) => names.has(keys[at] ?? '')) : keys.some((key) => key.length >= SURE && names.has(key))
      if (isNamed || (repeats !== null && lines.has(Number(repeats)))) found.push({ rowid: Number(rowid), batch: stored.batch, fate })
    })
  }
  return found
}
