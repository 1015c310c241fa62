/** `wanted`, and all others of `given` behind what they follow there (at the front where they follow nothing). */
export function inOrder(wanted: readonly string[], given: readonly string[]): readonly string[] {
  const placed = [...new Set(wanted)]
  const known = new Set(placed)
  given.forEach((id, at) => {
    if (known.has(id)) return
    known.add(id)
    const before = at === 0 ? -1 : placed.indexOf(given[at - 1] ?? '')
    placed.splice(before + 1, 0, id)
  })
  return placed
}
