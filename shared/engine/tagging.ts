import { invariant } from '../base/assert'
import { ok, refuse, type Result } from '../base/result'
import { quietTask, type Task } from '../base/task'
import { fault } from '../base/fault'
import { Classifier } from '../coding/classify'
import { compileRules } from '../coding/compile-rules'
import { parseRule } from '../coding/parse-rule'
import type { Code } from '../model/records'
import { effectOf } from '../nps/code-effect'
import { figureOf } from '../nps/figure'
import type { GroupCounts } from '../nps/types'
import type { Coding, Drivers } from '../protocol/engine-api'
import { cellAt } from '../table/column'
import { checkScale } from './scale'
import type { Columns, Span } from './columns'
import type { Project } from './project'

/** Which responses mention which code: by its rule, and by hand over the rule. A cache, like the columns. */
export interface Tags {
  /** Comments that are not blank, of responses that count. */
  readonly verbatims: number
  /** Those with at least one code. */
  readonly coded: number
  readonly codes: readonly CodeTags[]
  /** 1 for every row that mentions the code of that name. */
  readonly rowsOf: (code: string) => Uint8Array
  /** The comments themselves that have the code of that name; null: all comments. */
  readonly verbatimsOf: (code: string | null) => readonly CommentRows[]
}

/** Comments in one column of one wave: 1 for each row that has one. */
export interface CommentRows {
  readonly field: string
  readonly span: Span
  readonly rows: Uint8Array
}

interface CodeTags {
  readonly id: string
  readonly code: Code
  /** Verbatims. */
  readonly n: number
  readonly rows: Uint8Array
}

const ROWS_PER_BREATH = 2000
const caches = new WeakMap<Columns, { readonly revision: number; readonly tags: Tags }>()

/** Tags of the project as it is; computed once per revision and columns (an import has columns of its own first). */
export async function tagsOf(project: Project, task: Task = quietTask): Promise<Tags> {
  const { revision, columns } = project
  const cached = caches.get(columns)
  if (cached?.revision === revision) return cached.tags
  const tags = await classifyAll(project, task)
  caches.set(columns, { revision, tags })
  return tags
}

async function classifyAll(project: Project, task: Task): Promise<Tags> {
  const { columns, registers } = project
  const codes = [...registers.code].sort(([, a], [, b]) => a.position - b.position)
  const compiled = compileRules(codes.map(([, { rule }]) => parsed(rule)))
  const mentions = codes.map(() => new Uint8Array(columns.rows))
  const counts = codes.map(() => 0)
  const comments: CommentRows[] = []
  const commentsOfCode: CommentRows[][] = codes.map(() => [])
  let verbatims = 0
  let coded = 0

  const places = project.commentColumns()
  for (const [at, { field, span }] of places.entries()) {
    const classifier = new Classifier(compiled, columns.rows)
    const cells = columns.text(field)
    const isVerbatim = new Uint8Array(columns.rows)
    for (let row = span.first; row < span.first + span.rows; row++) {
      const text = cellAt(cells, row)
      if (columns.live[row] && text.trim() !== '') {
        isVerbatim[row] = 1
        classifier.add(row, text)
      }
      if (row % ROWS_PER_BREATH === 0) {
        task.report((at + (row - span.first) / span.rows) / places.length, 'coding')
        await task.breathe()
      }
    }
    applyDecisions(project, columns, field, span, codes, classifier.hits)
    comments.push({ field, span, rows: isVerbatim })
    codes.forEach((_, code) => commentsOfCode[code]!.push({ field, span, rows: classifier.hits[code]! }))
    for (let row = span.first; row < span.first + span.rows; row++) {
      if (!isVerbatim[row]) continue
      verbatims += 1
      let any = 0
      for (let code = 0; code < codes.length; code++) {
        if (!classifier.hits[code]![row]) continue
        any = 1
        counts[code]! += 1
        mentions[code]![row] = 1
      }
      coded += any
    }
  }
  const tagged = codes.map(([id, code], at): CodeTags => ({ id, code, n: counts[at]!, rows: mentions[at]! }))
  return {
    verbatims,
    coded,
    codes: tagged,
    rowsOf: (name) => tagged.find(({ code }) => code.name === name)?.rows ?? new Uint8Array(columns.rows),
    verbatimsOf: (name) => (name === null ? comments : (commentsOfCode[codes.findIndex(([, code]) => code.name === name)] ?? [])),
  }
}

/** Rules were checked when they were entered: one that does not parse is a bug. A blank rule matches nothing. */
function parsed(rule: string): Parameters<typeof compileRules>[0][number] {
  const result = parseRule(rule)
  invariant(result.ok, `rule ${rule} parses`)
  return result.rule
}

/** A coder's word wins over the rule. */
function applyDecisions(
  { registers }: Project,
  columns: Columns,
  field: string,
  span: Span,
  codes: readonly (readonly [string, Code])[],
  hits: readonly Uint8Array[],
): void {
  const place = new Map(codes.map(([id], at) => [id, at]))
  const wave = columns.waves.find((placed) => placed.span === span)?.id
  let rowOfLine: Map<number, number> | null = null
  for (const decision of registers.decision.values()) {
    const code = place.get(decision.code)
    if (decision.wave !== wave || decision.field !== field || code === undefined) continue
    rowOfLine ??= new Map(Array.from({ length: span.rows }, (_, at) => [columns.lines[span.first + at]!, span.first + at]))
    const row = rowOfLine.get(decision.line)
    if (row !== undefined) hits[code]![row] = decision.verdict === 'add' ? 1 : 0
  }
}

/** How many verbatims each code has, and how many have any. */
export async function codingOf(project: Project, task: Task): Promise<Coding> {
  const { verbatims, coded, codes } = await tagsOf(project, task)
  return {
    verbatims,
    coded,
    coverage: verbatims === 0 ? 0 : coded / verbatims,
    codes: codes.map(({ id, code, n }) => ({ id, code: code.name, n })),
  }
}

function groupsOf({ groups, live }: Columns, rows: Uint8Array, wanted: 0 | 1): GroupCounts {
  const counts = [0, 0, 0]
  for (let row = 0; row < rows.length; row++) {
    const group = groups[row]!
    if (live[row] && group >= 0 && rows[row] === wanted) counts[group]! += 1
  }
  return { detractors: counts[0]!, passives: counts[1]!, promoters: counts[2]! }
}

/** What each code does to the score; base: every scored response. Largest effect first. */
export async function answerDrivers(project: Project, task: Task = quietTask): Promise<Result<Drivers>> {
  const { columns } = project
  const { refusal, nonStandard } = checkScale(columns, columns.live)
  if (refusal) return refuse(refusal)
  const tags = await tagsOf(project, task)
  if (task.cancelled()) return refuse(fault('cancelled'))
  const total = figureOf(groupsOf(columns, new Uint8Array(columns.rows), 0))
  const codes = tags.codes.map(({ code, rows }) => ({
    code: code.name,
    color: code.color,
    ...effectOf(groupsOf(columns, rows, 1), groupsOf(columns, rows, 0)),
  }))
  codes.sort((a, b) => Math.abs(b.contribution ?? 0) - Math.abs(a.contribution ?? 0))
  return ok({ base: total.n, nps: total.nps, nonStandard, codes })
}
