import { fault } from '../../base/fault'
import { ok, refuse, type Result } from '../../base/result'
import type { Task } from '../../base/task'
import type { ProjectView } from '../../protocol/engine-api'
import type { Recovery, RecoveryApi } from '../../protocol/recovery'
import type { Shelf } from '../../protocol/store'
import type { Lock } from '../locked/lock'
import { lockableStore } from '../locked/lockable-store'
import { unlockRemains } from '../locked/locked-remains'
import { openProject } from '../project/open-project'
import type { Platform } from '../platform'
import type { Project } from '../project/project'
import { recoverProject, type Remains } from './recover-project'
import { renameProject } from '../project/waves'

/** Of a file that was only handed in, there is nothing but the file. */
const NOTHING_BESIDE: Omit<Remains, 'file'> = {
  store: { readJournal: () => Promise.resolve(new Uint8Array()), readBatch: () => Promise.resolve(null) },
  generations: [],
  readGeneration: () => Promise.resolve(null),
}

/** Recovering a project of the shelf: first what can be had, then, if it is wanted, a project of it. */
export function createRecoveryCalls(
  platform: Platform,
  shelf: Shelf,
  settle: (id: string, project: Project) => Promise<Result<ProjectView>>,
): RecoveryApi {
  let found: { readonly bytes: Uint8Array; readonly lock: Lock | null } | null = null
  const recover = async (remains: Remains, path: string, password: string | null, task: Task): Promise<Result<Recovery>> => {
    const unlocked = await unlockRemains(platform, remains, password, task)
    if (!unlocked.ok) return unlocked
    const recovered = await recoverProject(platform, unlocked.value.remains, path, task)
    if (!recovered.ok) return recovered
    found = { bytes: recovered.value.bytes, lock: unlocked.value.lock }
    return ok(recovered.value.recovery)
  }
  return {
    async recover(damaged, task) {
      found = null
      const { password = null } = damaged
      if ('file' in damaged) return recover({ ...NOTHING_BESIDE, file: damaged.file.bytes }, damaged.file.name, password, task)
      const { id } = damaged
      const store = await shelf.open(id)
      if (!store.ok) return store
      try {
        const remains = {
          file: await store.value.readSnapshot(),
          store: store.value,
          generations: (await shelf.generations?.(id)) ?? [],
          readGeneration: async (name: string) => (await shelf.readGeneration?.(id, name)) ?? null,
        }
        return await recover(remains, store.value.name ?? id, password, task)
      } finally {
        await store.value.close()
      }
    },
    async openRecovered({ name }, task) {
      const kept = found
      if (!kept) return refuse(fault('no-project', { path: name }))
      const id = platform.newId()
      const store = await shelf.create(id)
      if (!store.ok) return store
      const lockable = lockableStore(platform, store.value, kept.lock)
      const written = await lockable.writeSnapshot(kept.bytes)
      const project = written.ok ? await openProject(platform, lockable, name, task) : written
      if (!project.ok) {
        await store.value.close()
        return project
      }
      await renameProject(project.value, name)
      found = null
      return settle(id, project.value)
    },
  }
}
