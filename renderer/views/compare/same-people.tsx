import { useMemo } from 'react'
import { baseOf } from '../../../shared/nps/figure'
import type { PairedChange } from '../../../shared/nps/paired'
import type { Difference } from '../../../shared/nps/types'
import type { SamePeople as People } from '../../../shared/query/types'
import { callOf, changePhrase, changeRange } from '../../app/compare-words'
import { useWords } from '../../app/context'
import { DataTable, type DataColumn } from '../../parts/data-table'
import type { Shown } from './shown'

/** In the order of the migration table. */
const GROUPS = ['promoters', 'passives', 'detractors'] as const
const LEVEL = 0.05
const HALF = 0.5

/** How the score changed among those who answered both times, and where they went. */
export function SamePeople({ value, names }: Shown) {
  const { t } = useWords()
  const { people } = value
  return (
    <section className="compare-section" aria-labelledby="compare-people">
      <div className="compare-head">
        <h2 id="compare-people">{t('why.people')}</h2>
      </div>
      {people === null ? <p className="quiet">{t('why.people.none')}</p> : <Moved people={people} names={names} />}
    </section>
  )
}

type Names = Readonly<Record<'from' | 'to', string>>

function Moved({ people, names }: { readonly people: People; readonly names: Names }) {
  const words = useWords()
  const { t, score, percent } = words
  const { change, toPeople } = people
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
      <MigrationTable people={people} names={names} />
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
  readonly id: string
  readonly label: string
  readonly counts: readonly number[]
}

function MigrationTable({ people, names }: { readonly people: People; readonly names: Names }) {
  const words = useWords()
  const { t, count, percent } = words
  const { table } = people
  const columns = useMemo((): readonly DataColumn<MigrationRow>[] => {
    const total = (counts: readonly number[]): number => counts.reduce((sum, each) => sum + each, 0)
    return [
      { id: 'before', header: t('why.people.group'), names: true, cell: ({ label }) => label },
      ...GROUPS.map((group, at): DataColumn<MigrationRow> => ({
        id: group,
        header: t('why.people.before', { group: t(`slice.column.${group}`), period: names.to }),
        numeric: true,
        cell: ({ counts }) => (
          <>
            {count(counts[at]!)} {total(counts) === 0 ? null : <span className="quiet share">{percent(counts[at]! / total(counts))}</span>}
          </>
        ),
      })),
      { id: 'all', header: t('why.people.all'), numeric: true, cell: ({ counts }) => count(total(counts)) },
    ]
  }, [t, count, percent, names.to])
  const rows = useMemo(
    () => [
      ...GROUPS.map((group, at): MigrationRow => ({
        id: group,
        label: t('why.people.before', { group: t(`slice.column.${group}`), period: names.from }),
        counts: table[at]!,
      })),
      { id: 'all', label: t('why.people.all'), counts: GROUPS.map((_, at) => table.reduce((sum, row) => sum + row[at]!, 0)) },
    ],
    [t, table, names.from],
  )
  return (
    <div className="compare-table">
      <DataTable caption={t('why.people.table', names)} columns={columns} rows={rows} rowId={({ id }) => id} />
    </div>
  )
}
