import { useEffect, useState } from 'react'
import type { Fault } from '../../../shared/base/fault'
import type { RulePreview } from '../../../shared/protocol/engine-api'
import { useCommands, useSession } from '../../app/context'

const PAUSE_MS = 150

export type PreviewState =
  | { readonly kind: 'waiting' }
  | { readonly kind: 'counted'; readonly preview: RulePreview }
  | { readonly kind: 'wrong'; readonly fault: Fault }

/** What a rule would match, a moment after it was typed. The count before stays until the next is there. */
export function useRulePreview(code: string | null, rule: string): PreviewState {
  const commands = useCommands()
  const revision = useSession((state) => state.project?.revision)
  const [state, setState] = useState<PreviewState>({ kind: 'waiting' })
  useEffect(() => {
    let wanted = true
    const timer = setTimeout(async () => {
      const result = await commands.previewRule({ code, rule })
      if (!wanted || !result) return
      setState(result.ok ? { kind: 'counted', preview: result.value } : { kind: 'wrong', fault: result.fault })
    }, PAUSE_MS)
    return () => {
      wanted = false
      clearTimeout(timer)
    }
  }, [commands, code, rule, revision])
  return state
}
