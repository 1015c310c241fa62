import { useEffect, useState } from 'react'
import type { NearMiss } from '../../../shared/protocol/engine-api'
import { useCommands, useSession } from '../../app/context'

const PAUSE_MS = 400
const NONE: readonly NearMiss[] = []

/** Words that a rule nearly matches, once its count has settled. Those before stay until the next are there. */
export function useNearMisses(code: string | null, rule: string, counted: boolean): readonly NearMiss[] {
  const commands = useCommands()
  const revision = useSession((state) => state.project?.revision)
  const [found, setFound] = useState(NONE)
  useEffect(() => {
    if (!counted) return
    let wanted = true
    const timer = setTimeout(async () => {
      const misses = await commands.nearMisses({ code, rule })
      if (wanted && misses) setFound(misses)
    }, PAUSE_MS)
    return () => {
      wanted = false
      clearTimeout(timer)
    }
  }, [commands, code, rule, counted, revision])
  return counted && rule.trim() !== '' ? found : NONE
}
