import { expect } from 'vitest'
import { planFile, readFile } from '../../../shared/engine/import/import-file'
import { quietTask } from '../../../shared/base/task'
import type { Fault } from '../../../shared/base/fault'
import { countPlan } from '../../../shared/ingest/plan-counts'
import type { ImportPlan, PlanOptions, SourceFile } from '../../../shared/ingest/types'
import { cellAt } from '../../../shared/table/column'
import { testPlatform } from '../../helpers/project'

/** Full sizes take minutes: in the long run only. */
export const SOAK = process.env['EARSHOT_SOAK'] === '1'
export const size = (small: number, full: number): number => (SOAK ? full : small)

export const bytesFile = (bytes: Uint8Array, name = 'survey.csv'): SourceFile => ({ name, bytes })
export const encode = (text: string): Uint8Array => new TextEncoder().encode(text)
export const joined = (...parts: readonly (string | readonly number[] | Uint8Array)[]): Uint8Array =>
  Buffer.concat(parts.map((part) => (typeof part === 'string' ? Buffer.from(part) : Buffer.from(part))))

/** What comes of a file: the fault with its limit, or how it is read. */
export async function outcomeOf(file: SourceFile, options: PlanOptions = {}): Promise<Fault | ImportPlan> {
  const read = await readFile(await testPlatform(), file, options, quietTask)
  if (!read.ok) return read.fault
  const plan = await planFile(read.value, options, null)
  return plan.ok ? plan.value : plan.fault
}
export const isFault = (outcome: Fault | ImportPlan): outcome is Fault => !('table' in outcome)

export const cells = ({ table }: ImportPlan): readonly (readonly string[])[] =>
  Array.from({ length: table.rows }, (_, row) => table.columns.map((column) => cellAt(column, row)))
export const codes = ({ warnings }: ImportPlan): readonly string[] => warnings.map(({ code }) => code)
export const accepted = (outcome: Fault | ImportPlan): ImportPlan => {
  if (isFault(outcome)) throw new Error(`refused: ${JSON.stringify(outcome)}`)
  return outcome
}

export type Case = readonly [item: number, name: string, file: () => SourceFile, expected: (outcome: Fault | ImportPlan) => void]

export const refused =
  (code: Fault['code'], what?: RegExp) =>
  (outcome: Fault | ImportPlan): void => {
    expect(isFault(outcome) ? outcome.code : `${outcome.table.rows} rows`).toBe(code)
    if (what && isFault(outcome)) expect(String(outcome.params['what'])).toMatch(what)
  }
export const reads =
  (rows: number, check: (plan: ImportPlan) => void = () => undefined) =>
  (outcome: Fault | ImportPlan): void => {
    const plan = accepted(outcome)
    expect(countPlan(plan).accepted).toBe(rows)
    check(plan)
  }

export const HEADER = 'Response ID,Date,NPS,Comment\n'
export const lines = (rows: number, from = 0): string => Array.from({ length: rows }, (_, at) => `r${at + from},2026-01-0${(at % 9) + 1},${at % 11},it was ${at} of them\n`).join('')
export const korean = (rows: number): string => Array.from({ length: rows }, (_, at) => `r${at},2026-01-02,${at % 11},배송이 ${at}번 늦어서 아쉬웠어요\n`).join('')
export const utf16 = (text: string, order: 'le' | 'be'): Uint8Array => {
  const bytes = Buffer.from(text, 'utf16le')
  return order === 'le' ? bytes : bytes.swap16()
}
