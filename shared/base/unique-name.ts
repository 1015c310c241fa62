/** `name`, or `name (2)`, `name (3)`, … where it is taken in any case; takes it. `taken` holds lower-case names. */
export function uniqueName(name: string, taken: Set<string>): string {
  let unique = name
  for (let next = 2; taken.has(unique.toLowerCase()); next++) unique = `${name} (${next})`
  taken.add(unique.toLowerCase())
  return unique
}
