import type { ColumnProfile, RawTable } from './types'

export interface Described {
  readonly table: RawTable
  readonly profiles: readonly ColumnProfile[]
}

/** A file as if some of its columns (1-based) were blank: nothing of what they hold gets any further. */
export function leaveOut({ table, profiles }: Described, columns: readonly number[]): Described {
  const isLeft = (at: number): boolean => columns.includes(at + 1)
  if (!table.columns.some((_, at) => isLeft(at))) return { table, profiles }
  const blank = { kind: 'coded', codes: new Uint32Array(table.rows), values: [''] } as const
  return {
    table: {
      ...table,
      columns: table.columns.map((column, at) => (isLeft(at) ? blank : column)),
      rejected: table.rejected.map((row) => ({ ...row, cells: row.cells.map((cell, at) => (isLeft(at) ? '' : cell)) })),
    },
    profiles: profiles.map((profile, at) =>
      isLeft(at)
        ? { ...profile, role: 'ignore', kind: 'text', scale: null, dateOrder: null, ambiguousDate: false, blank: table.rows, distinct: 0, samples: [] }
        : profile,
    ),
  }
}
