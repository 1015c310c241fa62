import { fault } from '../../base/fault'
import { ok, refuse, type Result } from '../../base/result'
import { seededRandom, type Random } from '../../base/seeded-random'
import type { Task } from '../../base/task'
import { nearMissFinder } from '../../coding/near-miss'
import { parseRule } from '../../coding/parse-rule'
import { AUDIT_STRATA, type AuditItem, type AuditRequest, type AuditSample, type AuditStratum } from '../../protocol/engine-api'
import { isFor } from '../codebook/code-order'
import { commentsOf, type Comments } from '../comments/comments'
import { eachFolded, foldedAt } from '../comments/folded'
import { matcherOf } from './match-ready'
import type { Project } from '../project/project'
import { readyRule } from './ready-rule'
import { ensureHits } from './rule-hits'
import { keyOf } from '../comments/verbatim-key'

/** Of the verbatims that the rule does not match, how much of the sample is of those with its words in them. */
const NEAR_SHARE = 1 / 3

interface Place {
  readonly at: number
  readonly row: number
}

/**
 * Verbatims to judge a rule by: some that it matches, some that it does not, the latter more among those with words like
 * the rule's than there would be by chance. Coders' words are left out of it: it is the rule that is audited.
 */
export async function auditSample(project: Project, request: AuditRequest, task: Task): Promise<Result<AuditSample>> {
  const { columns, registers } = project
  const code = registers.code.get(request.code)
  if (!code) return refuse(fault('busy'))
  const ready = readyRule(project, code.rule)
  const comments = commentsOf(project).filter(({ field }) => isFor(registers.code, request.code, field))
  if (!(await ensureHits(project, comments, [ready], task))) return refuse(fault('cancelled'))
  const strata = await strataOf(comments, code.rule, ready, task)
  if (!strata) return refuse(fault('cancelled'))

  const random = seededRandom(request.seed)
  const near = Math.min(strata.near.length, Math.round(request.unflagged * NEAR_SHARE))
  const other = Math.min(strata.other.length, request.unflagged - near)
  const wanted = { flagged: request.flagged, other, near: request.unflagged - other }
  // Each stratum is spread evenly over the whole, so that a sample that is left half way says something of each.
  const drawn = AUDIT_STRATA.flatMap((stratum) => {
    const places = draw(strata[stratum], wanted[stratum], random)
    return places.map((place, number) => ({ ...place, stratum, turn: (number + random()) / places.length }))
  }).toSorted((a, b) => a.turn - b.turn)
  const match = matcherOf(columns, ready)
  const items = drawn.map(({ at, row, stratum }): AuditItem => {
    const { span, text: textOf } = comments[at]!
    const text = textOf(row)
    const matched = (match(text, span.first + row)?.spans ?? []).map(({ start, end }) => ({ from: start, to: end }))
    return { ...keyOf({ columns, comments }, at, row), stratum, text, matched }
  })
  const sizes = { flagged: strata.flagged.length, near: strata.near.length, other: strata.other.length }
  return ok({ sizes, items })
}

/** Every verbatim in its stratum, in the order of the files; null when cancelled. */
async function strataOf(
  comments: readonly Comments[],
  rule: string,
  ready: ReturnType<typeof readyRule>,
  task: Task,
): Promise<Readonly<Record<AuditStratum, readonly Place[]>> | null> {
  const parsed = parseRule(rule)
  const finder = parsed.ok && parsed.rule && ready.rule ? nearMissFinder(parsed.rule, ready.rule) : null
  const strata: Record<AuditStratum, Place[]> = { flagged: [], near: [], other: [] }
  const isWhole = await eachFolded(comments, task, 'slow', (block, at) => {
    const { filled, hits } = comments[at]!.found
    const matched = hits.get(ready.key)!
    for (let row = block.first; row < block.first + block.starts.length - 1; row++) {
      if (!filled[row]) continue
      const stratum = matched[row] ? 'flagged' : finder?.touches(foldedAt(block, row)) ? 'near' : 'other'
      strata[stratum].push({ at, row })
    }
  })
  return isWhole ? strata : null
}

/** `n` of the items, or all of them, in an order that the numbers choose. */
function draw<T>(items: readonly T[], n: number, random: Random): readonly T[] {
  const left = [...items]
  const most = Math.min(n, left.length)
  for (let at = 0; at < most; at++) {
    const chosen = at + Math.floor(random() * (left.length - at))
    ;[left[at], left[chosen]] = [left[chosen]!, left[at]!]
  }
  return left.slice(0, most)
}
