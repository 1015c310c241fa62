import { fault } from '../../base/fault'
import { ok, refuse, type Result } from '../../base/result'
import type { Task } from '../../base/task'
import { ruleFault } from '../../coding/read-codebook'
import type { RuleDraft, RuleExample, RulePreview } from '../../protocol/engine-api'
import { isFor } from '../codebook/code-order'
import { commentsOf } from '../comments/comments'
import type { Project } from '../project/project'
import { matcherOf } from './match-ready'
import { checkRule, codebookWith, readyRule } from './ready-rule'
import { ensureHits, forgetTried } from './rule-hits'
import { keyOf } from '../comments/verbatim-key'

const MOST_EXAMPLES = 5

/** What a rule would match over all waves, rule against rule: coders' words are left out of it. */
export async function previewRule(project: Project, { code, rule }: RuleDraft, task: Task): Promise<Result<RulePreview>> {
  const saved = code === null ? null : project.registers.code.get(code)
  if (saved === undefined) return refuse(fault('busy'))
  const name = saved?.name ?? ''
  const wrong = checkRule(rule, codebookWith(project, code, { name, rule }))
  if (wrong) return refuse(ruleFault(name, rule, wrong, 0))
  const after = readyRule(project, rule)
  const before = readyRule(project, saved?.rule ?? '')
  const { columns } = project
  // Of the questions that the code is for.
  const comments = commentsOf(project).filter(({ field }) => code === null || isFor(project.registers.code, code, field))
  if (!(await ensureHits(project, comments, [after, before], task))) return refuse(fault('cancelled'))

  const found = { n: 0, added: 0, lost: 0 }
  const examples: { readonly added: RuleExample[]; readonly lost: RuleExample[] } = { added: [], lost: [] }
  const matchers = { added: matcherOf(columns, after), lost: matcherOf(columns, before) }
  const exampleOf = (at: number, row: number, by: keyof typeof matchers): RuleExample => {
    const { text: textOf, span } = comments[at]!
    const text = textOf(row)
    const match = matchers[by](text, span.first + row)
    const matched = (match?.spans ?? []).map(({ start, end }) => ({ from: start, to: end }))
    return { ...keyOf({ columns, comments }, at, row), text, matched }
  }
  for (const [at, { found: findings }] of comments.entries()) {
    const now = findings.hits.get(after.key)!
    const earlier = findings.hits.get(before.key)!
    for (let row = 0; row < now.length; row++) {
      found.n += now[row]!
      if (now[row] === earlier[row]) continue
      const what = now[row] ? 'added' : 'lost'
      found[what] += 1
      if (examples[what].length < MOST_EXAMPLES) examples[what].push(exampleOf(at, row, what))
    }
  }
  forgetTried(project, comments)
  return ok({ ...found, addedExamples: examples.added, lostExamples: examples.lost })
}
