/** What stands where something personal stood. */
export const MASK = '▇▇▇'

/** A part of a text: from (inclusive) and to (exclusive), in UTF-16 units. */
export interface Part {
  readonly from: number
  readonly to: number
}

/** `text` with something else in the place of its parts; those that overlap are one. */
export function replaceParts(text: string, parts: readonly Part[], by: (part: string) => string): string {
  if (parts.length === 0) return text
  const joined: { from: number; to: number }[] = []
  for (const { from, to } of parts.toSorted((a, b) => a.from - b.from)) {
    const last = joined.at(-1)
    if (last && from < last.to) last.to = Math.max(last.to, to)
    else joined.push({ from, to })
  }
  let [shown, at] = ['', 0]
  for (const { from, to } of joined) {
    shown += text.slice(at, from) + by(text.slice(from, to))
    at = to
  }
  return shown + text.slice(at)
}

export const cover = (text: string, parts: readonly Part[]): string => replaceParts(text, parts, () => MASK)
