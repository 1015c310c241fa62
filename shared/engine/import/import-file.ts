import { ok, type Result } from '../../base/result'
import type { Task } from '../../base/task'
import { utf8Of } from '../../base/utf8'
import { uniqueName } from '../../base/unique-name'
import { planImport } from '../../ingest/plan-import'
import { profileColumns } from '../../ingest/profile-columns'
import { readOwnTable } from '../../ingest/own-table'
import { readTable } from '../../ingest/read-table'
import { unpack } from '../../ingest/unpack'
import { FATE } from '../../ingest/types'
import type { ImportPlan, PlanOptions, SourceFile, Warning } from '../../ingest/types'
import type { Change, Intent } from '../../model/operation'
import type { WaveCounts } from '../../model/records'
import type { TenureUnit } from '../../model/tenure'
import { countsAnew, knownIds } from './known-ids'
import { layoutKey, rememberLayout } from './layouts'
import { leaveErasedOut } from '../erase/leave-erased-out'
import { keptRoles, matchWave, unitsBefore } from './match-wave'
import { ownProfiles, planOwnWaves } from './own-plan'
import { importOwnWaves } from './own-import'
import { tagsThere } from './own-tags'
import type { Platform } from '../platform'
import { prepareWave } from './prepare-wave'
import type { Seal } from './import-parts'
import type { Project } from '../project/project'
import type { ReadFile } from './read-file'
import { largeWarning, sizeOf } from '../project/room'

/** Reads and describes a file. One that is read again with other options keeps its `layout`. */
export async function readFile(
  platform: Platform,
  given: SourceFile,
  options: PlanOptions,
  task: Task,
  layout?: string,
): Promise<Result<ReadFile>> {
  const unpacked = unpack(given)
  if (!unpacked.ok) return unpacked
  const file = unpacked.value
  const table = await readTable(file, options.read ?? {}, platform, task)
  if (!table.ok) return table
  const today = platform.now().slice(0, 10)
  let hash: Promise<string> | null = null
  const source = (): Promise<string> => (hash ??= platform.sha256(file.bytes))
  const key = layout ?? (await layoutKey(table.value.headers, platform))
  const own = readOwnTable(table.value)
  const looks = await profileColumns(own?.table ?? table.value, today, task)
  if (!looks.ok) return looks
  if (own) {
    const sourceOf = async (wave: string): Promise<string> => platform.sha256(utf8Of(`${await source()}\n${wave}`))
    return ok({ file, options, source, table: own.table, layout: key, profiles: ownProfiles(own, looks.value), own: { waves: own.waves, sourceOf } })
  }
  return ok({ file, options, source, table: table.value, layout: key, profiles: looks.value })
}

/** Files of different months are often called alike; waves with one name could not be told apart. */
function waveName(wave: string, options: PlanOptions, project: Project): string {
  if (options.wave !== undefined) return wave
  return uniqueName(wave, new Set([...project.registers.wave.values()].map(({ name }) => name.toLowerCase())))
}

const RESTARTED: Warning = { code: 'ids-restart', params: {} }

/**
 * What importing `read` into `project`, or into a new one, would do. Of a file that was imported before, every row is
 * a duplicate.
 */
export async function planFile(read: ReadFile, options: PlanOptions, project: Project | null): Promise<Result<ImportPlan>> {
  if (read.own) {
    const planned = await planOwnWaves({ ...read, own: read.own }, options, (part, wanted) => planFile(part, wanted, project))
    const tags = planned.ok && project ? tagsThere(planned.value, project) : null
    return planned.ok && tags ? ok({ ...planned.value, tags }) : planned
  }
  const match = read.match ?? (project ? await matchWave(read.table, read.profiles, options, project) : null)
  const roles = match && project && !read.match ? keptRoles(match, options, project) : (options.roles ?? {})
  const known = match && project ? knownIds(read.profiles, roles, match, project) : new Map<string, number>()
  const units = match && project ? unitsBefore(match, project) : new Map<number, TenureUnit>()
  const planWith = (ids: ReadonlySet<string>): Result<ImportPlan> => {
    const made = planImport(read.table, read.profiles, { ...options, roles }, { ids, units })
    return made.ok ? ok({ ...made.value, options, match }) : made
  }
  const first = planWith(new Set(known.keys()))
  const anew = first.ok && !read.match && countsAnew(first.value, known) ? planWith(new Set()) : null
  const made = anew?.ok ? ok({ ...anew.value, warnings: [RESTARTED, ...anew.value.warnings] }) : first
  const planned = made.ok && project ? ok(await leaveErasedOut(made.value, project)) : made
  const plan = planned.ok ? ok({ ...planned.value, warnings: [...largeWarning((project ? sizeOf(project.db) : 0) + read.file.bytes.length), ...planned.value.warnings] }) : planned
  if (!plan.ok || !project || project.registers.wave.size === 0) return plan
  const source = await read.source()
  const before = [...project.registers.wave.values()].find((wave) => wave.source === source)
  if (!before) return ok({ ...plan.value, wave: waveName(plan.value.wave, options, project) })
  const { rows } = read.table
  return ok({
    ...plan.value,
    fates: new Uint8Array(rows).fill(FATE.duplicate),
    asides: new Map(),
    marked: {},
    duplicateOf: new Map(Array.from({ length: rows }, (_, row) => [row, 0])),
    warnings: [{ code: 'file-imported-before', params: { wave: before.name } }, ...plan.value.warnings],
  })
}

/**
 * Executes a plan as one operation. Decides nothing: each row's fate is the plan's. A plan that stores no row changes
 * nothing.
 */
export async function importPlan(
  project: Project,
  read: ReadFile,
  plan: ImportPlan,
  task: Task,
  intent: Extract<Intent, 'import' | 'create'> = 'import',
): Promise<Result<WaveCounts>> {
  if (plan.waves) return importOwnWaves(project, read, plan.waves, plan.options.bringTags ?? false, task)
  const prepared = await prepareWave(project, read, plan, new Map(project.registers.field))
  if (!prepared.part) return ok(prepared.counts)
  const remembered = rememberLayout(project.registers.setting, read, { ...plan.options, ...fieldsChosen(plan) })
  const changes = (seals: readonly Seal[]): readonly Change[] => seals.flatMap((seal) => [...prepared.added, ...remembered, prepared.wave(seal)])
  const done = await project.importRows({ parts: [prepared.part], changes, intent }, task)
  return done.ok ? ok(prepared.counts) : done
}

/** A field of its own, once there, is the field of the next file of the layout. */
function fieldsChosen({ options, match }: ImportPlan): Pick<PlanOptions, 'fields'> {
  if (!options.fields) return {}
  const fieldOf = new Map(match?.columns.map(({ index, field }) => [index, field]))
  const chosen = Object.entries(options.fields).map(([index, field]) => [index, field ?? fieldOf.get(Number(index))] as const)
  return { fields: Object.fromEntries(chosen.flatMap(([index, field]) => (field === undefined ? [] : [[index, field]]))) }
}
