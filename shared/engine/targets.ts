import { fault } from '../base/fault'
import { ok, refuse, type Result } from '../base/result'
import type { Task } from '../base/task'
import type { VerbatimKey } from '../protocol/engine-api'
import type { Clause } from '../query/types'
import { commentsOf, rowOfLine } from './comments'
import type { Project } from './project'
import { listVerbatims } from './verbatim-list'
import { keyOf } from './verbatims'

/** What a coder's word is about: verbatims by their keys, or all that a filter lists. */
export type Targets = readonly VerbatimKey[] | { readonly where: readonly Clause[] }

/** The verbatims meant, each of which is there; else refused (`busy`): they were named in an older state. */
export async function keysOfTargets(project: Project, targets: Targets, task: Task): Promise<Result<readonly VerbatimKey[]>> {
  const keys = 'where' in targets ? await keysOfList(project, targets.where, task) : known(project, targets)
  if (!keys) return refuse(fault('busy'))
  return task.cancelled() ? refuse(fault('cancelled')) : ok(keys)
}

async function keysOfList(project: Project, where: readonly Clause[], task: Task): Promise<readonly VerbatimKey[]> {
  const list = await listVerbatims(project, where, 'file', task)
  return Array.from({ length: list.total }, (_, index) => {
    const { at, row } = list.place(index)
    return keyOf(list, at, row)
  })
}

/** The keys, if there is a verbatim for each. */
export function known(project: Project, keys: readonly VerbatimKey[]): readonly VerbatimKey[] | null {
  const comments = commentsOf(project)
  const isThere = keys.every(({ wave, line, field }) => {
    const place = comments.find((each) => each.wave.id === wave && each.field === field)
    const row = place ? rowOfLine(project.columns, place.span, line) : -1
    return place && row >= 0 && place.found.filled[row] === 1
  })
  return isThere ? keys : null
}
