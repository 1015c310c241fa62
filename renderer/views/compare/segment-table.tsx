import { useMemo, useState } from 'react'
import type { Figure } from '../../../shared/nps/types'
import type { Clause, Dimension } from '../../../shared/query/types'
import type { ProjectView } from '../../../shared/protocol/engine-api'
import type { SegmentRow } from '../../app/compare/compare-rows'
import { bothClauses, type SideNames } from '../../app/compare/compare-sides'
import type { CompareChoice, SegmentSort } from '../../app/compare/compare-state'
import { callOf, changeRange } from '../../app/compare/compare-words'
import { useCommands, useSession, useWords } from '../../app/context'
import { shortScore } from '../../app/figures/figure-text'
import type { Words } from '../../app/words/words'
import { Button } from '../../parts/button'
import { DataTable, type DataColumn, type TableSort } from '../../parts/data-table'
import { VerdictCell } from './verdict-cell'

const PAGE = 25

/** Every value with both scores and the change, also those too small, new or gone. */
export function SegmentTable({
  rows,
  field,
  names,
  project,
  choice,
  by,
}: {
  readonly rows: readonly SegmentRow[]
  readonly field: string
  readonly names: SideNames
  readonly project: ProjectView
  readonly choice: CompareChoice
  readonly by: Dimension
}) {
  const words = useWords()
  const { t } = words
  const commands = useCommands()
  const sort = useSession((state) => state.compare.sort)
  const [shown, setShown] = useState(PAGE)
  const columns = useMemo(() => {
    const open = (row: SegmentRow): void => {
      const clauses: readonly Clause[] = [
        ...bothClauses(choice, project),
        { kind: 'values', dimension: by, values: [row.value] },
      ]
      void commands.openCompared(clauses)
    }
    return columnsOf(field, names, words, open)
  }, [field, names, words, commands, choice, project, by])
  const listed = useMemo(() => rows.slice(0, shown), [rows, shown])
  return (
    <div className="compare-table">
      <DataTable
        caption={t('compare.segments.table', { field })}
        columns={columns}
        rows={listed}
        rowId={({ id }) => id}
        muted={({ state }) => state !== 'ok'}
        sort={tableSort(sort)}
        onSort={({ id }) => {
          const next = SORT_OF_COLUMN.get(id)
          if (next) commands.sortSegments(next)
        }}
      />
      {rows.length > shown ? (
        <div className="table-foot">
          <Button onPress={() => setShown(shown + PAGE)}>
            {t('compare.more', { n: Math.min(PAGE, rows.length - shown) })}
          </Button>
        </div>
      ) : null}
    </div>
  )
}

const SORT_OF_COLUMN: ReadonlyMap<string, SegmentSort> = new Map([
  ['value', 'value'],
  ['to', 'size'],
  ['change', 'change'],
  ['interval', 'effect'],
])

const tableSort = (sort: SegmentSort): TableSort => ({
  id: [...SORT_OF_COLUMN].find(([, each]) => each === sort)?.[0] ?? '',
  descending: sort !== 'value',
})

function columnsOf(
  field: string,
  { from, to, kind }: SideNames,
  words: Words,
  open: (row: SegmentRow) => void,
): readonly DataColumn<SegmentRow>[] {
  const { t, count, exactScore } = words
  const side = (id: 'from' | 'to', period: string): DataColumn<SegmentRow> => ({
    id,
    header: t('compare.column.score', { period }),
    hint: t('slice.define.nps'),
    numeric: true,
    sortable: id === 'to',
    cell: (row) => <ScoreCell figure={row[id]} words={words} count={count} />,
  })
  return [
    { id: 'value', header: field, names: true, sortable: true, cell: ({ label }) => label },
    side('from', from),
    side('to', to),
    {
      id: 'change',
      header: t('compare.column.change'),
      hint: t('compare.define.change', { from, to }),
      numeric: true,
      sortable: true,
      cell: ({ change, state }) =>
        state === 'ok' || state === 'low' ? exactScore(change.difference ?? 0) : '–',
    },
    {
      id: 'interval',
      header: t('compare.column.interval'),
      numeric: true,
      sortable: true,
      cell: ({ change, state }) => (state === 'ok' || state === 'low' ? (changeRange(change, words) ?? '–') : '–'),
    },
    {
      id: 'verdict',
      header: t('compare.column.verdict'),
      hint: t('compare.define.verdict'),
      cell: ({ change, state }) =>
        state === 'new' || state === 'gone' ? (
          t(`compare.state.${state}`, { kind, period: state === 'new' ? to : from })
        ) : state === 'tiny' ? (
          t('compare.state.tiny')
        ) : (
          <VerdictCell call={callOf(change, words)} caution={state === 'low' ? t('compare.state.low') : null} />
        ),
    },
    {
      id: 'open',
      header: t('compare.column.open'),
      cell: (row) => (
        <button
          type="button"
          className="link"
          aria-label={t('compare.open.segment', { label: row.label })}
          onClick={() => open(row)}
        >
          {t('compare.open')}
        </button>
      ),
    },
  ]
}

/** A score with its base; counts only where there are too few answers. */
function ScoreCell({
  figure,
  words,
  count,
}: {
  readonly figure: Figure
  readonly words: Words
  readonly count: (n: number) => string
}) {
  if (figure.n === 0) return '–'
  return (
    <>
      {shortScore(figure, words)} <span className="quiet share">{words.t('compare.base', { n: count(figure.n) })}</span>
    </>
  )
}
