import type { PlanOptions, ReadOptions } from '../../../shared/ingest/types'
import { mergeRoles } from '../../../shared/model/merge-roles'

/** Another sheet, or cells parted elsewhere, are other columns: what was said about the columns before is void. */
const changesColumns = ({ sheet, delimiter }: ReadOptions): boolean => sheet !== undefined || delimiter !== undefined

/** The options chosen so far with a change of some of them. */
export function changedOptions(before: PlanOptions, patch: PlanOptions): PlanOptions {
  const { headerRows, ...read } = before.read ?? {}
  const kept = patch.read?.sheet !== undefined || headerRows === undefined ? read : { ...read, headerRows }
  const { roles, fields, names, leaveOut, ...others } = before
  const columns = patch.read && changesColumns(patch.read) ? {} : { roles, fields, names, leaveOut }
  return {
    ...others,
    ...(columns.leaveOut ? { leaveOut: columns.leaveOut } : {}),
    ...patch,
    read: { ...kept, ...patch.read },
    roles: mergeRoles(columns.roles ?? {}, patch.roles ?? {}),
    ...some('fields', { ...columns.fields, ...patch.fields }),
    ...some('names', { ...columns.names, ...patch.names }),
  }
}

const some = <K extends 'fields' | 'names'>(key: K, chosen: NonNullable<PlanOptions[K]>): Pick<PlanOptions, K> =>
  (Object.keys(chosen).length === 0 ? {} : { [key]: chosen }) as Pick<PlanOptions, K>
