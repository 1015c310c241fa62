import { PROPERTY_COLUMNS, propertyCell, type PropertyColumn } from '../../model/code-properties'
import { ok, type Result } from '../../base/result'
import type { Task } from '../../base/task'
import { utf8Of } from '../../base/utf8'
import { CODEBOOK_COLUMNS } from '../../model/own-export'
import type { Code } from '../../model/records'
import type { PersonalData } from '../../protocol/engine-api'
import type { Cell, Table } from '../../report/table'
import { writeTableCsv } from '../../report/write-table-csv'
import { orderedCodes } from '../codebook/code-order'
import { questionNames } from '../codebook/code-questions'
import { codebookQdc } from './export-qdc'
import { codeMask } from './masked-table'
import type { Project } from '../project/project'

const LONG: readonly (typeof CODEBOOK_COLUMNS)[number][] = ['rule', 'description', 'must_hit', 'must_miss']

/** The codebook as the table that `code --codebook` reads, archived codes included; what is personal in examples masked unless asked for. */
export function codebookTable(project: Project, personal: PersonalData = 'masked'): Table {
  const { registers } = project
  const nameOf = (id: string | null): string | null => (id === null ? null : (registers.code.get(id)?.name ?? null))
  const masked = codeMask(project)
  const rows = orderedCodes(registers.code).map(({ code: whole }): readonly Cell[] => {
    const code = personal === 'masked' ? masked(whole) : whole
    const named: Code = code.questions ? { ...code, questions: questionNames(code.questions, registers.field) } : code
    const { name, parent, rule, description, color } = code
    const properties = (Object.keys(PROPERTY_COLUMNS) as PropertyColumn[]).map((column) => propertyCell(column, named))
    return [name, nameOf(parent), rule, description, color, ...properties].map((cell) => cell || null)
  })
  return {
    name: 'Codebook',
    columns: CODEBOOK_COLUMNS.map((header) => ({ header, type: LONG.includes(header) ? 'long-text' : 'text' })),
    size: rows.length,
    rows: () => rows,
  }
}

export const CODEBOOK_FORMATS = ['csv', 'qdc'] as const
export type CodebookFormat = (typeof CODEBOOK_FORMATS)[number]

/** The codebook as a file: CSV, or REFI-QDA for other programs. */
export async function exportCodebook(
  project: Project,
  format: CodebookFormat,
  task: Task,
  personal: PersonalData = 'masked',
): Promise<Result<Uint8Array>> {
  return format === 'csv' ? writeTableCsv(codebookTable(project, personal), task) : ok(utf8Of(await codebookQdc(project, personal)))
}
