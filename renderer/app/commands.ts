import type { Result } from '../../shared/base/result'
import type { Stage } from '../../shared/base/task'
import type { Locale } from '../../shared/locale/translate'
import type { PlanOptions, SourceFile } from '../../shared/ingest/types'
import { NPS_SCALE } from '../../shared/model/role'
import type { EngineClient } from '../../shared/protocol/rpc'
import type { OutputFile, ProjectView } from '../../shared/protocol/engine-api'
import type { Dimension } from '../../shared/query/types'
import type { Host } from '../host/host'
import { changedOptions } from './changed-options'
import { firstDimension, hasDimension } from './dimension'
import { ask, work } from './engine-call'
import { EMPTY_SLICE, type Screen, type Session, type SliceState } from './session'
import { firstSort, type Sort } from './sort-rows'
import { applyTheme, type Theme } from './theme'

export type ExportKind = 'pptx' | 'xlsx' | 'csv' | 'project'

/** Everything a person can do in the window. */
export interface Commands {
  readonly listProjects: () => Promise<void>
  readonly openProject: (id: string, name: string) => Promise<void>
  readonly show: (screen: Screen) => Promise<void>
  readonly chooseFile: () => Promise<void>
  readonly openFiles: (files: readonly File[]) => Promise<void>
  readonly changePlan: (patch: PlanOptions) => Promise<void>
  readonly skipPlan: () => Promise<void>
  readonly importPlan: (projectName: string) => Promise<void>
  readonly treatAsNps: () => Promise<void>
  readonly sliceBy: (dimension: Dimension) => Promise<void>
  readonly sortBy: (sort: Sort) => void
  readonly zoomAxis: (zoomed: boolean) => void
  readonly undo: () => Promise<void>
  readonly redo: () => Promise<void>
  readonly exportAs: (kind: ExportKind, locale: Locale) => Promise<void>
  readonly dismissNotice: () => void
  readonly setLocale: (locale: Locale) => void
  readonly setTheme: (theme: Theme) => void
}

