import { useEffect, useRef, useState } from 'react'
import type { ExamplesReport } from '../../../shared/protocol/engine-api'
import type { FullDraft } from '../../app/codebook/code-draft'
import { useCommands, useSession } from '../../app/context'

const PAUSE_MS = 150

export interface ExamplesState {
  /** What was judged last; null where the rule is wrong, or nothing was judged yet. */
  readonly report: ExamplesReport | null
  /** The draft would break examples, and that has been said: saving again goes ahead. */
  readonly asked: boolean
  /** Whether the draft can be saved without a word. */
  readonly mayApply: () => Promise<boolean>
}

/** Whether anything that held does no longer, or was added and does not hold. */
export const breaks = ({ examples, others }: ExamplesReport): boolean =>
  others.length > 0 || examples.some(({ holds, held }) => !holds && held !== false)

/** The examples of a draft, judged a moment after it was changed, and once more before it is saved. */
export function useExamples(id: string | null, { name, rule, mustHit, mustMiss }: FullDraft): ExamplesState {
  const commands = useCommands()
  const revision = useSession((state) => state.project?.revision)
  const [report, setReport] = useState<ExamplesReport | null>(null)
  const [asked, setAsked] = useState('')
  const draft = { code: id, name, rule, mustHit: mustHit ?? [], mustMiss: mustMiss ?? [] }
  const key = JSON.stringify(draft)
  const latest = useRef(draft)
  useEffect(() => {
    latest.current = draft
  })
  useEffect(() => {
    let wanted = true
    const timer = setTimeout(async () => {
      const result = await commands.judgeExamples(latest.current)
      if (wanted && result) setReport(result.ok ? result.value : null)
    }, PAUSE_MS)
    return () => {
      wanted = false
      clearTimeout(timer)
    }
  }, [commands, key, revision])
  return {
    report,
    asked: asked === key,
    mayApply: async () => {
      if (asked === key) return true
      const result = await commands.judgeExamples(draft)
      // What is wrong with the rule is said when it is saved.
      if (!result?.ok || !breaks(result.value)) return true
      setReport(result.value)
      setAsked(key)
      return false
    },
  }
}
