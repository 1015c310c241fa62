import { useEffect, useMemo, useRef } from 'react'
import type { ColumnMatch, WaveMatch } from '../../../shared/ingest/types'
import { useCommands, useWords } from '../../app/context'
import { openClashes, proposedColumns } from '../../app/plan/plan-questions'
import type { PlanState } from '../../app/session'
import { Button } from '../../parts/button'
import { DataTable, type DataColumn } from '../../parts/data-table'
import { ClashTable } from './clash-table'
import { ColumnName, FieldSelect, NEW_FIELD } from './field-select'
import { MatchSides } from './match-sides'

/** All that were proposed, at once. */
const CONFIRMED = 0

/** How the columns of a further wave go together with the fields that are there: the same, renamed, new and missing. */
export function PlanMatch({ plan }: { readonly plan: PlanState }) {
  const { t } = useWords()
  const { changePlan } = useCommands()
  const { match } = plan.view
  const section = useRef<HTMLElement>(null)
  /** The column changed last: its choice may have gone to another list, and the focus goes along. */
  const touched = useRef<number | null>(null)
  const { checking } = plan
  useEffect(() => {
    // An answer to an earlier choice is not what the focus waits for.
    if (checking) return
    const index = touched.current
    touched.current = null
    if (index === null || document.activeElement !== document.body) return
    const wanted = index === CONFIRMED ? 'h2' : `[data-column="${index}"] select`
    section.current?.querySelector<HTMLElement>(wanted)?.focus()
  }, [match, checking])
  if (!match) return null
  const proposed = proposedColumns(plan.view)
  const clashes = openClashes(plan.view)
  const apart = new Set(clashes.map(({ index }) => index))
  const added = match.columns.filter(({ index, how }) => how === 'new' && !apart.has(index))
  const matched = match.columns.filter(({ how }) => how !== 'new' && how !== 'same')
  const same = match.columns.length - matched.length - added.length - clashes.length
  const isAll = same === match.columns.length && match.missing.length === 0
  const confirm = (): void => {
    touched.current = CONFIRMED
    void changePlan({ fields: Object.fromEntries(proposed.map(({ index, field }) => [index, field])) })
  }
  const keepApart = (): void => {
    touched.current = CONFIRMED
    void changePlan({ fields: Object.fromEntries(clashes.map(({ index }) => [index, null])) })
  }
  const onField = (index: number, field: string): void => {
    touched.current = index
    void changePlan({ fields: { [index]: field === NEW_FIELD ? null : field } })
  }
  return (
    <section className="card plan-match" ref={section}>
      <h2 tabIndex={-1}>{t('match.title')}</h2>
      {match.wave === null ? (
        <p>
          {t('match.unknown')} <span className="quiet">{t('match.unknown.hint')}</span>
        </p>
      ) : (
        <p>
          {t('match.against', { wave: match.wave })} {isAll ? t('match.all') : same > 0 ? t('match.same', { n: same }) : null}
        </p>
      )}
      {clashes.length > 0 ? (
        <div className="plan-renamed plan-ask">
          <div className="plan-match-head">
            <div>
              <h3>{t('match.clash')}</h3>
              <p className="quiet">{t('match.clash.hint', { n: clashes.length })}</p>
            </div>
            <Button onPress={keepApart}>{t('match.clash.confirm', { n: clashes.length })}</Button>
          </div>
          <ClashTable plan={plan} match={match} rows={clashes} onField={onField} />
        </div>
      ) : null}
      {matched.length > 0 ? (
        <div className={proposed.length > 0 ? 'plan-renamed plan-ask' : undefined}>
          <div className="plan-match-head">
            <div>
              <h3>{t(proposed.length > 0 ? 'match.renamed' : 'match.told')}</h3>
              {proposed.length > 0 ? <p className="quiet">{t('match.renamed.hint')}</p> : null}
            </div>
            {proposed.length > 0 ? <Button onPress={confirm}>{t('match.confirm', { n: proposed.length })}</Button> : null}
          </div>
          <MatchTable plan={plan} match={match} rows={matched} onField={onField} caption={t('match.renamed')} />
        </div>
      ) : null}
      {match.wave === null ? (
        <details className="plan-match-own">
          <summary>{t('match.own')}</summary>
          <MatchSides plan={plan} match={match} added={added} onField={onField} />
        </details>
      ) : added.length > 0 || match.missing.length > 0 ? (
        <MatchSides plan={plan} match={match} added={added} onField={onField} />
      ) : null}
    </section>
  )
}

function MatchTable({
  plan,
  match,
  rows,
  onField,
  caption,
}: {
  readonly plan: PlanState
  readonly match: WaveMatch
  readonly rows: readonly ColumnMatch[]
  readonly onField: (index: number, field: string) => void
  readonly caption: string
}) {
  const words = useWords()
  const columns = useMemo<readonly DataColumn<ColumnMatch>[]>(() => {
    const { t } = words
    return [
      { id: 'column', header: t('match.column'), names: true, cell: ({ index }) => <ColumnName plan={plan} index={index} /> },
      { id: 'field', header: t('match.field'), cell: (column) => <FieldSelect plan={plan} match={match} column={column} onField={onField} /> },
      {
        id: 'why',
        header: t('match.why'),
        cell: ({ how }) => <span className="quiet">{how === 'same' || how === 'new' ? null : t(`match.how.${how}`)}</span>,
      },
    ]
  }, [words, plan, match, onField])
  return <DataTable caption={caption} columns={columns} rows={rows} rowId={({ index }) => String(index)} />
}
