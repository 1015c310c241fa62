import type { Wave } from '../../model/records'
import type { FieldHeader } from '../../protocol/engine-api'
import { fieldKey } from './field-ids'

/** Of the fields that waves have under different headers, which header which waves have; the first wave's first. */
export function fieldHeaders(waves: Iterable<Wave>): ReadonlyMap<string, readonly FieldHeader[]> {
  const byField = new Map<string, Map<string, FieldHeader>>()
  for (const { name, columns } of waves) {
    for (const { field, header } of columns) {
      const headers = byField.get(field) ?? new Map<string, FieldHeader>()
      byField.set(field, headers)
      const key = fieldKey(header)
      const known = headers.get(key)
      headers.set(key, { header: known?.header ?? header, waves: [...(known?.waves ?? []), name] })
    }
  }
  return new Map([...byField].flatMap(([field, headers]) => (headers.size > 1 ? [[field, [...headers.values()]]] : [])))
}
