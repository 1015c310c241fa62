import { assertNever } from '../../base/assert'
import type { Task } from '../../base/task'
import type { Clause, CodesClause, DaysClause, ExceptClause, MovedClause, OriginClause, RuleClause, SampleClause, TextClause, ValuesClause } from '../../query/types'
import { literally } from '../../text/find'
import { changedMarks } from './changed-marks'
import { isFor } from '../codebook/code-order'
import type { Columns } from '../columns/columns'
import { lengthsOf } from './comment-lengths'
import { rowOfLine, type Comments } from '../comments/comments'
import { finderOf } from './find-text'
import { eachFolded, rowsWithText } from '../comments/folded'
import { bitOf, markBits } from '../tags/mark-index'
import type { Project } from '../project/project'
import { readyRule } from '../rules/ready-rule'
import { ensureHits, forgetTried } from '../rules/rule-hits'
import { suggestedMarks } from '../tags/suggested-marks'
import type { Tags } from '../tags/tagging'

/** For each of the comments 1 for some of its rows. */
export type Marks = readonly Uint8Array[]

/** What a filter is decided by, all of one moment. */
export interface Ground {
  readonly project: Project
  readonly columns: Columns
  readonly comments: readonly Comments[]
  /** Null where no clause asks for codes. */
  readonly tags: Tags | null
}

/** A clause about comments: all but those on the response, and those that draw from what the others leave. */
export type CommentClause = Exclude<Clause, ValuesClause | DaysClause | ExceptClause | MovedClause | SampleClause>

export const isCommentClause = (clause: Clause): clause is CommentClause =>
  clause.kind !== 'values' && clause.kind !== 'days' && clause.kind !== 'except' && clause.kind !== 'moved' && clause.kind !== 'sample'

/** Whether coding changes what passes the clause. */
export const isOnCoding = ({ kind }: Clause): boolean => kind === 'codes' || kind === 'origin' || kind === 'marks' || kind === 'changed' || kind === 'suggested'

/** The clauses that a clause holds itself. */
export const withinClause = (clause: Clause): readonly Clause[] =>
  clause.kind === 'except' ? clause.where : clause.kind === 'moved' ? [...clause.from, ...clause.to] : []

/** Whether a filter is decided by the tags as they are. */
export const needsTags = (where: readonly Clause[]): boolean => 
  where.some((clause) => clause.kind === 'codes' || clause.kind === 'origin' || clause.kind === 'suggested' || needsTags(withinClause(clause)))

/** The verbatims that a clause speaks of, and whether it wants these (1) or all others (0). */
export interface ClauseMarks {
  readonly marks: Marks
  readonly wanted: 0 | 1
  /** False when the task was cancelled first. */
  readonly isWhole: boolean
}

/** A search for nothing finds every comment. */
const EVERYWHERE = literally('')

/** Looks at the comments for one clause. Matching a rule or reading texts may take a while. */
export async function marksOfClause(ground: Ground, clause: CommentClause, task: Task): Promise<ClauseMarks> {
  const { project, columns, comments, tags } = ground
  const now = (marks: Marks, wanted: 0 | 1 = 1): ClauseMarks => ({ marks, wanted, isWhole: true })
  switch (clause.kind) {
    case 'codes':
      return now(comments.map((_, at) => (clause.codes === 'any' && !clause.has ? doneOf(ground, at) : withCodes(tags!, at, clause.codes))), clause.has ? 1 : 0)
    case 'origin':
      // Another version of the codebook that was tried may have pushed them out.
      if (clause.origin === 'against' && !(await ensureHits(project, comments, tags!.codes.map(({ code }) => readyRule(project, code.rule)), task))) {
        return { marks: noMarks(comments), wanted: 1, isWhole: false }
      }
      return now(comments.map((each, at) => fromOrigin(ground, each, at, clause)))
    case 'marks': {
      const bits = clause.marks.reduce((all, kind) => all | bitOf(kind), 0)
      return now(comments.map((each) => markBits(columns, project.marks, each).map((one) => (one & bits ? 1 : 0))), clause.has ? 1 : 0)
    }
    case 'question':
      return now(comments.map(({ field, found }) => (clause.fields.includes(field) ? found.filled : new Uint8Array(found.filled.length))))
    case 'length': {
      // A verbatim has a character at least.
      const [from, to] = [Math.max(1, clause.from ?? 1), clause.to ?? Infinity]
      return now(comments.map((each) => Uint8Array.from(lengthsOf(each), (length) => (length >= from && length <= to ? 1 : 0))))
    }
    case 'changed': {
      const marks = await changedMarks(project, comments, task)
      return { marks: marks ?? noMarks(comments), wanted: 1, isWhole: marks !== null }
    }
    case 'suggested': {
      const marks = await suggestedMarks(project, tags!, task)
      return { marks: marks ?? noMarks(comments), wanted: 1, isWhole: marks !== null }
    }
    case 'rule':
      return ruleMarks(ground, clause, task)
    case 'text':
      return textMarks(ground, clause, task)
    default:
      return assertNever(clause)
  }
}

const noMarks = (comments: readonly Comments[]): Marks => comments.map(({ span }) => new Uint8Array(span.rows))

async function textMarks({ comments }: Ground, { text }: TextClause, task: Task): Promise<ClauseMarks> {
  const marks = noMarks(comments)
  const wanted = finderOf(text) ?? EVERYWHERE
  const isWhole = await eachFolded(comments, task, 'quick', (block, at) => {
    const { filled } = comments[at]!.found
    rowsWithText(block, wanted, (row) => (marks[at]![row] = filled[row]!))
  })
  return { marks, wanted: 1, isWhole }
}

async function ruleMarks({ project, comments }: Ground, { rule }: RuleClause, task: Task): Promise<ClauseMarks> {
  const ready = readyRule(project, rule)
  const isWhole = await ensureHits(project, comments, [ready], task)
  const marks = comments.map(({ found, span }) => found.hits.get(ready.key) ?? new Uint8Array(span.rows))
  forgetTried(project, comments)
  return { marks, wanted: 1, isWhole }
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

/** 1 for the verbatims with a code, and those in which there is nothing to code. */
function doneOf({ project, columns, comments, tags }: Ground, at: number): Uint8Array {
  const nothing = bitOf('nothing')
  const bits = markBits(columns, project.marks, comments[at]!)
  return tags!.any[at]!.map((has, row) => (has || bits[row]! & nothing ? 1 : 0))
}

/** 1 for the verbatims that have one of the codes from there. */
function fromOrigin({ project, columns, tags }: Ground, { found, span, wave, field }: Comments, at: number, { origin, codes }: OriginClause): Uint8Array {
  const some = new Uint8Array(span.rows)
  for (const { id, code, parts } of tags!.codes) {
    if (codes !== 'any' && !codes.includes(id)) continue
    const { has, byHand } = parts[at]!
    if (origin === 'hand') for (const row of byHand) some[row] = 1
    else if (origin === 'rule') {
      const hands = new Set(byHand)
      for (let row = 0; row < some.length; row++) if (has[row] && !hands.has(row)) some[row] = 1
    } else if (code.rule.trim() !== '' && isFor(project.registers.code, id, field)) {
      const hits = found.hits.get(readyRule(project, code.rule).key)
      for (const [line, { verdict }] of project.decisions.wordsOn(wave.id, field, id)?.byLine ?? []) {
        const row = rowOfLine(columns, span, line)
        if (row >= 0 && found.filled[row] && (hits?.[row] ?? 0) !== Number(verdict === 'add')) some[row] = 1
      }
    }
  }
  return some
}
