import type { PlanRow, PlanView } from '../../../shared/protocol/engine-api'
import type { Words } from '../../app/words'
import type { DataColumn } from '../../parts/data-table'

/** The line that a row of the file stands in. */
export const lineColumn = ({ t, count }: Words): DataColumn<PlanRow> => ({
  id: 'line',
  header: t('plan.preview.line'),
  numeric: true,
  names: true,
  cell: ({ line }) => count(line),
})

/** The cells of a row as they stand in the file. */
export const cellColumns = (columns: PlanView['columns']): readonly DataColumn<PlanRow>[] =>
  columns.map(({ index, header, name }, at) => ({
    id: `cell-${index}`,
    header: header || name,
    hint: header || name,
    cell: ({ cells }) => (
      <span className="preview-cell" title={cells[at]}>
        {cells[at]}
      </span>
    ),
  }))
