import type { Database } from 'sql.js'
import type { Change } from '../../model/operation'
import { readRegisters, writeChanges } from '../db/registers'
import { erasedChange, erasedRecord, type AnyRecord, type Erasing } from './erase-record'
import { CHAIN_START, chainHash } from '../journal/log'
import type { Platform } from '../platform'
import { operationsAfter } from '../journal/read-operations'
import { REGISTER_NAMES } from '../../model/records'
import { canonicalJson } from '../project/state-hash'

/**
 * Rewrites the log as if the erased responses had never been there: what was changed about them is gone, with the operations that
 * did nothing else; texts are covered, batches go by their new names; numbers and chain are worked out anew. Within a transaction.
 */
export async function eraseLog(db: Database, erasing: Erasing, { sha256 }: Pick<Platform, 'sha256'>): Promise<void> {
  const gone = new Set<string>()
  let chain = CHAIN_START
  let next = 1
  let last = 0
  for (;;) {
    const block = operationsAfter(db, last)
    if (block.length === 0) return
    for (const { seq, operation } of block) {
      last = seq
      const { id, undoes, redoes } = operation
      const changes = operation.changes.map((change) => erasedChange(change, erasing)).filter(({ before, after }) => before !== null || after !== null)
      const isGone = changes.length === 0 && operation.changes.length > 0
      if (isGone || gone.has(undoes ?? redoes ?? '')) {
        gone.add(id)
        db.run('DELETE FROM operation WHERE seq = ?', [seq])
        continue
      }
      chain = await chainHash(chain, { ...operation, changes }, (bytes) => sha256(bytes))
      db.run('UPDATE operation SET seq = ?, changes = CAST(? AS TEXT), chain = ? WHERE seq = ?', [next, new TextEncoder().encode(JSON.stringify(changes)), chain, seq])
      next += 1
    }
  }
}

/** The same of the records as they are. Within a transaction. */
export function eraseRecords(db: Database, erasing: Erasing): void {
  const maps = readRegisters(db)
  const changes = REGISTER_NAMES.flatMap((register) =>
    [...(maps[register] as ReadonlyMap<string, AnyRecord>)].flatMap(([id, before]): Change[] => {
      const after = erasedRecord(register, id, before, erasing)
      return canonicalJson(before) === canonicalJson(after) ? [] : [{ register, id, before, after } as Change]
    }),
  )
  writeChanges(db, changes)
}
