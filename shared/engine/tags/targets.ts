import { fault } from '../../base/fault'
import { ok, refuse, type Result } from '../../base/result'
import type { Task } from '../../base/task'
import type { Targets, VerbatimKey } from '../../protocol/engine-api'
import type { Clause } from '../../query/types'
import { commentsOf, rowOfLine } from '../comments/comments'
import type { Project } from '../project/project'
import { repeatsOf } from '../comments/repeats'
import { listVerbatims } from '../comments/verbatim-list'
import { keyOf } from '../comments/verbatim-key'

/** The verbatims meant, each of which is there; else refused (`busy`): they were named in an older state. */
export async function keysOfTargets(project: Project, targets: Targets, task: Task): Promise<Result<readonly VerbatimKey[]>> {
  const keys =
    'alike' in targets
      ? await keysAlike(project, targets, task)
      : 'where' in targets
        ? await keysOfList(project, targets.where, task)
        : known(project, targets)
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

/** The verbatims named, and those of the list that say the same as one of them. */
async function keysAlike(
  project: Project,
  { where, alike, alone = [] }: Extract<Targets, { readonly alike: unknown }>,
  task: Task,
): Promise<readonly VerbatimKey[] | null> {
  const named = known(project, [...alike, ...alone])
  const repeats = named && (await repeatsOf(project, task))
  if (!repeats) return named
  const comments = commentsOf(project)
  const wanted = new Set(
    alike.map(({ wave, line, field }) => {
      const at = comments.findIndex((each) => each.wave.id === wave && each.field === field)
      return repeats.groups[at]![rowOfLine(project.columns, comments[at]!.span, line)]!
    }),
  )
  wanted.delete(0)
  const list = await listVerbatims(project, where, 'file', task)
  const keys = new Map(named.map((key) => [JSON.stringify([key.wave, key.line, key.field]), key]))
  for (let index = 0; index < list.total; index++) {
    const { at, row } = list.place(index)
    if (!wanted.has(repeats.groups[at]![row]!)) continue
    const key = keyOf(list, at, row)
    keys.set(JSON.stringify([key.wave, key.line, key.field]), key)
  }
  return [...keys.values()]
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
