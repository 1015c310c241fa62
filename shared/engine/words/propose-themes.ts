import { fault } from '../../base/fault'
import { ok, refuse, type Result } from '../../base/result'
import type { Task } from '../../base/task'
import { parseRule } from '../../coding/parse-rule'
import type { RuleExample } from '../../protocol/codebook'
import type { ProposedTheme, ProposedThemes } from '../../protocol/words'
import type { Clause } from '../../query/types'
import { ruleOfAny } from '../../suggest/term-rule'
import { themesOf } from '../../suggest/themes'
import { matcherOf } from '../rules/match-ready'
import type { Project } from '../project/project'
import { readyRule } from '../rules/ready-rule'
import { selectVerbatims } from '../filter/select'
import { tagsOf } from '../tags/tagging'
import { keyOf } from '../comments/verbatim-key'
import { wordIndexOf } from './word-index'
import { described, variantsOf } from './words'

/** Themes among the verbatims of the filter that have no code, each with a rule that could find it. */
export async function proposeThemes(project: Project, { where }: { readonly where: readonly Clause[] }, task: Task): Promise<Result<ProposedThemes>> {
  const { any, isWhole } = await tagsOf(project, task)
  const { columns, comments, marks, isWhole: isSelected } = await selectVerbatims(project, where, task)
  const index = await wordIndexOf(project, comments, task)
  if (!isWhole || !isSelected || !index) return refuse(fault('cancelled'))
  const uncovered = marks.map((marked, at) => marked.map((one, row) => one & (1 - any[at]![row]!)))
  const found = await themesOf(index, uncovered, task)
  if (!found) return refuse(fault('cancelled'))
  const themes = found.themes.map(({ forms, n, nearest }): ProposedTheme => {
    const variants = variantsOf(index, forms)
    const terms = forms.map((form) => described(index, form, variants))
    const rule = ruleOfAny(terms.map((term) => term.rule))
    const match = parseRule(rule).ok ? matcherOf(columns, readyRule(project, rule)) : null
    const examples = nearest.map(({ at, row }): RuleExample => {
      const { span, text: textOf } = comments[at]!
      const text = textOf(row)
      const matched = (match?.(text, span.first + row)?.spans ?? []).map(({ start, end }) => ({ from: start, to: end }))
      return { ...keyOf({ columns, comments }, at, row), text, matched }
    })
    return { words: terms.map(({ word }) => word), rule, n, examples }
  })
  return ok({ uncovered: found.comments, sampled: found.sampled, themes })
}
