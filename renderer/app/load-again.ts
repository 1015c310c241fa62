import type { ProjectView } from '../../shared/protocol/engine-api'
import type { Session } from './session'

/** The id of the project that is to be opened when the window has loaded again; in this window's own memory. */
const KEY = 'earshot.again'

/** An engine that never gives way has the lock of its project until the browser has ended it: some seconds. */
const MOST_TURNS = 10

/** Ends the engine with the window and begins anew, with the project that is open: from its file and its journal, as after a crash. */
export function loadAgain(project: ProjectView | null): void {
  if (project) sessionStorage.setItem(KEY, project.id)
  location.reload()
}

/** Opens the project that was open when the window was loaded again. */
export async function openAgain(session: Session, open: (id: string, name: string) => Promise<void>): Promise<void> {
  const id = sessionStorage.getItem(KEY)
  if (id === null) return
  sessionStorage.removeItem(KEY)
  const card = session.get().cards?.find((each) => each.id === id)
  if (!card) return
  for (let turn = 1; turn <= MOST_TURNS; turn++) {
    await open(card.id, card.name)
    const { notice } = session.get()
    if (notice?.kind !== 'fault' || notice.fault.code !== 'locked' || turn === MOST_TURNS) return
    session.set({ notice: null })
    await new Promise((resolve) => setTimeout(resolve, 1000))
  }
}
