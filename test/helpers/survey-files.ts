import { readFileSync } from 'node:fs'
import { nodeDecoder } from '../../electron/node/node-decode'
import { quietTask } from '../../shared/base/task'
import type { Result } from '../../shared/base/result'
import { planImport } from '../../shared/ingest/plan-import'
import { profileColumns } from '../../shared/ingest/profile-columns'
import { readTable } from '../../shared/ingest/read-table'
import type { ColumnProfile, ImportPlan, PlanOptions, RawTable, ReadOptions, SourceFile } from '../../shared/ingest/types'
import { FATE } from '../../shared/ingest/types'
import { cellAt } from '../../shared/table/column'

export const TODAY = '2026-11-22'

/** A file of the shared data folder beside the project. */
export const dataFile = (path: string): SourceFile => ({
  name: path.split('/').at(-1)!,
  bytes: readFileSync(new URL(`../../../shared/data/${path}`, import.meta.url)),
})

export const textFile = (text: string, name = 'survey.csv'): SourceFile => ({
  name,
  bytes: new TextEncoder().encode(text),
})

export function must<T>(result: Result<T>): T {
  if (!result.ok) throw new Error(`${result.fault.code} ${JSON.stringify(result.fault.params)}`)
  return result.value
}

export const read = (file: SourceFile, options: ReadOptions = {}): Promise<Result<RawTable>> =>
  readTable(file, options, nodeDecoder, quietTask)

export const profilesOf = async (table: RawTable): Promise<readonly ColumnProfile[]> => must(await profileColumns(table, TODAY, quietTask))

export async function plan(file: SourceFile, options: PlanOptions = {}, known: readonly string[] = []): Promise<ImportPlan> {
  const table = must(await read(file, options.read))
  return must(planImport(table, await profilesOf(table), options, { ids: new Set(known) }))
}

/** All cells, row by row. */
export const cellsOf = (table: RawTable): readonly (readonly string[])[] =>
  Array.from({ length: table.rows }, (_, row) => table.columns.map((column) => cellAt(column, row)))

/** Accepted promoters, passives and detractors, counted one by one. */
export function groups(planned: ImportPlan): readonly [promoters: number, passives: number, detractors: number] {
  const counts: [number, number, number] = [0, 0, 0]
  planned.scores.forEach((score, row) => {
    if (planned.fates[row] !== FATE.accepted || score < 0) return
    if (score >= 9) counts[0] += 1
    else if (score >= 7) counts[1] += 1
    else counts[2] += 1
  })
  return counts
}
