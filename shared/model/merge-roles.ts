import { SINGLE_ROLES, type Role } from './role'

type Roles = Readonly<Record<number, Role>>

/** Roles with `given` over `before`. A role that one column at most can have leaves the column that had it. */
export function mergeRoles(before: Roles, given: Roles): Roles {
  const taken = new Set<Role>(Object.values(given).filter((role) => SINGLE_ROLES.has(role)))
  const kept = Object.entries(before).filter(([, role]) => !taken.has(role))
  return { ...Object.fromEntries(kept), ...given }
}
