import { createHash, webcrypto } from 'node:crypto'
import initSqlJs, { type SqlJsStatic } from 'sql.js'
import { quietTask } from '../../shared/base/task'
import { createMemoryStore } from '../../shared/engine/project/memory-store'
import { createProject, openProject } from '../../shared/engine/project/open-project'
import type { Platform } from '../../shared/engine/platform'
import type { Seal } from '../../shared/engine/import/import-parts'
import type { Project } from '../../shared/engine/project/project'
import type { Change, Operation } from '../../shared/model/operation'
import type { Wave, WaveColumn } from '../../shared/model/records'
import type { Role } from '../../shared/model/role'
import type { Result } from '../../shared/base/result'
import type { ProjectStore } from '../../shared/protocol/store'
import { columnOf } from '../../shared/table/column-builder'
import type { RowBatch } from '../../shared/table/row-batch'
import { nodeDecoder } from '../../electron/node/node-decode'
import { readFont } from '../../electron/node/node-platform'

let sql: SqlJsStatic | undefined
let lastId = 0

/** Platform whose clock and ids count up. */
export async function testPlatform(author = 'ana'): Promise<Platform> {
  sql ??= await initSqlJs()
  let ticks = 0
  return {
    sql,
    ...nodeDecoder,
    sha256: (bytes) => Promise.resolve(createHash('sha256').update(bytes).digest('hex')),
    crypto: webcrypto,
    font: readFont,
    now: () => new Date(Date.UTC(2026, 0, 1) + (ticks += 1000)).toISOString(),
    newId: () => `${author}-${(lastId += 1)}`,
    author,
  }
}

/** The value of an outcome that must not be refused. */
export function must<T>(result: Result<T>): T {
  if (!result.ok) throw new Error(`refused: ${JSON.stringify(result.fault)}`)
  return result.value
}

export async function newProject(store: ProjectStore = createMemoryStore()): Promise<Project> {
  const project = must(await createProject(await testPlatform(), store, 'Test'))
  must(await project.save())
  return project
}

export async function reopen(store: ProjectStore): Promise<Project> {
  return must(await openProject(await testPlatform('reopened'), store, 'test.earshot', quietTask))
}

/** One made-up response. */
export interface TestRow {
  readonly score: number | null
  /** Days since 1970-01-01. */
  readonly day: number | null
  readonly aside?: boolean
  readonly cells: readonly string[]
}

/** Stores rows as a wave the way an import does. `fields` are the ids of the cells' fields, segments where `roles` says nothing else. */
export async function addWave(...wave: Parameters<typeof tryWave>): Promise<void> {
  must(await tryWave(...wave))
}

/** The same where it may be refused. */
export async function tryWave(
  project: Project,
  name: string,
  fields: readonly string[],
  rows: readonly TestRow[],
  task = quietTask,
  roles: readonly Role[] = [],
): Promise<Result<Operation>> {
  const source = await project.platform.sha256(new TextEncoder().encode(name))
  const batch: RowBatch = {
    rows: rows.length,
    lines: Uint32Array.from(rows, (_, row) => row + 2),
    scores: Int8Array.from(rows, ({ score }) => score ?? -1),
    answered: Float64Array.from(rows, ({ day }) => (day === null ? Number.NaN : day * 86_400)),
    asides: new Map(rows.flatMap(({ aside }, row) => (aside ? [[row, 'preview'] as const] : []))),
    columns: fields.map((_, at) => columnOf(rows.map(({ cells }) => cells[at] ?? ''))),
    leftOut: [{ line: rows.length + 2, fate: 'rejected', code: 'footer', repeats: null, cells: ['Total'] }],
  }
  const columns = fields.map((field, at): WaveColumn => ({ index: at + 1, header: field, field, role: roles[at] ?? 'segment' }))
  const scored = rows.filter(({ score, aside }) => score !== null && !aside).length
  const counts = { accepted: rows.length, setAside: 0, duplicates: 0, rejected: 1, scored, commented: 0 }
  const wave: Omit<Wave, 'batch' | 'source'> = {
    name,
    file: `${name}.csv`,
    importedAt: '2026-01-01T00:00:00.000Z',
    scale: '0-10',
    treatAsNps: false,
    columns,
    counts,
  }
  const added = fields
    .filter((field) => !project.registers.field.has(field))
    .map((field): Change => ({
      register: 'field',
      id: field,
      before: null,
      after: { name: field, label: field, kind: 'category', role: roles[fields.indexOf(field)] ?? 'segment' },
    }))
  const changes = (seals: readonly Seal[]): readonly Change[] => [
    ...added,
    ...seals.map((seal): Change => ({ register: 'wave', id: `w-${name}`, before: null, after: { ...wave, ...seal } })),
  ]
  return project.importRows({ parts: [{ rows: batch, fields, source: () => Promise.resolve(source) }], changes }, task)
}
