import { fault } from '../base/fault'
import { fileName } from '../base/file-name'
import { ok, refuse, type Result } from '../base/result'
import type { Task } from '../base/task'
import type { EngineApi, OutputFile, ProjectCard, ProjectView, SavedCode } from '../protocol/engine-api'
import type { Shelf } from '../protocol/store'
import { gateDesk, headlineOf } from './anonymous/gate'
import { makeAnonymous } from './anonymous/make-anonymous'
import { answerSlice } from './figures/answers'
import { answerBands, saveBands } from './columns/bands'
import type { Columns } from './columns/columns'
import { answerCompare } from './figures/compare'
import { exportedFile } from './export/exported-file'
import { givenFirst } from './project/given-first'
import { inTurn } from './in-turn'
import { look } from './look'
import { createProject, openProject } from './project/open-project'
import { openSample, SAMPLE_ID } from './open-sample'
import type { Platform } from './platform'
import type { Project } from './project/project'
import { readStored } from './project/read-stored'
import { isLocked, viewProject } from './project/project-view'
import { createQueue } from '../base/queue'
import { countValues } from '../query/count-values'
import { treatAsNps } from './figures/scale'
import { lockableStore, sealedCopy } from './locked/lockable-store'
import { setPassword } from './locked/set-password'
import { unlockStore } from './locked/unlock-store'
import { selectResponses } from './filter/select'
import { outlineOf, writeSummary, writeSummaryChart } from './summary/summary'
import { countOf } from './tags/tag-parts'
import { answerTrendExtras } from './figures/trend'
import { saveYardsticks } from './settings/yardsticks'
import { removeWave, renameProject, renameWave } from './project/waves'
import { createCodingCalls } from './coding-calls'
import { createEraseCalls } from './erase/erase-calls'
import { createPlanCalls } from './import/plan-calls'
import { createRecoveryCalls } from './recover/recovery-calls'
import { createSummaryCalls } from './summary/summary-calls'

interface Open {
  readonly id: string
  readonly project: Project
  /** What its line in the list was made from. */
  readonly described: { columns: Columns | null; name: string; revision: number }
}

