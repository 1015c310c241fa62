import { ok, type Result } from '../../base/result'
import type { Task } from '../../base/task'
import type { Anonymity } from '../../protocol/anonymity'
import { anonymityOf } from '../anonymous/anonymity'
import { makeAnonymous } from '../anonymous/make-anonymous'
import type { Platform } from '../platform'
import { createMemoryStore } from '../project/memory-store'
import { openProject } from '../project/open-project'

/** A project file with that promise, unless it has one. A field that is not there any more is not crossed. */
export async function keepPromise(platform: Platform, file: Uint8Array, wanted: Anonymity, task: Task): Promise<Result<Uint8Array>> {
  const store = { ...createMemoryStore(), readSnapshot: () => Promise.resolve(file.slice()) }
  const opened = await openProject(platform, store, '', task)
  if (!opened.ok) return opened
  const project = opened.value
  try {
    if (anonymityOf(project)) return ok(file)
    const whole = await makeAnonymous(project, wanted)
    const kept = whole.ok || wanted.crossed === null ? whole : await makeAnonymous(project, { ...wanted, crossed: null })
    return kept.ok ? await project.snapshot(task) : kept
  } finally {
    await project.close()
  }
}
