import type { PlanOptions, ReadOptions } from '../../shared/ingest/types'
import { SINGLE_ROLES, type Role } from '../../shared/model/role'

type Roles = NonNullable<PlanOptions['roles']>

/** Roles with `given` over `before`. A role that one column at most can have leaves the column that had it. */
function changedRoles(before: Roles, given: Roles): Roles {
  const taken = new Set<Role>(Object.values(given).filter((role) => SINGLE_ROLES.has(role)))
  const kept = Object.entries(before).filter(([, role]) => !taken.has(role))
  return { ...Object.fromEntries(kept), ...given }
}

/** Another sheet, or cells parted elsewhere, are other columns: what was said about the columns before is void. */
const changesColumns = ({ sheet, delimiter }: ReadOptions): boolean => sheet !== undefined || delimiter !== undefined

/** The options chosen so far with a change of some of them. */
export function changedOptions(before: PlanOptions, patch: PlanOptions): PlanOptions {
  const { headerRows, ...read } = before.read ?? {}
  const kept = patch.read?.sheet !== undefined || headerRows === undefined ? read : { ...read, headerRows }
  const { roles, fields, names, ...others } = before
  const columns = patch.read && changesColumns(patch.read) ? {} : { roles, fields, names }
  return {
    ...others,
    ...patch,
    read: { ...kept, ...patch.read },
    roles: changedRoles(columns.roles ?? {}, patch.roles ?? {}),
    ...some('fields', { ...columns.fields, ...patch.fields }),
    ...some('names', { ...columns.names, ...patch.names }),
  }
}

const some = <K extends 'fields' | 'names'>(key: K, chosen: NonNullable<PlanOptions[K]>): Pick<PlanOptions, K> =>
  (Object.keys(chosen).length === 0 ? {} : { [key]: chosen }) as Pick<PlanOptions, K>
