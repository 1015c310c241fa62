import { fault } from '../../../shared/base/fault'
import type { Host } from '../../host/host'
import type { Session } from '../session'

const EVERY_MS = 1000

/** Looks now and again whether what the host keeps of the open project is still there, and says so where it is not. */
export function watchKept({ get, set }: Session, { kept }: Host): void {
  if (!kept) return
  let asked = false
  const look = async (): Promise<void> => {
    const { project, cleared } = get()
    if (!project) return
    if (!asked) {
      asked = true
      set({ lasts: await kept.lasts() })
    }
    const gone = !(await kept.isThere(project.id))
    // Another project, or none, by now: what was asked about was closed or removed.
    if (get().project?.id !== project.id || gone === (cleared === project.id)) return
    set(gone ? { cleared: project.id, notice: { kind: 'fault', fault: fault('storage-cleared') } } : { cleared: null })
  }
  const again = (): void => void look().finally(() => setTimeout(again, EVERY_MS))
  again()
}
