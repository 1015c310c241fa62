import { maskPersonal } from './mask'

const START = 2

/**
 * Masks what is personal in one text after the other. Of many names only those that may stand in a text are looked for in
 * it: the first letters of each are looked up at every place.
 */
export function maskerOf(names: readonly string[]): (text: string) => string {
  const places = new Map(names.map((name, at) => [name, at]))
  const byStart = new Map<string, string[]>()
  for (const name of names) {
    const start = startOf(name.trim().toLowerCase())
    const known = byStart.get(start)
    if (known) known.push(name)
    else byStart.set(start, [name])
  }
  return (text) => {
    if (byStart.size === 0) return maskPersonal(text)
    const low = text.replace(/[\u200B\u2060\uFEFF\u00AD]/gu, '').toLowerCase()
    const found = new Set<string>()
    for (let at = 0; at < low.length; at++) {
      for (const name of byStart.get(low.slice(at, at + START)) ?? []) if (low.startsWith(name.trim().toLowerCase(), at)) found.add(name)
    }
    // In the order in which they were given: of equally long ones the first is masked first.
    return maskPersonal(text, [...found].sort((a, b) => (places.get(a) ?? 0) - (places.get(b) ?? 0)))
  }
}

const startOf = (name: string): string => name.slice(0, START)
