import { useMemo, type RefObject } from 'react'
import type { PlanRow, PlanView } from '../../../shared/protocol/engine-api'
import { useWords } from '../../app/context'
import { FATES, fateCount, type ShownRows } from '../../app/plan/plan-rows'
import { usePlanShown } from '../../app/plan/plan-shown'
import { DataTable, type DataColumn } from '../../parts/data-table'
import { Segmented } from '../../parts/segmented'
import { cellColumns, lineColumn } from './preview-columns'

/** Rows of the file, each with its fate and why: the first ones, or the first of one fate. */
export function PlanPreview({
  view,
  shown,
  onShow,
  heading,
}: {
  readonly view: PlanView
  readonly shown: ShownRows
  readonly onShow: (shown: ShownRows) => void
  readonly heading: RefObject<HTMLHeadingElement | null>
}) {
  const words = useWords()
  const { t, count } = words
  const some = shown !== 'first' && fateCount(view, shown) === 0 ? 'first' : shown
  const rows = some === 'first' ? view.preview : view.samples[some]
  const all = some === 'first' ? view.rows + view.counts.rejected : fateCount(view, some)
  return (
    <div className="plan-preview">
      <h2 ref={heading} tabIndex={-1}>
        {t('plan.preview')}
      </h2>
      <div className="plan-fates">
        <Segmented
          label={t('plan.preview.which')}
          hideLabel
          value={some}
          options={[
            { value: 'first', label: t('plan.preview.first') },
            ...FATES.filter((fate) => fateCount(view, fate) > 0).map((fate) => ({
              value: fate,
              label: `${t(`fates.${fate}`)} ${count(fateCount(view, fate))}`,
            })),
          ]}
          onChange={onShow}
        />
        {rows.length < all ? <span className="quiet">{t('plan.preview.part', { shown: rows.length, all })}</span> : null}
      </div>
      <PreviewTable view={view} rows={rows} />
    </div>
  )
}

function PreviewTable({ view, rows }: { readonly view: PlanView; readonly rows: readonly PlanRow[] }) {
  const words = useWords()
  const shown = usePlanShown()
  const columns = useMemo<readonly DataColumn<PlanRow>[]>(() => {
    const { t, count } = words
    return [
      lineColumn(words),
      {
        id: 'fate',
        header: t('plan.preview.fate'),
        cell: ({ fate, reason }) => (
          <>
            <span className={`fate fate-${fate}`}>{t(`fate.${fate}`)}</span>
            {reason ? (
              <span className="fate-reason">
                {reason.code === 'repeats' ? t('reason.repeats', { line: reason.line }) : t(`reason.${reason.code}`)}
              </span>
            ) : null}
          </>
        ),
      },
      {
        id: 'score',
        header: t('plan.preview.score'),
        numeric: true,
        cell: (row) => (row.score === null ? '–' : count(row.score)),
      },
      ...cellColumns(view.columns, shown),
    ]
  }, [words, view.columns, shown])
  return (
    <DataTable
      caption={words.t('plan.preview')}
      columns={columns}
      rows={rows}
      rowId={(row) => String(row.line)}
      muted={(row) => row.fate !== 'accepted'}
    />
  )
}
