import type { Database } from 'sql.js'
import { invariant } from '../../base/assert'
import { fault } from '../../base/fault'
import { withinMemory } from '../../base/out-of-memory'
import { createQueue } from '../../base/queue'
import { ok, refuse, type Result } from '../../base/result'
import { quietTask, type Task } from '../../base/task'
import { inverse, type Change, type Intent, type Operation } from '../../model/operation'
import type { FieldView } from '../../protocol/engine-api'
import type { ProjectStore } from '../../protocol/store'
import { standIn, type Columns } from '../columns/columns'
import { allRows } from '../db/query'
import { createDecisionIndex, type DecisionIndex } from '../tags/decision-index'
import { applyChanges, readRegisters, type RegisterMaps } from '../db/registers'
import { storedBatches, storedFields } from '../db/rows'
import { sealParts, storeParts, type Import, type SealedPart } from '../import/import-parts'
import type { JournalEntry } from '../journal/journal'
import { JournalEnd, type JournalPlace } from '../journal/journal-end'
import { chainHash, readLog, type Log } from '../journal/log'
import { leaveNothing, putInPlace } from './give-way'
import { LiveColumns } from './live-columns'
import { isLook } from '../settings/looks'
import { createMarkIndex, type MarkIndex } from '../tags/mark-index'
import type { Platform } from '../platform'
import { fitsToImport, roomFor, sizeOf } from './room'
import { takeSnapshot } from './save'
import { stateHash } from './state-hash'
import { isUpToDate, writeOperation } from './write-operation'

/**
 * One open project: the database in memory, its columns, and the store that makes every operation durable. One
 * operation at a time: begin, apply, append to the journal, commit, and only then is it acknowledged.
 */
export class Project {
  /** Counts acknowledged operations since opening; a cache made at one revision is stale at the next. */
  revision = 0
  /** Counts those of them that may change a figure: not what only says how something looks. */
  figures = 0
  readonly registers: RegisterMaps
  readonly decisions: DecisionIndex
  readonly marks: MarkIndex
  private readonly queue = createQueue()
  private readonly log: Log
  private readonly live: LiveColumns
  private readonly journal: JournalEnd
  /** What is shown may not be what is durable: only opening again brings the two together. */
  private isBroken = false

  /** The project in `db`, up to date with its journal, which ends at that place. Use `openProject` or `createProject`. */
  constructor(
    readonly platform: Platform,
    private database: Database,
    readonly store: ProjectStore,
    journal: JournalPlace,
    /** Operations that were not in the file and came back from the journal: whoever had it open last never saved them. */
    readonly recovered = 0,
  ) {
    const db = database
    this.journal = new JournalEnd(store, journal)
    this.registers = readRegisters(db)
    this.decisions = createDecisionIndex(this.registers.decision.values())
    this.marks = createMarkIndex(this.registers.mark.values())
    this.log = readLog(db)
    this.live = new LiveColumns(db, this.registers)
  }

  /** The database as it is now: an import puts another in its place. */
  get db(): Database {
    return this.database
  }

  /** The columns as figures see them; rows that are still being stored are already among them. */
  get columns(): Columns {
    return this.live.shown
  }

  /** Only opening again tells what there is. */
  get isUncertain(): boolean {
    return this.isBroken
  }

  get isImporting(): boolean {
    return this.live.isImporting
  }

  get undoIntent(): Intent | null {
    return this.log.stacks.toUndo?.intent ?? null
  }

  get redoIntent(): Intent | null {
    return this.log.stacks.toRedo?.intent ?? null
  }

  /** Operations that the journal holds and the snapshot does not. */
  get unsaved(): number {
    return this.journal.entries
  }

  /** Number of the last operation that is durable: the log may hold one that may yet be rolled back. */
  get acknowledged(): number {
    return this.log.head.seq
  }

  get name(): string {
    return this.registers.setting.get('name')?.value ?? ''
  }

