import type { Change } from '../../shared/model/operation'
import type { Wave, WaveColumn } from '../../shared/model/records'
import type { Role } from '../../shared/model/role'
import { columnOf } from '../../shared/table/column-builder'
import type { LeftOutRow, RowBatch } from '../../shared/table/row-batch'
import type { Project } from '../../shared/engine/project/project'
import { quietTask } from '../../shared/base/task'
import { must } from './project'

/** A row of a survey with people in it. */
export interface PersonAnswer {
  readonly line: number
  readonly id: string
  readonly respondent: string
  readonly email: string
  readonly why: string
  readonly plan: string
  readonly score: number | null
  readonly aside?: boolean
}

export const PEOPLE_FIELDS = ['Id', 'Customer', 'E-mail', 'Why', 'Plan'] as const
const ROLES: readonly Role[] = ['id', 'respondent', 'person', 'comment', 'segment']
const cellsOf = ({ id, respondent, email, why, plan }: PersonAnswer): readonly string[] => [id, respondent, email, why, plan]

/** Imports rows on the lines that they name, with what an import counts of them. Rows that are left out are duplicates or rejected ones. */
export async function importPeople(project: Project, name: string, rows: readonly PersonAnswer[], leftOut: readonly LeftOutRow[] = []): Promise<void> {
  const source = await project.platform.sha256(new TextEncoder().encode(name))
  const batch: RowBatch = {
    rows: rows.length,
    lines: Uint32Array.from(rows, ({ line }) => line),
    scores: Int8Array.from(rows, ({ score }) => score ?? -1),
    answered: Float64Array.from(rows, ({ line }) => (20_000 + line) * 86_400),
    asides: new Map(rows.flatMap(({ aside }, row) => (aside ? [[row, 'unfinished'] as const] : []))),
    columns: PEOPLE_FIELDS.map((_, at) => columnOf(rows.map((row) => cellsOf(row)[at]!))),
    leftOut,
  }
  const accepted = rows.filter(({ aside }) => !aside)
  const wave: Omit<Wave, 'batch' | 'source'> = {
    name,
    file: `${name}.csv`,
    importedAt: '2026-01-01T00:00:00.000Z',
    scale: '0-10',
    treatAsNps: false,
    columns: PEOPLE_FIELDS.map((field, at): WaveColumn => ({ index: at + 1, header: field, field, role: ROLES[at]! })),
    counts: {
      accepted: accepted.length,
      setAside: rows.length - accepted.length,
      duplicates: leftOut.filter(({ fate }) => fate === 'duplicate').length,
      rejected: leftOut.filter(({ fate }) => fate === 'rejected').length,
      scored: accepted.filter(({ score }) => score !== null).length,
      commented: accepted.filter(({ why }) => why !== '').length,
    },
  }
  const fields = PEOPLE_FIELDS.flatMap((field, at): Change[] =>
    project.registers.field.has(field) ? [] : [{ register: 'field', id: field, before: null, after: { name: field, label: field, kind: at === 3 ? 'text' : 'category', role: ROLES[at]! } }],
  )
  must(
    await project.importRows(
      {
        parts: [{ rows: batch, fields: PEOPLE_FIELDS, source: () => Promise.resolve(source) }],
        changes: (seals) => [...fields, ...seals.map((seal): Change => ({ register: 'wave', id: `w-${name}`, before: null, after: { ...wave, ...seal } }))],
      },
      quietTask,
    ),
  )
}


