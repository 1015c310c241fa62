import { fault } from '../../base/fault'
import { ok, refuse, type Result } from '../../base/result'
import type { Task } from '../../base/task'
import type { Change } from '../../model/operation'
import type { Decision } from '../../model/records'
import type { TagRequest, VerbatimKey } from '../../protocol/engine-api'
import { isFor, liveCodes } from '../codebook/code-order'
import { decisionId } from './decision-index'
import type { Project } from '../project/project'
import { keysOfTargets } from './targets'

/** So many are made known quickly enough for a key to feel immediate. */
const CHANGES_AT_ONCE = 2000

/**
 * A coder's word on verbatims and one code, as one operation. It is kept also where the rule says the same, so that it
 * holds when the rule changes. Left out are verbatims on which the same word lies already, and those of questions that
 * the code is not for; if none is left, nothing is changed. Adding takes away what a coder added of the same group.
 */
export async function tagVerbatims(project: Project, { verbatims, code, verdict }: TagRequest, task: Task): Promise<Result<null>> {
  const { registers } = project
  if (!registers.code.has(code)) return refuse(fault('busy'))
  const keys = await keysOfTargets(project, verbatims, task)
  if (!keys.ok) return keys
  const changes = changesOf(project, keys.value, code, verdict)
  if (changes.size === 0) return ok(null)
  if (changes.size > CHANGES_AT_ONCE) await task.breathe()
  if (task.cancelled()) return refuse(fault('cancelled'))
  const done = await project.change('tag', [...changes.values()], task)
  return done.ok ? ok(null) : done
}

/** By their ids: what becomes of the coders' words on some verbatims and one code. */
export function changesOf(
  project: Project,
  keys: readonly VerbatimKey[],
  code: string,
  verdict: TagRequest['verdict'],
): ReadonlyMap<string, Change> {
  const { registers, platform } = project
  const at = platform.now()
  const rivals = rivalsOf(project, code)
  const changes = new Map<string, Change>()
  for (const key of keys) {
    if (!isFor(registers.code, code, key.field)) continue
    if (verdict === 'add') for (const one of takenAway(project, rivals, key)) changes.set(one.id, one)
    const id = decisionId(key, code)
    const before = registers.decision.get(id) ?? null
    if (verdict === 'clear' ? before === null : before?.verdict === verdict) continue
    const { wave, line, field } = key
    const after: Decision | null = verdict === 'clear' ? null : { wave, line, field, code, coder: platform.author, at, verdict }
    changes.set(id, { register: 'decision', id, before, after })
  }
  return changes
}

/** The other codes of its group; the words of archived ones wait. */
function rivalsOf({ registers: { code: codes } }: Project, code: string): readonly string[] {
  const group = codes.get(code)?.exclusive
  if (group === undefined) return []
  return liveCodes(codes).flatMap(({ id, code: { exclusive } }) => (id !== code && exclusive === group ? [id] : []))
}

const takenAway = ({ registers }: Project, rivals: readonly string[], key: VerbatimKey): readonly Change[] =>
  rivals.flatMap((rival): Change[] => {
    const id = decisionId(key, rival)
    const before = registers.decision.get(id)
    return before?.verdict === 'add' ? [{ register: 'decision', id, before, after: null }] : []
  })
