import { ok, refuse, type Result } from '../../base/result'
import { cleanTexts } from '../../model/code-properties'
import { expandRule, rulesByName, type RuleOfCode } from '../../coding/expand-rule'
import { examplesOf, judgeExamples, type Example, type JudgedExample, type WithExamples } from '../../coding/judge-examples'
import { parseRule } from '../../coding/parse-rule'
import { codesNamed } from '../../coding/refer'
import { ruleFault } from '../../coding/read-codebook'
import type { Code } from '../../model/records'
import type { BrokenExample, ExamplesDraft, ExamplesReport, JudgedText } from '../../protocol/examples'
import type { Project } from '../project/project'
import { checkRule, codebookWith, readyRule } from '../rules/ready-rule'

/** Judges the examples of a code by its rule, those of the codes that it names in their place. */
export function judgeCode(code: WithExamples & { readonly rule: string }, ruleOf: RuleOfCode): readonly JudgedExample[] {
  const parsed = parseRule(code.rule)
  const expanded = expandRule(parsed.ok ? parsed.rule : null, ruleOf)
  return judgeExamples(expanded.ok ? expanded.rule : null, examplesOf(code))
}

const judged = new WeakMap<Code, { readonly key: string; readonly failing: readonly Example[] }>()

/** The examples of a code that do not hold. Worked out anew only when the code or one that its rule names has changed. */
export function failingExamples(project: Project, code: Code): readonly Example[] {
  if (!code.mustHit && !code.mustMiss) return []
  const { key } = readyRule(project, code.rule)
  const known = judged.get(code)
  if (known?.key === key) return known.failing
  const failing = judgeCode(code, rulesByName(project.registers.code.values())).filter(({ holds }) => !holds)
  judged.set(code, { key, failing })
  return failing
}

/** How the examples of a draft fare, and which of other codes it would break. Refuses a wrong rule. */
export function judgeDraft(project: Project, draft: ExamplesDraft): Result<ExamplesReport> {
  const { code: codes } = project.registers
  const { code: id, name, rule } = draft
  const wrong = checkRule(rule, codebookWith(project, id, { name, rule }))
  if (wrong) return refuse(ruleFault(name, rule, wrong, 0))
  const saved = id === null ? undefined : codes.get(id)
  const others = [...codes].filter(([other]) => other !== id)
  const before = rulesByName(codes.values())
  // Those that name it still use the name that it has.
  const after = rulesByName([...others.map(([, code]) => code), { name: saved?.name ?? name, rule }, { name, rule }])
  const held = new Map((saved ? judgeCode(saved, before) : []).map((one) => [keyOf(one), one.holds]))
  const own = { rule, mustHit: cleanTexts(draft.mustHit), mustMiss: cleanTexts(draft.mustMiss) }
  const examples = judgeCode(own, after).map(({ spans, ...one }): JudgedText => ({
    ...one,
    held: held.get(keyOf(one)) ?? null,
    matched: spans.map(({ start, end }) => ({ from: start, to: end })),
  }))
  return ok({ examples, others: saved ? others.flatMap(([other, code]) => broken(other, code, before, after)) : [] })
}

const keyOf = ({ kind, text }: Example): string => `${kind} ${text}`

/** Examples that hold now and then no longer. */
function broken(id: string, code: Code, before: RuleOfCode, after: RuleOfCode): readonly BrokenExample[] {
  if (codesNamed(code.rule).length === 0) return []
  const now = judgeCode(code, before)
  return judgeCode(code, after).flatMap(({ kind, text, holds }, at) =>
    now[at]!.holds && !holds ? [{ code: id, name: code.name, kind, text }] : [],
  )
}