export function createCommands(
  session: Session,
  client: EngineClient,
  host: Host,
  readFile: (file: File) => Promise<Result<SourceFile>>,
): Commands {
  const { get, set } = session
  const setSlice = (patch: Partial<SliceState>): void => set({ slice: { ...get().slice, ...patch } })
  let lastSlice = 0
  let planChecks = Promise.resolve()

  const loadSlice = async (): Promise<void> => {
    const { project, slice } = get()
    if (!project || project.waves.length === 0) return setSlice({ shown: null, fault: null, dimension: null })
    const kept = slice.dimension && hasDimension(project, slice.dimension) ? slice.dimension : firstDimension(project)
    if (kept && kept !== slice.dimension) setSlice({ dimension: kept, sort: firstSort(kept) })
    lastSlice += 1
    const mine = lastSlice
    const result = await ask(session, client, 'slice', { by: kept ? [kept] : [], where: [] })
    if (!result || mine !== lastSlice) return
    if (result.ok) setSlice({ shown: { dimension: kept, value: result.value }, fault: null })
    else setSlice({ shown: null, fault: result.fault })
  }

  /** The figures of rows that are still being stored: the columns know them before the file does. */
  const peek = async (): Promise<void> => {
    const result = await ask(session, client, 'slice', { by: [], where: [] })
    if (!result?.ok || !result.value.importing || !get().work) return
    setSlice({ shown: { dimension: null, value: result.value }, fault: null })
    set({ screen: 'slice' })
  }

  const adopt = async (project: ProjectView): Promise<void> => {
    const same = get().project?.id === project.id
    set({ project, ...(same ? {} : { slice: EMPTY_SLICE }) })
    await loadSlice()
  }

  const listProjects = async (): Promise<void> => {
    const result = await ask(session, client, 'projects', null)
    if (!result) return
    if (result.ok) set({ cards: result.value })
    else set({ cards: [], notice: { kind: 'fault', fault: result.fault } })
  }

  const openView = async (project: ProjectView | null): Promise<void> => {
    if (!project) return
    await adopt(project)
    set({ screen: project.waves.length > 0 ? 'slice' : 'data' })
  }

  const openSource = async (file: SourceFile): Promise<void> => {
    if (file.name.toLowerCase().endsWith('.earshot')) {
      set({ plan: null })
      const label = { label: 'work.open', file: file.name, cancellable: true } as const
      return openView(await work(session, client, 'openFile', file, label))
    }
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

  const openRead = async (read: Result<SourceFile | null>): Promise<void> => {
    if (!read.ok) set({ notice: { kind: 'fault', fault: read.fault } })
    else if (read.value) await openSource(read.value)
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
      return
    }
    set({ plan: { ...plan, options: plan.shown, checking: false } })
    if (result) set({ notice: { kind: 'fault', fault: result.fault } })
  }

  const save = async (file: OutputFile | null): Promise<void> => {
    if (!file) return
    const outcome = await host.saveFile(file)
    if (!outcome.ok) return set({ notice: { kind: 'fault', fault: outcome.fault } })
    if (outcome.value === 'cancelled') return
    set({ notice: { kind: 'done', key: `notice.${outcome.value}`, params: { file: file.name } } })
  }

  const step = async (method: 'undo' | 'redo'): Promise<void> => {
    const { project, work: busy } = get()
    const intent = project?.[method]
    if (!intent || busy) return
    const view = await work(session, client, method, null, { label: `work.${method}` })
    if (!view) return
    set({ notice: { kind: method === 'undo' ? 'undone' : 'redone', intent } })
    await adopt(view)
    if (view.waves.length === 0) set({ screen: 'data' })
  }

  return {
    listProjects,
    openProject: async (id, name) => {
      set({ plan: null })
      await openView(
        await work(session, client, 'openProject', { id }, { label: 'work.open', file: name, cancellable: true }),
      )
    },
    show: async (screen) => {
      if (screen !== 'start') return set({ screen })
      if (get().work) return
      set({ screen, notice: null })
      if (get().project) {
        const closed = await ask(session, client, 'closeProject', null)
        if (!closed?.ok) return
        set({ project: null, plan: null, slice: EMPTY_SLICE })
      }
      await listProjects()
    },
    chooseFile: async () => openRead(await host.pickFile()),
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
        return set({ screen: 'data', slice: EMPTY_SLICE })
      }
      const { wave, counts } = plan.view
      set({ plan: null, notice: { kind: 'done', key: 'notice.imported', params: { n: counts.accepted, wave } } })
      await openView(view)
      await openNext()
    },
    treatAsNps: async () => {
      const waves = get().project?.waves.filter(({ scale, treatAsNps }) => scale !== NPS_SCALE && !treatAsNps) ?? []
      const input = { waves: waves.map(({ id }) => id), treat: true }
      const view = await work(session, client, 'treatAsNps', input, { label: 'work.scale' })
      if (view) await adopt(view)
    },
    sliceBy: async (dimension) => {
      setSlice({ dimension, sort: firstSort(dimension) })
      await loadSlice()
    },
    sortBy: (sort) => setSlice({ sort }),
    zoomAxis: (zoomed) => setSlice({ zoomed }),
    undo: () => step('undo'),
    redo: () => step('redo'),
    exportAs: async (kind, locale) => {
      const label = { label: 'work.write', cancellable: true } as const
      if (kind === 'csv') return save(await work(session, client, 'exportCsv', null, label))
      if (kind === 'project') return save(await work(session, client, 'exportProject', null, label))
      return save(await work(session, client, 'summary', { format: kind, locale }, label))
    },
    dismissNotice: () => set({ notice: null }),
    setLocale: (locale) => {
      host.setPreference('locale', locale)
      set({ locale })
    },
    setTheme: (theme) => {
      host.setPreference('theme', theme)
      applyTheme(theme)
      set({ theme })
    },
  }
}
