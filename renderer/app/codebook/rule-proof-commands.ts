import type { Result } from '../../../shared/base/result'
import type { Explanation } from '../../../shared/coding/explain'
import type { EngineInput, EngineMethod, EngineOutput, NearMiss, RuleDraft, RuleTrial, TextSpan, VerbatimKey } from '../../../shared/protocol/engine-api'
import { keyOf } from '../code/code-list'
import type { CodeState } from '../code/code-state'
import type { CommandContext } from '../command-context'
import { ask } from '../engine-call'

export interface RuleProofCommands {
  /** A rule in its tidy spelling; null where it is wrong. */
  readonly tidyRule: (rule: string) => Promise<string | null>
  /** Words that a rule nearly matches. A question asked before is dropped; null: dropped, or gone wrong. */
  readonly nearMisses: (draft: RuleDraft) => Promise<readonly NearMiss[] | null>
  /** What a rule matches in texts that are in no project; null where that went wrong. */
  readonly tryRule: (trial: RuleTrial) => Promise<Result<readonly (readonly TextSpan[] | null)[]> | null>
  /** Asks why the verbatim under the cursor has a code or has it not; null: which code is still to be chosen. */
  readonly askWhy: (code: string | null) => void
  readonly closeWhy: () => void
  /** What each part of a code's rule says of a verbatim; null where it is gone. */
  readonly explainTag: (verbatim: VerbatimKey, code: string) => Promise<Explanation | null>
}

export function createRuleProofCommands({ session, client }: CommandContext): RuleProofCommands {
  const { get, set } = session
  const setCode = (patch: Partial<CodeState>): void => set({ code: { ...get().code, ...patch } })
  let lastNear: AbortController | null = null
  const value = async <M extends EngineMethod>(method: M, input: EngineInput<M>): Promise<EngineOutput<M> | null> => {
    const result = await ask(session, client, method, input)
    return result?.ok ? result.value : null
  }
  return {
    tidyRule: (rule) => value('formatRule', { rule }),
    nearMisses: async (draft) => {
      lastNear?.abort()
      const mine = new AbortController()
      lastNear = mine
      try {
        const result = await client.call('nearMisses', draft, { signal: mine.signal })
        return mine.signal.aborted || !result.ok ? null : result.value
      } catch (error) {
        console.error(error)
        set({ notice: { kind: 'broken' } })
        return null
      }
    },
    tryRule: (trial) => ask(session, client, 'tryRule', trial),
    askWhy: (code) => setCode({ why: { code }, picker: null, editor: null, part: 'read' }),
    closeWhy: () => setCode({ why: null }),
    explainTag: (verbatim, code) => value('explainTag', { verbatim: keyOf(verbatim), code }),
  }
}
