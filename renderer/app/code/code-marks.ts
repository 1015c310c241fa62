import type { Codebook, CodebookEntry, TextSpan, Verbatim } from '../../../shared/protocol/engine-api'
import { keysOfCodes } from './code-keys'

/** A code of the codebook with the key that applies it. */
export interface ShownCode extends CodebookEntry {
  readonly key: string | null
}

/** The codes of a codebook by their ids. `letters`: those that people gave to codes; `taken`: keys of commands. */
export function shownCodes(
  codebook: Codebook | null,
  letters: Readonly<Record<string, string>>,
  taken: ReadonlySet<string>,
): ReadonlyMap<string, ShownCode> {
  const codes = codebook?.codes ?? []
  const keys = keysOfCodes(codes, letters, taken)
  return new Map(codes.map((code) => [code.id, { ...code, key: keys.get(code.id) ?? null }]))
}

/** A part of a verbatim that a code's rule matched, or, without a colour, that was searched for. */
export interface MarkedSpan extends TextSpan {
  readonly color: string | null
  readonly title?: string
}

/** What to mark in a verbatim: the words that codes it has were given for, and what was searched for. */
export const marksOf = (
  { tags, found }: Pick<Verbatim, 'tags' | 'found'>,
  codes: ReadonlyMap<string, ShownCode>,
): readonly MarkedSpan[] => [
  ...tags.flatMap(({ code, has, matched }) => {
    const shown = codes.get(code)
    return has && shown ? matched.map((span) => ({ ...span, color: shown.color, title: shown.name })) : []
  }),
  ...found.map((span) => ({ ...span, color: null })),
]

/** Words that made a rule match, each once. */
export const matchedWords = (text: string, spans: readonly TextSpan[]): readonly string[] => [
  ...new Set(spans.map(({ from, to }) => text.slice(from, to))),
]
