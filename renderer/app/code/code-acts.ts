import { MARK_KINDS, type MarkKind } from '../../../shared/model/records'
import type { Verbatim, VerbatimKey, VerbatimMark } from '../../../shared/protocol/engine-api'
import { keyText } from './code-list'
import { tagged, type TagAct, type UnsignedTag } from './code-tags'

/** A mark set or taken away, shown before the engine has confirmed it. */
export interface MarkAct extends VerbatimMark {
  readonly set: boolean
  /** Keys of the verbatims it is about; null: every verbatim of the list. */
  readonly verbatims: ReadonlySet<string> | null
}

/** What a coder says of verbatims. */
export type CodeAct = TagAct | MarkAct

/** A mark that waits for the coder's name. */
export interface UnsignedMark {
  readonly mark: MarkKind
  readonly set: boolean
  readonly text: string
  readonly about: readonly SaidOf[] | null
}

export type UnsignedAct = UnsignedTag | UnsignedMark

/** A verbatim that something is said of, and how many the row stands for that says so. */
export interface SaidOf extends VerbatimKey {
  readonly repeats?: number
}

export const markOf = ({ marks }: Verbatim, kind: MarkKind): VerbatimMark | null => marks.find((mark) => mark.kind === kind) ?? null

/** The verbatim after an act; the same object when the act is not about it. `order`: ids as in the codebook. */
export function acted(verbatim: Verbatim, act: CodeAct, order: readonly string[]): Verbatim {
  if ('verdict' in act) return tagged(verbatim, act, order)
  if (act.verbatims !== null && !act.verbatims.has(keyText(verbatim))) return verbatim
  const before = markOf(verbatim, act.kind)
  if (act.set ? before?.text === act.text : before === null) return verbatim
  const { kind, text, coder, at } = act
  const others = verbatim.marks.filter((mark) => mark.kind !== kind)
  const marks = act.set ? [...others, { kind, text, coder, at }] : others
  return { ...verbatim, marks: marks.toSorted((a, b) => MARK_KINDS.indexOf(a.kind) - MARK_KINDS.indexOf(b.kind)) }
}
