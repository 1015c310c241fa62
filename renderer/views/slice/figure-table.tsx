import { useMemo, useState } from 'react'
import type { RestTest } from '../../../shared/nps/against-rest'
import type { Difference, Figure } from '../../../shared/nps/types'
import { chanceText, type VerdictWords } from '../../app/figures/against-rest'
import { useCommands, useSession, useWords } from '../../app/context'
import { figureInterval, figureScore } from '../../app/figures/figure-text'
import { nameOrder } from '../../app/figures/label-row'
import type { RestHints } from '../../app/slice/rest-view'
import { SORT_KEYS, sortRows, type LabelledRow, type Sort } from '../../app/figures/sort-rows'
import type { Words } from '../../app/words/words'
import { Button } from '../../parts/button'
import { DataTable, type DataColumn } from '../../parts/data-table'
import { GroupBar } from '../../parts/group-bar'

const PAGE = 50

/** A row of the table twin. */
export interface FigureRow {
  readonly id: string
  /** What the figure is about: a value, or two where two dimensions are crossed. */
  readonly names: readonly string[]
  readonly figure: Figure
  readonly verdict: VerdictWords | null
  /** The difference behind the verdict, for those who ask. */
  readonly difference: string | null
  /** The comparison itself, where the verdict is on the rest. */
  readonly test?: RestTest
  /** What the verdict rests on where it is another. */
  readonly change?: Difference | null
  readonly picked: boolean
}

export interface FigureHeaders {
  readonly names: readonly string[]
  readonly verdict: string
  readonly verdictHint: string
  /** What the numbers of a comparison with the rest mean; absent where the verdict is on something else. */
  readonly rest?: RestHints
}

const NOTHING = '–'

/** The comparison in numbers. */
function testColumns(hints: RestHints, { t, exactScore, exactBound }: Words): readonly DataColumn<FigureRow>[] {
  const part = (id: 'difference' | 'p' | 'q', write: (value: number) => string): DataColumn<FigureRow> => ({
    id,
    header: t(`rest.column.${id}`),
    hint: hints[id],
    numeric: true,
    cell: ({ figure, test }) => {
      const value = figure.base === 'tiny' ? null : (test?.[id] ?? null)
      return value === null ? NOTHING : write(value)
    },
  })
  return [
    part('difference', exactScore),
    {
      id: 'difference interval',
      header: t('rest.column.interval'),
      numeric: true,
      cell: ({ figure, test }) => {
        const { low = null, high = null } = test ?? {}
        return figure.base === 'tiny' || low === null || high === null ? NOTHING : t('slice.range', { low: exactBound(low), high: exactBound(high) })
      },
    },
    part('p', chanceText),
    part('q', chanceText),
  ]
}

function columnsOf(headers: FigureHeaders, words: Words, showsTests: boolean): readonly DataColumn<FigureRow>[] {
  const { t, count, percent } = words
  const group = (id: 'promoters' | 'passives' | 'detractors'): DataColumn<FigureRow> => ({
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
  const isTesting = showsTests && headers.rest !== undefined
  const interval: DataColumn<FigureRow> = {
    id: 'interval',
    header: t('slice.column.interval'),
    hint: t('slice.define.interval'),
    numeric: true,
    cell: ({ figure }) => figureInterval(figure, words) ?? NOTHING,
  }
  return [
    ...headers.names.map(
      (header, at): DataColumn<FigureRow> => ({
        id: at === 0 ? 'value' : `name ${at}`,
        header,
        names: true,
        sortable: at === 0,
        cell: (row) => (
          <>
            {at === 0 && row.picked ? <span className="picked-sign">✓ </span> : null}
            {row.names[at]}
          </>
        ),
      }),
    ),
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
    ...(isTesting ? [] : [interval]),
    {
      id: headers.rest ? 'certain' : 'verdict',
      header: headers.verdict,
      hint: headers.verdictHint,
      sortable: headers.rest !== undefined,
      descendingFirst: true,
      cell: ({ verdict, difference }) =>
        verdict === null ? (
          '–'
        ) : (
          <span className={`verdict verdict-${verdict.kind}`} title={difference ?? undefined}>
            <span aria-hidden="true">{verdict.sign}</span> {verdict.text}
          </span>
        ),
    },
    ...(isTesting && headers.rest
      ? testColumns(headers.rest, words)
      : [
          group('promoters'),
          group('passives'),
          group('detractors'),
          {
            id: 'bar',
            header: t('slice.column.groups'),
            className: 'groups-column',
            cell: ({ figure }: FigureRow) => (figure.base === 'tiny' ? null : <GroupBar counts={figure} />),
          },
        ]),
  ]
}

interface FigureTableProps<Item> {
  readonly caption: string
  readonly headers: FigureHeaders
  readonly items: readonly Item[]
  /** Asked for the rows shown only. */
  readonly rowOf: (item: Item) => FigureRow
}

/** Rows that come in the order of a chart, and can be sorted in the table alone. */
export function SortedFigureTable<Item extends LabelledRow>(props: FigureTableProps<Item>) {
  const words = useWords()
  const { items } = props
  const [sort, setSort] = useState<Sort | null>(null)
  const sorted = useMemo(() => (sort ? sortRows(items, sort, nameOrder(items.length, words)) : items), [items, sort, words])
  return <FigureTable {...props} items={sorted} sort={sort} onSort={setSort} />
}

/** The figures of a chart as a table, with everything the chart leaves out. */
export function FigureTable<Item>({
  caption,
  headers,
  items,
  rowOf,
  sort,
  onSort,
}: FigureTableProps<Item> & {
  readonly sort: Sort | null
  readonly onSort: (sort: Sort) => void
}) {
  const words = useWords()
  const [shown, setShown] = useState(PAGE)
  const commands = useCommands()
  const showsTests = useSession((state) => state.slice.tests)
  const columns = useMemo(() => columnsOf(headers, words, showsTests), [headers, words, showsTests])
  const listed = useMemo(() => items.slice(0, shown).map(rowOf), [items, shown, rowOf])
  return (
    <section className={headers.names.length > 2 ? 'slice-table slice-table-names' : 'slice-table'}>
      <DataTable
        caption={caption}
        columns={columns}
        rows={listed}
        rowId={({ id }) => id}
        muted={({ figure }) => figure.base !== 'ok'}
        picked={(row) => row.picked}
        {...(sort ? { sort: { id: sort.key, descending: sort.descending } } : {})}
        onSort={({ id, descending }) => {
          const key = SORT_KEYS.find((each) => each === id)
          if (key) onSort({ key, descending })
        }}
      />
      <div className="table-foot">
        <span className="quiet">{words.t('slice.counts', { n: items.length })}</span>
        {headers.rest ? (
          <Button look="quiet" onPress={() => commands.showTests(!showsTests)}>
            {words.t(showsTests ? 'rest.hide' : 'rest.show')}
          </Button>
        ) : null}
        {items.length > shown ? (
          <Button onPress={() => setShown(shown + PAGE)}>
            {words.t('slice.table.more', { n: Math.min(PAGE, items.length - shown) })}
          </Button>
        ) : null}
      </div>
    </section>
  )
}
