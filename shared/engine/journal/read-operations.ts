import type { Database } from 'sql.js'
import { invariant } from '../../base/assert'
import type { Operation } from '../../model/operation'
import { operationSchema } from '../../model/schema'
import { allRows } from '../db/query'
import type { JournalEntry } from './journal'
import { CHAIN_START, chainHash } from './log'
import type { Platform } from '../platform'

const BLOCK = 200

export interface ReadOperations {
  /** From the first on, as far as each follows the one before, by its number and by its chain. */
  readonly entries: readonly JournalEntry[]
  /** Whether that is all that the table holds. */
  readonly isWhole: boolean
}

/** The log of a database that is not trusted: each operation is checked to be one, and its chain is worked out anew. */
export async function readOperations(db: Database, sha256: Platform['sha256']): Promise<ReadOperations> {
  const entries: JournalEntry[] = []
  let chain = CHAIN_START
  for (;;) {
    const rows = readBlock(db, entries.length)
    if (rows === null) return { entries, isWhole: false }
    if (rows.length === 0) break
    for (const row of rows) {
      const entry = entryOf(row)
      if (entry?.seq !== entries.length + 1) return { entries, isWhole: false }
      if ((await chainHash(chain, entry.operation, sha256)) !== entry.chain) return { entries, isWhole: false }
      chain = entry.chain
      entries.push(entry)
    }
  }
  return { entries, isWhole: true }
}

/** Operations after `seq`; a block that cannot be read is read one by one. Null where the next one cannot. */
function readBlock(db: Database, seq: number): readonly unknown[][] | null {
  const sql = 'SELECT seq, id, at, author, intent, undoes, redoes, changes, chain FROM operation WHERE seq > ? ORDER BY seq LIMIT ?'
  for (const limit of [BLOCK, 1]) {
    try {
      return allRows(db, sql, [seq, limit])
    } catch {
      continue
    }
  }
  return null
}

function entryOf([seq, id, at, author, intent, undoes, redoes, changes, chain]: readonly unknown[]): JournalEntry | null {
  const said = { id, at, author, intent, ...(undoes === null ? {} : { undoes }), ...(redoes === null ? {} : { redoes }) }
  const operation = operationSchema.safeParse({ ...said, changes: parseJson(changes) })
  if (!operation.success || typeof seq !== 'number' || typeof chain !== 'string') return null
  return { seq, operation: operation.data satisfies Operation, chain }
}

function parseJson(text: unknown): unknown {
  try {
    return JSON.parse(String(text))
  } catch {
    return null
  }
}

/** The next operations of a log that is whole, after `seq`. */
export const operationsAfter = (db: Database, seq: number): readonly JournalEntry[] =>
  (readBlock(db, seq) ?? []).map((row) => {
    const entry = entryOf(row)
    invariant(entry, `operation ${seq} is followed by one`)
    return entry
  })
