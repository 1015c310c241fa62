import { ok, type Result } from '../../shared/base/result'
import { findDimension } from '../../shared/engine/figures/answers'
import { periodClause } from '../../shared/engine/settings/fiscal'
import { numbered } from '../../shared/engine/export/numbered'
import { masksOf, nameFields } from '../../shared/engine/people/person-mask'
import type { Project } from '../../shared/engine/project/project'
import { PERIOD_UNITS, type Clause, type Dimension, type PeriodUnit } from '../../shared/query/types'
import { usageFault, type Arguments, type Options } from './command'

/** A dimension under the name that the user gave it. */
export interface NamedDimension {
  readonly name: string
  readonly dimension: Dimension
}

/** `--by` and `--period` as dimensions, in that order. */
export function readDimensions(project: Project, by: readonly string[], period: string | undefined): Result<readonly NamedDimension[]> {
  const named: NamedDimension[] = []
  for (const name of by) {
    const dimension = findDimension(project, name)
    if (!dimension.ok) return dimension
    named.push({ name, dimension: dimension.value })
  }
  if (period !== undefined) {
    const unit = PERIOD_UNITS.find((known): known is PeriodUnit => known === period)
    if (!unit) return usageFault(`--period takes ${PERIOD_UNITS.join(', ')}.`)
    named.push({ name: 'period', dimension: { kind: 'period', unit } })
  }
  return ok(named)
}

/** `--where FIELD=VALUE` as clauses. A field's name may itself contain `=`: the first split that names a field holds. */
export function readWhere(project: Project, conditions: readonly string[]): Result<readonly Clause[]> {
  const clauses: Clause[] = []
  for (const condition of conditions) {
    const clause = readCondition(project, condition)
    if (!clause.ok) return clause
    clauses.push(clause.value)
  }
  return ok(clauses)
}

function readCondition(project: Project, condition: string): Result<Clause> {
  let unknown: Result<Clause> | null = null
  for (let at = condition.indexOf('='); at >= 0; at = condition.indexOf('=', at + 1)) {
    const field = condition.slice(0, at).trim()
    const value = condition.slice(at + 1).trim()
    if (field === 'period') return periodClause(project, value)
    const dimension = findDimension(project, field)
    if (dimension.ok) return ok({ kind: 'values', dimension: dimension.value, values: [value === '' ? null : value] })
    unknown ??= dimension
  }
  return unknown ?? usageFault(`--where takes FIELD=VALUE, not "${condition}".`)
}

export const PERSONAL_OPTION: Options = { 'with-personal-data': { type: 'boolean' } }

/**
 * How values of dimensions are printed: personal data and names masked, people numbered in the order in which they come. As they
 * are with `--with-personal-data`.
 */
export function printedValues(project: Project, dimensions: readonly NamedDimension[], args: Arguments): (key: readonly (string | null)[]) => readonly (string | null)[] {
  if (args.flag('with-personal-data')) return (key) => key
  const people = new Set(nameFields(project.columns))
  const { data } = masksOf(project.columns)
  const masks = dimensions.map(({ dimension }) => (dimension.kind === 'field' && people.has(dimension.field) ? numbered('R') : data))
  return (key) => key.map((value, at) => (value === null || value === '' ? value : (masks[at]?.(value) ?? value)))
}

/** Values by name as a plain object; names are the user's, so it has no prototype to collide with. */
export function keyObject(dimensions: readonly NamedDimension[], key: readonly (string | null)[]): Readonly<Record<string, string | null>> {
  const object = Object.create(null) as Record<string, string | null>
  dimensions.forEach(({ name, dimension }, at) => {
    const value = key[at] ?? null
    object[name] = dimension.kind === 'field' ? (value ?? '') : value
  })
  return object
}
