/** Longer texts hardly come twice. */
const SHORT = 1000
const MOST_KEPT = 5000

/** The same function for texts that come again and again: what it gave for the last short ones is kept. */
export function remembered(change: (text: string) => string): (text: string) => string {
  const kept = new Map<string, string>()
  return (text) => {
    if (text.length > SHORT) return change(text)
    const known = kept.get(text)
    if (known !== undefined) return known
    const changed = change(text)
    if (kept.size >= MOST_KEPT) kept.clear()
    kept.set(text, changed)
    return changed
  }
}
