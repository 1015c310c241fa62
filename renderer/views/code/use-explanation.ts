import { useEffect, useState } from 'react'
import type { Explanation } from '../../../shared/coding/explain'
import type { Verbatim } from '../../../shared/protocol/engine-api'
import { keyText } from '../../app/code/code-list'
import { useCommands, useSession } from '../../app/context'

interface Explained {
  readonly code: string
  readonly verbatim: string
  readonly explanation: Explanation
}

/** What the rule of the code that is asked about says of a verbatim; null while nothing is asked or there is no answer yet. */
export function useExplanation(verbatim: Verbatim): Explanation | null {
  const commands = useCommands()
  const code = useSession((state) => state.code.why?.code ?? null)
  const revision = useSession((state) => state.project?.revision)
  const [found, setFound] = useState<Explained | null>(null)
  const key = keyText(verbatim)
  const { wave, line, field } = verbatim
  useEffect(() => {
    if (code === null) return
    let wanted = true
    void commands.explainTag({ wave, line, field }, code).then((explanation) => {
      if (wanted) setFound(explanation && { code, verbatim: key, explanation })
    })
    return () => {
      wanted = false
    }
  }, [commands, code, wave, line, field, key, revision])
  return found?.code === code && found.verbatim === key ? found.explanation : null
}
