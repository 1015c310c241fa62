import { fault } from '../base/fault'
import { ok, refuse, type Result } from '../base/result'
import type { Task } from '../base/task'
import { textOfUtf8 } from '../base/utf8'
import { compileRules, type CompiledRules } from '../coding/compile-rules'
import { matchText } from '../coding/match'
import { parseRule } from '../coding/parse-rule'
import { ruleFault } from '../coding/read-codebook'
import { toUtf8 } from '../ingest/to-utf8'
import type { Decoder, SourceFile } from '../ingest/types'
import { commentsOf } from './comments'
import type { Project } from './project'
import { ensureHits } from './rule-hits'
import { keyOf } from './verbatims'

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
  const compiled = compiledRule(rule)
  if (!compiled.ok) return compiled
  const decoded = toUtf8(file, decoder)
  if (!decoded.ok) return decoded
  const lines = textOfUtf8(decoded.value.bytes).split(/\r\n|\r|\n/)
  return ok(
    lines.flatMap((text, at) => {
      const spans = spansIn(compiled.value, text)
      return spans ? [{ line: at + 1, spans }] : []
    }),
  )
}

/** The comments of a project that `rule` matches, in the order of the waves. Refuses a wrong rule. */
export async function matchComments(project: Project, rule: string, task: Task): Promise<Result<readonly MatchedComment[]>> {
  const compiled = compiledRule(rule)
  if (!compiled.ok) return compiled
  const { columns, registers } = project
  const comments = commentsOf(project)
  const text = rule.trim()
  if (!(await ensureHits(project, comments, [text], task))) return refuse(fault('cancelled'))
  return ok(
    comments.flatMap(({ found, field, wave, text: textOf }, at) => {
      const hits = found.hits.get(text)!
      const question = registers.field.get(field)?.name ?? ''
      return [...hits.keys()].flatMap((row) => {
        if (!hits[row]) return []
        const { line } = keyOf({ columns, comments }, at, row)
        return [{ wave: wave.wave.name, question, line, spans: spansIn(compiled.value, textOf(row)) ?? [] }]
      })
    }),
  )
}

function compiledRule(rule: string): Result<CompiledRules> {
  const parsed = parseRule(rule)
  return parsed.ok ? ok(compileRules([parsed.rule])) : refuse(ruleFault('', rule, parsed.error, 0))
}

function spansIn(rule: CompiledRules, text: string): MatchedText['spans'] | null {
  const [match] = matchText(rule, text)
  return match ? match.spans.map(({ start, end }) => [start, end] as const) : null
}
