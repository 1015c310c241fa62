import { assertNever } from '../../../shared/base/assert'
import type { Locale } from '../../../shared/locale/translate'
import type { ExportedFile, OutputFile, PersonalData, ProjectView } from '../../../shared/protocol/engine-api'
import type { CommandContext } from '../command-context'
import { ask, work } from '../engine-call'
import { createPasswordCommands, type PasswordCommands } from './password-commands'
import { offerRecovery, openRecovered } from './recovery-commands'
import { NOTHING_LOADED } from '../session'
import { withPassword } from './with-password'

/** What can be taken out of a project, in the order of the menu. */
export const EXPORT_GROUPS = {
  summary: ['pptx', 'pdf', 'pdf-a4', 'html', 'xlsx', 'xlsx-responses'],
  responses: ['responses-csv', 'responses-xlsx', 'responses-parquet'],
  project: ['codebook', 'project'],
} as const
export const EXPORT_KINDS = [...EXPORT_GROUPS.summary, ...EXPORT_GROUPS.responses, ...EXPORT_GROUPS.project] as const
/** Kinds that hold answers one by one: there are none of them in an anonymous project. */
const OF_ROWS: ReadonlySet<ExportKind> = new Set(['xlsx-responses', ...EXPORT_GROUPS.responses])
export const mayExport = (kind: ExportKind, project: ProjectView | null): boolean => !project?.anonymity || !OF_ROWS.has(kind)
export type ExportKind = (typeof EXPORT_KINDS)[number]

export interface ProjectCommands extends PasswordCommands {
  readonly listProjects: () => Promise<void>
  readonly openProject: (id: string, name: string) => Promise<void>
  /** Opens what the notice offers of a project that is damaged. */
  readonly openRecovered: () => Promise<void>
  /** Closes what is open, with everything kept. False: it could not be closed. */
  readonly closeProject: () => Promise<boolean>
  /** Opens the project again that another window has taken over, and gives it free if that still has it. */
  readonly goOnHere: () => Promise<void>
  /** Takes a project off this computer for good. */
  readonly removeProject: (id: string, name: string) => Promise<void>
  readonly renameProject: (name: string) => Promise<void>
  readonly undo: () => Promise<void>
  readonly redo: () => Promise<void>
  readonly exportAs: (kind: ExportKind, locale: Locale, personal?: PersonalData) => Promise<void>
}

/** Shows a project that has just been opened, on the screen that suits it. */
export async function openView({ session, adopt }: CommandContext, project: ProjectView | null): Promise<void> {
  if (!project) return
  session.set({ screen: project.waves.length > 0 ? 'slice' : 'data' })
  await adopt(project)
  const { recovered = 0 } = project
  if (recovered > 0) session.set({ notice: { kind: 'done', key: 'notice.recovered', params: { n: recovered } } })
}

/** Hands out a file and says where it went; with `rows`, also how many responses it has. */
export async function saveFile(
  { session: { set }, host }: CommandContext,
  file: OutputFile | null,
  rows?: Readonly<Record<string, number>>,
): Promise<void> {
  if (!file) return
  const outcome = await host.saveFile({ name: file.name, bytes: file.bytes })
  if (!outcome.ok) return set({ notice: { kind: 'fault', fault: outcome.fault } })
  if (outcome.value === 'cancelled') return
  const key = rows ? (`notice.rows-${outcome.value}` as const) : (`notice.${outcome.value}` as const)
  set({ notice: { kind: 'done', key, params: { file: file.name, ...rows } } })
}

