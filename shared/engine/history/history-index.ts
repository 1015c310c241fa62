import type { Intent } from '../../model/operation'
import type { HistoryState } from '../../protocol/engine-api'
import { eachRow } from '../db/query'
import type { Project } from '../project/project'

/** What somebody did, and what became of it. */
export interface Deed {
  readonly id: string
  readonly at: string
  readonly author: string
  readonly intent: Intent
  state: HistoryState
  turned: { readonly at: string; readonly author: string } | null
}

/** The log put together by deeds: an undo and a redo belong to what they are about. Read on from where it ended last. */
export interface HistoryIndex {
  /** In the order in which they were done. */
  readonly deeds: Deed[]
  /** What can be undone and redone, as `UndoStacks` has it. */
  readonly done: Deed[]
  readonly undone: Deed[]
  readonly deedOf: Map<string, Deed>
  seq: number
}

/** Nothing read yet. */
export const newHistoryIndex = (): HistoryIndex => ({ deeds: [], done: [], undone: [], deedOf: new Map(), seq: 0 })

/** Reads what the log has beyond the index, as far as it is durable: what is not may yet be rolled back. What operations changed is left unread. */
export function readOn(index: HistoryIndex, { db, acknowledged }: Pick<Project, 'db' | 'acknowledged'>): void {
  const sql = 'SELECT seq, id, at, author, intent, undoes, redoes FROM operation WHERE seq > ? AND seq <= ? ORDER BY seq'
  eachRow(db, sql, [index.seq, acknowledged], ([seq, id, at, author, intent, undoes, redoes]) => {
    index.seq = Number(seq)
    const by = { at: String(at), author: String(author) }
    const about = undoes ?? redoes
    const known = about === null || about === undefined ? undefined : index.deedOf.get(String(about))
    if (!known) return add(index, { id: String(id), ...by, intent: String(intent) as Intent, state: 'done', turned: null })
    index.deedOf.set(String(id), known)
    known.turned = by
    known.state = undoes === null ? 'done' : 'undone'
    const [from, to] = undoes === null ? [index.undone, index.done] : [index.done, index.undone]
    from.pop()
    to.push(known)
  })
}

function add(index: HistoryIndex, deed: Deed): void {
  // Some projects are made in several steps, none of which can be taken back.
  const before = index.deeds.at(-1)
  if (deed.intent === 'create' && before?.intent === 'create') return void index.deedOf.set(deed.id, before)
  if (deed.intent === 'erase') {
    index.deeds.push(deed)
    index.deedOf.set(deed.id, deed)
    return
  }
  for (const one of index.undone) one.state = 'gone'
  index.undone.length = 0
  index.deeds.push(deed)
  index.deedOf.set(deed.id, deed)
  if (deed.intent !== 'create') index.done.push(deed)
}