  /** Fields of the project in the order of their numbers. */
  fields(): readonly FieldView[] {
    const numbers = storedFields(this.db)
    return [...this.registers.field]
      .map(([id, field]) => ({ id, number: numbers.get(id) ?? 0, ...field }))
      .sort((a, b) => a.number - b.number)
  }

  /** Makes a change: applied, durable, acknowledged; or refused, with nothing changed. */
  change(intent: Intent, changes: readonly Change[], task: Task = quietTask): Promise<Result<Operation>> {
    return this.inTurn(() => this.commit({ ...this.signed(), intent, changes }, task))
  }

  /** Imports rows as one operation. Figures count them from the first moment on, marked as importing. */
  importRows({ parts, changes, intent = 'import' }: Import, task: Task): Promise<Result<Operation>> {
    return this.inTurn(async () => {
      const fits = fitsToImport(sizeOf(this.db), parts.reduce((sum, { rows }) => sum + roomFor(rows), 0))
      if (!fits.ok) return fits
      this.live.beginImport(parts, changes(parts.map((_, at) => ({ source: standIn(at), batch: standIn(at) }))))
      try {
        task.report(0, 'storing')
        await task.breathe()
        const sealed = await sealParts(parts, this.platform, task)
        if (!sealed.ok) return sealed
        const seals = sealed.value.map(({ seal }) => seal)
        return await this.commit({ ...this.signed(), intent, changes: changes(seals) }, task, sealed.value)
      } finally {
        this.live.endImport()
      }
    })
  }

  undo(task: Task = quietTask): Promise<Result<Operation>> {
    return this.inTurn(async () => {
      const step = this.log.stacks.toUndo
      if (!step) return refuse(fault('nothing-to-undo'))
      if (step.intent === 'anonymous' && this.log.last !== step.operation) return refuse(fault('anonymous-kept'))
      return this.commit({ ...this.signed(), intent: step.intent, undoes: step.operation, changes: inverse(this.changesOf(step.operation)) }, task)
    })
  }

  redo(task: Task = quietTask): Promise<Result<Operation>> {
    return this.inTurn(async () => {
      const step = this.log.stacks.toRedo
      if (!step) return refuse(fault('nothing-to-redo'))
      return this.commit({ ...this.signed(), intent: step.intent, redoes: step.operation, changes: this.changesOf(step.operation) }, task)
    })
  }

  /** Writes a verified snapshot and empties the journal. */
  save(task: Task = quietTask): Promise<Result<null>> {
    return this.inTurn(() => this.write(task))
  }

  /**
   * Puts the project that `make` gives, as a file, in the place of this one, and leaves nothing of this one behind: journal, batches and
   * earlier snapshots go first, so that with the file in its place all is done, and nothing before. Where it is refused, nothing of the
   * project is lost. Afterwards this project is spent: whoever goes on opens the file that is given, in the same store. Where nobody can say which
   * of the two files survives a power cut (`isUncertain`), changes are refused until the project is opened again.
   */
  giveWay(make: () => Promise<Result<Uint8Array>>, dropEarlier: () => Promise<Result<null>>, task: Task): Promise<Result<Uint8Array>> {
    return this.inTurn(async () => {
      if (this.isBroken) return refuse(fault('uncertain'))
      const saved = this.journal.entries > 0 ? await this.write(task) : ok(null)
      if (!saved.ok) return saved
      const made = await make()
      if (!made.ok) return made
      const cleared = await leaveNothing(this.journal, this.store, dropEarlier)
      if (!cleared.ok) return cleared
      this.isBroken = true
      const { written, isUncertain } = await putInPlace(this.store, made.value)
      // One that is written is spent.
      this.isBroken = written.ok || isUncertain
      return written.ok ? made : written
    })
  }

  /** The project as a file, verified, without touching the store. */
  snapshot(task: Task): Promise<Result<Uint8Array>> {
    return this.inTurn(() => takeSnapshot(this.db, this.registers, this.platform, task))
  }

  /** SHA-256 of everything the project says; see state-hash.ts. */
  hash(): Promise<string> {
    return stateHash(this.registers, (bytes) => this.platform.sha256(bytes))
  }

