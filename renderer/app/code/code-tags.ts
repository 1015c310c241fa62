import type { Tag, TagRequest, Verbatim, VerbatimKey } from '../../../shared/protocol/engine-api'
import { keyText } from './code-list'

export type Verdict = TagRequest['verdict']

/** A coder's word, shown before the engine has confirmed it. */
export interface TagAct {
  readonly code: string
  readonly verdict: Verdict
  readonly coder: string
  /** ISO time. */
  readonly at: string
  /** Keys of the verbatims it is about; null: every verbatim of the list. */
  readonly verbatims: ReadonlySet<string> | null
  /** The other codes of its group, which lose what it is added to. */
  readonly rivals?: readonly string[]
}

/** A coder's word that waits for the coder's name. */
export interface UnsignedTag {
  readonly code: string
  readonly verdict: Verdict
  /** Null: every verbatim of the list. */
  readonly about: readonly (VerbatimKey & { readonly repeats?: number })[] | null
}

const tagOf = (verbatim: Verbatim, code: string): Tag | null =>
  verbatim.tags.find((tag) => tag.code === code) ?? null

export const hasCode = (verbatim: Verbatim, code: string): boolean => tagOf(verbatim, code)?.has ?? false

/** What becomes of a tag (null: none) by a verdict: a hand beats the rule, and without a hand the rule decides. */
function judged(tag: Tag | null, { code, verdict, coder, at }: TagAct): Tag | null {
  const rule = { code, byRule: tag?.byRule ?? false, matched: tag?.matched ?? [] }
  if (verdict === 'add') return { ...rule, has: true, byHand: { coder, at } }
  if (!rule.byRule) return null
  return verdict === 'remove' ? { ...rule, has: false, byHand: { coder, at } } : { ...rule, has: true, byHand: null }
}

/** The verbatim after an act; the same object when the act is not about it. `order`: ids as in the codebook. */
export function tagged(verbatim: Verbatim, act: TagAct, order: readonly string[]): Verbatim {
  if (act.verbatims !== null && !act.verbatims.has(keyText(verbatim))) return verbatim
  const before = tagOf(verbatim, act.code)
  const after = judged(before, act)
  if (before === null && after === null) return verbatim
  const isRival = ({ code, has }: Tag): boolean => act.verdict === 'add' && has && (act.rivals ?? []).includes(code)
  const others = verbatim.tags
    .filter((tag) => tag !== before && !(isRival(tag) && !tag.byRule))
    .map((tag) => (isRival(tag) ? { ...tag, has: false, byHand: null, lostTo: act.code } : tag))
  const tags = after === null ? others : [...others, after]
  return { ...verbatim, tags: tags.toSorted((a, b) => order.indexOf(a.code) - order.indexOf(b.code)) }
}

/**
 * What pressing a code's key means for verbatims: they get the code if any of them lacks it, else it is taken away.
 * Where the rule says the same already, the rule decides again: pressing twice leaves everything as it was.
 * `about` are those that it changes.
 */
export function toggleOf(
  verbatims: readonly Verbatim[],
  code: string,
): { readonly verdict: Verdict; readonly about: readonly Verbatim[] } {
  const lacking = verbatims.filter((verbatim) => !hasCode(verbatim, code))
  const byRule = (verbatim: Verbatim): boolean => tagOf(verbatim, code)?.byRule ?? false
  // What lost to another of its group would lose again if the rule decided.
  const isTakenAway = (verbatim: Verbatim): boolean => byRule(verbatim) && tagOf(verbatim, code)?.lostTo === undefined
  if (lacking.length > 0) return { verdict: lacking.every(isTakenAway) ? 'clear' : 'add', about: lacking }
  return { verdict: verbatims.some(byRule) ? 'remove' : 'clear', about: verbatims }
}
