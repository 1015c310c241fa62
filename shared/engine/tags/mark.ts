import { fault } from '../../base/fault'
import { ok, refuse, type Result } from '../../base/result'
import type { Task } from '../../base/task'
import type { Change } from '../../model/operation'
import type { Mark } from '../../model/records'
import type { MarkRequest } from '../../protocol/engine-api'
import { markId } from './mark-index'
import type { Project } from '../project/project'
import { keysOfTargets } from './targets'

const CHANGES_AT_ONCE = 2000

/**
 * Marks verbatims, or takes the mark away, as one operation. Left out are those that are marked so already; if none is
 * left, nothing is changed.
 */
export async function markVerbatims(project: Project, { verbatims, kind, set, text = '' }: MarkRequest, task: Task): Promise<Result<null>> {
  const { registers, platform } = project
  const keys = await keysOfTargets(project, verbatims, task)
  if (!keys.ok) return keys
  const words = kind === 'note' ? text.trim() : ''
  const isSet = set && (kind !== 'note' || words !== '')
  const at = platform.now()
  const changes = new Map<string, Change>()
  for (const { wave, line, field } of keys.value) {
    const id = markId({ wave, line, field }, kind)
    const before = registers.mark.get(id) ?? null
    if (isSet ? before?.text === words : before === null) continue
    const after: Mark | null = isSet ? { wave, line, field, kind, text: words, coder: platform.author, at } : null
    changes.set(id, { register: 'mark', id, before, after })
  }
  if (changes.size === 0) return ok(null)
  if (changes.size > CHANGES_AT_ONCE) await task.breathe()
  if (task.cancelled()) return refuse(fault('cancelled'))
  const done = await project.change('mark', [...changes.values()], task)
  return done.ok ? ok(null) : done
}