  /** Frees the memory of a project that gave way to another. */
  discard(): void {
    this.db.close()
  }

  /** Frees the memory and gives the project free for others. What is not saved stays in the journal. */
  close(): Promise<void> {
    return this.queue(async () => {
      await this.journal.mend()
      this.db.close()
      await this.store.close()
    })
  }

  private inTurn<T>(work: () => Promise<Result<T>>): Promise<Result<T>> {
    return this.queue(() => withinMemory(work))
  }

  private async write(task: Task): Promise<Result<null>> {
    if (this.isBroken) return refuse(fault('uncertain'))
    const snapshot = await takeSnapshot(this.db, this.registers, this.platform, task)
    if (!snapshot.ok) return snapshot
    const written = await this.store.writeSnapshot(snapshot.value)
    if (!written.ok) return written
    const emptied = await this.journal.empty()
    if (!emptied.ok) return emptied
    await this.dropUnused()
    return ok(null)
  }

  private signed(): Pick<Operation, 'id' | 'at' | 'author'> {
    return { id: this.platform.newId(), at: this.platform.now(), author: this.platform.author }
  }

  private changesOf(id: string): readonly Change[] {
    const [row] = allRows(this.db, 'SELECT changes FROM operation WHERE id = ?', [id])
    invariant(row, `operation ${id} is in the log`)
    return JSON.parse(String(row[0])) as readonly Change[]
  }

  private async commit(operation: Operation, task: Task = quietTask, brought: readonly SealedPart[] = []): Promise<Result<Operation>> {
    if (this.isBroken) return refuse(fault('uncertain'))
    if (!isUpToDate(this.registers, operation.changes)) return refuse(fault('busy'))
    const { seq, chain } = this.log.head
    const hash = await chainHash(chain, operation, (bytes) => this.platform.sha256(bytes))
    const entry: JournalEntry = { seq: seq + 1, operation, chain: hash }
    // Rows of an import that was undone are still there.
    const there = new Set(brought.length > 0 ? storedBatches(this.db).map(({ batch }) => batch) : [])
    const added = brought.filter(({ seal }) => !there.has(seal.batch))
    const stored = await storeParts(this.platform, this.store, this.db, added, task, (writing) => this.tidyAfter(writing))
    if (!stored.ok) return stored
    const next = stored.value
    const isNext = next !== this.db
    next.run('BEGIN')
    try {
      const applied = await writeOperation(next, entry, task)
      const durable = applied.ok ? await this.journal.append(entry) : applied
      if (!durable.ok) {
        next.run('ROLLBACK')
        if (isNext) next.close()
        return durable
      }
      this.isBroken = true
      next.run('COMMIT')
    } catch (error) {
      if (isNext) next.close()
      else this.isBroken ||= !rollsBack(next)
      throw error
    }
    if (isNext) this.database.close()
    this.database = next
    applyChanges(this.registers, operation.changes)
    this.decisions.apply(operation.changes)
    this.marks.apply(operation.changes)
    this.log.stacks.push(operation)
    this.log.head = { seq: entry.seq, chain: entry.chain }
    this.log.last = operation.id
    this.revision += 1
    if (!operation.changes.every(isLook)) this.figures += 1
    if (added.length > 0) this.live.store(next, brought, added.length)
    else this.live.follow(operation.changes)
    this.isBroken = false
    return ok(operation)
  }

  private tidyAfter(writing: Promise<unknown>): void {
    void this.queue(async () => {
      await writing.catch(() => undefined)
      await this.dropUnused()
    })
  }

  /** Batches that no entry of the journal needs are only in the way of the disk; all go with the next snapshot. */
  private async dropUnused(): Promise<void> {
    if (this.journal.entries === 0) await this.store.dropBatches().catch(() => undefined)
  }
}

/** Without memory, SQLite may have done it before, or not at all. */
function rollsBack(db: Database): boolean {
  try {
    db.run('ROLLBACK')
    return true
  } catch {
    return false
  }
}
