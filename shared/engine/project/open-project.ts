import { fault } from '../../base/fault'
import { ok, refuse, type Result } from '../../base/result'
import type { Task } from '../../base/task'
import type { ProjectStore } from '../../protocol/store'
import { configure, createSchema } from '../db/schema'
import { decodeJournal } from '../journal/journal'
import type { Platform } from '../platform'
import { EMPTY_JOURNAL } from '../journal/journal-end'
import { messageOf, openDatabase } from './open-database'
import { Project } from './project'
import { readStored } from './read-stored'
import { replay } from '../journal/replay'

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

  const kept = await readStored(store.readJournal())
  if (!kept.ok) {
    opened.value.close()
    return kept
  }
  const bytes = kept.value
  const journal = decodeJournal(bytes, (payload) => platform.decode(payload, 'utf-8'))
  task.report(0.5, 'opening')
  if (journal.isForeign || journal.isDamaged) {
    opened.value.close()
    return refuse(journal.isForeign ? fault('journal') : fault('damaged', { what: 'journal' }))
  }
  const replayed = await replay(platform, opened.value, store, journal.entries, task)
  const { db } = replayed
  if (replayed.fault) {
    db.close()
    return refuse(replayed.fault)
  }
  if (journal.length < bytes.length) {
    const mended = await store.truncateJournal(journal.length)
    if (!mended.ok) {
      db.close()
      return mended
    }
  }
  try {
    return ok(new Project(platform, db, store, { ...journal, entries: journal.entries.length }, replayed.again))
  } catch (error) {
    // A record that is none of ours in a file that is whole: made by another program.
    db.close()
    return refuse(fault('damaged', { what: messageOf(error) }))
  }
}
