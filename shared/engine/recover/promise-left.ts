import type { Database } from 'sql.js'
import { PEOPLE_AT_LEAST, COMMENTS_AT_LEAST, type Anonymity } from '../../protocol/anonymity'
import type { Setting } from '../../model/records'
import { ANONYMOUS, anonymitySchema } from '../anonymous/anonymity'
import { allRows, oneValue } from '../db/query'
import { eachReadable } from '../db/readable-rows'
import { salvageRegister } from '../db/salvage-registers'
import type { JournalEntry } from '../journal/journal'
import { parseSetting } from '../settings/settings'

export type PromiseLeft = { readonly kind: 'none' | 'unknown' } | { readonly kind: 'made'; readonly anonymity: Anonymity }

export const LEAST_PROMISE: Anonymity = { people: PEOPLE_AT_LEAST, comments: COMMENTS_AT_LEAST, crossed: null }
const made = (value: string | undefined): PromiseLeft => ({ kind: 'made', anonymity: parseSetting(anonymitySchema, value) ?? LEAST_PROMISE })

/**
 * What a damaged project promised to those who answered, wherever that can still be read: in its journal, its settings or their index, or its
 * log. `unknown` where none of them says so and neither settings nor log can be read to the end: who answered would want the promise kept.
 */
export function promiseLeft(broken: Database | null, journal: readonly JournalEntry[]): PromiseLeft {
  const last = journal.flatMap(({ operation }) => operation.changes).findLast(({ register, id }) => register === 'setting' && id === ANONYMOUS)
  if (last) return last.after === null ? { kind: 'none' } : made((last.after as Setting).value)
  if (!broken) return { kind: 'none' }
  const settings = new Map<string, Setting>()
  const isRead = salvageRegister(broken, 'setting', settings) && settings.has('name') && isSound(broken, 'setting')
  const setting = settings.get(ANONYMOUS)
  if (setting || isIndexed(broken)) return made(setting?.value)
  let logged: PromiseLeft | null = null
  const isLogRead = eachReadable(broken, 'operation', 'changes', ([changes]) => {
    const said = promiseIn(String(changes))
    if (said === 'illegible') return false
    logged = said ?? logged
    return true
  })
  return logged ?? { kind: isRead || (isLogRead && isSound(broken, 'operation')) ? 'none' : 'unknown' }
}

/** A page that was written over may give no rows, and no error either: then the table and its indices do not agree. */
function isSound(broken: Database, table: 'setting' | 'operation'): boolean {
  try {
    return oneValue(broken, `PRAGMA integrity_check('${table}')`) === 'ok'
  } catch {
    return false
  }
}

/** The index of the settings lies on a page of its own. */
function isIndexed(broken: Database): boolean {
  try {
    return allRows(broken, 'SELECT id FROM setting INDEXED BY sqlite_autoindex_setting_1 WHERE id = ?', [ANONYMOUS]).length > 0
  } catch {
    return false
  }
}

/** What changes say of the promise; null: nothing. */
function promiseIn(text: string): PromiseLeft | 'illegible' | null {
  try {
    const changes: unknown = JSON.parse(text)
    if (!Array.isArray(changes)) return 'illegible'
    const change = changes.findLast((one: unknown) => propertyOf(one, 'register') === 'setting' && propertyOf(one, 'id') === ANONYMOUS) as unknown
    if (change === undefined) return null
    const after = propertyOf(change, 'after')
    return after === null ? { kind: 'none' } : made(String(propertyOf(after, 'value')))
  } catch {
    return 'illegible'
  }
}

const propertyOf = (value: unknown, key: string): unknown => Reflect.get(Object(value) as object, key)
