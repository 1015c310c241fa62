import type { Database } from 'sql.js'
import { fault } from '../../base/fault'
import { isOutOfMemory } from '../../base/out-of-memory'
import { ok, refuse, type Result } from '../../base/result'
import { checkContent } from '../db/check-content'
import { guardFile } from '../db/guard-file'
import { handOver } from '../db/handed-over'
import { configure } from '../db/schema'
import { upgrade } from '../db/upgrade'
import type { Platform } from '../platform'
import { fitsToOpen } from './room'
import { unseal } from './snapshot'

export const messageOf = (error: unknown): string => (error instanceof Error ? error.message : String(error))

/** The database in a project file, checked to be ours, whole, and not newer than we are. */
export async function openDatabase(platform: Platform, file: Uint8Array, path: string): Promise<Result<Database>> {
  const fits = fitsToOpen(path, file.length)
  if (!fits.ok) return fits
  const unsealed = await unseal(file, path, (bytes) => platform.sha256(bytes))
  return unsealed.ok ? openUnsealed(platform, unsealed.value, path) : unsealed
}

/** The same of the bytes before the trailer. */
export function openUnsealed(platform: Platform, database: Uint8Array, path: string): Result<Database> {
  const guarded = guardFile(database, path)
  if (!guarded.ok) return guarded
  const db = new platform.sql.Database(handOver(database))
  try {
    configure(db)
    const wrong = checkContent(db)
    if (wrong === null) {
      dropViews(db)
      upgrade(db, guarded.value.format)
      return ok(db)
    }
    db.close()
    return refuse(fault('damaged', { what: wrong }))
  } catch (error) {
    // The hash is right and SQLite still cannot read it: it never was a project of ours.
    db.close()
    if (isOutOfMemory(error)) throw error
    return refuse(fault('damaged', { what: messageOf(error) }))
  }
}

/** They are made anew at each save; whatever somebody wrote into them goes unread. */
export function dropViews(db: Database): void {
  db.run('DROP VIEW IF EXISTS fields')
  db.run('DROP VIEW IF EXISTS responses')
}
