import type { Database } from 'sql.js'
import { isOutOfMemory } from '../../base/out-of-memory'
import { allRows, oneValue } from './query'

/** Most that a typed column holds of each. */
const [MOST_LINE, MOST_SCORE] = [0xffffffff, 127]

/**
 * What is wrong with a database whose tables are ours, in a few words; null when nothing is: pages and types (SQLite's
 * own check), operations and responses without gaps, batches and columns that are there, numbers that fit. `thorough` looks into
 * the indexes, too.
 */
export function checkContent(db: Database, thorough = false): string | null {
  const pages = checkPages(db, thorough ? 'integrity_check' : 'quick_check')
  if (pages !== 'ok') return pages
  return checkOperations(db) ?? checkFields(db) ?? checkBatches(db)
}

/** What SQLite finds wrong with its pages; `ok` when nothing is. Throws where it had no memory to look, which it says as if a page were wrong. */
export function checkPages(db: Database, check: 'integrity_check' | 'quick_check'): string {
  const found = new Error(String(oneValue(db, `PRAGMA ${check}(1)`)))
  if (isOutOfMemory(found)) throw found
  return found.message
}

const numbers = (db: Database, sql: string): number[] => (allRows(db, sql)[0] ?? []).map(Number)

function checkOperations(db: Database): string | null {
  const [count = 0, first = 0, last = 0] = numbers(db, 'SELECT count(*), coalesce(min(seq), 1), coalesce(max(seq), 0) FROM operation')
  return first === 1 && last === count ? null : 'operations'
}

/** Each stored field has the column of its number. */
function checkFields(db: Database): string | null {
  const [count = 0, first = 0, last = 0] = numbers(db, 'SELECT count(*), coalesce(min(number), 1), coalesce(max(number), 0) FROM stored_field')
  const columns = Number(
    oneValue(
      db,
      "SELECT count(*) FROM sqlite_schema JOIN pragma_table_info(sqlite_schema.name) AS part WHERE (sqlite_schema.name = 'response' OR sqlite_schema.name GLOB 'response_[0-9]*') AND part.name GLOB 'c[0-9]*'",
    ),
  )
  return first === 1 && last === count && columns === count ? null : 'fields'
}

function checkBatches(db: Database): string | null {
  let next = 1
  let number = 0
  for (const row of allRows(db, 'SELECT number, firstResponse, responses FROM stored_batch ORDER BY number')) {
    const [own, first, responses] = row.map(Number) as [number, number, number]
    if (own <= number || first !== next || !(responses >= 0)) return 'batches'
    const [there = 0, least = 0, most = 0] = numbers(
      db,
      `SELECT count(*), coalesce(min(batch), ${own}), coalesce(max(batch), ${own}) FROM response WHERE id BETWEEN ${first} AND ${first + responses - 1}`,
    )
    if (there !== responses || least !== own || most !== own) return 'batches'
    next += responses
    number = own
  }
  const [count = 0, line = 0, lastLine = 0, score = 0, lastScore = 0] = numbers(
    db,
    'SELECT count(*), coalesce(min(line), 0), coalesce(max(line), 0), coalesce(min(score), 0), coalesce(max(score), 0) FROM response',
  )
  if (count !== next - 1) return 'responses'
  return line >= 0 && lastLine <= MOST_LINE && score >= 0 && lastScore <= MOST_SCORE ? null : 'responses'
}
