import type { Role } from '../../../shared/model/role'
import type { PlanRow, PlanView } from '../../../shared/protocol/engine-api'
import type { Shown } from '../../app/project/shown-text'
import type { Words } from '../../app/words/words'
import type { DataColumn } from '../../parts/data-table'

/** The line that a row of the file stands in. */
export const lineColumn = ({ t, count }: Words): DataColumn<PlanRow> => ({
  id: 'line',
  header: t('plan.preview.line'),
  numeric: true,
  names: true,
  cell: ({ line }) => count(line),
})

/** The cells of a row as they stand in the file, personal data as it is to be shown. */
export const cellColumns = (columns: PlanView['columns'], shown: Shown): readonly DataColumn<PlanRow>[] =>
  columns.map(({ index, header, name, role }, at) => ({
    id: `cell-${index}`,
    header: header || name,
    hint: header || name,
    cell: ({ cells }) => {
      const cell = shownCell(cells[at] ?? '', role, shown)
      return (
        <span className="preview-cell" title={cell}>
          {cell}
        </span>
      )
    },
  }))

/** A cell of a column with that role. */
export const shownCell = (cell: string, role: Role, shown: Shown): string => (role === 'person' ? shown.person(cell) : shown.text(cell))
