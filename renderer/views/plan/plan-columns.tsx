import { useMemo } from 'react'
import type { ColumnProfile, PlanOptions, WaveMatch } from '../../../shared/ingest/types'
import { ROLES } from '../../../shared/model/role'
import { useCommands, useWords } from '../../app/context'
import { usePlanShown } from '../../app/plan/plan-shown'
import { DataTable, type DataColumn } from '../../parts/data-table'
import { Rename } from '../../parts/rename'
import { Select } from '../../parts/select'
import { shownCell } from './preview-columns'
import { SAMPLE_GLUE } from './sample-glue'

/** Every column with its role, which can be changed, and examples of what it holds. */
export function PlanColumns({
  columns,
  match,
  roles: wanted,
}: {
  readonly columns: readonly ColumnProfile[]
  readonly match: WaveMatch | null
  /** Roles chosen, some of them perhaps still being worked out. */
  readonly roles: PlanOptions['roles']
}) {
  const words = useWords()
  const { changePlan } = useCommands()
  const shown = usePlanShown()
  const known = useMemo(
    () => new Set(match?.columns.filter(({ how }) => how !== 'new').map(({ index }) => index)),
    [match],
  )
  const table = useMemo<readonly DataColumn<ColumnProfile>[]>(() => {
    const { t, count } = words
    const roles = ROLES.map((value) => ({ value, label: t(`role.${value}`) }))
    return [
      { id: 'index', header: '#', numeric: true, cell: (column) => column.index },
      {
        id: 'header',
        header: t('plan.column'),
        names: true,
        cell: (column) => (known.has(column.index) ? <Header column={column} /> : <NewColumn column={column} />),
      },
      {
        id: 'role',
        header: t('plan.role'),
        cell: (column) => (
          <Select
            label={t('plan.role.of', { column: column.header || column.name })}
            hideLabel
            title={t(`role.${column.role}.hint`)}
            value={wanted?.[column.index] ?? column.role}
            options={roles}
            onChange={(value) => {
              const role = ROLES.find((each) => each === value)
              if (role) void changePlan({ roles: { [column.index]: role } })
            }}
          />
        ),
      },
      {
        id: 'kind',
        header: t('plan.kind'),
        cell: ({ kind, scale }) => (scale && kind === 'score' ? `${t(`kind.${kind}`)} ${scale}` : t(`kind.${kind}`)),
      },
      {
        id: 'samples',
        header: t('plan.samples'),
        cell: ({ samples, role }) => {
          const examples = samples.map((sample) => shownCell(sample, role, shown)).join(SAMPLE_GLUE)
          return (
            <span className="clamp quiet" title={examples}>
              {examples}
            </span>
          )
        },
      },
      { id: 'distinct', header: t('plan.distinct'), numeric: true, cell: (column) => count(column.distinct) },
      { id: 'blank', header: t('plan.blank'), numeric: true, cell: (column) => count(column.blank) },
    ]
  }, [words, changePlan, wanted, known, shown])
  return (
    <div className="plan-columns">
      <h2>
        {words.t('plan.columns')} <span className="quiet">{words.t('plan.columns.count', { n: columns.length })}</span>
      </h2>
      <DataTable
        caption={words.t('plan.columns')}
        columns={table}
        rows={columns}
        rowId={(column) => String(column.index)}
      />
    </div>
  )
}

const Header = ({ column: { header, name } }: { readonly column: ColumnProfile }) => (
  <span className="clamp" title={header}>
    {header || name}
  </span>
)

/** A column that becomes a field: its short name, which can be changed, and its header where that says something else. */
function NewColumn({ column }: { readonly column: ColumnProfile }) {
  const { t } = useWords()
  const { changePlan } = useCommands()
  const { index, header, name } = column
  return (
    <>
      <Rename value={name} label={t('plan.rename')} onCommit={(wanted) => void changePlan({ names: { [index]: wanted } })} />
      {header.startsWith(name.replace(/…$/, '')) ? null : (
        <span className="table-note clamp" title={header}>
          {header}
        </span>
      )}
    </>
  )
}
