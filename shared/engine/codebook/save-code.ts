import { fault } from '../../base/fault'
import { ok, refuse, type Result } from '../../base/result'
import { quietTask, type Task } from '../../base/task'
import { cleanTexts, withProperties, type CodeProperties } from '../../model/code-properties'
import { byCodeName, rulesByName } from '../../coding/expand-rule'
import { PALETTE } from '../../coding/palette'
import { ruleFault } from '../../coding/read-codebook'
import { codesNamed, renamedIn } from '../../coding/refer'
import type { RuleError } from '../../coding/rule-error'
import type { Change } from '../../model/operation'
import type { Code } from '../../model/records'
import type { CodeDraft } from '../../protocol/engine-api'
import { branchOf } from './code-order'
import { nameKey, refuseCode } from './code-refusal'
import type { Project } from '../project/project'
import { checkRule, codebookWith, type RuleContext } from '../rules/ready-rule'
import { canonicalJson } from '../project/state-hash'

const clean = (text: string): string => text.normalize('NFC').trim()

/**
 * Makes a code, or replaces the one with that id; gives its id. Rules that name it go along with a new name. The same
 * values again change nothing.
 */
export async function saveCode(project: Project, draft: CodeDraft): Promise<Result<string>> {
  const { code: codes } = project.registers
  const before = draft.id === null ? null : (codes.get(draft.id) ?? null)
  if (draft.id !== null && !before) return refuse(fault('busy'))
  const name = clean(draft.name)
  if (name === '') return refuseCode('codebook.no-name')
  const isTaken = [...codes].some(([id, code]) => id !== draft.id && nameKey(code.name) === nameKey(name))
  // Names of an imported codebook may differ by case alone; they can be kept.
  if (isTaken && before?.name !== name) return refuseCode('codebook.name-taken', { name })
  const context = codebookWith(project, draft.id, { name, rule: draft.rule })
  const error = checkRule(draft.rule, context) ?? overgrown(project, draft.id, context)
  if (error) return refuse(ruleFault(name, draft.rule, error, 0))
  const { parent } = draft
  if (parent !== null && !codes.has(parent)) return refuseCode('codebook.no-parent', { name })
  if (parent !== null && draft.id !== null && branchOf(codes, draft.id).has(parent)) return refuseCode('codebook.below-itself', { name })
  const color = draft.color === '' ? (before?.color ?? freeColor(codes)) : fullColor(draft.color)
  if (color === null) return refuseCode('codebook.color', { name, color: draft.color })

  const position = before && before.parent === parent ? before.position : nextPosition(codes)
  const plain: Code = { ...before, name, parent, rule: draft.rule.trim(), description: draft.description.trim(), color, position }
  const after = withProperties(plain, cleanProperties(draft))
  const id = draft.id ?? project.platform.newId()
  if (canonicalJson(before) === canonicalJson(after)) return ok(id)
  const changes: Change[] = [{ register: 'code', id, before, after }]
  const isMeant = nameOf(codes, id)
  for (const [user, code] of before && before.name !== name ? usersOf(codes, id) : []) {
    const rule = renamedIn(code.rule, isMeant, name)
    if (rule === null) return refuseCode('codebook.name-quoted', { name, user: code.name })
    changes.push({ register: 'code', id: user, before: code, after: { ...code, rule } })
  }
  const done = await project.change('codebook', changes)
  return done.ok ? ok(id) : done
}

function cleanProperties({ exclusive, mustHit, mustMiss, ...draft }: CodeProperties): CodeProperties {
  return {
    ...draft,
    ...(exclusive === undefined ? {} : { exclusive: exclusive === null ? null : clean(exclusive) }),
    ...(mustHit === undefined ? {} : { mustHit: cleanTexts(mustHit ?? []) }),
    ...(mustMiss === undefined ? {} : { mustMiss: cleanTexts(mustMiss ?? []) }),
  }
}

/** Codes that name the saved one grow with it: the first that would be too large, which it was not. */
function overgrown(project: Project, saved: string | null, context: RuleContext): RuleError | null {
  const { code: codes, field: fields } = project.registers
  const isLarge = (rule: string, among: RuleContext): boolean => checkRule(rule, among)?.code === 'code-large'
  const before = { ruleOf: rulesByName(codes.values()), fields }
  for (const [id, { name, rule }] of codes) {
    if (id === saved || codesNamed(rule).length === 0) continue
    if (isLarge(rule, context) && !isLarge(rule, before)) return { at: 0, code: 'code-large', piece: name }
  }
  return null
}

/** Tells of a name in a rule whether it means the code: of two that differ by case alone, one that is written exactly so. */
function nameOf(codes: ReadonlyMap<string, Code>, id: string): (name: string) => boolean {
  const idOf = byCodeName([...codes].map(([each, { name }]) => [name, each] as const))
  return (name) => idOf(name) === id
}

/** The other codes whose rules name the code. */
function usersOf(codes: ReadonlyMap<string, Code>, id: string): readonly (readonly [id: string, code: Code])[] {
  const isMeant = nameOf(codes, id)
  return [...codes].filter(([user, { rule }]) => user !== id && codesNamed(rule).some(isMeant))
}

/** Removes a code with all of the coders' words on it; its children move up to its parent. Refuses one that another rule names. */
export async function removeCode(project: Project, id: string, task: Task = quietTask): Promise<Result<null>> {
  const { code: codes, decision: decisions } = project.registers
  const before = codes.get(id)
  if (!before) return refuse(fault('busy'))
  const [user] = usersOf(codes, id)
  if (user) return refuseCode('codebook.in-use', { name: before.name, user: user[1].name })
  const changes: Change[] = [{ register: 'code', id, before, after: null }]
  for (const [child, code] of codes) {
    if (code.parent === id) changes.push({ register: 'code', id: child, before: code, after: { ...code, parent: before.parent } })
  }
  for (const [key, decision] of decisions) {
    if (decision.code === id) changes.push({ register: 'decision', id: key, before: decision, after: null })
  }
  const done = await project.change('codebook', changes, task)
  return done.ok ? ok(null) : done
}

/** Last among all, and so among its siblings. */
const nextPosition = (codes: ReadonlyMap<string, Code>): number =>
  [...codes.values()].reduce((last, { position }) => Math.max(last, position), -1) + 1

/** The first colour of the palette that is used least. */
export function freeColor(codes: ReadonlyMap<string, Code>): string {
  const used = (color: string): number => [...codes.values()].filter((code) => code.color === color).length
  return PALETTE.reduce((best, color) => (used(color) < used(best) ? color : best))
}

/** `#rrggbb`, lower case; null for what is no colour. */
function fullColor(text: string): string | null {
  const color = text.trim().toLowerCase()
  if (/^#[0-9a-f]{6}$/.test(color)) return color
  return /^#[0-9a-f]{3}$/.test(color) ? color.replace(/[0-9a-f]/g, '$&$&') : null
}
