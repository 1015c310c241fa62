import type { Database } from 'sql.js'
import { fault, type Fault } from '../../base/fault'
import { ok, refuse, type Result } from '../../base/result'
import type { Task } from '../../base/task'
import type { Wave } from '../../model/records'
import type { ProjectStore } from '../../protocol/store'
import { decodeBatch } from '../import/batch'
import { oneValue } from '../db/query'
import { writeChanges } from '../db/registers'
import { storeBatch, storedBatches } from '../db/rows'
import type { JournalEntry } from './journal'
import { CHAIN_START, chainHash, writeEntries } from './log'
import type { Platform } from '../platform'
import { readStored } from '../project/read-stored'

export interface Replay {
  /** The database with all that was done: another than was given, which is closed then, where an entry brought rows. */
  readonly db: Database
  /** Entries that are in it now. */
  readonly entries: number
  /** How many of them it had not before. */
  readonly again: number
  /** Why it went no further; null at the end. */
  readonly fault: Fault | null
}

const ENTRIES_AT_ONCE = 2000

/**
 * Does entries again that the database lacks, as far as each follows the one before: the chain hash says so (`journal`), and the rows
 * that it brings are there (`damaged`).
 */
export async function replay(
  platform: Platform,
  base: Database,
  store: Pick<ProjectStore, 'readBatch'>,
  entries: readonly JournalEntry[],
  task: Task,
): Promise<Replay> {
  const chainAt = (seq: number): string => (seq === 0 ? CHAIN_START : String(oneValue(base, 'SELECT chain FROM operation WHERE seq = ?', [seq])))
  const head = Number(oneValue(base, 'SELECT coalesce(max(seq), 0) FROM operation'))
  // Saved after all: the crash came between the snapshot and the emptying of the journal.
  const beyond = entries.findIndex(({ seq }) => seq > head)
  const known = beyond < 0 ? entries.length : beyond
  const other = entries.findIndex(({ seq, chain: expected }, at) => at < known && chainAt(seq) !== expected)
  if (other >= 0) return { db: base, entries: other, again: 0, fault: fault('journal') }

  let db = base
  let chain = chainAt(head)
  let pending: JournalEntry[] = []
  const write = (): void => {
    writeAgain(db, pending)
    pending = []
  }
  const further = entries.slice(known)
  for (const [at, entry] of further.entries()) {
    const stop = (why: Fault): Replay => {
      write()
      return { db, entries: known + at, again: at, fault: why }
    }
    chain = await chainHash(chain, entry.operation, (bytes) => platform.sha256(bytes))
    if (entry.seq !== head + at + 1 || chain !== entry.chain) return stop(fault('journal'))
    const waves = entry.operation.changes.flatMap(({ register, after }) => (register === 'wave' && after ? [after] : []))
    if (waves.length > 0) {
      write()
      const stored = await withMissingRows(platform, db, store, waves, task)
      if (!stored.ok) return stop(stored.fault)
      db = stored.value
    }
    pending.push(entry)
    if (pending.length < ENTRIES_AT_ONCE) continue
    write()
    task.report(0.5 + at / further.length / 2, 'opening')
    await task.breathe()
  }
  write()
  return { db, entries: entries.length, again: further.length, fault: null }
}

/** In one transaction: each has its price, and nobody sees what lies between. */
function writeAgain(db: Database, entries: readonly JournalEntry[]): void {
  if (entries.length === 0) return
  db.run('BEGIN')
  writeChanges(db, entries.flatMap(({ operation }) => operation.changes))
  writeEntries(db, entries)
  db.run('COMMIT')
}

/** The database with the rows of waves, where it lacks them; `db` as it was where they are not to be had. */
async function withMissingRows(
  platform: Platform,
  db: Database,
  store: Pick<ProjectStore, 'readBatch'>,
  waves: readonly Wave[],
  task: Task,
): Promise<Result<Database>> {
  let filled = db
  const left = (why: Fault): Result<never> => {
    if (filled !== db) filled.close()
    return refuse(why)
  }
  for (const wave of waves) {
    if (storedBatches(filled).some(({ batch }) => batch === wave.batch)) continue
    const read = await readStored(store.readBatch(wave.batch))
    if (!read.ok) return left(read.fault)
    const bytes = read.value
    if (!bytes || (await platform.sha256(bytes)) !== wave.batch) return left(fault('damaged', { what: 'batch' }))
    const batch = decodeBatch(bytes, (section) => platform.decode(section, 'utf-8'))
    const fields = wave.columns.map(({ field }) => field)
    // Opening is not cancelled half way: what was acknowledged comes back whole.
    const before = filled
    filled = (await storeBatch(platform.sql, before, wave.batch, batch, fields, { ...task, cancelled: () => false })) ?? before
    if (before !== db && before !== filled) before.close()
  }
  if (filled !== db) db.close()
  return ok(filled)
}
