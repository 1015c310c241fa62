import { fault } from '../../base/fault'
import { ok, refuse, type Result } from '../../base/result'
import type { Task } from '../../base/task'
import type { Corrections } from '../../protocol/engine-api'
import type { Project } from '../project/project'
import { changesOf } from './tag'
import { known } from './targets'

/** A coder's words on one code, as one operation: these verbatims have it, those do not. */
export async function correct(project: Project, { code, add, remove }: Corrections, task: Task): Promise<Result<null>> {
  const isKnown = project.registers.code.has(code) && known(project, add) && known(project, remove)
  if (!isKnown) return refuse(fault('busy'))
  const changes = [...changesOf(project, add, code, 'add').values(), ...changesOf(project, remove, code, 'remove').values()]
  if (changes.length === 0) return ok(null)
  const done = await project.change('tag', changes, task)
  return done.ok ? ok(null) : done
}
