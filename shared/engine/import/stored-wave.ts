import type { Database } from 'sql.js'
import type { Wave } from '../../model/records'
import type { Change } from '../../model/operation'
import { eachRow } from '../db/query'
import { storedBatches, type StoredBatch } from '../db/rows'

/** Rows that lie in the tables, seen by figures or not, and the wave that they came as. */
export interface StoredWave {
  readonly id: string
  readonly wave: Wave
  readonly stored: StoredBatch
}

/** Every operation's changes, from the first on. */
export function eachChanges(db: Database, visit: (changes: readonly Change[], seq: number) => void): void {
  eachRow(db, 'SELECT seq, changes FROM operation ORDER BY seq', [], ([seq, changes]) => visit(JSON.parse(String(changes)) as readonly Change[], Number(seq)))
}

/** The waves of all rows that are stored, also of imports that were undone: the log knows them. */
export function storedWaves(db: Database): readonly StoredWave[] {
  const waves = new Map<string, { readonly id: string; readonly wave: Wave }>()
  eachChanges(db, (changes) => {
    for (const { register, id, after } of changes) if (register === 'wave' && after) waves.set(after.batch, { id, wave: after })
  })
  return storedBatches(db).flatMap((stored) => {
    const wave = waves.get(stored.batch)
    return wave ? [{ ...wave, stored }] : []
  })
}
