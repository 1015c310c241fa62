import type { Database } from 'sql.js'
import { fault, type Fault } from '../../base/fault'
import { ok, refuse, type Result } from '../../base/result'
import type { Task } from '../../base/task'
import type { Problem, ProblemCode } from '../../protocol/recovery'
import type { ProjectStore } from '../../protocol/store'
import { checkContent } from '../db/check-content'
import { allRows } from '../db/query'
import { applyChanges, emptyRegisters, readRegisters } from '../db/registers'
import { storedBatches } from '../db/rows'
import { decodeJournal } from '../journal/journal'
import { messageOf, openDatabase, openUnsealed } from '../project/open-database'
import type { Platform } from '../platform'
import { readStored } from '../project/read-stored'
import { readOperations } from '../journal/read-operations'
import { replay } from '../journal/replay'
import { databaseIn } from '../project/snapshot'
import { stateHash } from '../project/state-hash'

/**
 * Everything that is wrong with a project, from the outside in: trailer and hash, tables word for word, SQLite's integrity check, rows
 * of batches, the log's chain, registers against the log replayed, the journal against both. Nothing is changed. Empty when all is well.
 */
export async function verifyProject(platform: Platform, store: ProjectStore, path: string, task: Task): Promise<Result<readonly Problem[]>> {
  const stored = await readStored(store.readSnapshot())
  if (!stored.ok) return stored
  const file = stored.value
  if (!file) return refuse(fault('no-project', { path }))
  const problems: Problem[] = []
  const database = databaseIn(file)
  const opened = await openDatabase(platform, file, path)
  if (!opened.ok) problems.push(problemOf(opened.fault))
  // What the hash says is damaged may say itself where.
  const inside = opened.ok ? opened : openUnsealed(platform, database.slice(), path)
  if (!opened.ok && !inside.ok) {
    const further = problemOf(inside.fault)
    if (problems.every(({ code }) => code !== further.code)) problems.push(further)
  }
  if (!inside.ok) return ok(problems)
  let db = inside.value
  try {
    problems.push(...(await problemsWithin(platform, db)))
    task.report(0.5, 'opening')
    if (problems.length > 0) return ok(problems)
    const kept = await readStored(store.readJournal())
    if (!kept.ok) return ok([{ code: 'journal', detail: '' }])
    const journal = decodeJournal(kept.value, (payload) => platform.decode(payload, 'utf-8'))
    if (journal.isForeign || journal.isDamaged) problems.push({ code: 'journal', detail: `after ${journal.entries.length} operations` })
    const replayed = await replay(platform, db, store, journal.entries, task)
    db = replayed.db
    const stopped = journal.entries[replayed.entries]
    if (replayed.fault && stopped) problems.push({ code: replayed.fault.code === 'journal' ? 'journal' : 'batches', detail: `operation ${stopped.seq}` })
    return ok(problems)
  } finally {
    db.close()
  }
}

const CODES: Readonly<Record<string, ProblemCode>> = { 'not-a-project': 'not-a-project', 'newer-format': 'newer-format', 'changed-elsewhere': 'foreign', 'project-too-large': 'project-too-large' }

/** What a refusal to open says is wrong with a file. */
export function problemOf({ code, params }: Fault): Problem {
  const what = String(params['what'] ?? params['format'] ?? '')
  if (code !== 'damaged') return { code: CODES[code] ?? 'content', detail: what }
  if (what === 'length' || what === 'SHA-256') return { code: what === 'length' ? 'length' : 'hash', detail: '' }
  return { code: 'content', detail: what }
}

/** What is wrong within a database of ours. */
export async function problemsWithin(platform: Platform, db: Database): Promise<readonly Problem[]> {
  try {
    const wrong = checkContent(db, true)
    if (wrong !== null) return [{ code: 'content', detail: wrong }]
    const { entries, isWhole } = await readOperations(db, (bytes) => platform.sha256(bytes))
    if (!isWhole) return [{ code: 'chain', detail: `after operation ${entries.length}` }]
    const replayed = emptyRegisters()
    for (const { operation } of entries) applyChanges(replayed, operation.changes)
    const stored = readRegisters(db)
    const hashOf = (maps: typeof stored): Promise<string> => stateHash(maps, (bytes) => platform.sha256(bytes))
    const problems: Problem[] = []
    if ((await hashOf(stored)) !== (await hashOf(replayed))) problems.push({ code: 'registers', detail: '' })
    const batches = new Set(storedBatches(db).map(({ batch }) => batch))
    for (const { name, batch } of stored.wave.values()) if (!batches.has(batch)) problems.push({ code: 'batches', detail: name })
    if (allRows(db, "SELECT 1 FROM left_out WHERE batch NOT IN (SELECT number FROM stored_batch) LIMIT 1").length > 0) {
      problems.push({ code: 'batches', detail: 'left_out' })
    }
    return problems
  } catch (error) {
    return [{ code: 'registers', detail: messageOf(error) }]
  }
}
