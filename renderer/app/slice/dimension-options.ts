import type { ProjectView } from '../../../shared/protocol/engine-api'
import type { Role } from '../../../shared/model/role'
import { dimensionValue, slicedFields } from '../figures/dimension'
import type { Words } from '../words/words'

/** A dimension to choose, with the group it stands in. `value` is what `parseDimension` reads. */
export interface DimensionOption {
  readonly value: string
  readonly label: string
  readonly group: string
}

const CUSTOMER_ROLES: readonly Role[] = ['account', 'tenure']

/** Everything a project can be sliced by: its fields, time, and what it was imported as. */
export function dimensionOptions(project: ProjectView, { t }: Words): readonly DimensionOption[] {
  const fields = slicedFields(project)
  const of = (roles: readonly Role[], group: string): readonly DimensionOption[] =>
    fields
      .filter(({ role }) => roles.includes(role))
      .map(({ id, label }) => ({ value: dimensionValue({ kind: 'field', field: id }), label, group }))
  return [
    ...of(['segment'], t('slice.by.field')),
    ...of(CUSTOMER_ROLES, t('slice.by.customer')),
    ...project.periods.map((unit) => ({
      value: dimensionValue({ kind: 'period', unit }),
      label: t(`slice.period.${unit}`),
      group: t('slice.by.time'),
    })),
    ...of(['survey'], t('slice.by.built-in')),
    { value: dimensionValue({ kind: 'wave' }), label: t('slice.by.wave'), group: t('slice.by.built-in') },
  ]
}
