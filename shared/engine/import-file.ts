import { ok, type Result } from '../base/result'
import type { Task } from '../base/task'
import { rowsToStore } from '../ingest/commit-rows'
import { responseKey } from '../ingest/find-duplicates'
import { countPlan } from '../ingest/plan-counts'
import { planImport } from '../ingest/plan-import'
import { profileColumns } from '../ingest/profile-columns'
import { readTable } from '../ingest/read-table'
import { unpack } from '../ingest/unpack'
import { FATE, type ColumnProfile, type ImportPlan, type PlanOptions, type RawTable, type SourceFile } from '../ingest/types'
import type { Change, Intent } from '../model/operation'
import type { Field, Wave, WaveCounts } from '../model/records'
import { NPS_SCALE } from '../model/role'
import { cellAt } from '../table/column'
import type { Platform } from './platform'
import type { Project } from './project'

/** A file that was read and described, waiting for the user's word on its columns. */
export interface ReadFile {
  readonly file: SourceFile
  readonly options: PlanOptions
  /** SHA-256 of the file's bytes; computed when first asked for. */
  readonly source: () => Promise<string>
  readonly table: RawTable
  readonly profiles: readonly ColumnProfile[]
}

export async function readFile(platform: Platform, given: SourceFile, options: PlanOptions, task: Task): Promise<Result<ReadFile>> {
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
  return ok({ file, options, source, table: table.value, profiles })
}

const fieldKey = (header: string): string => header.normalize('NFC').trim().replace(/\s+/gu, ' ').toLowerCase()

/**
 * Id of each column's field. It follows from the header (and, for repeated headers, from which of them it is), so
 * the same question is the same field in every wave and on every machine.
 */
async function fieldIds(columns: readonly ColumnProfile[], platform: Platform): Promise<readonly string[]> {
  const seen = new Map<string, number>()
  const ids: string[] = []
  for (const { header, index } of columns) {
    const key = fieldKey(header) || `#${index}`
    const occurrence = (seen.get(key) ?? 0) + 1
    seen.set(key, occurrence)
    const hash = await platform.sha256(new TextEncoder().encode(`${key}\n${occurrence}`))
    ids.push(`f${hash.slice(0, 16)}`)
  }
  return ids
}

/**
 * What importing `read` into `project`, or into a new one, would do. Of a file that was imported before, every row is
 * a duplicate.
 */
export async function planFile(read: ReadFile, options: PlanOptions, project: Project | null): Promise<Result<ImportPlan>> {
  const ids = project ? await knownIds(read.profiles, options, project) : new Set<string>()
  const plan = planImport(read.table, read.profiles, options, { ids })
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
async function knownIds(profiles: readonly ColumnProfile[], options: PlanOptions, project: Project): Promise<ReadonlySet<string>> {
  const known = new Set<string>()
  const told = profiles.findIndex(({ index }) => options.roles?.[index] === 'id')
  const at = told >= 0 ? told : profiles.findIndex(({ index, role }) => role === 'id' && !options.roles?.[index])
  const field = at < 0 ? undefined : (await fieldIds(profiles, project.platform))[at]
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
  const fields = await fieldIds(plan.columns, platform)
  const wave: Omit<Wave, 'batch' | 'source'> = {
    name: plan.wave,
    file: read.file.name,
    importedAt: platform.now(),
    scale: plan.score?.scale ?? NPS_SCALE,
    treatAsNps: plan.treatAsNps,
    columns: plan.columns.map(({ index, header, role }, at) => ({ index, header, field: fields[at]!, role })),
    counts,
  }
  const added = newFields(plan.columns, fields, registers.field)
  const changes = (source: string, batch: string): readonly Change[] => [
    ...added,
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