/** The engine as the window uses it: a shelf of projects, at most one of them open, at most one file planned. */
export function createDesk(platform: Platform, shelf: Shelf): EngineApi {
  let open: Open | null = null
  let told = Promise.resolve()
  const queue = createQueue()

  const withProject = <T>(work: (project: Project, id: string) => Promise<Result<T>> | Result<T>): Promise<Result<T>> =>
    Promise.resolve(open ? work(open.project, open.id) : refuse(fault('no-project', { path: '' })))

  const looking =
    <I, T>(work: (project: Project, input: I, task: Task) => Promise<Result<T>>) =>
    (input: I, task: Task): Promise<Result<T>> =>
      look(() => open?.project ?? null, task, queue, (project, whileOpen) => work(project, input, whileOpen))

  /**
   * The project's line in the list of projects: written anew when it says something else, and in the end for its date.
   * A cache: what becomes of it is not the project's concern.
   */
  const describe = ({ id, project, described }: Open): Promise<void> => {
    const { columns, name } = project
    Object.assign(described, { columns, name, revision: project.revision })
    const slice = isLocked(project) ? null : headlineOf(project)
    const said = slice ? { figure: slice.ok ? slice.value.total : null, responses: viewProject(project, id).accepted } : { figure: null, responses: 0, locked: true }
    const card: Card = { name, ...said }
    told = told.then(() => shelf.describe(id, JSON.stringify(card)).catch(() => undefined))
    return told
  }

  /** A new project is there once it is in the list; one that is in it only comes to its top, which nobody waits for. */
  const settle = async (id: string, project: Project, how: 'new' | 'known'): Promise<Result<ProjectView>> => {
    await close()
    open = { id, project, described: { columns: null, name: '', revision: -1 } }
    const listed = describe(open)
    if (how === 'new') await listed
    const view = viewProject(project, id)
    return ok(project.recovered > 0 ? { ...view, recovered: project.recovered } : view)
  }

  const close = async (): Promise<void> => {
    planning.drop()
    if (!open) return
    const { project, described } = open
    // Saving shortens the next opening; what it could not save stays in the journal.
    if (project.unsaved > 0) await project.save()
    if (project.revision !== described.revision) void describe(open)
    await told
    await project.close()
    open = null
  }

  const changed = async (result: Result<unknown>): Promise<Result<ProjectView>> => {
    if (!result.ok) return result
    if (!open) return refuse(fault('no-project', { path: '' }))
    const { id, project, described } = open
    if (project.columns !== described.columns || project.name !== described.name) await describe(open)
    return ok(viewProject(project, id))
  }

  const saved = async (id: Result<string>): Promise<Result<SavedCode>> => {
    const view = await changed(id)
    if (!id.ok) return id
    return view.ok ? ok({ id: id.value, project: view.value }) : view
  }

  const planning = createPlanCalls(platform, { opened: () => open?.project ?? null, withProject, changed })

  const file = (name: string, bytes: Result<Uint8Array>): Result<OutputFile> =>
    bytes.ok ? ok({ name, bytes: bytes.value }) : bytes

  const desk: EngineApi = {
    async projects() {
      const listed = await readStored(shelf.list())
      if (!listed.ok) return listed
      const entries = listed.value
      const cards = entries.flatMap(({ card, ...kept }) => {
        const parsed = parseCard(card)
        return parsed ? [{ ...parsed, ...kept }] : []
      })
      return ok(cards.sort((a, b) => (a.changedAt < b.changedAt ? 1 : -1)))
    },
    async createProject({ name }, task) {
      const id = platform.newId()
      const store = await shelf.create(id)
      if (!store.ok) return store
      const project = await createProject(platform, lockableStore(platform, store.value), name)
      const saved = project.ok ? await project.value.save(task) : project
      if (saved.ok && project.ok) {
        return planning.keeping(() => settle(id, project.value, 'new'))
      }
      await store.value.close()
      return saved.ok ? refuse(fault('storage', { what: name })) : saved
    },
    async openProject({ id, password = null }, task) {
      if (open?.id === id) return ok(viewProject(open.project, id))
      const store = await shelf.open(id)
      if (!store.ok) return store
      const unlocked = await unlockStore(platform, store.value, password, store.value.name ?? id, task)
      const project = unlocked.ok ? await openProject(platform, unlocked.value, store.value.name ?? id, task) : unlocked
      if (!project.ok) await store.value.close()
      return project.ok ? settle(id, project.value, 'known') : project
    },
    async openFile({ name, bytes, password = null }, task) {
      const id = platform.newId()
      const store = await shelf.create(id)
      if (!store.ok) return store
      // Checked before it is kept: a file that does not open leaves nothing behind but an empty folder. The project goes on
      // in what it is opened from; the bytes are still to be kept.
      const unlocked = await unlockStore(platform, givenFirst(store.value, bytes), password, name, task)
      const checked = unlocked.ok ? await openProject(platform, unlocked.value, name, task) : unlocked
      const kept = checked.ok ? await store.value.writeSnapshot(bytes) : checked
      if (kept.ok && checked.ok) return settle(id, checked.value, 'new')
      await store.value.close()
      return kept.ok ? refuse(fault('not-a-project', { path: name })) : kept
    },
    saveProject: async (_, task) => {
      const saved = await withProject((project) => project.save(task))
      return saved.ok ? withProject((project, id) => ok(viewProject(project, id))) : saved
    },
    async setPassword({ password }, task) {
      if (!open) return refuse(fault('no-project', { path: '' }))
      const { id, project } = open
      const set = await setPassword(platform, project, password, async () => (await shelf.dropGenerations?.(id)) ?? ok(null), task)
      if (set.isUncertain) await close()
      else await describe(open)
      return changed(set.result)
    },
    async closeProject() {
      await close()
      return ok(null)
    },
    async removeProject({ id }) {
      if (open?.id === id) await planning.keeping(close)
      return shelf.remove(id)
    },
    project: () => withProject((project, id) => ok(viewProject(project, id))),

    async makeAnonymous(wanted, task) {
      const made = await withProject(async (project, id) => {
        // No earlier state, should the file be damaged one day, may bring back what showed everybody.
        const dropped = (await shelf.dropGenerations?.(id)) ?? ok(null)
        const done = dropped.ok ? await makeAnonymous(project, wanted) : dropped
        // What this cannot save stays in the journal.
        if (done.ok) await project.save(task)
        return done
      })
      return changed(made)
    },
    treatAsNps: async ({ waves, treat }) =>
      changed(await withProject((project) => treatAsNps(project, waves, treat))),

    count: looking(async (project, { where }, task) => ok(countOf(await selectResponses(project, where, task)))),
    values: looking(async (project, { of, where }, task) =>
      ok(countValues(await selectResponses(project, where, task), project.columns.dimension(of))),
    ),
    slice: looking(answerSlice),
    bands: looking(answerBands),
    saveBands: async ({ field, edges }) => changed(await withProject((project) => saveBands(project, field, edges))),
    compare: looking(answerCompare),
    trend: looking(answerTrendExtras),
    saveYardsticks: async (wanted) => changed(await withProject((project) => saveYardsticks(project, wanted))),
    renameWave: async ({ id, name }) => changed(await withProject((project) => renameWave(project, id, name))),
    removeWave: async ({ id }) => changed(await withProject((project) => removeWave(project, id))),
    renameProject: async ({ name }) => changed(await withProject((project) => renameProject(project, name))),

    ...planning.calls,
    ...createCodingCalls({ looking, withProject, changed, saved }),
    ...createRecoveryCalls(platform, shelf, (id, project) => settle(id, project, 'new')),
    ...createSummaryCalls({ looking, withProject, changed }),
    ...createEraseCalls(
      withProject,
      shelf,
      async (project) => {
        planning.drop()
        if (open) open = { ...open, project }
        return changed(ok(null))
      },
      close,
    ),
    introduce({ coder }) {
      platform.author = coder.trim() || platform.author
      return Promise.resolve(ok(null))
    },

    async openSample({ locale, password = null }, task) {
      if (open?.id === SAMPLE_ID) return ok(viewProject(open.project, SAMPLE_ID))
      const project = await openSample(platform, shelf, locale, task, password)
      return project.ok ? settle(SAMPLE_ID, project.value, 'new') : project
    },

    undo: async (_, task) => changed(await withProject((project) => project.undo(task))),
    redo: async (_, task) => changed(await withProject((project) => project.redo(task))),

    outline: looking((project, input, task) => outlineOf(project, input, task)),
    summary: (asked, task) =>
      withProject(async (project) => file(fileName(`${project.name}${asked.paper === 'a4' ? ' A4' : ''}.${asked.format}`), await writeSummary(project, asked, task))),
    summaryChart: async (asked) => ok({ name: fileName(`${asked.title}.svg`), bytes: await writeSummaryChart(platform, asked) }),
    exportResponses: ({ format, personal }, task) => withProject((project) => exportedFile(project, format, task, personal)),
    exportProject: (_, task) =>
      withProject(async (project) => file(fileName(`${project.name}.earshot`), await sealedCopy(project.store, await project.snapshot(task)))),
  }
  const gated = gateDesk(desk, () => open?.project ?? null, (task, work) => look(() => open?.project ?? null, task, queue, work))
  return inTurn(gated, queue)
}

type Card = Omit<ProjectCard, 'id' | 'changedAt'>

/** A card that a crash left half written is none; the project shows again once it was opened. */
function parseCard(text: string): Card | null {
  try {
    return JSON.parse(text) as Card
  } catch {
    return null
  }
}
