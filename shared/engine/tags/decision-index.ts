import type { Change } from '../../model/operation'
import type { Decision } from '../../model/records'
import type { VerbatimKey } from '../../protocol/engine-api'

/** Id of the decision on a verbatim and a code: a later word has the same one, and so replaces the earlier. */
export const decisionId = ({ wave, line, field }: VerbatimKey, code: string): string => `${wave}/${line}/${field}/${code}`

/** Coders' words on the verbatims of one column of one wave and one code, by line. Made anew at every change of them. */
export interface Words {
  readonly byLine: ReadonlyMap<number, Decision>
}

/** The decisions of a project by where they lie, so that a tag costs nothing for the codes and columns it does not touch. */
export interface DecisionIndex {
  /** The same object until a word on that column and code is added, changed or taken back. */
  readonly wordsOn: (wave: string, field: string, code: string) => Words | null
  readonly apply: (changes: readonly Change[]) => void
}

export function createDecisionIndex(decisions: Iterable<Decision>): DecisionIndex {
  const places = new Map<string, Map<number, Decision>>()
  const current = new Map<string, Words>()
  const keyOf = (wave: string, field: string, code: string): string => `${wave}/${field}/${code}`

  const put = (decision: Decision, isThere: boolean): void => {
    const key = keyOf(decision.wave, decision.field, decision.code)
    const byLine = places.get(key) ?? new Map<number, Decision>()
    places.set(key, byLine)
    if (isThere) byLine.set(decision.line, decision)
    else byLine.delete(decision.line)
    current.set(key, { byLine })
  }

  for (const decision of decisions) put(decision, true)
  return {
    wordsOn(wave, field, code) {
      const words = current.get(keyOf(wave, field, code))
      return words && words.byLine.size > 0 ? words : null
    },
    apply(changes) {
      for (const { register, before, after } of changes) {
        if (register !== 'decision') continue
        if (before) put(before, false)
        if (after) put(after, true)
      }
    },
  }
}
