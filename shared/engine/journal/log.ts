import type { Database } from 'sql.js'
import { canonicalJson } from '../project/state-hash'
import { eachRow } from '../db/query'
import type { JournalEntry } from './journal'
import type { Intent, Operation } from '../../model/operation'

/** Chain before the first operation. */
export const CHAIN_START = '0'.repeat(64)

/** SHA-256 over the chain so far and the operation: equal chains mean equal histories. */
export const chainHash = (chain: string, operation: Operation, sha256: (bytes: Uint8Array) => Promise<string>): Promise<string> =>
  sha256(new TextEncoder().encode(`${chain}\n${canonicalJson(operation)}`))

export const writeEntry = (db: Database, entry: JournalEntry): void => writeEntries(db, [entry])

export function writeEntries(db: Database, entries: readonly JournalEntry[]): void {
  const statement = db.prepare('INSERT INTO operation VALUES (?, ?, ?, ?, ?, ?, ?, CAST(? AS TEXT), ?)')
  try {
    for (const { seq, operation, chain } of entries) {
      const { id, at, author, intent, undoes, redoes, changes } = operation
      // Bytes are handed over as they are; a long text would be copied letter by letter.
      statement.run([seq, id, at, author, intent, undoes ?? null, redoes ?? null, new TextEncoder().encode(JSON.stringify(changes)), chain])
    }
  } finally {
    statement.free()
  }
}

export interface LogHead {
  readonly seq: number
  readonly chain: string
}

interface Step {
  readonly operation: string
  readonly intent: Intent
}

/** What can be undone and redone, newest last; rebuilt from the log at opening, so it survives closing. */
export class UndoStacks {
  private readonly done: Step[] = []
  private readonly undone: Step[] = []

  push({ id, intent, undoes, redoes }: Pick<Operation, 'id' | 'intent' | 'undoes' | 'redoes'>): void {
    // There is no way back from it, and nothing else waits behind it.
    if (intent === 'erase') return
    if (undoes !== undefined) {
      const step = this.done.pop()
      if (step) this.undone.push(step)
      return
    }
    if (redoes !== undefined) this.undone.pop()
    else this.undone.length = 0
    // The project's birth is not something to take back.
    if (intent !== 'create') this.done.push({ operation: id, intent })
  }

  get toUndo(): Step | null {
    return this.done.at(-1) ?? null
  }

  get toRedo(): Step | null {
    return this.undone.at(-1) ?? null
  }
}

/** The log as far as the next operation needs it. */
export interface Log {
  head: LogHead
  /** Id of the last operation; null before the first. */
  last: string | null
  readonly stacks: UndoStacks
}

export function readLog(db: Database): Log {
  let head: LogHead = { seq: 0, chain: CHAIN_START }
  let last: string | null = null
  const stacks = new UndoStacks()
  eachRow(db, 'SELECT seq, id, intent, undoes, redoes, chain FROM operation ORDER BY seq', [], (row) => {
    const [seq, id, intent, undoes, redoes, chain] = row
    stacks.push({
      id: String(id),
      intent: String(intent) as Intent,
      ...(undoes === null ? {} : { undoes: String(undoes) }),
      ...(redoes === null ? {} : { redoes: String(redoes) }),
    })
    head = { seq: Number(seq), chain: String(chain) }
    last = String(id)
  })
  return { head, last, stacks }
}
