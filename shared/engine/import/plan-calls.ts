import { fault } from '../../base/fault'
import { ok, refuse, type Result } from '../../base/result'
import { viewPlan } from '../../ingest/plan-view'
import type { ImportPlan, PlanOptions } from '../../ingest/types'
import { lastingOptions } from '../../model/lasting-options'
import type { EngineApi, PlanView, ProjectView } from '../../protocol/engine-api'
import { ERASED } from '../erase/erase-record'
import { leftOutFile } from './export-left-out'
import { importPlan, planFile, readFile } from './import-file'
import type { Platform } from '../platform'
import type { Project } from '../project/project'
import type { ReadFile } from './read-file'
import { readKnown } from './read-known'

interface Waiting {
  readonly read: ReadFile
  readonly options: PlanOptions
  /** The file for which the options were chosen first. */
  readonly remembered: string | null
  readonly plan: ImportPlan
  /** What the project held when the plan was made: a plan for another state is no promise. */
  readonly basis: string
}

const basisOf = (project: Project | null): string => JSON.stringify([...(project?.registers.wave ?? [])])

type PlanCalls = Pick<EngineApi, 'plan' | 'glimpse' | 'replan' | 'dropPlan' | 'importPlan' | 'exportLeftOut'>

interface Planning {
  readonly calls: PlanCalls
  /** Forgets what is planned. */
  readonly drop: () => void
  /** What is planned outlasts `work`, though projects come and go in it. */
  readonly keeping: <T>(work: () => Promise<T>) => Promise<T>
}

/** Looking at a file and importing it: at most one is planned at a time. */
export function createPlanCalls(
  platform: Platform,
  {
    opened,
    withProject,
    changed,
  }: {
    readonly opened: () => Project | null
    readonly withProject: <T>(work: (project: Project) => Promise<Result<T>>) => Promise<Result<T>>
    readonly changed: (result: Result<unknown>) => Promise<Result<ProjectView>>
  },
): Planning {
  let waiting: Waiting | null = null

  /** The open project, if there is anything in it that a file could go together with, or must not bring back. */
  const filled = (): Project | null => {
    const project = opened()
    return project && (project.registers.wave.size > 0 || project.registers.setting.has(ERASED)) ? project : null
  }

  // A file may be looked at before there is a project: making one comes with the import, so that a look leaves nothing.
  const plan = async (read: ReadFile, options: PlanOptions, remembered: string | null): Promise<Result<PlanView>> => {
    const planned = await planFile(read, options, filled())
    if (!planned.ok) return planned
    waiting = { read, options, remembered, plan: planned.value, basis: basisOf(opened()) }
    return ok(viewPlan(planned.value, read.layout, remembered))
  }

  const calls: PlanCalls = {
    async plan({ file: source, options, layouts = {} }, task) {
      waiting = null
      const known = await readKnown(platform, opened(), source, options, layouts, task)
      if (!known.ok) return known
      const { read, options: all, remembered } = known.value
      return plan(read, all, remembered?.file ?? null)
    },
    async glimpse({ file: source, options, layouts = {} }, task) {
      const known = await readKnown(platform, opened(), source, options, layouts, task)
      if (!known.ok) return known
      const planned = await planFile(known.value.read, known.value.options, filled())
      return planned.ok ? ok(viewPlan(planned.value)) : planned
    },
    async replan(options, task) {
      if (!waiting) return refuse(fault('nothing-planned'))
      const { read, remembered } = waiting
      const sameReading = JSON.stringify(options.read ?? {}) === JSON.stringify(read.options.read ?? {})
      const again = sameReading ? ok(read) : await readFile(platform, read.file, options, task, read.layout)
      const isPlain = Object.keys(lastingOptions(options)).length === 0
      return again.ok ? plan(again.value, options, isPlain ? null : remembered) : again
    },
    dropPlan() {
      waiting = null
      return Promise.resolve(ok(null))
    },
    async importPlan(_, task) {
      const planned = waiting
      if (!planned) return refuse(fault('nothing-planned'))
      if (planned.basis !== basisOf(opened())) {
        const again = await plan(planned.read, planned.options, planned.remembered)
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
    exportLeftOut: async ({ locale }, task) =>
      waiting ? leftOutFile(waiting.plan, locale, task) : refuse(fault('nothing-planned')),
  }
  return {
    calls,
    drop: () => {
      waiting = null
    },
    async keeping(work) {
      const planned = waiting
      const done = await work()
      waiting = planned
      return done
    },
  }
}
