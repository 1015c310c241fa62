import type { FieldView, ProjectView } from '../../shared/protocol/engine-api'
import { PERIOD_UNITS, type Dimension } from '../../shared/query/types'
import type { Role } from '../../shared/model/role'

const SLICED_ROLES: readonly Role[] = ['segment', 'tenure', 'account', 'survey']

/** Fields worth slicing by. Personal data never is. */
export const slicedFields = (project: ProjectView): readonly FieldView[] =>
  project.fields.filter((field) => SLICED_ROLES.includes(field.role))

/** A dimension as the value of a select, and back. */
export function dimensionValue(dimension: Dimension): string {
  if (dimension.kind === 'field') return `field:${dimension.field}`
  return dimension.kind === 'period' ? `period:${dimension.unit}` : 'wave'
}

export function parseDimension(value: string): Dimension | null {
  if (value === 'wave') return { kind: 'wave' }
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

/** The first thing to slice by: a field with few enough values to read, else time, else the wave. */
export function firstDimension(project: ProjectView): Dimension | null {
  const fields = slicedFields(project)
  const field = fields.find((each) => each.kind === 'category') ?? fields[0]
  if (field) return { kind: 'field', field: field.id }
  const unit = project.periods.includes('quarter') ? 'quarter' : project.periods[0]
  if (unit) return { kind: 'period', unit }
  return project.waves.length > 0 ? { kind: 'wave' } : null
}
