import { fault } from '../base/fault'
import { ok, refuse, type Result } from '../base/result'
import type { Task } from '../base/task'
import { compileRules } from '../coding/compile-rules'
import { matchText } from '../coding/match'
import { parseRule } from '../coding/parse-rule'
import { ruleFault } from '../coding/read-codebook'
import type { RuleDraft, RuleExample, RulePreview } from '../protocol/engine-api'
import { commentsOf } from './comments'
import type { Project } from './project'
import { ensureHits, parsedRule } from './rule-hits'
import { keyOf } from './verbatims'

const MOST_EXAMPLES = 5

/** What a rule would match over all waves, rule against rule: coders' words are left out of it. */
export async function previewRule(project: Project, { code, rule }: RuleDraft, task: Task): Promise<Result<RulePreview>> {
  const saved = code === null ? null : project.registers.code.get(code)
  if (saved === undefined) return refuse(fault('busy'))
  const parsed = parseRule(rule)
  if (!parsed.ok) return refuse(ruleFault(saved?.name ?? '', rule, parsed.error, 0))
  const after = rule.trim()
  const before = saved?.rule ?? ''
  const { columns } = project
  const comments = commentsOf(project)
  if (!(await ensureHits(project, comments, [after, before], task))) return refuse(fault('cancelled'))

  const found = { n: 0, added: 0, lost: 0 }
  const examples: { readonly added: RuleExample[]; readonly lost: RuleExample[] } = { added: [], lost: [] }
  const exampleOf = (at: number, row: number, by: string): RuleExample => {
    const text = comments[at]!.text(row)
    const [match] = matchText(compileRules([parsedRule(by)]), text)
    const matched = (match?.spans ?? []).map(({ start, end }) => ({ from: start, to: end }))
    return { ...keyOf({ columns, comments }, at, row), text, matched }
  }
  for (const [at, { found: findings }] of comments.entries()) {
    const now = findings.hits.get(after)!
    const earlier = findings.hits.get(before)!
    for (let row = 0; row < now.length; row++) {
      found.n += now[row]!
      if (now[row] === earlier[row]) continue
      const what = now[row] ? 'added' : 'lost'
      found[what] += 1
      if (examples[what].length < MOST_EXAMPLES) examples[what].push(exampleOf(at, row, now[row] ? after : before))
    }
  }
  return ok({ ...found, addedExamples: examples.added, lostExamples: examples.lost })
}
