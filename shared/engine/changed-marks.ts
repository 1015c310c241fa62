import type { Task } from '../base/task'
import { rulesByName } from '../coding/expand-rule'
import type { Change } from '../model/operation'
import type { Code } from '../model/records'
import { rowOfLine, type Comments } from './comments'
import { allRows } from './db/query'
import type { Project } from './project'
import { readyRule, readyRuleWith, type ReadyRule } from './ready-rule'
import { ensureHits } from './rule-hits'

/**
 * The comments on whose codes the last change of the codebook had an effect: a rule says otherwise than before where no
 * coder has spoken, or a coder's word went with it. Null when the task was cancelled first.
 */
export async function changedMarks(project: Project, comments: readonly Comments[], task: Task): Promise<readonly Uint8Array[] | null> {
  const { registers, decisions, columns } = project
  const marks = comments.map(({ span }) => new Uint8Array(span.rows))
  const changes = lastCodebookChange(project)
  const before = new Map<string, Code>(registers.code)
  for (const change of changes) {
    if (change.register !== 'code') continue
    if (change.before) before.set(change.id, change.before)
    else before.delete(change.id)
  }
  const pairs = changedRules(project, before)
  if (!(await ensureHits(project, comments, pairs.flatMap(({ was, is }) => [was, is]), task))) return null
  comments.forEach(({ found, wave, field, span }, at) => {
    const changed = marks[at]!
    for (const { code, was, is } of pairs) {
      const [earlier, now] = [found.hits.get(was.key), found.hits.get(is.key)]
      const spoken = new Set(Array.from(decisions.wordsOn(wave.id, field, code)?.byLine.keys() ?? [], (line) => rowOfLine(columns, span, line)))
      for (let row = 0; row < changed.length; row++) if ((earlier?.[row] ?? 0) !== (now?.[row] ?? 0) && !spoken.has(row)) changed[row] = 1
    }
    for (const change of changes) {
      if (change.register !== 'decision') continue
      const decision = change.after ?? change.before
      const row = decision?.wave === wave.id && decision.field === field ? rowOfLine(columns, span, decision.line) : -1
      if (row >= 0 && found.filled[row]) changed[row] = 1
    }
  })
  return marks
}

const ofRevision = new WeakMap<Project, { readonly revision: number; readonly changes: readonly Change[] }>()

function lastCodebookChange(project: Project): readonly Change[] {
  const { revision, db } = project
  const known = ofRevision.get(project)
  if (known?.revision === revision) return known.changes
  const [row] = allRows(db, "SELECT changes FROM operation WHERE intent = 'codebook' ORDER BY seq DESC LIMIT 1")
  const changes = row ? (JSON.parse(String(row[0])) as readonly Change[]) : []
  ofRevision.set(project, { revision, changes })
  return changes
}

interface ChangedRule {
  readonly code: string
  readonly was: ReadyRule
  readonly is: ReadyRule
}

/** The codes that are matched otherwise than before: by their own rule, or by one that it names. */
function changedRules(project: Project, before: ReadonlyMap<string, Code>): readonly ChangedRule[] {
  const { code: codes } = project.registers
  const ruleBefore = rulesByName(before.values())
  const textOf = (code: Code | undefined): string => (code === undefined || code.archived ? '' : code.rule)
  return [...new Set([...before.keys(), ...codes.keys()])].flatMap((code): ChangedRule[] => {
    const was = readyRuleWith(project, textOf(before.get(code)), ruleBefore)
    const is = readyRule(project, textOf(codes.get(code)))
    return was.key === is.key ? [] : [{ code, was, is }]
  })
}
