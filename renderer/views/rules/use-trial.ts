import { useEffect, useState } from 'react'
import type { Fault } from '../../../shared/base/fault'
import type { TextSpan, TrialText } from '../../../shared/protocol/engine-api'
import { useCommands } from '../../app/context'
import { GUIDE_CODES } from '../../app/codebook/rule-guide'

export type Trial =
  | { readonly kind: 'waiting' }
  | { readonly kind: 'tried'; readonly spans: readonly (readonly TextSpan[] | null)[] }
  | { readonly kind: 'wrong'; readonly fault: Fault }

/** What a rule finds in some texts, asked of the same matcher that codes the comments. */
export function useTrial(rule: string, texts: readonly TrialText[]): Trial {
  const commands = useCommands()
  const [trial, setTrial] = useState<Trial>({ kind: 'waiting' })
  const asked = JSON.stringify(texts)
  useEffect(() => {
    let wanted = true
    void commands.tryRule({ rule, texts: JSON.parse(asked) as readonly TrialText[], codes: GUIDE_CODES }).then((result) => {
      if (!wanted || !result) return
      setTrial(result.ok ? { kind: 'tried', spans: result.value } : { kind: 'wrong', fault: result.fault })
    })
    return () => {
      wanted = false
    }
  }, [commands, rule, asked])
  return trial
}
