import type { Verbatim } from '../../../shared/protocol/engine-api'
import type { SuggestedTag } from '../../../shared/protocol/words'
import { keyText } from './code-list'
import { hasCode } from './code-tags'
import type { WordsState } from '../codebook/words-state'

const NONE: readonly SuggestedTag[] = []

/** What is suggested for the verbatim, without what it has been given meanwhile. */
export function suggestedFor({ suggested, suggesting }: WordsState, verbatim: Verbatim | null): readonly SuggestedTag[] {
  if (!verbatim || !suggesting || suggested?.verbatim !== keyText(verbatim)) return NONE
  return (suggested.tags.verbatims[0] ?? NONE).filter(({ code }) => !hasCode(verbatim, code))
}
