import { assertNever } from '../base/assert'
import { quietTask, type Task } from '../base/task'
import { readyClause, selectRows } from '../query/slice'
import type { Clause, CodesClause, ValuesClause } from '../query/types'
import type { Columns } from './columns'
import { commentsOf, type Comments } from './comments'
import { literally } from '../text/find'
import { finderOf } from './find-text'
import { eachFolded, rowsWithText } from './folded'
import type { Project } from './project'
import { createRecent, keyOfFilter } from './recent'
import { tagsOf, type Tags } from './tagging'

/** For each of the comments 1 for some of its rows. */
export type Marks = readonly Uint8Array[]

/** What a filter is decided by, all of one moment. */
interface Ground {
  readonly columns: Columns
  readonly comments: readonly Comments[]
  /** Null where no clause asks for codes. */
  readonly tags: Tags | null
  /** By what is searched for, the verbatims that contain it. */
  readonly texts: ReadonlyMap<string, Marks>
  /** False when the task was cancelled first: the caller's caller refuses. */
  readonly isWhole: boolean
}

/** The verbatims that fit a filter. `tags` are those that decided it; null where no clause asks for codes. */
export interface SelectedVerbatims {
  readonly columns: Columns
  readonly comments: readonly Comments[]
  readonly tags: Tags | null
  readonly marks: Marks
  readonly isWhole: boolean
}

const recent = createRecent<Uint8Array>()

/** 1 for every response that counts and passes all clauses. Text and codes are looked for in all of its comments. */
export async function selectResponses(project: Project, where: readonly Clause[], task: Task = quietTask): Promise<Uint8Array> {
  if (where.length === 0) return project.columns.live
  const looks = where.some(({ kind }) => kind !== 'values')
  const ground = await groundOf(project, where, looks, task)
  const { columns, tags } = ground
  const key = keyOfFilter(where)
  const known = recent.get(columns, key, tags)
  if (known) return known
  const selected = selectByValues(ground, where).slice()
  for (const clause of where) {
    const passes = passing(ground, clause)
    if (passes) for (let row = 0; row < selected.length; row++) selected[row]! &= passes[row]!
  }
  if (ground.isWhole) recent.set(columns, key, tags, selected)
  return selected
}

/**
 * The verbatims of a filter. Clauses on codes and text are about verbatims: listed are those that themselves have (or
 * lack) the codes and themselves contain the text. All other clauses go by the response.
 */
export async function selectVerbatims(project: Project, where: readonly Clause[], task: Task = quietTask): Promise<SelectedVerbatims> {
  const ground = await groundOf(project, where, true, task)
  const { columns, comments, tags, isWhole } = ground
  const selected = selectByValues(ground, where)
  const marks = comments.map(({ found, span }, at) => {
    const fits = found.filled.slice()
    for (let row = 0; row < fits.length; row++) fits[row]! &= selected[span.first + row]!
    for (const clause of where) {
      if (clause.kind === 'values') continue
      const marked = clause.kind === 'text' ? ground.texts.get(clause.text)![at]! : withCodes(tags!, at, clause.codes)
      const wanted = clause.kind === 'text' || clause.has ? 1 : 0
      for (let row = 0; row < fits.length; row++) if (marked[row] !== wanted) fits[row] = 0
    }
    return fits
  })
  return { columns, comments, tags, marks, isWhole }
}

/** A search for nothing finds every comment. */
const EVERYWHERE = literally('')

/** Comments are read only where somebody `looks` at them. */
async function groundOf(project: Project, where: readonly Clause[], looks: boolean, task: Task): Promise<Ground> {
  const tags = where.some(({ kind }) => kind === 'codes') ? await tagsOf(project, task) : null
  const columns = tags?.columns ?? project.columns
  const comments = tags?.comments ?? (looks ? commentsOf(project) : [])
  const texts = new Map<string, Marks>()
  let isWhole = tags?.isWhole ?? true
  for (const clause of where) {
    if (clause.kind !== 'text' || texts.has(clause.text)) continue
    const marks = comments.map(({ span }) => new Uint8Array(span.rows))
    texts.set(clause.text, marks)
    const wanted = finderOf(clause.text) ?? EVERYWHERE
    const isDone = await eachFolded(comments, task, 'quick', (block, at) => {
      const { filled } = comments[at]!.found
      rowsWithText(block, wanted, (row) => (marks[at]![row] = filled[row]!))
    })
    isWhole &&= isDone
  }
  return { columns, comments, tags, texts, isWhole }
}

const selectByValues = ({ columns }: Ground, where: readonly Clause[]): Uint8Array =>
  selectRows(
    columns,
    where
      .filter((clause): clause is ValuesClause => clause.kind === 'values')
      .map(({ dimension, values }) => readyClause(columns.dimension(dimension), values)),
  )

/** The responses that pass a clause on their comments; null for a clause on something else. */
function passing(ground: Ground, clause: Clause): Uint8Array | null {
  switch (clause.kind) {
    case 'values':
      return null
    case 'codes':
      return passingCodes(ground, clause)
    case 'text':
      return toResponses(ground, ground.texts.get(clause.text)!)
    default:
      return assertNever(clause)
  }
}

function passingCodes(ground: Ground, { codes, has }: CodesClause): Uint8Array {
  const { comments, tags } = ground
  const have = toResponses(ground, comments.map((_, at) => withCodes(tags!, at, codes)))
  if (has) return have
  const lack = toResponses(ground, comments.map(({ found }) => found.filled))
  for (let row = 0; row < lack.length; row++) lack[row]! &= 1 - have[row]!
  return lack
}

/** 1 for the verbatims of the comments number `at` that have one of the codes. */
function withCodes({ any, codes: all }: Tags, at: number, codes: CodesClause['codes']): Uint8Array {
  if (codes === 'any') return any[at]!
  const some = new Uint8Array(any[at]!.length)
  for (const { id, parts } of all) {
    if (!codes.includes(id)) continue
    const { has } = parts[at]!
    for (let row = 0; row < some.length; row++) some[row]! |= has[row]!
  }
  return some
}

/** 1 for every response with at least one of the marked verbatims. */
function toResponses({ columns, comments }: Ground, marks: Marks): Uint8Array {
  const rows = new Uint8Array(columns.rows)
  comments.forEach(({ span }, at) => {
    const marked = marks[at]!
    for (let row = 0; row < marked.length; row++) rows[span.first + row]! |= marked[row]!
  })
  return rows
}
