import { ok, type Result } from '../base/result'
import type { Task } from '../base/task'
import { rowsToStore } from '../ingest/commit-rows'
import { responseKey } from '../ingest/find-duplicates'
import { countPlan } from '../ingest/plan-counts'
import { planImport } from '../ingest/plan-import'
import { profileColumns } from '../ingest/profile-columns'
import { readTable } from '../ingest/read-table'
import { unpack } from '../ingest/unpack'
import { FATE } from '../ingest/types'
import type { ColumnProfile, ImportPlan, PlanOptions, RawTable, SourceFile, WaveMatch } from '../ingest/types'
import type { Change, Intent } from '../model/operation'
import type { Field, Wave, WaveCounts } from '../model/records'
import { NPS_SCALE, type Role } from '../model/role'
import { cellAt } from '../table/column'
import { fieldIds } from './field-ids'
import { layoutKey, rememberLayout } from './layouts'
import { keptRoles, matchWave } from './match-wave'
import type { Platform } from './platform'
import type { Project } from './project'

/** A file that was read and described, waiting for the user's word on its columns. */
export interface ReadFile {
  readonly file: SourceFile
  readonly options: PlanOptions
  /** SHA-256 of the file's bytes; computed when first asked for. */
  readonly source: () => Promise<string>
  readonly table: RawTable
  /** Names the layout: files with the same headers, read without options, have the same. */
  readonly layout: string
  readonly profiles: readonly ColumnProfile[]
}

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
  task.report(0, 'planning')
  await task.breathe()
  const profiles = profileColumns(table.value, platform.now().slice(0, 10))
  let hash: Promise<string> | null = null
  const source = (): Promise<string> => (hash ??= platform.sha256(file.bytes))
  const key = layout ?? (await layoutKey(table.value.headers, platform))
  return ok({ file, options, source, table: table.value, layout: key, profiles })
}

/**
 * What importing `read` into `project`, or into a new one, would do. Of a file that was imported before, every row is
 * a duplicate.
 */
export async function planFile(read: ReadFile, options: PlanOptions, project: Project | null): Promise<Result<ImportPlan>> {
  const match = project ? await matchWave(read.table, read.profiles, options, project) : null
  const roles = match && project ? keptRoles(match, options, project) : (options.roles ?? {})
  const ids = match && project ? knownIds(read.profiles, roles, match, project) : new Set<string>()
  const made = planImport(read.table, read.profiles, { ...options, roles }, { ids })
  const plan = made.ok ? ok({ ...made.value, options, match }) : made
  if (!plan.ok || !project || project.registers.wave.size === 0) return plan
  const source = await read.source()
  const before = [...project.registers.wave.values()].find((wave) => wave.source === source)
  if (!before) return plan
  const { rows } = read.table
  return ok({
    ...plan.value,
    fates: new Uint8Array(rows).fill(FATE.duplicate),
    asides: new Map(),
    duplicateOf: new Map(Array.from({ length: rows }, (_, row) => [row, 0])),
    warnings: [{ code: 'file-imported-before', params: { wave: before.name } }, ...plan.value.warnings],
  })
}

/** Response ids that the project already has in the field of the file's id column. */
function knownIds(
  profiles: readonly ColumnProfile[],
  roles: Readonly<Record<number, Role>>,
  match: WaveMatch,
  project: Project,
): ReadonlySet<string> {
  const known = new Set<string>()
  const told = profiles.findIndex(({ index }) => roles[index] === 'id')
  const at = told >= 0 ? told : profiles.findIndex(({ index, role }) => role === 'id' && !roles[index])
  const field = match.columns[at]?.field
  if (field === undefined || !project.registers.field.has(field)) return known
  const { columns } = project
  const cells = columns.text(field)
  for (let row = 0; row < columns.rows; row++) {
    if (columns.live[row]) known.add(responseKey(cellAt(cells, row)))
  }
  known.delete('')
  return known
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
  const { platform, registers } = project
  const counts = countPlan(plan)
  if (counts.accepted + counts.setAside === 0) return ok(counts)
  const fields = plan.match?.columns.map(({ field }) => field) ?? (await fieldIds(plan.columns, platform))
  const wave: Omit<Wave, 'batch' | 'source'> = {
    name: plan.wave,
    file: read.file.name,
    importedAt: platform.now(),
    scale: plan.score?.scale ?? NPS_SCALE,
    treatAsNps: plan.treatAsNps,
    columns: plan.columns.map(({ index, header, role }, at) => {
      const question = read.table.questions[at]
      return { index, header, field: fields[at]!, role, ...(question ? { question } : {}) }
    }),
    counts,
  }
  const added = newFields(plan.columns, fields, registers.field)
  const remembered = rememberLayout(registers.setting, read, plan.options)
  const changes = (source: string, batch: string): readonly Change[] => [
    ...added,
    ...remembered,
    { register: 'wave', id: `w${source.slice(0, 16)}`, before: null, after: { ...wave, source, batch } },
  ]
  const done = await project.importRows({ rows: rowsToStore(plan), source: read.source, fields, changes, intent }, task)
  return done.ok ? ok(counts) : done
}

function newFields(columns: readonly ColumnProfile[], ids: readonly string[], known: ReadonlyMap<string, Field>): Change[] {
  const names = new Set([...known.values()].map(({ name }) => name))
  return columns.flatMap(({ name, header, kind, role }, at): Change[] => {
    const id = ids[at]!
    if (known.has(id)) return []
    let unique = name
    for (let next = 2; names.has(unique); next++) unique = `${name} (${next})`
    names.add(unique)
    return [{ register: 'field', id, before: null, after: { name: unique, label: header, kind, role } }]
  })
}

