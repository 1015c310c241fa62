import type { Database } from 'sql.js'
import { fault } from '../../base/fault'
import { ok, refuse, type Result } from '../../base/result'
import type { Task } from '../../base/task'
import { checkPages } from '../db/check-content'
import { exportDatabase } from '../db/export-database'
import type { RegisterMaps } from '../db/registers'
import { oneValue } from '../db/query'
import { renewViews } from '../db/views'
import type { Platform } from '../platform'
import { seal } from './snapshot'

/**
 * The project as the bytes of its file: exported, opened again and compared before anybody may rely on them. Never
 * inside a transaction, which `export` would refuse.
 */
export async function takeSnapshot(db: Database, registers: RegisterMaps, platform: Platform, task: Task): Promise<Result<Uint8Array>> {
  task.report(0, 'saving')
  renewViews(db, registers.field)
  const database = exportDatabase(db)
  task.report(0.4, 'saving')
  await task.breathe()

  const copy = new platform.sql.Database(database)
  try {
    if (checkPages(copy, 'quick_check') !== 'ok') return refuse(fault('storage', { what: 'read-back' }))
    for (const sql of ['SELECT count(*) FROM response', 'SELECT max(seq) FROM operation']) {
      if (oneValue(copy, sql) !== oneValue(db, sql)) return refuse(fault('storage', { what: 'read-back' }))
    }
  } finally {
    copy.close()
  }
  task.report(0.8, 'saving')
  await task.breathe()
  return ok(await seal(database, (bytes) => platform.sha256(bytes)))
}
