import type { ColumnMatch, WaveMatch } from '../../../shared/ingest/types'
import { useSession, useWords } from '../../app/context'
import type { PlanState } from '../../app/session'
import { ColumnName, FieldSelect } from './field-select'

/** The columns that no field of the project has, each with the choice of one, beside the fields that no column has. */
export function MatchSides({
  plan,
  match,
  added,
  onField,
}: {
  readonly plan: PlanState
  readonly match: WaveMatch
  readonly added: readonly ColumnMatch[]
  readonly onField: (index: number, field: string) => void
}) {
  const { t } = useWords()
  return (
    <div className="plan-match-sides">
      <div>
        <h3>{t('match.new')}</h3>
        <p className="quiet">{added.length > 0 ? t('match.new.hint') : t('match.none')}</p>
        <ul>
          {added.map((column) => (
            <li key={column.index}>
              <ColumnName plan={plan} index={column.index} />
              <FieldSelect plan={plan} match={match} column={column} onField={onField} />
            </li>
          ))}
        </ul>
      </div>
      {match.wave === null ? null : <Missing match={match} />}
    </div>
  )
}

function Missing({ match: { missing } }: { readonly match: WaveMatch }) {
  const { t } = useWords()
  const fields = useSession((state) => state.project?.fields)
  return (
    <div>
      <h3>{t('match.missing')}</h3>
      <p className="quiet">{missing.length > 0 ? t('match.missing.hint') : t('match.none')}</p>
      <ul>
        {missing.map((id) => {
          const field = fields?.find((each) => each.id === id)
          return (
            <li key={id}>
              <span className="clamp" title={field?.label}>
                {field?.label || (field?.name ?? id)}
              </span>
            </li>
          )
        })}
      </ul>
    </div>
  )
}
