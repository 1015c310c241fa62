import { MARK_KINDS, type MarkKind } from './records'
import { ownPart, ownParts } from './own-export'

/** What coders said of the answers of a response beside their codes, see `markText`. */
export const MARKS_COLUMN = 'earshot_marks'

/** A mark as a flat file can carry it. */
export interface FlatMark {
  readonly kind: MarkKind
  /** The words of a note; blank in other marks. */
  readonly text: string
  readonly coder: string
  readonly at: string
  /** Header of the question, or null where the file has only one. */
  readonly question: string | null
}

/** One line a mark: `quote | Mina | 2026-07-01T10:00:00.000Z`, of a note its words, and the question where there are several. */
export const markText = (marks: readonly FlatMark[]): string =>
  marks
    .map(({ kind, text, coder, at, question }) =>
      [kind, coder, at, ...(kind === 'note' ? [text] : []), ...(question === null ? [] : [question])].map(ownPart).join(' | '),
    )
    .join('\n')

/** Lines that are none are left out. */
export function readMarks(text: string): readonly FlatMark[] {
  return text.split('\n').flatMap((line): FlatMark[] => {
    const [word, coder, at, ...rest] = ownParts(line)
    const kind = MARK_KINDS.find((each) => each === word)
    if (!kind || coder === undefined || at === undefined || Number.isNaN(Date.parse(at))) return []
    const words = kind === 'note' ? rest.shift() : ''
    return words === undefined || (kind === 'note' && words.trim() === '') ? [] : [{ kind, text: words, coder, at, question: rest[0] ?? null }]
  })
}
