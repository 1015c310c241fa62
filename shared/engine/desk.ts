import { fault } from '../base/fault'
import { ok, refuse, type Result } from '../base/result'
import type { Task } from '../base/task'
import { viewPlan } from '../ingest/plan-view'
import type { ImportPlan, PlanOptions } from '../ingest/types'
import type { EngineApi, EngineMethod, OutputFile, PlanView, ProjectCard, ProjectView } from '../protocol/engine-api'
import type { Shelf } from '../protocol/store'
import { answerCompare, answerSlice } from './answers'
import { codeProject } from './code-project'
import { exportCsv } from './export-csv'
import { importPlan, planFile, readFile, type ReadFile } from './import-file'
import { createProject, openProject } from './open-project'
import type { Platform } from './platform'
import type { Project } from './project'
import { viewProject } from './project-view'
import { createQueue } from './queue'
import { treatAsNps } from './scale'
import { writeSummary } from './summary'
import { answerDrivers, codingOf } from './tagging'

interface Open {
  readonly id: string
  readonly project: Project
}

interface Waiting {
  readonly read: ReadFile
  readonly options: PlanOptions
  readonly plan: ImportPlan
  /** What the project held when the plan was made: a plan for another state is no promise. */
  readonly basis: string
}

const basisOf = (project: Project | null): string => JSON.stringify([...(project?.registers.wave ?? [])])

