import type { FieldView, ProjectView } from '../../../shared/protocol/engine-api'
import { chooseUnit, type PeriodCount } from '../../../shared/query/period-pair'
import { PERIOD_UNITS, type Dimension, type PeriodUnit } from '../../../shared/query/types'
import type { Role } from '../../../shared/model/role'

const SLICED_ROLES: readonly Role[] = ['segment', 'tenure', 'account', 'survey']

/** Fields worth slicing by. Personal data never is, nor in an anonymous project a field of which nothing may be shown. */
export const slicedFields = (project: ProjectView): readonly FieldView[] =>
  project.fields.filter((field) => SLICED_ROLES.includes(field.role) && (project.anonymity?.cuts.includes(field.id) ?? true))

/** Whether a field holds numbers, days or a tenure: its values, or the bands that they are cut into, have an order of their own. */
export function isBanded(dimension: Dimension, project: ProjectView): boolean {
  if (dimension.kind !== 'field') return false
  const field = project.fields.find(({ id }) => id === dimension.field)
  return (field?.role === 'tenure' || field?.role === 'segment') && (field.kind === 'number' || field.kind === 'date')
}

/** A dimension as the value of a select, and back. */
export function dimensionValue(dimension: Dimension): string {
  switch (dimension.kind) {
    case 'field':
      return `field:${dimension.field}`
    case 'period':
      return `period:${dimension.unit}`
    case 'wave':
    case 'group':
    case 'score':
      return dimension.kind
  }
}

export function parseDimension(value: string): Dimension | null {
  if (value === 'wave' || value === 'group' || value === 'score') return { kind: value }
  const at = value.indexOf(':')
  const rest = value.slice(at + 1)
  if (value.startsWith('field:')) return { kind: 'field', field: rest }
  const unit = PERIOD_UNITS.find((each) => each === rest)
  return unit ? { kind: 'period', unit } : null
}

/** Whether a project (still) has the dimension. */
export function hasDimension(project: ProjectView, dimension: Dimension): boolean {
  if (dimension.kind === 'field') return slicedFields(project).some((field) => field.id === dimension.field)
  return dimension.kind === 'period' ? project.periods.includes(dimension.unit) : project.waves.length > 0
}

export const sameDimension = (a: Dimension | null, b: Dimension | null): boolean =>
  a === b || (a !== null && b !== null && dimensionValue(a) === dimensionValue(b))

/** Everything to slice by, the best first: fields with few enough values to read, other fields, time, the wave. */
function candidates(project: ProjectView): readonly Dimension[] {
  const fields = slicedFields(project)
  const readable = fields.filter(({ kind }) => kind === 'category')
  const ordered = [...readable, ...fields.filter((field) => !readable.includes(field))]
  const unit = project.periods.includes('quarter') ? 'quarter' : project.periods[0]
  return [
    ...ordered.map(({ id }): Dimension => ({ kind: 'field', field: id })),
    ...(unit ? [{ kind: 'period', unit } as const] : []),
    ...(project.waves.length > 0 ? [{ kind: 'wave' } as const] : []),
  ]
}

/** The first thing to slice by: a field with few enough values to read, else time, else the wave. */
export const firstDimension = (project: ProjectView): Dimension | null => candidates(project)[0] ?? null

/** In an anonymous project two fields are crossed only where one of them is that which was chosen for it. */
const mayCross = ({ anonymity }: ProjectView, one: Dimension, other: Dimension | null): boolean =>
  !anonymity || one.kind !== 'field' || other?.kind !== 'field' || [one.field, other.field].includes(anonymity.crossed ?? '')

/** The first thing to cross `other` with. */
export const firstBeside = (project: ProjectView, other: Dimension | null): Dimension | null =>
  candidates(project).find((each) => !sameDimension(each, other) && mayCross(project, each, other)) ?? null

/** The unit that a trend starts with: the one that suits the answers, or the longest that still has two periods. */
export function suitedUnit(project: ProjectView, counted: Partial<Record<PeriodUnit, readonly PeriodCount[]>>): PeriodUnit | null {
  const suited = chooseUnit((unit) => counted[unit] ?? [])
  const units = project.periods.toReversed()
  return suited ?? units.find((unit) => (counted[unit]?.length ?? 0) > 1) ?? units.at(-1) ?? null
}
