import type { Database } from 'sql.js'
import { addCounts } from '../../base/add-counts'
import { invariant } from '../../base/assert'
import type { Task } from '../../base/task'
import type { WaveCounts } from '../../model/records'
import { encodeBatch } from '../import/batch'
import { eraseRows } from '../db/erase-rows'
import { allRows } from '../db/query'
import { storedBatches } from '../db/rows'
import { salvageRows } from '../db/salvage-rows'
import type { Erasing } from './erase-record'
import type { ErasePlan } from './erase-plan'
import type { Platform } from '../platform'
import type { StoredWave } from '../import/stored-wave'

/**
 * Takes the people's rows out of the tables and gives what is left of their batches the names of what they now hold. A batch
 * that says the same as another without them is that other one. Null when it was cancelled. `waves` are those of before.
 */
export async function eraseBatches(
  db: Database,
  waves: readonly StoredWave[],
  plans: readonly ErasePlan[],
  { sha256 }: Pick<Platform, 'sha256'>,
  task: Task,
): Promise<Erasing['batches'] | null> {
  const fewer = new Map<string, WaveCounts>()
  for (const [batch, counts] of plans.flatMap((plan) => [...plan.fewer])) fewer.set(batch, fewer.has(batch) ? addCounts(fewer.get(batch)!, counts) : counts)
  const leftOut = plans.flatMap((plan) => plan.leftOut.map(({ rowid }) => rowid))
  db.run('DELETE FROM left_out WHERE rowid IN (SELECT value FROM json_each(?))', [JSON.stringify(leftOut)])
  eraseRows(db, [...new Set(plans.flatMap(({ person }) => person.map(({ id }) => id)))].toSorted((a, b) => a - b))

  const batches = new Map<string, { readonly batch: string; readonly fewer: WaveCounts }>()
  for (const [at, [before, counts]] of [...fewer].entries()) {
    task.report(at / fewer.size, 'storing')
    await task.breathe()
    const of = waves.find(({ wave }) => wave.batch === before)
    const stored = storedBatches(db).find(({ batch }) => batch === before)
    invariant(of && stored, `batch ${before} is stored`)
    const fields = of.wave.columns.map(({ field }) => field)
    const { batch: rows, lost } = salvageRows(db, stored, fields)
    invariant(lost === 0, 'all rows of a batch can be read')
    const bytes = await encodeBatch(rows, of.wave.source, fields, task)
    if (!bytes) return null
    const batch = await sha256(bytes)
    if (storedBatches(db).some((other) => other.batch === batch)) dropBatch(db, before)
    else db.run('UPDATE stored_batch SET batch = ? WHERE batch = ?', [batch, before])
    batches.set(before, { batch, fewer: counts })
  }
  return batches
}

function dropBatch(db: Database, batch: string): void {
  const [number] = allRows(db, 'SELECT number FROM stored_batch WHERE batch = ?', [batch])[0] ?? []
  invariant(number !== undefined, `batch ${batch} is stored`)
  db.run('DELETE FROM left_out WHERE batch = ?', [number])
  eraseRows(db, allRows(db, 'SELECT id FROM response WHERE batch = ? ORDER BY id', [number]).map(([id]) => Number(id)))
  db.run('DELETE FROM stored_batch WHERE number = ?', [number])
}
