import type { ColumnMatch, WaveMatch } from '../../../shared/ingest/types'
import { useSession, useWords } from '../../app/context'
import type { PlanState } from '../../app/session'
import { Select, type SelectOption } from '../../parts/select'

/** The choice of no field that is there. */
export const NEW_FIELD = ''

/** A column by its header. */
export function ColumnName({ plan, index }: { readonly plan: PlanState; readonly index: number }) {
  const column = plan.view.columns.find((each) => each.index === index)
  return (
    <span className="clamp" title={column?.header}>
      {column?.header || column?.name}
    </span>
  )
}

/** The fields that no column has, and a new one. */
export function FieldSelect({
  plan,
  match,
  column,
  onField,
}: {
  readonly plan: PlanState
  readonly match: WaveMatch
  readonly column: ColumnMatch
  readonly onField: (index: number, field: string) => void
}) {
  const { t } = useWords()
  const fields = useSession((state) => state.project?.fields)
  const profile = plan.view.columns.find(({ index }) => index === column.index)
  const taken = new Set(match.columns.filter(({ index }) => index !== column.index).map(({ field }) => field))
  const free = (fields ?? []).filter(({ id }) => !taken.has(id))
  const same = match.clashes.find(({ index }) => index === column.index)?.field
  const first = new Set(match.missing)
  const rank = (id: string): number => (id === same ? 2 : Number(first.has(id)))
  const ordered = free.toSorted((a, b) => rank(b.id) - rank(a.id))
  const options: readonly SelectOption[] = [
    { value: NEW_FIELD, label: t('match.new-field') },
    ...ordered.map(({ id, name }) => ({ value: id, label: name })),
  ]
  const told = plan.options.fields?.[column.index]
  const value = told === undefined ? (column.how === 'new' ? NEW_FIELD : column.field) : (told ?? NEW_FIELD)
  return (
    <div data-column={column.index}>
      <Select
        label={t('match.field.of', { column: profile?.header || (profile?.name ?? '') })}
        hideLabel
        value={value}
        options={options}
        onChange={(field) => onField(column.index, field)}
      />
    </div>
  )
}
