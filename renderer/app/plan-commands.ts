import type { Result } from '../../shared/base/result'
import type { Stage } from '../../shared/base/task'
import type { PlanOptions, SourceFile } from '../../shared/ingest/types'
import type { Locale } from '../../shared/locale/translate'
import type { ProjectView } from '../../shared/protocol/engine-api'
import type { OpenedFile, PickedFile } from '../host/host'
import { changedOptions } from './changed-options'
import type { CommandContext } from './command-context'
import { ask, work } from './engine-call'
import { isProject, readyFiles, sumOf, withFile, withFiles, type QueuedFile } from './import-queue'
import { keepLayout, keptLayouts } from './kept-layouts'
import { questionsOf } from './plan-questions'
import { openView, saveFile } from './project-commands'
import { NOTHING_LOADED, type Notice } from './session'
import { shownTotal } from './slice-state'

export interface PlanCommands {
  readonly chooseFile: () => Promise<void>
  /** The same, but what is chosen never joins the project that is open. */
  readonly newFromFile: () => Promise<void>
  /** Puts files behind those that wait already; the first is shown. */
  readonly openFiles: (files: readonly File[]) => Promise<void>
  /** Shows another of the files that wait. */
  readonly lookAtFile: (id: number) => Promise<void>
  readonly changePlan: (patch: PlanOptions) => Promise<void>
  /** The plan as Earshot would make it by itself. */
  readonly startOver: () => Promise<void>
  readonly skipPlan: () => Promise<void>
  /** Leaves the files that wait, and the one that is shown. */
  readonly skipAll: () => Promise<void>
  /** The rows that would not be imported, as a file. */
  readonly exportLeftOut: (locale: Locale) => Promise<void>
  readonly importPlan: (projectName: string) => Promise<void>
  /** Imports what is shown, and after it every waiting file that asks nothing. */
  readonly importAll: (projectName: string) => Promise<void>
}

