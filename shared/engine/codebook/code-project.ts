import { fault } from '../../base/fault'
import { ok, refuse, type Result } from '../../base/result'
import { withProperties } from '../../model/code-properties'
import { rulesByName } from '../../coding/expand-rule'
import { ruleFault, type CodebookEntry } from '../../coding/read-codebook'
import type { SourceFile } from '../../ingest/types'
import type { Change, Intent } from '../../model/operation'
import type { Code } from '../../model/records'
import { questionIds } from './code-questions'
import { codesIn } from './codebook-file'
import type { Project } from '../project/project'
import { checkRule } from '../rules/ready-rule'
import { canonicalJson } from '../project/state-hash'

/**
 * Replaces the project's codebook by that of a file, as one operation. A code that keeps its name keeps its id, and
 * so its hand tags; the same codebook again changes nothing.
 */
export async function codeProject(
  project: Project,
  file: SourceFile,
  intent: Extract<Intent, 'codebook' | 'create'> = 'codebook',
): Promise<Result<null>> {
  const entries = codesIn(project.platform, file)
  return entries.ok ? replaceCodes(project, entries.value, intent) : entries
}

/** Makes these codes the project's codebook. Refuses rules and questions that speak of what is not there. */
async function replaceCodes(
  project: Project,
  entries: readonly CodebookEntry[],
  intent: Extract<Intent, 'codebook' | 'create'> = 'codebook',
): Promise<Result<null>> {
  const { field: fields } = project.registers
  const context = { ruleOf: rulesByName(entries), fields }
  for (const { name, rule, line, questions } of entries) {
    const error = checkRule(rule, context)
    if (error) return refuse(ruleFault(name, rule, error, line))
    const [unknown] = questionIds(questions ?? [], fields).unknown
    if (unknown !== undefined) return refuse(fault('codebook', { name, cell: unknown, what: 'codebook.questions', line }))
  }
  const changes = codebookChanges(project, entries)
  if (changes.length === 0) return ok(null)
  const done = await project.change(intent, changes)
  return done.ok ? ok(null) : done
}

/** What makes these codes the project's codebook. Questions that are not among the fields are left out. */
export function codebookChanges(
  { registers, platform }: Project,
  entries: readonly CodebookEntry[],
  fields: Project['registers']['field'] = registers.field,
): readonly Change[] {
  const { code: current } = registers
  const idOf = new Map([...current].map(([id, { name }]) => [name, id]))
  const taken = new Set(entries.flatMap(({ name }) => idOf.get(name) ?? []))
  for (const { name, guid } of entries) {
    if (idOf.has(name)) continue
    // The same code under another name.
    const id = guid === undefined || taken.has(guid) ? platform.newId() : guid
    taken.add(id)
    idOf.set(name, id)
  }

  const changes: Change[] = entries.flatMap((entry, position): Change[] => {
    const { name, parent } = entry
    const id = idOf.get(name)!
    const before = current.get(id) ?? null
    const after = codeOf(entry, before, parent === null ? null : idOf.get(parent)!, position, fields)
    return canonicalJson(before) === canonicalJson(after) ? [] : [{ register: 'code', id, before, after }]
  })
  const kept = new Set(entries.map(({ name }) => idOf.get(name)))
  for (const [id, before] of current) {
    if (!kept.has(id)) changes.push({ register: 'code', id, before, after: null })
  }
  return changes
}

/** The code that an entry makes of the one that was there before. */
export function codeOf(
  entry: CodebookEntry,
  before: Code | null,
  parent: string | null,
  position: number,
  fields: Project['registers']['field'],
): Code {
  const { name, description, color, questions } = entry
  const rule = entry.keepsRule ? (before?.rule ?? '') : entry.rule
  const said = questions ? { ...entry, questions: questionIds(questions, fields).ids } : entry
  return withProperties({ ...before, name, parent, rule, description, color, position }, said)
}
