import { quietTask, type Task } from '../../base/task'
import { parseIsoDay } from '../../base/day'
import { NO_DAY } from '../../query/columns'
import { selectRows } from '../../query/slice'
import type { Clause, DaysClause, SampleClause, ValuesClause } from '../../query/types'
import { isCommentClause, isOnCoding, marksOfClause, needsTags, type ClauseMarks, type Ground, type Marks } from './clause-marks'
import type { Columns } from '../columns/columns'
import { commentsOf, type Comments } from '../comments/comments'
import { movedRows } from '../figures/same-people'
import type { Project } from '../project/project'
import { readyValues } from './ready-values'
import { createRecent, keyOfFilter } from './recent'
import { sampleMarks } from './sample-marks'
import { tagsOf, type Tags } from '../tags/tagging'

export type { Marks } from './clause-marks'

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
  const ground = await groundOf(project, where, where.some((clause) => isCommentClause(clause) || isSample(clause)), task)
  const { columns, tags } = ground
  const key = keyOfFilter(project, where)
  const known = recent.get(columns, key, tags)
  if (known) return known
  const looked = await lookAt(ground, where, task)
  const others = await othersOf(ground, where, task)
  const selected = selectByResponse(ground, where, others).slice()
  const samples = where.filter(isSample)
  const passing = looked.map(({ found }) => passingResponses(ground, found))
  if (samples.length > 0) passing.push(toResponses(ground, fitting(ground, where, others, looked, samples)))
  for (const passes of passing) for (let row = 0; row < selected.length; row++) selected[row]! &= passes[row]!
  if (isWholeOf(ground, looked)) recent.set(columns, key, tags, selected)
  return selected
}

/**
 * The verbatims of a filter. Clauses on comments are about verbatims: listed are those that themselves have (or lack) the
 * codes and themselves contain the text. All other clauses go by the response.
 */
export async function selectVerbatims(project: Project, where: readonly Clause[], task: Task = quietTask): Promise<SelectedVerbatims> {
  const ground = await groundOf(project, where, true, task)
  const looked = await lookAt(ground, where, task)
  const others = await othersOf(ground, where, task)
  const { columns, comments, tags } = ground
  return { columns, comments, tags, marks: fitting(ground, where, others, looked, where.filter(isSample)), isWhole: isWholeOf(ground, looked) }
}

const isSample = (clause: Clause): clause is SampleClause => clause.kind === 'sample'
const isValues = (clause: Clause): clause is ValuesClause => clause.kind === 'values'
const isDays = (clause: Clause): clause is DaysClause => clause.kind === 'days'

/** Comments are read only where somebody `looks` at them. */
async function groundOf(project: Project, where: readonly Clause[], looks: boolean, task: Task): Promise<Ground> {
  const tags = needsTags(where) ? await tagsOf(project, task) : null
  return { project, columns: tags?.columns ?? project.columns, comments: tags?.comments ?? (looks ? commentsOf(project) : []), tags }
}

interface Looked {
  readonly clause: Clause
  readonly found: ClauseMarks
}

async function lookAt(ground: Ground, where: readonly Clause[], task: Task): Promise<readonly Looked[]> {
  const looked: Looked[] = []
  for (const clause of where) if (isCommentClause(clause)) looked.push({ clause, found: await marksOfClause(ground, clause, task) })
  return looked
}

const isWholeOf = ({ tags }: Ground, looked: readonly Looked[]): boolean => (tags?.isWhole ?? true) && looked.every(({ found }) => found.isWhole)

/** The verbatims that pass everything; samples are drawn before the clauses that coding changes. */
function fitting(ground: Ground, where: readonly Clause[], others: readonly Uint8Array[], looked: readonly Looked[], samples: readonly SampleClause[]): Marks {
  const { columns, comments } = ground
  const selected = selectByResponse(ground, where, others)
  const fits = comments.map(({ found, span }) => {
    const marked = found.filled.slice()
    for (let row = 0; row < marked.length; row++) marked[row]! &= selected[span.first + row]!
    return marked
  })
  const narrow = ({ marks, wanted }: Pick<ClauseMarks, 'marks' | 'wanted'>): void =>
    fits.forEach((marked, at) => {
      const those = marks[at]!
      for (let row = 0; row < marked.length; row++) if (those[row] !== wanted) marked[row] = 0
    })
  for (const { clause, found } of looked) if (!isOnCoding(clause)) narrow(found)
  const drawn = samples.map((sample) => sampleMarks(columns, comments, fits, sample))
  for (const marks of drawn) narrow({ marks, wanted: 1 })
  for (const { clause, found } of looked) if (isOnCoding(clause)) narrow(found)
  return fits
}

/** For each clause that looks at further responses, 1 for those that pass it. */
async function othersOf({ project, columns }: Ground, where: readonly Clause[], task: Task): Promise<readonly Uint8Array[]> {
  const found: Uint8Array[] = []
  for (const clause of where) {
    if (clause.kind === 'except') found.push((await selectResponses(project, clause.where, task)).map((one) => 1 - one))
    if (clause.kind === 'moved') {
      const [from, to] = [await selectResponses(project, clause.from, task), await selectResponses(project, clause.to, task)]
      found.push(movedRows(columns, from, to, clause))
    }
  }
  return found
}

/** By the clauses on the response itself; `others` are those that look at further responses. */
function selectByResponse({ columns }: Ground, where: readonly Clause[], others: readonly Uint8Array[]): Uint8Array {
  const byValues = selectRows(
    columns,
    where.filter(isValues).map((clause) => readyValues(columns, clause)),
  )
  const ranges = where.filter(isDays)
  if (ranges.length === 0 && others.length === 0) return byValues
  const selected = byValues.slice()
  for (const passes of others) for (let row = 0; row < selected.length; row++) selected[row]! &= passes[row]!
  for (const { from, to } of ranges) {
    const [first, last] = [from === null ? -Infinity : (parseIsoDay(from) ?? Infinity), to === null ? Infinity : (parseIsoDay(to) ?? -Infinity)]
    for (let row = 0; row < selected.length; row++) {
      const day = columns.days[row]!
      if (day === NO_DAY || day < first || day > last) selected[row] = 0
    }
  }
  return selected
}

/** The responses that pass a clause on their comments: by any of them, or, where others are wanted, with a comment and none of these. */
function passingResponses(ground: Ground, { marks, wanted }: ClauseMarks): Uint8Array {
  const have = toResponses(ground, marks)
  if (wanted === 1) return have
  const lack = toResponses(ground, ground.comments.map(({ found }) => found.filled))
  for (let row = 0; row < lack.length; row++) lack[row]! &= 1 - have[row]!
  return lack
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
