import { fault } from '../base/fault'
import { ok, refuse, type Result } from '../base/result'
import type { ProjectView } from '../protocol/engine-api'
import type { RecoveryApi } from '../protocol/recovery'
import type { Shelf } from '../protocol/store'
import type { Lock } from './locked/lock'
import { lockableStore } from './locked/lockable-store'
import { unlockRemains } from './locked/locked-remains'
import { openProject } from './open-project'
import type { Platform } from './platform'
import type { Project } from './project'
import { recoverProject } from './recover-project'
import { renameProject } from './waves'

/** Recovering a project of the shelf: first what can be had, then, if it is wanted, a project of it. */
export function createRecoveryCalls(
  platform: Platform,
  shelf: Shelf,
  settle: (id: string, project: Project) => Promise<Result<ProjectView>>,
): RecoveryApi {
  let found: { readonly bytes: Uint8Array; readonly lock: Lock | null } | null = null
  return {
    async recover({ id, password = null }, task) {
      found = null
      const store = await shelf.open(id)
      if (!store.ok) return store
      try {
        const remains = {
          file: await store.value.readSnapshot(),
          store: store.value,
          generations: (await shelf.generations?.(id)) ?? [],
          readGeneration: async (name: string) => (await shelf.readGeneration?.(id, name)) ?? null,
        }
        const unlocked = await unlockRemains(platform, remains, password, task)
        if (!unlocked.ok) return unlocked
        const recovered = await recoverProject(platform, unlocked.value.remains, store.value.name ?? id, task)
        if (!recovered.ok) return recovered
        found = { bytes: recovered.value.bytes, lock: unlocked.value.lock }
        return ok(recovered.value.recovery)
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
