import type { Result } from '../../../shared/base/result'
import type { PlanOptions, SourceFile } from '../../../shared/ingest/types'
import type { OpenedFile, PickedFile } from '../../host/host'
import type { CommandContext } from '../command-context'
import { ask, work } from '../engine-call'
import { headOf } from './file-head'
import { isProject, projectTitle, sumOf, withFile, withFiles, type QueuedFile } from './import-queue'
import { keptLayouts } from './kept-layouts'
import { openView } from '../project/project-commands'
import { offerRecovery } from '../project/recovery-commands'
import { withPassword } from '../project/with-password'

/** The files that were chosen together, and the one of them whose plan is shown. */
export interface PlanFiles {
  readonly mark: (id: number, patch: Partial<QueuedFile>) => void
  readonly shownFile: () => QueuedFile | undefined
  /** Shows the plan of a file; false when there is none. */
  readonly open: (file: QueuedFile) => Promise<boolean>
  readonly openNext: () => Promise<void>
  /** Puts files behind those that wait already; the first is shown. */
  readonly enqueue: (sources: readonly OpenedFile[]) => Promise<void>
}

export function createPlanFiles(context: CommandContext, closeProject: () => Promise<boolean>): PlanFiles {
  const { session, client, host, readFile } = context
  const { get, set } = session

  const mark = (id: number, patch: Partial<QueuedFile>): void => set({ queue: withFile(get().queue, id, patch) })
  const shownFile = (): QueuedFile | undefined => get().queue.find(({ state }) => state === 'open')

  const readSource = async (source: OpenedFile): Promise<Result<PickedFile>> =>
    'arrayBuffer' in source ? readFile(source) : { ok: true, value: source }

  const openProject = async (file: PickedFile, source: OpenedFile): Promise<void> => {
    set({ plan: null })
    const label = { label: 'work.open', file: file.name, cancellable: true } as const
    const opened = await withPassword(context, file.name, (given) =>
      'project' in file
        ? work(session, client, 'openProject', { id: file.project, ...given }, label)
        : // Bytes are handed over; they may be needed again, with a password.
          work(session, client, 'openFile', { name: file.name, bytes: file.bytes.slice(), ...given }, label),
    )
    await openView(context, opened)
    if (opened) return
    if ('project' in file) return offerRecovery(context, { id: file.project }, file.name)
    // Its bytes were handed over to the engine, which keeps nothing of a file that it refuses.
    const again = async () => {
      const read = await readSource(source)
      return read.ok && 'bytes' in read.value && read.value.bytes.length > 0 ? { file: read.value } : null
    }
    await offerRecovery(context, again, projectTitle(file.name))
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

  /** Of a large file the first rows are shown until all of it is read. */
  const showFirstRows = async ({ source, options }: QueuedFile): Promise<void> => {
    const file = await headOf(source)
    const glimpse = file && (await ask(session, client, 'glimpse', { file, options, layouts: keptLayouts(host) }))
    if (glimpse?.ok) set({ glimpse: glimpse.value, screen: 'data' })
  }

  /** Shows the plan of a file; false when there is none. */
  const open = async (file: QueuedFile): Promise<boolean> => {
    await showFirstRows(file)
    const opened = await openWhole(file)
    // The engine keeps the plan of the last file it was asked about: without one, none may be shown.
    if (!opened) set({ plan: null, glimpse: null })
    return opened
  }

  const openWhole = async ({ id, source, options }: QueuedFile): Promise<boolean> => {
    const read = await readSource(source)
    if (!read.ok) set({ notice: { kind: 'fault', fault: read.fault } })
    else if ('project' in read.value || isProject(read.value)) {
      set({ queue: get().queue.filter((file) => file.id !== id) })
      await openProject(read.value, source)
      return false
    } else {
      const view = await planOf(read.value, options)
      if (view) {
        mark(id, { state: 'open', sum: sumOf(view) })
        set({ plan: { view, shown: view.options, options: view.options, checking: false }, glimpse: null, screen: 'data' })
        return true
      }
    }
    leave(id)
    return false
  }

  /** Shows the next file that waits, and ends the queue when there is none. */
  const openNext = async (): Promise<void> => {
    const next = get().queue.find(({ state }) => state === 'waiting')
    if (!next) {
      const { plan, project, screen } = get()
      return set({ queue: [], screen: screen === 'data' && !plan && !project ? 'start' : screen })
    }
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
    const isShown = shown !== undefined && (await open({ ...shown, options: get().plan?.options ?? {} }))
    if (!isShown) await openNext()
  }

  return { mark, shownFile, open, openNext, enqueue }
}
