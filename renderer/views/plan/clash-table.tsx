import { useMemo } from 'react'
import type { Clash, WaveMatch } from '../../../shared/ingest/types'
import type { Role } from '../../../shared/model/role'
import type { ProjectView } from '../../../shared/protocol/engine-api'
import { useSession, useWords } from '../../app/context'
import { usePlanShown } from '../../app/plan/plan-shown'
import type { PlanState } from '../../app/session'
import { DataTable, type DataColumn } from '../../parts/data-table'
import { ColumnName, FieldSelect } from './field-select'
import { shownCell } from './preview-columns'
import { SAMPLE_GLUE } from './sample-glue'

const NO_FIELDS: ProjectView['fields'] = []

/** What the column and the field with its header hold, side by side. */
export function ClashTable({
  plan,
  match,
  rows,
  onField,
}: {
  readonly plan: PlanState
  readonly match: WaveMatch
  readonly rows: readonly Clash[]
  readonly onField: (index: number, field: string) => void
}) {
  const words = useWords()
  const fields = useSession(({ project }) => project?.fields) ?? NO_FIELDS
  const columns = useMemo<readonly DataColumn<Clash>[]>(() => {
    const { t } = words
    return [
      { id: 'column', header: t('match.column'), names: true, cell: ({ index }) => <ColumnName plan={plan} index={index} /> },
      {
        id: 'here',
        header: t('match.clash.here'),
        cell: ({ index }) => {
          const column = plan.view.columns.find((each) => each.index === index)
          return column ? <Held kind={column.kind} role={column.role} samples={column.samples} /> : null
        },
      },
      { id: 'there', header: t('match.clash.there'), cell: ({ field, kind, samples }) => <Held kind={kind} role={fields.find(({ id }) => id === field)?.role ?? 'segment'} samples={samples} /> },
      {
        id: 'field',
        header: t('match.field'),
        cell: ({ index }) => {
          const column = match.columns.find((each) => each.index === index)
          return column ? <FieldSelect plan={plan} match={match} column={column} onField={onField} /> : null
        },
      },
    ]
  }, [words, fields, plan, match, onField])
  return <DataTable caption={words.t('match.clash')} columns={columns} rows={rows} rowId={({ index }) => String(index)} />
}

function Held({ kind, role, samples }: Pick<Clash, 'kind' | 'samples'> & { readonly role: Role }) {
  const { t } = useWords()
  const shown = usePlanShown()
  const examples = samples.map((sample) => shownCell(sample, role, shown)).join(SAMPLE_GLUE)
  return (
    <>
      {t(`kind.${kind}`)}
      <span className="table-note clamp" title={examples}>
        {examples}
      </span>
    </>
  )
}
