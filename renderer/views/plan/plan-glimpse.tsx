import { useMemo } from 'react'
import type { PlanView } from '../../../shared/protocol/engine-api'
import { useWords } from '../../app/context'
import { usePlanShown } from '../../app/plan/plan-shown'
import { DataTable } from '../../parts/data-table'
import { cellColumns, lineColumn } from './preview-columns'

/** The first rows of a large file, as they stand there, while all of it is read. Nothing of it can be said for sure yet. */
export function PlanGlimpse({ view }: { readonly view: PlanView }) {
  const words = useWords()
  const shown = usePlanShown()
  const { t } = words
  const columns = useMemo(() => [lineColumn(words), ...cellColumns(view.columns, shown)], [words, view.columns, shown])
  return (
    <div className="view plan-view">
      <div className="view-head">
        <h1 tabIndex={-1}>{t('plan.title', { file: view.file })}</h1>
        <p className="quiet">{t('plan.glimpse')}</p>
      </div>
      <DataTable caption={t('plan.preview')} columns={columns} rows={view.preview} rowId={({ line }) => String(line)} />
    </div>
  )
}
