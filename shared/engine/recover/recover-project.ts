import type { Database } from 'sql.js'
import { fault } from '../../base/fault'
import { isOutOfMemory } from '../../base/out-of-memory'
import { ok, refuse, type Result } from '../../base/result'
import type { Task } from '../../base/task'
import type { Recovery } from '../../protocol/recovery'
import type { Generation, ProjectStore } from '../../protocol/store'
import { guardFile } from '../db/guard-file'
import { mendHeader } from '../db/mend-header'
import { eachRow, oneValue } from '../db/query'
import { readRegisters, type RegisterMaps } from '../db/registers'
import { configure, createSchema } from '../db/schema'
import { upgrade } from '../db/upgrade'
import { decodeJournal, type JournalEntry } from '../journal/journal'
import { CHAIN_START, chainHash } from '../journal/log'
import { dropViews, messageOf, openDatabase } from '../project/open-database'
import type { Platform } from '../platform'
import { keepPromise } from './keep-promise'
import { LEAST_PROMISE, promiseLeft } from './promise-left'
import { readOperations } from '../journal/read-operations'
import { replayRemains, type Replayed } from './replay-remains'
import { salvageRegisters } from '../db/salvage-registers'
import { takeSnapshot } from '../project/save'
import { databaseIn } from '../project/snapshot'

/** What a project that does not open may be made of. Nothing of it is changed. */
export interface Remains {
  readonly file: Uint8Array | null
  /** Journal and batches of the project. */
  readonly store: Pick<ProjectStore, 'readJournal' | 'readBatch'>
  /** Earlier snapshots, newest first. */
  readonly generations: readonly Generation[]
  readonly readGeneration: (name: string) => Promise<Uint8Array | null>
}

export interface Recovered {
  readonly recovery: Recovery
  /** A project file of its own. */
  readonly bytes: Uint8Array
}

/** Nothing shorter holds a table. */
const SMALLEST = 1024

interface Base {
  readonly db: Database
  readonly from: Recovery['from']
  readonly savedAt: string | null
}

/**
 * The best that can be had of a project: its file with as much of its journal as follows (or a generation that more of it follows), else the
 * newest generation that is whole, else what can still be read of the file; upon that, every operation of the damaged file and of the journal that is
 * proven, by the chain, to follow. Refuses `damaged` where there is nothing, and what keeps the file from being a project at all.
 */
export async function recoverProject(platform: Platform, remains: Remains, path: string, task: Task): Promise<Result<Recovered>> {
  const whole = remains.file ? await openDatabase(platform, remains.file.slice(), path) : refuse(fault('no-project', { path }))
  if (!whole.ok && (whole.fault.code === 'newer-format' || whole.fault.code === 'project-too-large')) return whole
  const broken = whole.ok || !remains.file ? null : openBroken(platform, databaseIn(remains.file), path)
  try {
    const recovered = whole.ok ? await ofWhole(platform, whole.value, remains, path, task) : ((await ofBroken(platform, broken, remains, path, task)) ?? whole)
    if (!recovered.ok) return recovered
    const { bytes, recovery } = recovered.value
    const promise = promiseLeft(broken, await journalOf(platform, remains))
    // An earlier state is a whole one, and says itself what was promised; of the rest of a file nobody can say.
    const assumed = promise.kind === 'unknown' && recovery.from === 'rest'
    if (promise.kind !== 'made' && !assumed) return recovered
    const kept = await keepPromise(platform, bytes, promise.kind === 'made' ? promise.anonymity : LEAST_PROMISE, task)
    return kept.ok ? ok({ bytes: kept.value, recovery: { ...recovery, assumedAnonymous: assumed } }) : kept
  } finally {
    broken?.close()
  }
}

/** A file that is not: an earlier state that is, or what can still be read; null where there is neither. */
async function ofBroken(platform: Platform, broken: Database | null, remains: Remains, path: string, task: Task): Promise<Result<Recovered> | null> {
  const base = await generationOf(platform, remains, path)
  if (base) return goOn(platform, base, broken, remains, task)
  return broken && restOf(platform, broken, remains, task)
}

/** A file that is whole; where another program has put it in the place of ours, our own state before goes further with the journal. */
async function ofWhole(platform: Platform, db: Database, remains: Remains, path: string, task: Task): Promise<Result<Recovered>> {
  const own = await goOn(platform, { db, from: 'file', savedAt: null }, null, remains, task)
  if (!own.ok || own.value.recovery.lostOperations === 0) return own
  const kept = await generationOf(platform, remains, path)
  const other = kept && (await goOn(platform, kept, null, remains, task))
  return other?.ok && other.value.recovery.lostOperations < own.value.recovery.lostOperations ? other : own
}

async function generationOf(platform: Platform, { generations, readGeneration }: Remains, path: string): Promise<Base | null> {
  for (const { name, at } of generations) {
    const bytes = await readGeneration(name)
    const opened = bytes ? await openDatabase(platform, bytes, path) : null
    if (opened?.ok) return { db: opened.value, from: 'generation', savedAt: at }
  }
  return null
}

