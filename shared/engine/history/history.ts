import { fault } from '../../base/fault'
import { ok, refuse, type Result } from '../../base/result'
import { quietTask, type Task } from '../../base/task'
import type { Change, Intent } from '../../model/operation'
import { REGISTER_NAMES, type RegisterName } from '../../model/records'
import type { HistoryAbout, HistoryEntry, HistoryPage } from '../../protocol/engine-api'
import { BANDS } from '../settings/band-settings'
import { allRows, oneValue } from '../db/query'
import { BRAND } from '../settings/brand'
import { VIEW } from '../settings/desk-settings'
import { ERASED } from '../erase/erase-record'
import { erasedIn } from '../erase/erased-keys'
import { SUMMARY } from '../settings/summary-edits'
import { newHistoryIndex, readOn, type Deed, type HistoryIndex } from './history-index'
import type { Project } from '../project/project'

interface Told {
  readonly counts: HistoryEntry['counts']
  readonly change: Change | null
}

interface Kept {
  readonly index: HistoryIndex
  /** What operations changed, by their ids: they never change. */
  readonly told: Map<string, Told>
}

const ofProject = new WeakMap<Project, Kept>()

function keptOf(project: Project): Kept {
  const kept = ofProject.get(project) ?? { index: newHistoryIndex(), told: new Map<string, Told>() }
  ofProject.set(project, kept)
  readOn(kept.index, project)
  return kept
}

/** A part of what was done to the project, newest first. Only the operations of that part are looked into. */
export function answerHistory(project: Project, { first, count }: { readonly first: number; readonly count: number }): Promise<Result<HistoryPage>> {
  const { index, told } = keptOf(project)
  const total = index.deeds.length
  const from = Math.min(Math.max(0, first), total)
  const deeds = index.deeds.slice(Math.max(0, total - from - Math.max(0, count)), total - from).reverse()
  const entries = deeds.map((deed): HistoryEntry => {
    const { counts, change } = told.get(deed.id) ?? tell(project, deed)
    told.set(deed.id, { counts, change })
    const { id, at, author, intent, state, turned } = deed
    return { id, at, author, intent, state, turned, steps: stepsTo(index, deed), counts, about: aboutOf(project, change) }
  })
  return Promise.resolve(ok({ total, first: from, entries }))
}

/** Steps until it is the last deed in force; for the birth of the project, until none is. */
function stepsTo({ done, undone }: HistoryIndex, deed: Deed): number {
  if (deed.intent === 'create') return done.length
  if (deed.intent === 'erase') return 0
  if (deed.state === 'done') return done.length - 1 - done.indexOf(deed)
  return deed.state === 'undone' ? undone.length - undone.indexOf(deed) : 0
}

const MAIN: Readonly<Record<Intent, RegisterName | null>> = {
  create: 'setting',
  import: 'wave',
  'remove-wave': 'wave',
  rename: null,
  scale: 'wave',
  codebook: 'code',
  tag: 'decision',
  mark: 'mark',
  setting: 'setting',
  anonymous: 'setting',
  erase: 'setting',
}

/** Counted inside SQLite: an operation may have changed many thousands of records. */
function tell({ db }: Project, { id, intent }: Deed): Told {
  const sql =
    "SELECT json_extract(value, '$.register'), count(*), min(key) FROM operation, json_each(operation.changes) WHERE operation.id = ? GROUP BY 1"
  const rows = allRows(db, sql, [id])
  const counts: Partial<Record<RegisterName, number>> = {}
  let first: number | null = null
  for (const [register, n, key] of rows) {
    const name = REGISTER_NAMES.find((each) => each === register)
    if (!name) continue
    counts[name] = Number(n)
    if (name === MAIN[intent] || (first === null && MAIN[intent] === null)) first = Number(key)
  }
  const text = oneValue(db, 'SELECT json_extract(changes, ?) FROM operation WHERE id = ?', [`$[${first ?? 0}]`, id])
  return { counts, change: typeof text === 'string' ? (JSON.parse(text) as Change) : null }
}

function aboutOf(project: Project, change: Change | null): HistoryAbout {
  const { registers } = project
  if (!change) return {}
  const became = change.before === null ? 'made' : change.after === null ? 'removed' : 'changed'
  switch (change.register) {
    case 'decision': {
      const name = registers.code.get((change.after ?? change.before)?.code ?? '')?.name
      return { ...(name === undefined ? {} : { name }), verdict: change.after?.verdict ?? 'clear' }
    }
    case 'mark': {
      const mark = (change.after ?? change.before)?.kind
      return mark ? { mark, became } : {}
    }
    case 'setting':
      return { ...settingName(change, project), became }
    case 'wave':
    case 'field':
    case 'code': {
      const [before, after] = [change.before?.name, change.after?.name]
      const renamed = before !== undefined && after !== undefined && before !== after ? { renamed: after } : {}
      return { name: before ?? after ?? '', ...renamed, became }
    }
  }
}

function settingName({ id, before, after }: Extract<Change, { register: 'setting' }>, { registers }: Project): HistoryAbout {
  if (id === ERASED) {
    const act = erasedIn(after).acts.at(-1)
    return act ? { erased: act } : {}
  }
  if (id.startsWith(VIEW)) return { name: nameIn(after?.value ?? before?.value ?? '') }
  if (id.startsWith(BANDS)) return { bands: registers.field.get(id.slice(BANDS.length))?.label ?? '' }
  if (id === SUMMARY || id.startsWith(`${SUMMARY}:`)) return { about: 'summary' }
  if (id === BRAND) return { about: 'brand' }
  if (id !== 'name') return {}
  return { name: before?.value ?? after?.value ?? '', ...(before && after ? { renamed: after.value } : {}) }
}

function nameIn(view: string): string {
  try {
    return String(Reflect.get(JSON.parse(view) as object, 'name'))
  } catch {
    return ''
  }
}

/** Undoes or redoes step by step until that deed is the last in force; null: until none is. Each step is an operation of its own. */
export async function stepTo(project: Project, entry: string | null, task: Task = quietTask): Promise<Result<null>> {
  const { index } = keptOf(project)
  const deed = entry === null ? null : index.deedOf.get(entry)
  if (deed === undefined || deed?.state === 'gone' || deed?.intent === 'erase') return refuse(fault('busy'))
  const back = deed === null || deed.state === 'done'
  const steps = deed === null ? index.done.length : stepsTo(index, deed)
  for (let step = 0; step < steps; step++) {
    task.report(step / steps, 'storing')
    await task.breathe()
    if (task.cancelled()) break
    // A step is done or not; it is not stopped half way.
    const done = await (back ? project.undo() : project.redo())
    if (!done.ok) return done
  }
  return ok(null)
}
