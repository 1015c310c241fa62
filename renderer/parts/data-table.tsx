import { createColumnHelper, rowSortingFeature, tableFeatures, useTable } from '@tanstack/react-table'
import { useMemo, type ReactNode } from 'react'
import { Icon } from './icon'

export interface DataColumn<Row> {
  readonly id: string
  readonly header: string
  /** What the header means, where that is not plain. */
  readonly hint?: string
  readonly numeric?: boolean
  /** The column names the row. */
  readonly names?: boolean
  readonly sortable?: boolean
  /** The first press puts the highest first; without it, only numbers do so. */
  readonly descendingFirst?: boolean
  /** For styles that leave the column out where there is no room. */
  readonly className?: string
  readonly cell: (row: Row) => ReactNode
}

export interface TableSort {
  readonly id: string
  readonly descending: boolean
}

interface Wrapped<Row> {
  readonly row: Row
}

const features = tableFeatures({ rowSortingFeature })
const UNSORTED: TableSort = { id: '', descending: false }

/** Rows in the order given. A header that sorts says which order it has; whoever owns the rows sorts them. */
export function DataTable<Row>({
  caption,
  columns,
  rows,
  rowId,
  muted,
  picked,
  sort = UNSORTED,
  onSort,
}: {
  readonly caption: string
  readonly columns: readonly DataColumn<Row>[]
  readonly rows: readonly Row[]
  readonly rowId: (row: Row) => string
  readonly muted?: (row: Row) => boolean
  /** Rows that stand for what is looked at. */
  readonly picked?: (row: Row) => boolean
  readonly sort?: TableSort
  readonly onSort?: (sort: TableSort) => void
}) {
  const definitions = useMemo(() => {
    const helper = createColumnHelper<typeof features, Wrapped<Row>>()
    return columns.map((column) =>
      helper.accessor(({ row }): unknown => row, {
        id: column.id,
        header: column.header,
        sortDescFirst: column.descendingFirst ?? column.numeric ?? false,
      }),
    )
  }, [columns])
  const data = useMemo(() => rows.map((row) => ({ row })), [rows])
  const table = useTable({
    features,
    columns: definitions,
    data,
    getRowId: ({ row }) => rowId(row),
    manualSorting: true,
    enableSortingRemoval: false,
    enableMultiSort: false,
    state: { sorting: sort.id === '' ? [] : [{ id: sort.id, desc: sort.descending }] },
    onSortingChange: (updater) => {
      const [next] = typeof updater === 'function' ? updater([{ id: sort.id, desc: sort.descending }]) : updater
      if (next) onSort?.({ id: next.id, descending: next.desc })
    },
  })
  const described = new Map(columns.map((column) => [column.id, column]))

  return (
    <div className="table-scroll" role="region" aria-label={caption} tabIndex={0}>
      <table className="table">
        <caption className="visually-hidden">{caption}</caption>
        <thead>
          {table.getHeaderGroups().map((group) => (
            <tr key={group.id}>
              {group.headers.map(({ column }) => {
                const about = described.get(column.id)
                const sorted = column.getIsSorted()
                return (
                  <th
                    key={column.id}
                    scope="col"
                    className={cellClass(about)}
                    aria-sort={sorted === false ? undefined : sorted === 'asc' ? 'ascending' : 'descending'}
                    title={about?.hint}
                  >
                    {about?.sortable ? (
                      <button type="button" className="sort-button" onClick={() => column.toggleSorting()}>
                        {about.header}
                        <span className={sorted === false ? 'sort-sign sort-sign-off' : 'sort-sign'}>
                          <Icon name={sorted === 'asc' ? 'up' : 'down'} />
                        </span>
                      </button>
                    ) : (
                      about?.header
                    )}
                  </th>
                )
              })}
            </tr>
          ))}
        </thead>
        <tbody>
          {table.getRowModel().rows.map((row) => (
            <tr key={row.id} className={rowClass(muted?.(row.original.row), picked?.(row.original.row))}>
              {columns.map((column) =>
                column.names ? (
                  <th key={column.id} scope="row" className={cellClass(column)}>
                    {column.cell(row.original.row)}
                  </th>
                ) : (
                  <td key={column.id} className={cellClass(column)}>
                    {column.cell(row.original.row)}
                  </td>
                ),
              )}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  )
}

function cellClass(column: Pick<DataColumn<never>, 'numeric' | 'className'> | undefined): string | undefined {
  const names = [column?.numeric ? 'numeric' : null, column?.className].filter((name) => name)
  return names.length === 0 ? undefined : names.join(' ')
}

function rowClass(muted = false, picked = false): string | undefined {
  if (!muted && !picked) return undefined
  return [muted ? 'muted' : '', picked ? 'picked' : ''].join(' ').trim()
}