/** The damaged database as SQLite may look into it: its tables are still ours word for word. */
function openBroken(platform: Platform, damaged: Uint8Array, path: string): Database | null {
  if (damaged.length < SMALLEST) return null
  const database = mendHeader(damaged)
  const guarded = guardFile(database, path)
  if (!guarded.ok) return null
  const db = new platform.sql.Database(database)
  try {
    configure(db)
    if (leadsBack(db)) {
      db.close()
      return null
    }
    dropViews(db)
    upgrade(db, guarded.value.format)
    return db
  } catch {
    db.close()
    return null
  }
}

/** Whether pages belong to two trees, or lead back to themselves: they would be read for ever. */
function leadsBack(db: Database): boolean {
  let does = false
  try {
    eachRow(db, 'PRAGMA quick_check', [], ([wrong]) => {
      does ||= String(wrong).includes('2nd reference')
    })
  } catch (error) {
    // Pages are looked at first. Where rows that cannot be read end it afterwards, all is said of the pages.
    if (isOutOfMemory(error)) throw error
  }
  return does
}

const headOf = (db: Database): number => Number(oneValue(db, 'SELECT coalesce(max(seq), 0) FROM operation'))

async function journalOf(platform: Platform, remains: Remains): Promise<readonly JournalEntry[]> {
  return decodeJournal(await remains.store.readJournal(), (payload) => platform.decode(payload, 'utf-8')).entries
}

/** Upon a base that is whole: what the damaged log and the journal have beyond it, as far as it follows. */
async function goOn(platform: Platform, base: Base, broken: Database | null, remains: Remains, task: Task): Promise<Result<Recovered>> {
  const log = broken ? (await readOperations(broken, (bytes) => platform.sha256(bytes))).entries : []
  const journal = await journalOf(platform, remains)
  const start = headOf(base.db)
  const entries = [...log.filter(({ seq }) => seq > start), ...journal]
  const replayed = await replayRemains(platform, base.db, broken, remains.store, entries, task)
  const known = Math.max(headOf(replayed.db), lastOf(broken), journal.at(-1)?.seq ?? 0)
  return sealed(platform, replayed, { ...base, lostOperations: known - headOf(replayed.db), lostHistory: false }, task)
}

/** Number of the last operation that the damaged log names; 0 where it cannot be read. */
function lastOf(broken: Database | null): number {
  try {
    return broken ? headOf(broken) : 0
  } catch {
    return 0
  }
}

/** What the damaged file itself still says: its log, replayed, where it is whole; else its registers, without their history. */
async function restOf(platform: Platform, broken: Database, remains: Remains, task: Task): Promise<Result<Recovered>> {
  const { entries, isWhole } = await readOperations(broken, (bytes) => platform.sha256(bytes))
  const log = isWhole && entries.length > 0 ? entries : await bornAnew(platform, salvageRegisters(broken))
  const journal = isWhole ? await journalOf(platform, remains) : []
  const empty = new platform.sql.Database()
  configure(empty)
  createSchema(empty, platform.newId())
  const replayed = await replayRemains(platform, empty, broken, remains.store, [...log, ...journal], task)
  const head = headOf(replayed.db)
  if (head === 0) {
    replayed.db.close()
    return refuse(fault('damaged', { what: 'nothing in it can be read' }))
  }
  const lostOperations = Math.max(0, (journal.at(-1)?.seq ?? 0) - head)
  return sealed(platform, replayed, { from: 'rest', savedAt: null, lostOperations, lostHistory: !isWhole }, task)
}

/** A log of one operation that makes all records. */
async function bornAnew(platform: Platform, maps: RegisterMaps): Promise<readonly JournalEntry[]> {
  const changes = Object.entries(maps).flatMap(([register, records]) =>
    [...(records as ReadonlyMap<string, unknown>)].map(([id, after]) => ({ register, id, before: null, after })),
  ) as unknown as JournalEntry['operation']['changes']
  if (changes.length === 0) return []
  const operation = { id: platform.newId(), at: platform.now(), author: platform.author, intent: 'create' as const, changes }
  return [{ seq: 1, operation, chain: await chainHash(CHAIN_START, operation, (bytes) => platform.sha256(bytes)) }]
}

/** The recovered database as a file; it is closed. */
async function sealed(
  platform: Platform,
  { db, lostResponses, unprovenResponses }: Replayed,
  { from, savedAt, lostOperations, lostHistory }: Pick<Recovery, 'from' | 'savedAt' | 'lostOperations' | 'lostHistory'>,
  task: Task,
): Promise<Result<Recovered>> {
  try {
    const recovery: Recovery = {
      from,
      savedAt,
      lastChange: String(oneValue(db, 'SELECT at FROM operation ORDER BY seq DESC LIMIT 1') ?? ''),
      operations: headOf(db),
      responses: Number(oneValue(db, 'SELECT count(*) FROM response')),
      lostOperations,
      lostResponses,
      unprovenResponses,
      lostHistory,
      assumedAnonymous: false,
    }
    const bytes = await takeSnapshot(db, readRegisters(db), platform, task)
    return bytes.ok ? ok({ recovery, bytes: bytes.value }) : bytes
  } catch (error) {
    if (isOutOfMemory(error)) throw error
    return refuse(fault('damaged', { what: messageOf(error) }))
  } finally {
    db.close()
  }
}
