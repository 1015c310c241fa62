import { LOCALES } from '../../../shared/locale/translate'
import { findScore } from '../words/find-words'
import type { PaletteEntry } from './palette-entry'
import { wordsOf, type Words } from '../words/words'

const MOST = 50

/** A line of the palette as it is shown: `recent` ones stand before all groups. */
export interface PaletteLine {
  readonly entry: PaletteEntry
  readonly label: string
  readonly recent: boolean
}

/**
 * The lines for what is typed, the best first. Nothing typed: what was run last, then everything. A line is found by its
 * words in any language and by others for the same, so that somebody can type the name known from elsewhere.
 */
export function findEntries(
  query: string,
  entries: readonly PaletteEntry[],
  recent: readonly string[],
  words: Words,
): readonly PaletteLine[] {
  const lines = entries.map((entry): PaletteLine => ({ entry, label: entry.label(words), recent: false }))
  const ran = new Map(recent.map((id, at) => [id, at]))
  const place = ({ entry }: PaletteLine): number => ran.get(entry.id) ?? recent.length
  if (query.trim() === '') {
    const first = lines.filter(({ entry }) => ran.has(entry.id)).toSorted((a, b) => place(a) - place(b))
    return [...first.map((line) => ({ ...line, recent: true })), ...lines.filter(({ entry }) => !ran.has(entry.id) && !entry.typedOnly)]
  }
  const others = LOCALES.filter((locale) => locale !== words.locale).map((locale) => wordsOf(locale, words.shown))
  const scored = lines.map((line) => {
    const { label, also } = line.entry
    const elsewhere = others.flatMap((other) => [label(other), ...(also ? other.t(also).split(', ') : [])])
    const names = [...elsewhere, ...(also ? words.t(also).split(', ') : [])].map((name) => findScore(query, name) / 2)
    return { line, score: Math.max(findScore(query, line.label), ...names) }
  })
  return scored
    .filter(({ score }) => score > 0)
    .toSorted((a, b) => b.score - a.score || place(a.line) - place(b.line))
    .slice(0, MOST)
    .map(({ line }) => line)
}
