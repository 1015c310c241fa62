import type { Result } from '../../../shared/base/result'
import type { PlanOptions } from '../../../shared/ingest/types'
import type { Locale } from '../../../shared/locale/translate'
import type { ProjectView } from '../../../shared/protocol/engine-api'
import type { OpenedFile } from '../../host/host'
import { changedOptions } from './changed-options'
import type { CommandContext } from '../command-context'
import { ask, work } from '../engine-call'
import { createExecutePlan } from './execute-plan'
import { readyFiles, sumOf } from './import-queue'
import { createPlanFiles } from './plan-files'
import { broughtTags, questionsOf } from './plan-questions'
import { openView, saveFile } from '../project/project-commands'
import type { Notice } from '../session'

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
  readonly importPlan: (projectName: string, anonymous?: boolean) => Promise<void>
  /** Imports what is shown, and after it every waiting file that asks nothing. */
  readonly importAll: (projectName: string) => Promise<void>
}

const importedNotice = (n: number, wave: string, waves: number): Notice =>
  waves > 1
    ? { kind: 'done', key: 'notice.imported-waves', params: { n, waves } }
    : { kind: 'done', key: 'notice.imported', params: { n, wave } }

export function createPlanCommands(context: CommandContext, closeProject: () => Promise<boolean>): PlanCommands {
  const { session, client, host } = context
  const { get, set } = session
  const files = createPlanFiles(context, closeProject)
  const { mark, shownFile, open, openNext, enqueue } = files
  const execute = createExecutePlan(context, files)
  let planChecks = Promise.resolve()

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
    importPlan: async (projectName, anonymous = false) => {
      const { plan } = get()
      if (!plan) return
      const view = await execute(projectName)
      if (!view) return
      const { wave, waves, counts } = plan.view
      const tags: Notice = { kind: 'done', key: 'notice.tags-brought', params: { n: broughtTags(plan.view) } }
      set({ notice: counts.accepted > 0 ? importedNotice(counts.accepted, wave, waves.length) : tags })
      await openView(context, view)
      if (anonymous) set({ layer: 'anonymous' })
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
      let goesOn = plan.view.counts.accepted + broughtTags(plan.view) === 0 || (await take())
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
