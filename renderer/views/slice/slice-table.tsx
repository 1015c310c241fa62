import { useMemo, useState } from 'react'
import type { Words } from '../../app/words'
import { useCommands, useSession, useWords } from '../../app/context'
import { figureInterval, figureScore } from '../../app/figure-text'
import { SORT_KEYS, type LabelledRow } from '../../app/sort-rows'
import { Button } from '../../parts/button'
import { DataTable, type DataColumn } from '../../parts/data-table'
import { GroupBar } from '../../parts/group-bar'

const PAGE = 50

function columnsOf(field: string, words: Words): readonly DataColumn<LabelledRow>[] {
  const { t, count, percent } = words
  const group = (id: 'promoters' | 'passives' | 'detractors'): DataColumn<LabelledRow> => ({
    id,
    header: t(`slice.column.${id}`),
    hint: t(`slice.define.${id}`),
    numeric: true,
    sortable: true,
    cell: ({ figure }) => (
      <>
        {count(figure[id])}{' '}
        {figure.base === 'tiny' ? null : <span className="quiet share">{percent(figure[id] / figure.n)}</span>}
      </>
    ),
  })
  return [
    { id: 'value', header: field, names: true, sortable: true, cell: (row) => row.label },
    { id: 'n', header: t('slice.column.n'), numeric: true, sortable: true, cell: (row) => count(row.figure.n) },
    {
      id: 'nps',
      header: t('slice.column.nps'),
      hint: t('slice.define.nps'),
      numeric: true,
      sortable: true,
      cell: ({ figure }) => (
        <>
          {figure.base === 'ok' ? null : (
            <span className="low-word" title={t('slice.define.low')}>
              {t(figure.base === 'low' ? 'slice.low' : 'slice.tiny')}
            </span>
          )}{' '}
          {figureScore(figure, words)}
        </>
      ),
    },
    {
      id: 'interval',
      header: t('slice.column.interval'),
      hint: t('slice.define.interval'),
      numeric: true,
      cell: ({ figure }) => figureInterval(figure, words) ?? '–',
    },
    group('promoters'),
    group('passives'),
    group('detractors'),
    {
      id: 'bar',
      header: t('slice.column.groups'),
      cell: ({ figure }) => (figure.base === 'tiny' ? null : <GroupBar counts={figure} />),
    },
  ]
}

/** The same rows as a table, with everything the chart leaves out. */
export function SliceTable({ field, rows }: { readonly field: string; readonly rows: readonly LabelledRow[] }) {
  const words = useWords()
  const commands = useCommands()
  const sort = useSession((state) => state.slice.sort)
  const [shown, setShown] = useState(PAGE)
  const columns = useMemo(() => columnsOf(field, words), [field, words])
  const listed = useMemo(() => rows.slice(0, shown), [rows, shown])
  return (
    <section className="slice-table">
      <DataTable
        caption={words.t('slice.table', { field })}
        columns={columns}
        rows={listed}
        rowId={({ key }) => (key[0] === null ? 'blank' : `value ${key[0]}`)}
        muted={({ figure }) => figure.base !== 'ok'}
        sort={{ id: sort.key, descending: sort.descending }}
        onSort={({ id, descending }) => {
          const key = SORT_KEYS.find((each) => each === id)
          if (key) commands.sortBy({ key, descending })
        }}
      />
      <div className="table-foot">
        <span className="quiet">{words.t('slice.counts', { n: rows.length })}</span>
        {rows.length > shown ? (
          <Button onPress={() => setShown(shown + PAGE)}>
            {words.t('slice.table.more', { n: Math.min(PAGE, rows.length - shown) })}
          </Button>
        ) : null}
      </div>
    </section>
  )
}
