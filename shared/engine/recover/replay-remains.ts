import type { Database } from 'sql.js'
import type { Task } from '../../base/task'
import type { Wave } from '../../model/records'
import type { ProjectStore } from '../../protocol/store'
import { encodeBatch } from '../import/batch'
import { storeBatch, storedBatches } from '../db/rows'
import { salvageRows } from '../db/salvage-rows'
import type { JournalEntry } from '../journal/journal'
import type { Platform } from '../platform'
import { replay } from '../journal/replay'

export interface Replayed {
  readonly db: Database
  readonly lostResponses: number
  readonly unprovenResponses: number
}

/**
 * Does operations again upon `base`, as far as they follow and their rows are there: as a batch, or in the damaged database. Closes
 * `base` once another takes its place.
 */
export async function replayRemains(
  platform: Platform,
  base: Database,
  broken: Database | null,
  store: Pick<ProjectStore, 'readBatch' | 'readJournal'>,
  entries: readonly JournalEntry[],
  task: Task,
): Promise<Replayed> {
  let db = base
  const counts = { lostResponses: 0, unprovenResponses: 0 }
  const salvage = async ({ operation }: JournalEntry): Promise<boolean> => {
    for (const { register, after } of operation.changes) {
      if (register !== 'wave' || !after || storedBatches(db).some(({ batch }) => batch === after.batch)) continue
      const bytes = await store.readBatch(after.batch)
      if (bytes && (await platform.sha256(bytes)) === after.batch) continue
      const found = broken && (await salvageWave(platform, broken, db, after, task))
      if (!found) return false
      db.close()
      db = found.db
      counts.lostResponses += found.lostResponses
      counts.unprovenResponses += found.unprovenResponses
    }
    return true
  }
  for (const [at, entry] of entries.entries()) {
    task.report(at / entries.length, 'opening')
    if (!(await salvage(entry))) break
    const next = await replay(platform, db, store, [entry], task)
    db = next.db
    if (next.fault) break
  }
  return { db, ...counts }
}

/** The database with what can be read of a wave's rows. */
async function salvageWave(platform: Platform, broken: Database, db: Database, wave: Wave, task: Task): Promise<Replayed | null> {
  try {
    const stored = storedBatches(broken).find(({ batch }) => batch === wave.batch)
    if (!stored) return null
    const fields = wave.columns.map(({ field }) => field)
    const { batch, lost } = salvageRows(broken, stored, fields)
    const bytes = lost === 0 ? await encodeBatch(batch, wave.source, fields, task) : null
    const isProven = bytes !== null && (await platform.sha256(bytes)) === wave.batch
    const filled = await storeBatch(platform.sql, db, wave.batch, batch, fields, { ...task, cancelled: () => false })
    return filled && { db: filled, lostResponses: lost, unprovenResponses: isProven ? 0 : batch.rows }
  } catch {
    return null
  }
}
