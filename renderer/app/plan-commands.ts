import type { Result } from '../../shared/base/result'
import type { Stage } from '../../shared/base/task'
import type { PlanOptions, SourceFile } from '../../shared/ingest/types'
import type { ProjectFile } from '../../shared/protocol/shell'
import type { PickedFile } from '../host/host'
import { changedOptions } from './changed-options'
import type { CommandContext } from './command-context'
import { ask, work } from './engine-call'
import { openView } from './project-commands'
import { NOTHING_LOADED } from './session'
import { shownTotal } from './slice-state'

export interface PlanCommands {
  readonly chooseFile: () => Promise<void>
  /** The same, but what is chosen never joins the project that is open. */
  readonly newFromFile: () => Promise<void>
  readonly openFiles: (files: readonly File[]) => Promise<void>
  readonly changePlan: (patch: PlanOptions) => Promise<void>
  readonly skipPlan: () => Promise<void>
  readonly importPlan: (projectName: string) => Promise<void>
}

export function createPlanCommands(context: CommandContext, closeProject: () => Promise<boolean>): PlanCommands {
  const { session, client, host, readFile } = context
  const { get, set } = session
  let planChecks = Promise.resolve()

  /** The figures of rows that are still being stored: the columns know them before the file does. */
  const peek = async (): Promise<void> => {
    const result = await ask(session, client, 'slice', { by: [], where: [] })
    if (!result?.ok || !result.value.importing || !get().work) return
    set({ screen: 'slice', slice: { ...get().slice, shown: shownTotal(result.value), fault: null } })
  }

  const openSource = async (file: SourceFile): Promise<void> => {
    if (file.name.toLowerCase().endsWith('.earshot')) {
      set({ plan: null })
      const label = { label: 'work.open', file: file.name, cancellable: true } as const
      return openView(context, await work(session, client, 'openFile', file, label))
    }
    // What is opened on Start begins a project of its own.
    if (get().screen === 'start' && !(await closeProject())) return
    const view = await work(
      session,
      client,
      'plan',
      { file, options: {} },
      { label: 'work.plan', file: file.name, cancellable: true },
    )
    if (view) set({ plan: { view, shown: {}, options: {}, checking: false }, screen: 'data' })
    else await openNext()
  }

  /** The next of the files that were dropped together. */
  const openNext = async (): Promise<void> => {
    const [next, ...waiting] = get().waiting
    if (!next) return
    set({ waiting })
    await openRead(await readFile(next))
  }

  const openProjectFile = async ({ project: id, name }: ProjectFile): Promise<void> => {
    set({ plan: null })
    const label = { label: 'work.open', file: name, cancellable: true } as const
    await openView(context, await work(session, client, 'openProject', { id }, label))
  }

  const openRead = async (read: Result<PickedFile | null>): Promise<void> => {
    if (!read.ok) set({ notice: { kind: 'fault', fault: read.fault } })
    else if (read.value) await ('project' in read.value ? openProjectFile(read.value) : openSource(read.value))
  }

  const pick = (): Promise<Result<PickedFile | null>> => (host.pickToOpen ?? host.pickFile)()

  /** Works out the options wanted by now. A refusal takes back what is not shown yet. */
  const checkPlan = async (): Promise<void> => {
    const wanted = get().plan
    if (!wanted?.checking) return
    const result = await ask(session, client, 'replan', wanted.options)
    const { plan } = get()
    if (!plan) return
    if (result?.ok) {
      set({ plan: { ...plan, view: result.value, shown: wanted.options, checking: plan.options !== wanted.options } })
      return
    }
    set({ plan: { ...plan, options: plan.shown, checking: false } })
    if (result) set({ notice: { kind: 'fault', fault: result.fault } })
  }

  return {
    chooseFile: async () => openRead(await pick()),
    newFromFile: async () => {
      const picked = await pick()
      if (picked.ok && picked.value && !(await closeProject())) return
      await openRead(picked)
    },
    openFiles: async (files) => {
      set({ waiting: files })
      await openNext()
    },
    changePlan: (patch) => {
      const { plan } = get()
      if (plan) set({ plan: { ...plan, options: changedOptions(plan.options, patch), checking: true }, notice: null })
      // One after the other, so that the plan shown is always the one that the engine keeps.
      planChecks = planChecks.then(checkPlan)
      return planChecks
    },
    skipPlan: async () => {
      await ask(session, client, 'dropPlan', null)
      set({ plan: null, notice: null, screen: get().project ? 'data' : 'start' })
      await openNext()
    },
    importPlan: async (projectName) => {
      const { plan, project } = get()
      if (!plan) return
      const label = { label: 'work.import', file: plan.view.file, cancellable: true } as const
      if (!project) {
        const made = await ask(session, client, 'createProject', { name: projectName })
        if (!made) return
        if (!made.ok) return set({ notice: { kind: 'fault', fault: made.fault } })
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
        return set({ screen: 'data', ...NOTHING_LOADED })
      }
      const { wave, counts } = plan.view
      set({ plan: null, notice: { kind: 'done', key: 'notice.imported', params: { n: counts.accepted, wave } } })
      await openView(context, view)
      await openNext()
    },
  }
}
