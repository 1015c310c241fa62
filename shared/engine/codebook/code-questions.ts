import type { Field } from '../../model/records'

type Fields = ReadonlyMap<string, Pick<Field, 'name' | 'role'>>

const alike = (name: string): string => name.normalize('NFKC').trim().toLowerCase()

/** Names of the fields; those that are not there any more by their ids. */
export const questionNames = (ids: readonly string[], fields: Fields): readonly string[] => ids.map((id) => fields.get(id)?.name ?? id)

/** Ids of the fields of those names, and the names of which there is no field. */
export function questionIds(names: readonly string[], fields: Fields): { readonly ids: readonly string[]; readonly unknown: readonly string[] } {
  const unknown: string[] = []
  const ids = names.flatMap((name) => {
    const named = [...fields].filter(([id, field]) => id === name || alike(field.name) === alike(name))
    const [found] = named.find(([, field]) => field.name === name && field.role === 'comment') ?? named.find(([, { role }]) => role === 'comment') ?? named[0] ?? []
    if (found === undefined) unknown.push(name)
    return found ?? []
  })
  return { ids: [...new Set(ids)], unknown }
}
