import type { Database } from 'sql.js'
import { fault } from '../../base/fault'
import { ok, refuse, type Result } from '../../base/result'
import type { Task } from '../../base/task'
import type { Change } from '../../model/operation'
import { writeChanges, type RegisterMaps } from '../db/registers'
import type { JournalEntry } from '../journal/journal'
import { writeEntry } from '../journal/log'
import { canonicalJson } from './state-hash'

const CHANGES_PER_BREATH = 2000

/** Whether every change starts from what is there now: it may have been worked out from an older state. */
export const isUpToDate = (registers: RegisterMaps, changes: readonly Change[]): boolean =>
  changes.every(({ register, id, before }) => {
    const now: unknown = registers[register].get(id) ?? null
    return now === before || canonicalJson(now) === canonicalJson(before)
  })

/** Writes an operation and its entry in the log. Must run inside a transaction, which is rolled back where it is refused (`cancelled`). */
export async function writeOperation(db: Database, entry: JournalEntry, task: Task): Promise<Result<null>> {
  const { changes } = entry.operation
  for (let at = 0; at < changes.length; at += CHANGES_PER_BREATH) {
    if (at > 0) {
      task.report(at / changes.length, 'storing')
      await task.breathe()
      if (task.cancelled()) return refuse(fault('cancelled'))
    }
    writeChanges(db, changes.slice(at, at + CHANGES_PER_BREATH))
  }
  if (changes.length > CHANGES_PER_BREATH) {
    // From here on there is no way back.
    task.report(1, 'saving')
    await task.breathe()
  }
  writeEntry(db, entry)
  return ok(null)
}
