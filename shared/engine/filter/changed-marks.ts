import type { Task } from '../../base/task'
import { rulesByName } from '../../coding/expand-rule'
import type { Change } from '../../model/operation'
import type { Code } from '../../model/records'
import { isFor, liveCodes } from '../codebook/code-order'
import { rowOfLine, type Comments, type Findings } from '../comments/comments'
import { oneValue } from '../db/query'
import { exclusiveGroups, settleGroup } from '../codebook/exclusive'
import type { Project } from '../project/project'
import { readyRuleWith } from '../rules/ready-rule'
import { ensureHits } from '../rules/rule-hits'
import { createPartCache, emptyPart, partOf, type TagPart } from '../tags/tag-parts'
import { tagsOf } from '../tags/tagging'

/**
 * The comments on whose codes the last change of the codebook had an effect: under the codebook before it they would
 * have other codes, or a coder's word went with it. Null when the task was cancelled first.
 */
export async function changedMarks(project: Project, comments: readonly Comments[], task: Task): Promise<readonly Uint8Array[] | null> {
  const { registers, columns } = project
  const marks = comments.map(({ span }) => new Uint8Array(span.rows))
  const { changes, hits } = lastChange(project)
  if (changes.length === 0) return marks
  const before = new Map<string, Code>(registers.code)
  for (const change of changes) {
    if (change.register !== 'code') continue
    if (change.before) before.set(change.id, change.before)
    else before.delete(change.id)
  }
  const earlier = await partsUnder(project, before, comments, hits, task)
  const tags = await tagsOf(project, task)
  if (!earlier || !tags.isWhole) return null
  const now = new Map(tags.codes.map(({ id, parts }) => [id, parts]))
  for (const code of new Set([...earlier.keys(), ...now.keys()])) {
    comments.forEach((_, at) => markDifference(marks[at]!, earlier.get(code)?.[at]?.has, now.get(code)?.[at]?.has))
  }
  for (const change of changes) {
    const decision = change.register === 'decision' ? (change.after ?? change.before) : null
    if (!decision) continue
    comments.forEach(({ wave, field, span, found }, at) => {
      const row = decision.wave === wave.id && decision.field === field ? rowOfLine(columns, span, decision.line) : -1
      if (row >= 0 && found.filled[row]) marks[at]![row] = 1
    })
  }
  return marks
}

function markDifference(marks: Uint8Array, earlier: Uint8Array | undefined, now: Uint8Array | undefined): void {
  if (earlier === now) return
  for (let row = 0; row < marks.length; row++) if ((earlier?.[row] ?? 0) !== (now?.[row] ?? 0)) marks[row] = 1
}

/** Where each code would be given under another codebook, the coders' words as they are; null when the task was cancelled. */
async function partsUnder(
  project: Project,
  codes: ReadonlyMap<string, Code>,
  comments: readonly Comments[],
  hits: LastChange['hits'],
  task: Task,
): Promise<ReadonlyMap<string, readonly TagPart[]> | null> {
  const live = liveCodes(codes)
  const ruleOf = rulesByName(codes.values())
  const ready = live.map(({ code }) => readyRuleWith(project, code.rule, ruleOf))
  for (const { found } of comments) for (const [key, kept] of hits.get(found) ?? []) if (!found.hits.has(key)) found.hits.set(key, kept)
  if (!(await ensureHits(project, comments, ready, task))) return null
  for (const { found } of comments) hits.set(found, new Map(ready.map(({ key }) => [key, found.hits.get(key)!])))
  const cache = createPartCache()
  const parts = live.map(({ id }, place) =>
    comments.map((each) => (isFor(codes, id, each.field) ? partOf(project, each, id, ready[place]!.key, cache) : emptyPart(each))),
  )
  for (const places of exclusiveGroups(live)) {
    comments.forEach((_, at) => {
      const settled = settleGroup(places.map((place) => parts[place]![at]!), new WeakMap())
      places.forEach((place, member) => (parts[place]![at] = settled[member]!))
    })
  }
  return new Map(live.map(({ id }, place) => [id, parts[place]!]))
}

interface LastChange {
  readonly seq: number
  readonly changes: readonly Change[]
  /** What the rules before it matched: many of them would be forgotten, and matched again for every look. */
  readonly hits: Map<Findings, ReadonlyMap<string, Uint8Array>>
}

const lastOf = new WeakMap<Project, LastChange>()

function lastChange(project: Project): LastChange {
  const { db, acknowledged } = project
  const seq = Number(oneValue(db, "SELECT coalesce(max(seq), 0) FROM operation WHERE intent = 'codebook' AND seq <= ?", [acknowledged]))
  const known = lastOf.get(project)
  if (known?.seq === seq) return known
  const text = oneValue(db, 'SELECT changes FROM operation WHERE seq = ?', [seq])
  const last: LastChange = { seq, changes: text === null ? [] : (JSON.parse(String(text)) as readonly Change[]), hits: new Map() }
  lastOf.set(project, last)
  return last
}
