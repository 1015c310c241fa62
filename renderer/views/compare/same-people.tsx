import { baseOf } from '../../../shared/nps/figure'
import type { PairedChange } from '../../../shared/nps/paired'
import type { Group } from '../../../shared/nps/group'
import type { Difference } from '../../../shared/nps/types'
import type { Clause, SamePeople as People } from '../../../shared/query/types'
import { callOf, changePhrase, changeRange } from '../../app/compare/compare-words'
import { sideClauses, type SideId, type SideNames } from '../../app/compare/compare-sides'
import { peopleTable } from '../../app/compare/compare-tables'
import { useCommands, useSession, useWords } from '../../app/context'
import { DataTable, type DataColumn } from '../../parts/data-table'
import { gridPicture } from '../../parts/grid-picture'
import { CompareCopy } from './compare-copy'
import { migrationGrid } from './migration-grid'
import type { Shown } from './shown'

/** In the order of the migration table. */
const GROUPS = ['promoters', 'passives', 'detractors'] as const
const LEVEL = 0.05
const HALF = 0.5

/** How the score changed among those who answered both times, and where they went. */
export function SamePeople({ project, choice, value, names }: Shown) {
  const words = useWords()
  const { t } = words
  const commands = useCommands()
  const filter = useSession((state) => state.filter)
  const { people } = value
  const open = (before: Group | null, after: Group | null): void => {
    const side = (id: SideId): readonly Clause[] => [...filter, ...sideClauses(choice, id, project)]
    void commands.openCompared([{ kind: 'moved', from: side('from'), to: side('to'), before, after }])
  }
  return (
    <section className="compare-section" aria-labelledby="compare-people">
      <div className="compare-head">
        <h2 id="compare-people">{t('why.people')}</h2>
        {people?.change && baseOf(people.change.n) !== 'tiny' ? (
          <CompareCopy
            title={t('why.people')}
            value={value}
            names={names}
            base={t('copy.customers.both', { n: people.change.n, ...names })}
            interval={null}
            notes={[t('why.people.mean')]}
            picture={(about, colors) => gridPicture(about, migrationGrid(people, names, words), colors)}
            table={() => peopleTable(people, names, words)}
          />
        ) : null}
      </div>
      {people === null ? <p className="quiet">{t('why.people.none')}</p> : <Moved people={people} names={names} open={open} />}
    </section>
  )
}

/** Shows the answers of those who moved that way; null is any group. */
type Open = (before: Group | null, after: Group | null) => void

function Moved({ people, names, open }: { readonly people: People; readonly names: SideNames; readonly open: Open }) {
  const words = useWords()
  const { t, score, percent } = words
  const { change, corrected, toPeople } = people
  const n = people.table.flat().reduce((sum, count) => sum + count, 0)
  if (n === 0) return <p className="quiet">{t('why.people.nobody')}</p>
  if (!change || baseOf(n) === 'tiny') return <p className="quiet">{t('why.people.few', { n })}</p>
  const difference = differenceOf(change)
  const share = n / toPeople
  return (
    <>
      <p>
        {t('why.people.sentence', {
          n,
          from: score(change.before),
          to: score(change.after),
          change: changePhrase(difference, 'points', words),
          range: changeRange(difference, words) ?? '',
          verdict: callOf(difference, words).text,
        })}
      </p>
      <p>
        {t('why.people.moved', { up: change.up, down: change.down, same: change.same })}{' '}
        {share < HALF
          ? t('why.people.half', { period: names.to })
          : t('why.people.share', { share: percent(share), to: toPeople, period: names.to })}
      </p>
      {corrected ? (
        <p>
          {t('why.people.corrected', {
            change: changePhrase(corrected, 'points', words),
            range: changeRange(corrected, words) ?? '',
            verdict: callOf(corrected, words).text,
          })}
        </p>
      ) : null}
      <MigrationTable people={people} names={names} open={open} />
      <p className="quiet">{t('why.people.mean')}</p>
    </>
  )
}

const differenceOf = ({ change, low, high, p }: PairedChange): Difference => ({
  difference: change,
  low,
  high,
  p,
  verdict: p >= LEVEL ? 'within-noise' : change > 0 ? 'up' : 'down',
})

interface MigrationRow {
  readonly before: Group | null
  readonly label: string
  readonly counts: readonly number[]
}

const totalOf = (counts: readonly number[]): number => counts.reduce((sum, each) => sum + each, 0)

function MigrationTable({ people, names, open }: { readonly people: People; readonly names: SideNames; readonly open: Open }) {
  const words = useWords()
  const { t, count, percent } = words
  const { table } = people
  const cell = (row: MigrationRow, after: Group | null, n: number) =>
    n === 0 ? (
      count(n)
    ) : (
      <button
        type="button"
        className="link"
        aria-label={t('why.people.open', {
          n,
          before: row.before ? t(`filter.group.${row.before}`) : t('filter.moved.any'),
          after: after ? t(`filter.group.${after}`) : t('filter.moved.any'),
        })}
        onClick={() => open(row.before, after)}
      >
        {count(n)}
      </button>
    )
  const columns: readonly DataColumn<MigrationRow>[] = [
    { id: 'before', header: t('why.people.group'), names: true, cell: ({ label }) => label },
    ...GROUPS.map((group, at): DataColumn<MigrationRow> => ({
      id: group,
      header: t('why.people.before', { group: t(`slice.column.${group}`), period: names.to }),
      numeric: true,
      cell: (row) => (
        <>
          {cell(row, group, row.counts[at]!)}{' '}
          {totalOf(row.counts) === 0 ? null : <span className="quiet share">{percent(row.counts[at]! / totalOf(row.counts))}</span>}
        </>
      ),
    })),
    { id: 'all', header: t('why.people.all'), numeric: true, cell: (row) => cell(row, null, totalOf(row.counts)) },
  ]
  const rows = [
    ...GROUPS.map((group, at): MigrationRow => ({
      before: group,
      label: t('why.people.before', { group: t(`slice.column.${group}`), period: names.from }),
      counts: table[at]!,
    })),
    { before: null, label: t('why.people.all'), counts: GROUPS.map((_, at) => table.reduce((sum, row) => sum + row[at]!, 0)) },
  ]
  return (
    <div className="compare-table">
      <DataTable caption={t('why.people.table', names)} columns={columns} rows={rows} rowId={({ before }) => before ?? 'all'} />
    </div>
  )
}