/** The engine as the window uses it: a shelf of projects, at most one of them open, at most one file planned. */
export function createDesk(platform: Platform, shelf: Shelf): EngineApi {
  let open: Open | null = null
  let waiting: Waiting | null = null

  const withProject = <T>(work: (project: Project, id: string) => Promise<Result<T>> | Result<T>): Promise<Result<T>> =>
    Promise.resolve(open ? work(open.project, open.id) : refuse(fault('no-project', { path: '' })))

  /** The project's line in the list of projects. A cache: what becomes of it is not the project's concern. */
  const describe = async ({ id, project }: Open): Promise<void> => {
    const slice = answerSlice(project, { by: [], where: [] })
    const card: Card = {
      name: project.name,
      figure: slice.ok ? slice.value.total : null,
      responses: viewProject(project, id).accepted,
    }
    await shelf.describe(id, JSON.stringify(card)).catch(() => undefined)
  }

  const settle = async (next: Open): Promise<Result<ProjectView>> => {
    await close()
    open = next
    await describe(next)
    return ok(viewProject(next.project, next.id))
  }

  const close = async (): Promise<void> => {
    waiting = null
    if (!open) return
    const { project } = open
    // Saving shortens the next opening; what it could not save stays in the journal.
    if (project.unsaved > 0) await project.save()
    await project.close()
    open = null
  }

  const changed = async (result: Result<unknown>): Promise<Result<ProjectView>> => {
    if (!result.ok) return result
    return withProject(async (project, id) => {
      await describe({ project, id })
      return ok(viewProject(project, id))
    })
  }

  // A file may be looked at before there is a project: making one comes with the import, so that a look leaves nothing.
  const plan = async (read: ReadFile, options: PlanOptions): Promise<Result<PlanView>> => {
    const planned = await planFile(read, options, open?.project ?? null)
    if (!planned.ok) return planned
    waiting = { read, options, plan: planned.value, basis: basisOf(open?.project ?? null) }
    return ok(viewPlan(planned.value))
  }

  const file = (name: string, bytes: Result<Uint8Array>): Result<OutputFile> =>
    bytes.ok ? ok({ name, bytes: bytes.value }) : bytes

  const desk: EngineApi = {
    async projects() {
      const entries = await shelf.list()
      const cards = entries.flatMap(({ id, changedAt, card }) => {
        const parsed = parseCard(card)
        return parsed ? [{ ...parsed, id, changedAt }] : []
      })
      return ok(cards.sort((a, b) => (a.changedAt < b.changedAt ? 1 : -1)))
    },
    async createProject({ name }, task) {
      const id = platform.newId()
      const store = await shelf.create(id)
      if (!store.ok) return store
      const project = await createProject(platform, store.value, name)
      const saved = project.ok ? await project.value.save(task) : project
      if (saved.ok && project.ok) {
        const planned = waiting
        const settled = await settle({ id, project: project.value })
        waiting = planned
        return settled
      }
      await store.value.close()
      return saved.ok ? refuse(fault('storage', { what: name })) : saved
    },
    async openProject({ id }, task) {
      if (open?.id === id) return ok(viewProject(open.project, id))
      const store = await shelf.open(id)
      if (!store.ok) return store
      const project = await openProject(platform, store.value, id, task)
      if (!project.ok) await store.value.close()
      return project.ok ? settle({ id, project: project.value }) : project
    },
    async openFile({ name, bytes }, task) {
      const id = platform.newId()
      const store = await shelf.create(id)
      if (!store.ok) return store
      // Checked before it is kept: a file that does not open leaves nothing behind but an empty folder.
      const checked = await openProject(platform, { ...store.value, readSnapshot: () => Promise.resolve(bytes) }, name, task)
      const kept = checked.ok ? await store.value.writeSnapshot(bytes) : checked
      if (kept.ok && checked.ok) return settle({ id, project: checked.value })
      await store.value.close()
      return kept.ok ? refuse(fault('not-a-project', { path: name })) : kept
    },
    async closeProject() {
      await close()
      return ok(null)
    },
    async removeProject({ id }) {
      if (open?.id === id) {
        const planned = waiting
        await close()
        waiting = planned
      }
      return shelf.remove(id)
    },
    project: () => withProject((project, id) => ok(viewProject(project, id))),

    async plan({ file: source, options }, task) {
      waiting = null
      const read = await readFile(platform, source, options, task)
      return read.ok ? plan(read.value, options) : read
    },
    async replan(options, task) {
      if (!waiting) return refuse(fault('nothing-planned'))
      const { read } = waiting
      const sameReading = JSON.stringify(options.read ?? {}) === JSON.stringify(read.options.read ?? {})
      const again = sameReading ? ok(read) : await readFile(platform, read.file, options, task)
      return again.ok ? plan(again.value, options) : again
    },
    dropPlan() {
      waiting = null
      return Promise.resolve(ok(null))
    },
    async importPlan(_, task) {
      const planned = waiting
      if (!planned) return refuse(fault('nothing-planned'))
      if (planned.basis !== basisOf(open?.project ?? null)) {
        const again = await plan(planned.read, planned.options)
        return again.ok ? refuse(fault('busy')) : again
      }
      const imported = await withProject(async (project) => {
        const done = await importPlan(project, planned.read, planned.plan, task)
        // The rows are safe in the journal already; a snapshot that fails now is tried again later.
        if (done.ok) await project.save(task)
        return done
      })
      if (imported.ok) waiting = null
      return changed(imported)
    },

    treatAsNps: async ({ waves, treat }) =>
      changed(await withProject((project) => treatAsNps(project, waves, treat))),

    slice: (query) => withProject((project) => answerSlice(project, query)),
    compare: (query) => withProject((project) => answerCompare(project, query)),
    code: ({ csv }, task) =>
      withProject(async (project) => {
        const done = await codeProject(project, csv)
        return done.ok ? ok(await codingOf(project, task)) : done
      }),
    drivers: (_, task) => withProject((project) => answerDrivers(project, task)),

    undo: async () => changed(await withProject((project) => project.undo())),
    redo: async () => changed(await withProject((project) => project.redo())),

    summary: ({ format, locale }, task) =>
      withProject(async (project) => file(`${project.name}.${format}`, await writeSummary(project, format, locale, task))),
    exportCsv: (_, task) => withProject(async (project) => file(`${project.name}.csv`, await exportCsv(project, task))),
    exportProject: (_, task) =>
      withProject(async (project) => file(`${project.name}.earshot`, await project.snapshot(task))),
  }
  return inTurn(desk)
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

/** Calls that only look; all others wait for one another, so that none finds the project gone half way. */
const LOOKS: ReadonlySet<EngineMethod> = new Set<EngineMethod>(['projects', 'project', 'slice', 'compare'])

function inTurn(desk: EngineApi): EngineApi {
  const queue = createQueue()
  const entries = Object.entries(desk) as [EngineMethod, (input: unknown, task: Task) => Promise<unknown>][]
  const queued = entries.map(([method, run]) =>
    LOOKS.has(method) ? [method, run] : [method, (input: unknown, task: Task) => queue(() => run(input, task))],
  )
  return Object.fromEntries(queued) as EngineApi
}
