import { CODEBOOK_COLUMNS } from '../model/own-export'
import type { Cell, Table } from '../report/table'
import { orderedCodes } from './code-order'
import type { Project } from './project'

/** The codebook as the table that `code --codebook` reads. */
export function codebookTable({ registers }: Project): Table {
  const nameOf = (id: string | null): string | null => (id === null ? null : (registers.code.get(id)?.name ?? null))
  const rows = orderedCodes(registers.code).map(
    ({ code: { name, parent, rule, description, color } }): readonly Cell[] => [name, nameOf(parent), rule || null, description || null, color || null],
  )
  return {
    name: 'Codebook',
    columns: CODEBOOK_COLUMNS.map((header) => ({ header, type: header === 'rule' || header === 'description' ? 'long-text' : 'text' })),
    size: rows.length,
    rows: () => rows,
  }
}
