import { fault } from '../../base/fault'
import { ok, refuse, type Result } from '../../base/result'
import type { Task } from '../../base/task'
import { textOfUtf8 } from '../../base/utf8'
import { compileRules } from '../../coding/compile-rules'
import { rulesByName } from '../../coding/expand-rule'
import { leavesOf } from '../../coding/map-rule'
import { createMatcher, type RuleMatch } from '../../coding/match'
import { parseRule } from '../../coding/parse-rule'
import { ruleFault } from '../../coding/read-codebook'
import { toUtf8 } from '../../ingest/to-utf8'
import type { Decoder, SourceFile } from '../../ingest/types'
import { commentsOf } from '../comments/comments'
import { matcherOf } from './match-ready'
import type { Project } from '../project/project'
import { checkRule, readyRule } from './ready-rule'
import { ensureHits } from './rule-hits'
import { keyOf } from '../comments/verbatim-key'

/** A text that a rule matches: [start, end) of what matched, UTF-16. */
export interface MatchedText {
  /** Of the file, from 1. */
  readonly line: number
  readonly spans: readonly (readonly [start: number, end: number])[]
}

export interface MatchedComment extends MatchedText {
  /** Name of the wave. */
  readonly wave: string
  /** Name of the question's field. */
  readonly question: string
}

/** The lines of a text file that `rule` matches, each a text of its own. Refuses a wrong rule, and what is no text. */
export function matchLines(decoder: Decoder, file: SourceFile, rule: string): Result<readonly MatchedText[]> {
  const wrong = checkRule(rule, { ruleOf: () => undefined, fields: new Map() })
  if (wrong) return refuse(ruleFault('', rule, wrong, 0))
  const parsed = parseRule(rule)
  const tree = parsed.ok ? parsed.rule : null
  const condition = leavesOf(tree).find(({ kind }) => kind === 'condition')
  if (condition) return refuse(ruleFault('', rule, { at: condition.at, code: 'condition-response', piece: rule.slice(condition.at, condition.end) }, 0))
  const match = createMatcher(compileRules([tree]))
  const decoded = toUtf8(file, decoder)
  if (!decoded.ok) return decoded
  const lines = textOfUtf8(decoded.value.bytes).split(/\r\n|\r|\n/)
  return ok(
    lines.flatMap((text, at) => {
      const spans = spansOf(match(text)[0] ?? null)
      return spans ? [{ line: at + 1, spans }] : []
    }),
  )
}

/** The comments of a project that `rule` matches, in the order of the waves. Refuses a wrong rule. */
export async function matchComments(project: Project, rule: string, task: Task): Promise<Result<readonly MatchedComment[]>> {
  const { columns, registers } = project
  const wrong = checkRule(rule, { ruleOf: rulesByName(registers.code.values()), fields: registers.field })
  if (wrong) return refuse(ruleFault('', rule, wrong, 0))
  const comments = commentsOf(project)
  const ready = readyRule(project, rule)
  const match = matcherOf(columns, ready)
  if (!(await ensureHits(project, comments, [ready], task))) return refuse(fault('cancelled'))
  return ok(
    comments.flatMap(({ found, field, wave, span, text }, at) => {
      const hits = found.hits.get(ready.key)!
      const question = registers.field.get(field)?.name ?? ''
      return [...hits.keys()].flatMap((row) => {
        if (!hits[row]) return []
        const { line } = keyOf({ columns, comments }, at, row)
        return [{ wave: wave.wave.name, question, line, spans: spansOf(match(text(row), span.first + row)) ?? [] }]
      })
    }),
  )
}

const spansOf = (match: RuleMatch | null): MatchedText['spans'] | null =>
  match ? match.spans.map(({ start, end }) => [start, end] as const) : null
