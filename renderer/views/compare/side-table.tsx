import { useMemo } from 'react'
import type { SideNames } from '../../app/compare/compare-sides'
import { useWords } from '../../app/context'
import { figureInterval, figureScore } from '../../app/figures/figure-text'
import { DataTable, type DataColumn } from '../../parts/data-table'
import type { Side } from './side'

/** Both periods as numbers. */
export function SideTable({ sides, kind }: { readonly sides: readonly Side[]; readonly kind: SideNames['kind'] }) {
  const words = useWords()
  const { t, count, percent } = words
  const columns = useMemo((): readonly DataColumn<Side>[] => {
    const group = (id: 'promoters' | 'passives' | 'detractors'): DataColumn<Side> => ({
      id,
      header: t(`slice.column.${id}`),
      hint: t(`slice.define.${id}`),
      numeric: true,
      cell: ({ figure }) => (
        <>
          {count(figure[id])}{' '}
          {figure.base === 'tiny' ? null : <span className="quiet share">{percent(figure[id] / figure.n)}</span>}
        </>
      ),
    })
    return [
      { id: 'period', header: t('compare.column.period', { kind }), names: true, cell: ({ label }) => label },
      { id: 'n', header: t('slice.column.n'), numeric: true, cell: ({ figure }) => count(figure.n) },
      {
        id: 'nps',
        header: t('slice.column.nps'),
        hint: t('slice.define.nps'),
        numeric: true,
        cell: ({ figure }) => figureScore(figure, words) ?? t('slice.tiny'),
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
    ]
  }, [words, t, count, percent, kind])
  return (
    <DataTable
      caption={t('compare.periods.table')}
      columns={columns}
      rows={sides}
      rowId={({ id }) => id}
      muted={({ figure }) => figure.base !== 'ok'}
    />
  )
}
