import { useMemo } from 'react'
import type { PlanRow, PlanView } from '../../../shared/protocol/engine-api'
import { useWords } from '../../app/context'
import { DataTable, type DataColumn } from '../../parts/data-table'

/** The first rows of the file, each with its fate. */
export function PlanPreview({ view }: { readonly view: PlanView }) {
  const words = useWords()
  const columns = useMemo<readonly DataColumn<PlanRow>[]>(() => {
    const { t, count } = words
    const cells = view.columns.map((column, at): DataColumn<PlanRow> => ({
      id: `cell-${column.index}`,
      header: column.header || column.name,
      cell: (row) => (
        <span className="preview-cell" title={row.cells[at]}>
          {row.cells[at]}
        </span>
      ),
    }))
    return [
      { id: 'line', header: t('plan.preview.line'), numeric: true, names: true, cell: (row) => count(row.line) },
      {
        id: 'fate',
        header: t('plan.preview.fate'),
        cell: (row) => <span className={`fate fate-${row.fate}`}>{t(`fate.${row.fate}`)}</span>,
      },
      {
        id: 'score',
        header: t('plan.preview.score'),
        numeric: true,
        cell: (row) => (row.score === null ? '–' : count(row.score)),
      },
      ...cells,
    ]
  }, [words, view.columns])
  return (
    <div className="plan-preview">
      <h2>{words.t('plan.preview')}</h2>
      <DataTable
        caption={words.t('plan.preview')}
        columns={columns}
        rows={view.preview}
        rowId={(row) => String(row.line)}
        muted={(row) => row.fate !== 'accepted'}
      />
    </div>
  )
}