const importedNotice = (n: number, wave: string, waves: number): Notice =>
  waves > 1
    ? { kind: 'done', key: 'notice.imported-waves', params: { n, waves } }
    : { kind: 'done', key: 'notice.imported', params: { n, wave } }

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

  const mark = (id: number, patch: Partial<QueuedFile>): void => set({ queue: withFile(get().queue, id, patch) })
  const shownFile = (): QueuedFile | undefined => get().queue.find(({ state }) => state === 'open')

  const readSource = async (source: OpenedFile): Promise<Result<PickedFile>> =>
    'arrayBuffer' in source ? readFile(source) : { ok: true, value: source }

  const openProject = async (file: PickedFile): Promise<void> => {
    set({ plan: null })
    const label = { label: 'work.open', file: file.name, cancellable: true } as const
    const opened =
      'project' in file
        ? await work(session, client, 'openProject', { id: file.project }, label)
        : await work(session, client, 'openFile', file, label)
    await openView(context, opened)
  }

  const planOf = async (file: SourceFile, options: PlanOptions) => {
    const request = { file, options, layouts: keptLayouts(host) }
    return work(session, client, 'plan', request, { label: 'work.plan', file: file.name, cancellable: true })
  }

  /** A file that could not be read is out of the queue; what went wrong stands beside its name. */
  const leave = (id: number): void => {
    const { notice } = get()
    mark(id, { state: 'left', sum: notice?.kind === 'fault' ? { kind: 'fault', fault: notice.fault } : null })
  }

  /** Shows the plan of a file; false when there is none. */
  const open = async ({ id, source, options }: QueuedFile): Promise<boolean> => {
    const read = await readSource(source)
    if (!read.ok) set({ notice: { kind: 'fault', fault: read.fault } })
    else if ('project' in read.value || isProject(read.value)) {
      set({ queue: get().queue.filter((file) => file.id !== id) })
      await openProject(read.value)
      return false
    } else {
      const view = await planOf(read.value, options)
      if (view) {
        mark(id, { state: 'open', sum: sumOf(view) })
        set({ plan: { view, shown: view.options, options: view.options, checking: false }, screen: 'data' })
        return true
      }
    }
    leave(id)
    return false
  }

  /** Shows the next file that waits, and ends the queue when there is none. */
  const openNext = async (): Promise<void> => {
    const next = get().queue.find(({ state }) => state === 'waiting')
    if (!next) return set({ queue: [] })
    const { notice } = get()
    const opened = await open(next)
    if (!opened) return openNext()
    if (notice && !get().notice) set({ notice })
  }

  /** Says of files what importing them would do, before any of them is shown. */
  const sumUp = async (files: readonly QueuedFile[]): Promise<void> => {
    for (const { id, source } of files) {
      if (isProject(source)) continue
      const read = await readSource(source)
      if (!read.ok) set({ notice: { kind: 'fault', fault: read.fault } })
      const view = read.ok && 'bytes' in read.value ? await planOf(read.value, {}) : null
      if (view) mark(id, { sum: sumOf(view) })
      else if (get().notice?.kind === 'fault') leave(id)
      else return
    }
  }

  const enqueue = async (sources: readonly OpenedFile[]): Promise<void> => {
    if (sources.length === 0) return
    // What is opened on Start begins a project of its own.
    if (get().screen === 'start' && !sources.every(isProject) && !(await closeProject())) return
    const shown = get().plan ? shownFile() : undefined
    const queue = withFiles(shown ? get().queue : [], sources)
    set({ queue })
    const added = queue.slice(-sources.length)
    if (shown || added.length > 1) await sumUp(added)
    // The engine keeps one plan: that of the file that is shown.
    if (shown) await open({ ...shown, options: get().plan?.options ?? {} })
    else await openNext()
  }

  const pick = async (): Promise<Result<readonly OpenedFile[]>> => {
    if (host.pickToOpen) return host.pickToOpen()
    const picked = await host.pickFile()
    return picked.ok ? { ok: true, value: picked.value ? [picked.value] : [] } : picked
  }

  const openPicked = async (picked: Result<readonly OpenedFile[]>): Promise<void> => {
    if (picked.ok) await enqueue(picked.value)
    else set({ notice: { kind: 'fault', fault: picked.fault } })
  }

  /** Works out the options wanted by now. A refusal takes back what is not shown yet. */
  const checkPlan = async (): Promise<void> => {
    const wanted = get().plan
    if (!wanted?.checking) return
    const result = await ask(session, client, 'replan', wanted.options)
    const { plan } = get()
    if (!plan) return
    if (result?.ok) {
      set({ plan: { ...plan, view: result.value, shown: wanted.options, checking: plan.options !== wanted.options } })
      const shown = shownFile()
      if (shown) mark(shown.id, { sum: sumOf(result.value) })
      return
    }
    set({ plan: { ...plan, options: plan.shown, checking: false } })
    if (result) set({ notice: { kind: 'fault', fault: result.fault } })
  }

  const wantOptions = (options: PlanOptions): Promise<void> => {
    const { plan } = get()
    if (plan) set({ plan: { ...plan, options, checking: true }, notice: null })
    // One after the other, so that the plan shown is always the one that the engine keeps.
    planChecks = planChecks.then(checkPlan)
    return planChecks
  }

  /** Executes the plan that is shown; null when it was cancelled or refused, and then it is still there. */
  const execute = async (projectName: string): Promise<ProjectView | null> => {
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
    keepLayout(host, plan.view)
    const shown = shownFile()
    if (shown) mark(shown.id, { state: 'imported' })
    set({ plan: null, project: view })
    return view
  }

  const backToWaiting = (): void => {
    const shown = shownFile()
    if (shown) mark(shown.id, { state: 'waiting', options: get().plan?.options ?? {} })
  }

  return {
    chooseFile: async () => openPicked(await pick()),
    newFromFile: async () => {
      const picked = await pick()
      if (picked.ok && picked.value.length > 0) {
        if (!(await closeProject())) return
        set({ plan: null, queue: [] })
      }
      await openPicked(picked)
    },
    openFiles: enqueue,
    lookAtFile: async (id) => {
      const wanted = get().queue.find((file) => file.id === id)
      if (!wanted || wanted.state !== 'waiting' || get().work) return
      backToWaiting()
      if (!(await open(wanted))) await openNext()
    },
    changePlan: (patch) => wantOptions(changedOptions(get().plan?.options ?? {}, patch)),
    startOver: () => {
      const { wave } = get().plan?.options ?? {}
      return wantOptions(wave === undefined ? {} : { wave })
    },
    skipPlan: async () => {
      await ask(session, client, 'dropPlan', null)
      const shown = shownFile()
      if (shown) mark(shown.id, { state: 'left' })
      set({ plan: null, notice: null, screen: get().project ? 'data' : 'start' })
      await openNext()
    },
    skipAll: async () => {
      await ask(session, client, 'dropPlan', null)
      set({ plan: null, notice: null, queue: [], screen: get().project ? 'data' : 'start' })
    },
    exportLeftOut: async (locale) =>
      saveFile(context, await work(session, client, 'exportLeftOut', { locale }, { label: 'work.write', cancellable: true })),
    importPlan: async (projectName) => {
      const { plan } = get()
      if (!plan) return
      const view = await execute(projectName)
      if (!view) return
      const { wave, waves, counts } = plan.view
      set({ notice: importedNotice(counts.accepted, wave, waves.length) })
      await openView(context, view)
      await openNext()
    },
    importAll: async (projectName) => {
      const { plan } = get()
      if (!plan) return
      const ready = readyFiles(get().queue)
      let last: ProjectView | null = null
      let responses = 0
      let waves = 0
      const take = async (): Promise<boolean> => {
        const { counts, waves: several } = get().plan?.view ?? { counts: { accepted: 0 }, waves: [] }
        last = (await execute(projectName)) ?? last
        if (get().plan) return false
        responses += counts.accepted
        waves += Math.max(1, several.length)
        return true
      }
      let goesOn = plan.view.counts.accepted === 0 || (await take())
      for (const { id } of goesOn ? ready : []) {
        const file = get().queue.find((each) => each.id === id)
        if (!goesOn || !file) break
        if (!(await open(file))) {
          goesOn = get().notice?.kind === 'fault'
          continue
        }
        const shown = get().plan?.view
        if (!shown) continue
        // Beside what has come in by now, the file may say something else.
        if (shown.counts.accepted === 0) mark(id, { state: 'left' })
        else if (questionsOf(shown).length > 0) mark(id, { state: 'waiting' })
        else goesOn = await take()
        if (goesOn) set({ plan: null })
      }
      if (last === null) return
      const notice = { kind: 'done', key: 'notice.imported-waves', params: { n: responses, waves } } as const
      if (!goesOn) return context.adopt(last)
      set({ notice })
      await openView(context, last)
      await openNext()
    },
  }
}
