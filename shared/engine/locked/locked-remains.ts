import { ok, type Result } from '../../base/result'
import type { Task } from '../../base/task'
import type { Platform } from '../platform'
import type { Remains } from '../recover/recover-project'
import { decodeHead, isLocked, type Head } from './head'
import { makeLock, type Lock } from './lock'
import { openBatch } from './lockable-store'
import { headOf, openDamaged, openFile } from './locked-file'
import { openRecords } from './open-records'
import { tryPassword } from './unlock-store'

export interface UnlockedRemains {
  /** A new one with the same password, for what is made of them; null where they were not locked. */
  readonly lock: Lock | null
  readonly remains: Remains
}

/**
 * What is left of a locked project, opened as far as it can be: chunks of the file that are damaged are zeros, the journal goes as
 * far as it is whole. Where the head is damaged, that of the newest earlier snapshot has the same key. Refuses as opening does.
 */
export async function unlockRemains(platform: Platform, remains: Remains, password: string | null, task: Task): Promise<Result<UnlockedRemains>> {
  const { file, store, generations } = remains
  const own = file && isLocked(file) ? decodeHead(file) : null
  const kept = await newestHead(platform, remains)
  const first = own?.ok ? own.value : kept
  if (!first) return ok({ lock: null, remains })
  let opened = await tryPassword(platform, first, password, task)
  if (!opened.ok && password !== null && kept) opened = await tryPassword(platform, kept, password, task)
  if (!opened.ok || password === null) return opened.ok ? ok({ lock: null, remains }) : opened
  const lock = opened.value
  const openWhole = async (bytes: Uint8Array | null): Promise<Uint8Array | null> => {
    if (!bytes || !isLocked(bytes)) return bytes
    const head = await headOf(bytes, (part) => platform.sha256(part))
    const whole = head.ok ? await openFile(lock, head.value, bytes) : head
    return whole.ok ? whole.value : null
  }
  return ok({
    lock: await makeLock(platform.crypto, password),
    remains: {
      file: own && file ? ((await openWhole(file)) ?? (await openDamaged(lock, first, file)).bytes) : file,
      store: {
        readJournal: async () => (await openRecords(lock, await store.readJournal())).bytes,
        async readBatch(id) {
          const batch = await store.readBatch(id)
          return batch && openBatch(lock, id, batch)
        },
      },
      generations,
      readGeneration: async (name) => openWhole(await remains.readGeneration(name)),
    },
  })
}

async function newestHead(platform: Platform, { generations, readGeneration }: Remains): Promise<Head | null> {
  for (const { name } of generations) {
    const bytes = await readGeneration(name)
    const head = bytes && isLocked(bytes) ? await headOf(bytes, (part) => platform.sha256(part)) : null
    if (head?.ok) return head.value
  }
  return null
}
