import { fault, type Fault } from '../../base/fault'
import { isOutOfMemory, withinMemory } from '../../base/out-of-memory'
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
 * last whole entry were never acknowledged and are cut off. Refuses files that are damaged, foreign or too new, a
 * journal that belongs to another history (`journal`), and what there is no memory for.
 */
export function openProject(platform: Platform, store: ProjectStore, path: string, task: Task): Promise<Result<Project>> {
  return withinMemory(() => openStored(platform, store, path, task))
}

async function openStored(platform: Platform, store: ProjectStore, path: string, task: Task): Promise<Result<Project>> {
  task.report(0, 'opening')
  const stored = await readStored(store.readSnapshot())
  if (!stored.ok) return stored
  const file = stored.value
  if (!file) return refuse(fault('no-project', { path }))
  const opened = await openDatabase(platform, file, path)
  if (!opened.ok) return opened
  let db = opened.value
  const refused = (why: Fault): Result<never> => {
    db.close()
    return refuse(why)
  }
  try {
    const kept = await readStored(store.readJournal())
    if (!kept.ok) return refused(kept.fault)
    const bytes = kept.value
    const journal = decodeJournal(bytes, (payload) => platform.decode(payload, 'utf-8'))
    task.report(0.5, 'opening')
    if (journal.isForeign) return refused(fault('journal'))
    if (journal.isDamaged) return refused(fault('damaged', { what: 'journal' }))
    const replayed = await replay(platform, db, store, journal.entries, task)
    db = replayed.db
    if (replayed.fault) return refused(replayed.fault)
    const mended = journal.length < bytes.length ? await store.truncateJournal(journal.length) : ok(null)
    if (!mended.ok) return refused(mended.fault)
    return projectIn(platform, db, store, { ...journal, entries: journal.entries.length }, replayed.again)
  } catch (error) {
    db.close()
    throw error
  }
}

function projectIn(...made: ConstructorParameters<typeof Project>): Result<Project> {
  try {
    return ok(new Project(...made))
  } catch (error) {
    const [, db] = made
    db.close()
    if (isOutOfMemory(error)) throw error
    // A record that is none of ours in a file that is whole: made by another program.
    return refuse(fault('damaged', { what: messageOf(error) }))
  }
}
