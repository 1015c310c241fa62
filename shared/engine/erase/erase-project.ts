import type { Database } from 'sql.js'
import { invariant } from '../../base/assert'
import { fault } from '../../base/fault'
import { refuse, type Result } from '../../base/result'
import { partOf, type Task } from '../../base/task'
import type { Operation } from '../../model/operation'
import { exportDatabase } from '../db/export-database'
import { allRows, oneValue } from '../db/query'
import { readRegisters, writeChanges } from '../db/registers'
import { configure } from '../db/schema'
import { eraseBatches } from './erase-batches'
import { eraseLog, eraseRecords } from './erase-log'
import { linesOf, type ErasePlan } from './erase-plan'
import { ERASED, type Erasing } from './erase-record'
import { erasedIn, keyOfErased, type Erased } from './erased-keys'
import { CHAIN_START, chainHash, writeEntry } from '../journal/log'
import type { Platform } from '../platform'
import { takeSnapshot } from '../project/save'
import { storedWaves } from '../import/stored-wave'
import { problemsWithin } from '../recover/verify-project'

/**
 * A project file that says what the project in `db` says without what the plans have, as if it had never been there, and one operation that says
 * that people were erased, not whom. Its pages are written anew, so that none holds what was there. `db` stays as it is. Refuses
 * `cancelled`, and `storage` where the new file does not prove whole.
 */
export async function erasedFile(
  platform: Platform,
  db: Database,
  plans: readonly ErasePlan[],
  keep: ReadonlySet<string>,
  signed: Pick<Operation, 'id' | 'at' | 'author'>,
  task: Task,
): Promise<Result<Uint8Array>> {
  const waves = storedWaves(db)
  const copy = new platform.sql.Database(exportDatabase(db))
  try {
    configure(copy)
    copy.run('BEGIN')
    const batches = await eraseBatches(copy, waves, plans, platform, partOf(task, 0, 0.4))
    if (!batches) return refuse(fault('cancelled'))
    const erasing: Erasing = { lines: linesOf(plans.map(({ person }) => person)), batches, words: plans.map(({ words }) => words), keep }
    await eraseLog(copy, erasing, platform)
    eraseRecords(copy, erasing)
    await addOperation(platform, copy, plans, signed)
    copy.run('COMMIT')
    task.report(0.6, 'storing')
    await task.breathe()
    if (task.cancelled()) return refuse(fault('cancelled'))
    // Free pages, and what is left over in full ones, would keep what was there.
    copy.run('VACUUM')
    const [problem] = await problemsWithin(platform, copy)
    if (problem) return refuse(fault('storage', { what: `${problem.code} ${problem.detail}` }))
    return await takeSnapshot(copy, readRegisters(copy), platform, partOf(task, 0.8, 1))
  } finally {
    copy.close()
  }
}

async function addOperation(platform: Platform, db: Database, plans: readonly ErasePlan[], signed: Pick<Operation, 'id' | 'at' | 'author'>): Promise<void> {
  const project = String(oneValue(db, "SELECT value FROM meta WHERE key = 'project'"))
  const before = readRegisters(db).setting.get(ERASED) ?? null
  const { acts, keys } = erasedIn(before)
  const keyed = await Promise.all(plans.flatMap((plan) => plan.keyed.map((response) => keyOfErased(project, response, (bytes) => platform.sha256(bytes)))))
  const after: Erased = {
    acts: [...acts, { respondents: plans.length, responses: plans.reduce((sum, { found }) => sum + found.counts.responses, 0) }],
    keys: [...new Set([...keys, ...keyed])].toSorted(),
  }
  const operation: Operation = { ...signed, intent: 'erase', changes: [{ register: 'setting', id: ERASED, before, after: { value: JSON.stringify(after) } }] }
  const [head] = allRows(db, 'SELECT seq, chain FROM operation ORDER BY seq DESC LIMIT 1')
  const chain = String(head?.[1] ?? CHAIN_START)
  invariant(head, 'a project has a log')
  writeChanges(db, operation.changes)
  writeEntry(db, { seq: Number(head[0]) + 1, operation, chain: await chainHash(chain, operation, (bytes) => platform.sha256(bytes)) })
}
