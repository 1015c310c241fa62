import type { Database } from 'sql.js'
import { fault } from '../../base/fault'
import { ok, refuse, type Result } from '../../base/result'
import type { Task } from '../../base/task'
import type { ProjectStore } from '../../protocol/store'
import { decodeBatch } from '../import/batch'
import { oneValue } from '../db/query'
import { writeChanges } from '../db/registers'
import { storeBatch, storedBatches } from '../db/rows'
import { configure, createSchema } from '../db/schema'
import { CHAIN_START, chainHash, writeEntry } from '../journal/log'
import { decodeJournal, type JournalEntry } from '../journal/journal'
import type { Platform } from '../platform'
import { EMPTY_JOURNAL } from '../journal/journal-end'
import { messageOf, openDatabase } from './open-database'
import { Project } from './project'
import { readStored } from './read-stored'

/** A new project called `name` in an empty store. It lies in the journal until it is saved. */
export async function createProject(platform: Platform, store: ProjectStore, name: string): Promise<Result<Project>> {
  const emptied = await store.truncateJournal(0)
  if (!emptied.ok) return emptied
  const db = new platform.sql.Database()
  configure(db)
  createSchema(db, platform.newId())
  const project = new Project(platform, db, store, EMPTY_JOURNAL)
  const named = await project.change('create', [{ register: 'setting', id: 'name', before: null, after: { value: name } }])
  return named.ok ? ok(project) : named
}

/**
 * Opens the newest snapshot of `store` and does again what the journal holds beyond it. Bytes after the journal's
 * last whole entry were never acknowledged and are cut off. Refuses files that are damaged, foreign or too new, and
 * a journal that belongs to another history (`journal`).
 */
export async function openProject(platform: Platform, store: ProjectStore, path: string, task: Task): Promise<Result<Project>> {
  task.report(0, 'opening')
  const stored = await readStored(store.readSnapshot())
  if (!stored.ok) return stored
  const file = stored.value
  if (!file) return refuse(fault('no-project', { path }))
  const opened = await openDatabase(platform, file, path)
  if (!opened.ok) return opened
  let db = opened.value

  const kept = await readStored(store.readJournal())
  if (!kept.ok) {
    db.close()
    return kept
  }
  const bytes = kept.value
  const journal = decodeJournal(bytes, (payload) => platform.decode(payload, 'utf-8'))
  task.report(0.5, 'opening')
  if (journal.isForeign || journal.isDamaged) {
    db.close()
    return refuse(journal.isForeign ? fault('journal') : fault('damaged', { what: 'journal' }))
  }
  for (const entry of journal.entries) {
    const replayed = await replay(platform, db, store, entry, task)
    if (!replayed.ok) {
      db.close()
      return replayed
    }
    db = replayed.value
  }
  if (journal.length < bytes.length) {
    const mended = await store.truncateJournal(journal.length)
    if (!mended.ok) {
      db.close()
      return mended
    }
  }
  try {
    return ok(new Project(platform, db, store, { ...journal, entries: journal.entries.length }))
  } catch (error) {
    // A record that is none of ours in a file that is whole: made by another program.
    db.close()
    return refuse(fault('damaged', { what: messageOf(error) }))
  }
}

/**
 * Does an entry again that the snapshot lacks, and gives the database with it. It must follow the one before: the chain
 * hash says so.
 */
export async function replay(
  platform: Platform,
  db: Database,
  store: Pick<ProjectStore, 'readBatch'>,
  entry: JournalEntry,
  task: Task,
): Promise<Result<Database>> {
  const head = Number(oneValue(db, 'SELECT coalesce(max(seq), 0) FROM operation'))
  const chainAt = (seq: number): unknown => (seq === 0 ? CHAIN_START : oneValue(db, 'SELECT chain FROM operation WHERE seq = ?', [seq]))
  // Saved after all: the crash came between the snapshot and the emptying of the journal.
  if (entry.seq <= head) return chainAt(entry.seq) === entry.chain ? ok(db) : refuse(fault('journal'))
  const before = String(chainAt(entry.seq - 1))
  const follows = (await chainHash(before, entry.operation, (bytes) => platform.sha256(bytes))) === entry.chain
  if (entry.seq !== head + 1 || !follows) return refuse(fault('journal'))
  const stored = await withMissingRows(platform, db, store, entry, task)
  if (!stored.ok) return stored
  stored.value.run('BEGIN')
  writeChanges(stored.value, entry.operation.changes)
  writeEntry(stored.value, entry)
  stored.value.run('COMMIT')
  if (stored.value !== db) db.close()
  return stored
}

/** The database with the rows that an entry brings, where it lacks them. */
async function withMissingRows(
  platform: Platform,
  db: Database,
  store: Pick<ProjectStore, 'readBatch'>,
  { operation }: JournalEntry,
  task: Task,
): Promise<Result<Database>> {
  let filled = db
  for (const change of operation.changes) {
    const wave = change.register === 'wave' ? change.after : null
    if (!wave || storedBatches(filled).some(({ batch }) => batch === wave.batch)) continue
    const read = await readStored(store.readBatch(wave.batch))
    if (!read.ok) return read
    const bytes = read.value
    if (!bytes || (await platform.sha256(bytes)) !== wave.batch) return refuse(fault('damaged', { what: 'batch' }))
    const batch = decodeBatch(bytes, (section) => platform.decode(section, 'utf-8'))
    const fields = wave.columns.map(({ field }) => field)
    // Opening is not cancelled half way: what was acknowledged comes back whole.
    const before = filled
    filled = (await storeBatch(platform.sql, before, wave.batch, batch, fields, { ...task, cancelled: () => false })) ?? before
    if (before !== db) before.close()
  }
  return ok(filled)
}
