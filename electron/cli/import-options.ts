import { fault } from '../../shared/base/fault'
import { ok, refuse, type Result } from '../../shared/base/result'
import type { Project } from '../../shared/engine/project/project'
import { ASIDE_CODES, type ColumnProfile, type PlanOptions } from '../../shared/ingest/types'
import { ROLES, type Role } from '../../shared/model/role'
import { TENURE_UNITS } from '../../shared/model/tenure'
import { usageFault } from './command'

export type ColumnMap = readonly [role: Role, column: string]

/** `--map ROLE=COLUMN`. */
export function readMaps(texts: readonly string[]): Result<readonly ColumnMap[]> {
  const maps: ColumnMap[] = []
  for (const text of texts) {
    const at = text.indexOf('=')
    if (at < 0) return usageFault(`--map takes ROLE=COLUMN, not "${text}".`)
    const role = ROLES.find((known) => known === text.slice(0, at).trim())
    if (!role) return refuse(fault('unknown-role', { role: text.slice(0, at), roles: ROLES.join(', ') }))
    maps.push([role, text.slice(at + 1).trim()])
  }
  return ok(maps)
}

/** What the numbers of a tenure count. */
export function readTenureUnit(text: string | undefined): Result<Pick<PlanOptions, 'tenureUnit'>> {
  if (text === undefined) return ok({})
  const tenureUnit = TENURE_UNITS.find((unit) => unit === text)
  return tenureUnit ? ok({ tenureUnit }) : usageFault(`--tenure-unit takes ${TENURE_UNITS.join(', ')}, not "${text}".`)
}

/** Reasons for setting rows aside that shall not matter; several may stand together, parted by commas. */
export function readReasons(texts: readonly string[]): Result<Pick<PlanOptions, 'include'>> {
  const names = texts.flatMap((text) => text.split(',')).map((name) => name.trim())
  const wrong = names.find((name) => !ASIDE_CODES.some((code) => code === name))
  if (wrong !== undefined) return usageFault(`--include takes ${ASIDE_CODES.join(', ')}, not "${wrong}".`)
  const include = ASIDE_CODES.filter((code) => names.includes(code))
  return ok(include.length === 0 ? {} : { include })
}

/** The roles that columns are to have. */
export function rolesFor(profiles: readonly ColumnProfile[], maps: readonly ColumnMap[]): Result<Record<number, Role>> {
  const roles: Record<number, Role> = {}
  for (const [role, column] of maps) {
    const found = columnOf(profiles, column)
    if (!found.ok) return found
    roles[found.value.index] = role
  }
  return ok(roles)
}

/** `--leave-out COLUMN`: numbers of the columns that nothing is brought in of. */
export function leftOutOf(profiles: readonly ColumnProfile[], columns: readonly string[]): Result<Pick<PlanOptions, 'leaveOut'>> {
  const leaveOut = new Set<number>()
  for (const column of columns) {
    const found = columnOf(profiles, column)
    if (!found.ok) return found
    leaveOut.add(found.value.index)
  }
  return ok(leaveOut.size === 0 ? {} : { leaveOut: [...leaveOut] })
}

/**
 * `--field COLUMN=FIELD` as the fields that columns belong to, `new` for one of its own. A header may itself contain `=`: the
 * first split that names a column holds.
 */
export function fieldsFor(profiles: readonly ColumnProfile[], texts: readonly string[], project: Project): Result<Pick<PlanOptions, 'fields'>> {
  const fields: Record<number, string | null> = {}
  for (const text of texts) {
    if (!text.includes('=')) return usageFault(`--field takes COLUMN=FIELD or COLUMN=new, not "${text}".`)
    const splits = [...text.matchAll(/=/g)].map(({ index }) => [text.slice(0, index).trim(), text.slice(index + 1).trim()] as const)
    const [column, name] = splits.find((split) => columnOf(profiles, split[0]).ok) ?? splits[0]!
    const found = columnOf(profiles, column)
    if (!found.ok) return found
    const known = project.fields()
    const field = known.find(({ label }) => label === name) ?? known.find((each) => each.name === name) ?? known.find(({ number }) => String(number) === name)
    if (!field && name !== 'new') return refuse(fault('unknown-field', { field: name, fields: known.map((each) => each.name).join(', ') }))
    fields[found.value.index] = field?.id ?? null
  }
  return ok(texts.length === 0 ? {} : { fields })
}

function columnOf(profiles: readonly ColumnProfile[], column: string): Result<ColumnProfile> {
  const found =
    profiles.find(({ header }) => header === column) ??
    profiles.find(({ name }) => name === column) ??
    profiles.find(({ index }) => String(index) === column) ??
    profiles.find(({ header, name }) => [header, name].some((title) => title.trim().toLowerCase() === column.toLowerCase()))
  return found ? ok(found) : refuse(fault('unknown-column', { column, columns: profiles.map(({ name }) => name).join(', ') }))
}
