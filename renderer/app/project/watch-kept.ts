import { fault } from '../../../shared/base/fault'
import type { Host } from '../../host/host'
import type { Session } from '../session'

const EVERY_MS = 1000
/** A project that is just being closed has no lock any more, for a moment. */
const SURE_AFTER_MS = 250

const pause = (ms: number): Promise<void> => new Promise((resolve) => setTimeout(resolve, ms))

/** Looks now and again whether what the host keeps of the open project is still there, and still ours, and says so where it is not. */
export function watchKept({ get, set, subscribe }: Session, { kept }: Host): void {
  if (!kept) return
  let asked = false
  const isOurs = async (id: string): Promise<boolean> => {
    if (await kept.isOurs(id)) return true
    await pause(SURE_AFTER_MS)
    return get().project?.id !== id || kept.isOurs(id)
  }
  const look = async (): Promise<void> => {
    const { project, cleared } = get()
    if (!project) return
    if (!asked) {
      asked = true
      set({ lasts: await kept.lasts() })
    }
    if (get().lost !== project.id && !(await isOurs(project.id)) && get().project?.id === project.id) set({ lost: project.id, notice: { kind: 'fault', fault: fault('lock-lost') } })
    const gone = !(await kept.isThere(project.id))
    // Another project, or none, by now: what was asked about was closed or removed.
    if (get().project?.id !== project.id || gone === (cleared === project.id)) return
    set(gone ? { cleared: project.id, notice: { kind: 'fault', fault: fault('storage-cleared') } } : { cleared: null })
  }
  // Whose it is is asked as soon as it is open: who takes it away before the first look would pass for its owner.
  let known: string | undefined
  subscribe(() => {
    const id = get().project?.id
    if (id !== undefined && id !== known) void kept.isOurs(id)
    known = id
  })
  const again = (): void => void look().finally(() => setTimeout(again, EVERY_MS))
  again()
}
