import type { Stage } from '../../../shared/base/task'
import type { ProjectView } from '../../../shared/protocol/engine-api'
import type { CommandContext } from '../command-context'
import { ask, work } from '../engine-call'
import { keepLayout } from './kept-layouts'
import type { PlanFiles } from './plan-files'
import { NOTHING_LOADED } from '../session'
import { shownTotal } from '../slice/slice-state'

/**
 * Imports what the plan that is shown says, into a new project where none is open. Null when that was cancelled or
 * refused; the plan is then still there.
 */
export function createExecutePlan({ session, client, host }: CommandContext, { mark, shownFile }: PlanFiles) {
  const { get, set } = session

  /** The figures of rows that are still being stored: the columns know them before the file does. */
  const peek = async (): Promise<void> => {
    const result = await ask(session, client, 'slice', { by: [], where: [] })
    if (!result?.ok || !result.value.importing || !get().work) return
    set({ screen: 'slice', slice: { ...get().slice, shown: shownTotal(result.value), fault: null } })
  }

  return async (projectName: string): Promise<ProjectView | null> => {
    const { plan, project } = get()
    if (!plan) return null
    const label = { label: 'work.import', file: plan.view.file, cancellable: true } as const
    if (!project) {
      const made = await ask(session, client, 'createProject', { name: projectName })
      if (!made) return null
      if (!made.ok) {
        set({ notice: { kind: 'fault', fault: made.fault } })
        return null
      }
      set({ project: made.value })
    }
    let peeked = false
    const onProgress = (done: number, stage: Stage): void => {
      if (stage !== 'storing' || done === 0 || peeked) return
      peeked = true
      void peek()
    }
    const view = await work(session, client, 'importPlan', null, { ...label, onProgress })
    if (!view) {
      // A project made for an import that did not happen would only be in the way.
      const made = project ? null : await ask(session, client, 'project', null)
      if (made?.ok && made.value.waves.length === 0) {
        await ask(session, client, 'removeProject', { id: made.value.id })
        set({ project: null })
      }
      set({ screen: 'data', ...NOTHING_LOADED })
      return null
    }
    keepLayout(host, plan.view, view.locked)
    const shown = shownFile()
    if (shown) mark(shown.id, { state: 'imported' })
    set({ plan: null, project: view })
    return view
  }
}
