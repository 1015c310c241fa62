import type { PlanOptions } from '../../shared/ingest/types'
import { SINGLE_ROLES, type Role } from '../../shared/model/role'

type Roles = NonNullable<PlanOptions['roles']>

/** Roles with `given` over `before`. A role that one column at most can have leaves the column that had it. */
function changedRoles(before: Roles, given: Roles): Roles {
  const taken = new Set<Role>(Object.values(given).filter((role) => SINGLE_ROLES.has(role)))
  const kept = Object.entries(before).filter(([, role]) => !taken.has(role))
  return { ...Object.fromEntries(kept), ...given }
}

/** The options chosen so far with a change of some of them. */
export const changedOptions = (before: PlanOptions, patch: PlanOptions): PlanOptions => ({
  ...before,
  ...patch,
  read: { ...before.read, ...patch.read },
  roles: changedRoles(before.roles ?? {}, patch.roles ?? {}),
})
