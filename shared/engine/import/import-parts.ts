import type { Database } from 'sql.js'
import { fault } from '../../base/fault'
import { ok, refuse, type Result } from '../../base/result'
import type { Task } from '../../base/task'
import type { Change, Intent } from '../../model/operation'
import type { ProjectStore } from '../../protocol/store'
import type { RowBatch } from '../../table/row-batch'
import { encodeBatch } from './batch'
import { storeBatch } from '../db/rows'
import type { Platform } from '../platform'

/** Rows of a wave to bring in. */
export interface ImportPart {
  readonly rows: RowBatch
  /** Field of each column of the rows. */
  readonly fields: readonly string[]
  /** SHA-256 of the file. */
  readonly source: () => Promise<string>
}

/** What the wave of a part refers to. */
export interface Seal {
  readonly source: string
  readonly batch: string
}

/** Rows to bring in, and the changes that make them waves. Hashes come late: figures do not wait for them. */
export interface Import {
  readonly parts: readonly ImportPart[]
  /** The changes, given the seal of each part. */
  readonly changes: (seals: readonly Seal[]) => readonly Change[]
  /** `create` for rows that a project is born with. */
  readonly intent?: Extract<Intent, 'import' | 'create'>
}

export interface SealedPart extends Pick<ImportPart, 'rows' | 'fields'> {
  readonly seal: Seal
  /** What the seal's batch is the SHA-256 of. */
  readonly bytes: Uint8Array
}

/** The parts with their bytes and hashes. Refuses `cancelled`. */
export async function sealParts(parts: readonly ImportPart[], platform: Platform, task: Task): Promise<Result<readonly SealedPart[]>> {
  const sealed: SealedPart[] = []
  for (const { rows, fields, source } of parts) {
    const file = await source()
    await task.breathe()
    const bytes = await encodeBatch(rows, file, fields, task)
    if (!bytes) return refuse(fault('cancelled'))
    sealed.push({ rows, fields, seal: { source: file, batch: await platform.sha256(bytes) }, bytes })
  }
  return ok(sealed)
}

/**
 * The database with further rows, part after part; `db` stays as it is. Storing rows and making them durable both take
 * long, and go side by side. Who cancels hears of it at once: `leave` is given what is still being written for nothing.
 */
export async function storeParts(
  platform: Platform,
  store: ProjectStore,
  db: Database,
  parts: readonly SealedPart[],
  task: Task,
  leave: (writing: Promise<unknown>) => void,
): Promise<Result<Database>> {
  let filled = db
  for (const [at, { seal, bytes, rows, fields }] of parts.entries()) {
    const step: Task = { ...task, report: (done, stage) => task.report((at + done) / parts.length, stage) }
    const before = filled
    const writing = store.writeBatch(seal.batch, bytes)
    let next: Database | null = null
    try {
      next = await storeBatch(platform.sql, before, seal.batch, rows, fields, step)
    } finally {
      if (before !== db) before.close()
      // Also where there was no memory for it.
      if (!next) leave(writing)
    }
    if (!next) return refuse(fault('cancelled'))
    const written = await writing
    if (!written.ok) {
      next.close()
      return written
    }
    filled = next
  }
  return ok(filled)
}
