import { ok, refuse, type Result } from '../../base/result'
import type { Task } from '../../base/task'
import { byCodeName, rulesByName } from '../../coding/expand-rule'
import { inlined, joinRules } from '../../coding/join-rules'
import { ruleFault } from '../../coding/read-codebook'
import { codesNamed, renamedIn } from '../../coding/refer'
import { cleanTexts, withProperties } from '../../model/code-properties'
import type { Change } from '../../model/operation'
import type { Code, Decision } from '../../model/records'
import { branchOf, questionsOf } from './code-order'
import { rowOfLine } from '../comments/comments'
import { refuseCode } from './code-refusal'
import { decisionId } from '../tags/decision-index'
import type { Project } from '../project/project'
import { checkRule } from '../rules/ready-rule'
import { tagsOf } from '../tags/tagging'

/**
 * What puts a code into another: that one then has what either had, unless a coder has said otherwise of it; rules that
 * named the first name the other. Refused where rules would come to name each other in a circle.
 */
export async function mergedCodes(project: Project, id: string, into: string, task: Task): Promise<Result<readonly Change[]>> {
  const { code: codes, field: fields } = project.registers
  const [gone, kept] = [codes.get(id), codes.get(into)]
  if (!gone || !kept || id === into) return refuseCode('codebook.no-parent', { name: gone?.name ?? '' })
  const idOf = byCodeName([...codes].map(([each, { name }]) => [name, each] as const))
  const [isGone, isKept] = [(name: string) => idOf(name) === id, (name: string) => idOf(name) === into]

  // Each may name the other: its rule stands there in the place of the name.
  const goneRule = inlined(gone.rule, isKept, kept.rule)
  const keptRule = inlined(kept.rule, isGone, gone.rule)
  if (goneRule === null || keptRule === null) return refuseCode('codebook.in-use', { name: gone.name, user: kept.name })
  const isAbove = branchOf(codes, id).has(into)
  const merged = withProperties(
    {
      ...kept,
      rule: joinRules(keptRule, goneRule),
      description: kept.description || gone.description,
      parent: kept.parent === id ? gone.parent : kept.parent,
    },
    {
      mustHit: cleanTexts([...(kept.mustHit ?? []), ...(gone.mustHit ?? [])]),
      mustMiss: cleanTexts([...(kept.mustMiss ?? []), ...(gone.mustMiss ?? [])]),
      ...questionsOfBoth(project, id, into),
    },
  )
  const after = new Map(codes)
  after.delete(id)
  after.set(into, merged)
  for (const [each, code] of codes) {
    if (each === id || each === into) continue
    const parent = code.parent === id ? (isAbove ? gone.parent : into) : code.parent
    const rule = codesNamed(code.rule).some(isGone) ? renamedIn(code.rule, isGone, kept.name) : code.rule
    if (rule === null) return refuseCode('codebook.name-quoted', { name: kept.name, user: code.name })
    after.set(each, { ...code, parent, rule })
  }
  const context = { ruleOf: rulesByName(after.values()), fields }
  for (const [each, code] of after) {
    if (each !== into && codesNamed(code.rule).length === 0) continue
    const error = checkRule(code.rule, context)
    // What was wrong before stays so.
    if (error && !checkRule(codes.get(each)!.rule, { ruleOf: rulesByName(codes.values()), fields })) return refuse(ruleFault(code.name, code.rule, error, 0))
  }
  const changes: Change[] = [...codes].flatMap(([each, before]): Change[] => {
    const now = after.get(each) ?? null
    const isSame = now !== null && each !== into && now.parent === before.parent && now.rule === before.rule
    return isSame ? [] : [{ register: 'code', id: each, before, after: now }]
  })
  return ok([...changes, ...(await mergedWords(project, id, into, task))])
}

/** The questions of either, where the other is not for all of them: else tags given by hand would be lost. */
function questionsOfBoth({ registers: { code: codes, field: fields } }: Project, id: string, into: string): Pick<Code, 'questions'> {
  const kept = questionsOf(codes, into)
  const gone = questionsOf(codes, id) ?? [...fields].flatMap(([field, { role }]) => (role === 'comment' ? [field] : []))
  const isSame = kept !== null && codes.get(into)!.parent !== id && gone.every((field) => kept.includes(field))
  return kept === null || isSame ? {} : { questions: [...new Set([...kept, ...gone])] }
}

/** Words on the one become words on the other, unless there is one already, or one that takes away what its own rule gives. */
async function mergedWords(project: Project, id: string, into: string, task: Task): Promise<readonly Change[]> {
  const { registers, columns } = project
  const words = [...registers.decision].filter(([, { code }]) => code === id)
  if (words.length === 0) return []
  const tags = await tagsOf(project, task)
  const own = tags.codes.find((each) => each.id === into)
  const hasOwn = ({ wave, line, field }: Decision): boolean => {
    const at = tags.comments.findIndex((each) => each.wave.id === wave && each.field === field)
    const row = at < 0 ? -1 : rowOfLine(columns, tags.comments[at]!.span, line)
    return row >= 0 && own?.parts[at]!.has[row] === 1
  }
  return words.flatMap(([key, before]): Change[] => {
    const target = decisionId(before, into)
    const isKept = !registers.decision.has(target) && !(before.verdict === 'remove' && hasOwn(before))
    const taken: Change = { register: 'decision', id: key, before, after: null }
    return isKept ? [taken, { register: 'decision', id: target, before: null, after: { ...before, code: into } }] : [taken]
  })
}

/** What makes a second code of the same rule behind one, with the coders' words on some verbatims. */
export function splitCode(newId: string, code: Code, words: readonly (readonly [string, Decision])[]): readonly Change[] {
  return [
    { register: 'code', id: newId, before: null, after: code },
    ...words.flatMap(([key, before]): Change[] => [
      { register: 'decision', id: key, before, after: null },
      { register: 'decision', id: decisionId(before, newId), before: null, after: { ...before, code: newId } },
    ]),
  ]
}
