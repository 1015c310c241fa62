import { fault } from '../base/fault'
import { formulaRestored } from '../base/formula-cell'
import { ok, refuse, type Result } from '../base/result'
import { rulesByName } from '../coding/expand-rule'
import { readCodebook, ruleFault, type CodebookEntry } from '../coding/read-codebook'
import { normaliseText, parseDelimited } from '../ingest/parse-delimited'
import { toUtf8 } from '../ingest/to-utf8'
import type { SourceFile } from '../ingest/types'
import { voteDelimiter } from '../ingest/vote-delimiter'
import type { Change, Intent } from '../model/operation'
import type { Code } from '../model/records'
import { canonicalJson } from './state-hash'
import type { Platform } from './platform'
import type { Project } from './project'
import { checkRule } from './ready-rule'

/** The codes in a codebook file. Refuses what is no text, no codebook (`codebook`) or holds a wrong rule (`rule`). */
function codesIn(platform: Platform, file: SourceFile): Result<readonly CodebookEntry[]> {
  if (file.bytes.length === 0) return refuse(fault('empty-file', { file: file.name }))
  const decoded = toUtf8(file, platform)
  if (!decoded.ok) return decoded
  const text = normaliseText(decoded.value.bytes)
  const { delimiter, width } = voteDelimiter(text, ',')
  const rows: (readonly string[])[] = []
  const lines: number[] = []
  for (const batch of parseDelimited(text, { delimiter, quoted: true }, width)) {
    // As our own export makes them safe for spreadsheets: a rule may begin with a minus.
    rows.push(...batch.records.map((record) => record.map(formulaRestored)))
    lines.push(...batch.lines)
  }
  return readCodebook(rows, lines)
}

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
  if (!entries.ok) return entries
  const context = { ruleOf: rulesByName(entries.value), fields: project.registers.field }
  for (const { name, rule, line } of entries.value) {
    const error = checkRule(rule, context)
    if (error) return refuse(ruleFault(name, rule, error, line))
  }
  const changes = codebookChanges(project, entries.value)
  if (changes.length === 0) return ok(null)
  const done = await project.change(intent, changes)
  return done.ok ? ok(null) : done
}

/** What makes these codes the project's codebook. */
export function codebookChanges({ registers, platform }: Project, entries: readonly CodebookEntry[]): readonly Change[] {
  const { code: current } = registers
  const idOf = new Map([...current].map(([id, { name }]) => [name, id]))
  for (const { name } of entries) if (!idOf.has(name)) idOf.set(name, platform.newId())

  const changes: Change[] = entries.flatMap(({ name, parent, rule, description, color }, position): Change[] => {
    const id = idOf.get(name)!
    const before = current.get(id) ?? null
    const after: Code = { ...before, name, parent: parent === null ? null : idOf.get(parent)!, rule, description, color, position }
    return canonicalJson(before) === canonicalJson(after) ? [] : [{ register: 'code', id, before, after }]
  })
  const kept = new Set(entries.map(({ name }) => name))
  for (const [id, before] of current) {
    if (!kept.has(before.name)) changes.push({ register: 'code', id, before, after: null })
  }
  return changes
}