export function createProjectCommands(context: CommandContext): ProjectCommands {
  const { session, client, adopt } = context
  const { get, set } = session

  const save = (file: OutputFile | null): Promise<void> => saveFile(context, file)

  /** Says how many responses the file has: a filter that is set does not narrow it. */
  const saveRows = (file: ExportedFile | null): Promise<void> =>
    saveFile(context, file, file ? { n: file.rows, split: file.split } : {})

  const step = async (method: 'undo' | 'redo'): Promise<void> => {
    const { project, work: busy } = get()
    if (!project?.[method] || busy) return
    const view = await work(session, client, method, null, { label: `work.${method}` })
    if (!view) return
    // A change may have been on its way when the key was pressed: what comes next the other way is what this one was.
    const intent = method === 'undo' ? view.redo : view.undo
    if (intent) set({ notice: { kind: method === 'undo' ? 'undone' : 'redone', intent } })
    await adopt(view)
    if (view.waves.length === 0) set({ screen: 'data' })
  }

  const listProjects = async (): Promise<void> => {
    const result = await ask(session, client, 'projects', null)
    if (!result) return
    if (result.ok) set({ cards: result.value })
    else set({ cards: [], notice: { kind: 'fault', fault: result.fault } })
  }

  const forget = (): void => set({ project: null, plan: null, ...NOTHING_LOADED })

  /** The engine has closed it by itself; the notice that is there says why. */
  const forgetClosed = async (): Promise<void> => {
    forget()
    set({ screen: 'start' })
    await listProjects()
  }

  const closeProject = async (): Promise<boolean> => {
    if (!get().project) return true
    const closed = await ask(session, client, 'closeProject', null)
    if (!closed?.ok) return false
    forget()
    if (get().screen !== 'start') set({ screen: 'start', notice: null, tour: null })
    await listProjects()
    return true
  }

  const openProject = async (id: string, name: string): Promise<void> => {
    set({ plan: null })
    const label = { label: 'work.open', file: name, cancellable: true } as const
    const view = await withPassword(context, name, (given) => work(session, client, 'openProject', { id, ...given }, label))
    if (view) await openView(context, view)
    else await offerRecovery(context, { id }, name)
  }

  return {
    ...createPasswordCommands(context, forgetClosed),
    listProjects,
    closeProject,
    openProject,
    goOnHere: async () => {
      const { project } = get()
      if (project && (await closeProject())) await openProject(project.id, project.name)
    },
    openRecovered: async () => openView(context, await openRecovered(context)),
    removeProject: async (id, name) => {
      const removed = await ask(session, client, 'removeProject', { id })
      if (!removed) return
      if (!removed.ok) return set({ notice: { kind: 'fault', fault: removed.fault } })
      if (get().project?.id === id) forget()
      set({ notice: { kind: 'done', key: 'notice.project-removed', params: { project: name } } })
      await listProjects()
    },
    renameProject: async (name) => {
      const view = await work(session, client, 'renameProject', { name }, { label: 'work.rename' })
      if (view) await adopt(view)
    },
    undo: () => step('undo'),
    redo: () => step('redo'),
    exportAs: async (kind, locale, personal = 'masked') => {
      const label = { label: 'work.write', cancellable: true } as const
      /** The filter, and the periods that the pages compare. */
      const asked = () => {
        const { filter: where, summary } = get()
        const { period, against } = summary.basis ?? {}
        return period === undefined ? { where } : { where, period, against }
      }
      switch (kind) {
        case 'responses-csv':
          return saveRows(await work(session, client, 'exportResponses', { format: 'csv', personal }, label))
        case 'responses-xlsx':
          return saveRows(await work(session, client, 'exportResponses', { format: 'xlsx', personal }, label))
        case 'responses-parquet':
          return saveRows(await work(session, client, 'exportResponses', { format: 'parquet', personal }, label))
        case 'codebook':
          return save(await work(session, client, 'exportResponses', { format: 'codebook', personal }, label))
        case 'project':
          return save(await work(session, client, 'exportProject', null, label))
        case 'pptx':
        case 'pdf':
        case 'html':
        case 'xlsx':
          return save(await work(session, client, 'summary', { format: kind, ...asked(), locale }, label))
        case 'xlsx-responses':
          return save(await work(session, client, 'summary', { format: 'xlsx', responses: true, ...asked(), locale }, label))
        case 'pdf-a4':
          return save(await work(session, client, 'summary', { format: 'pdf', paper: 'a4', ...asked(), locale }, label))
        default:
          return assertNever(kind)
      }
    },
  }
}
