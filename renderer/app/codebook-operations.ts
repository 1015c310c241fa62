import type { Result } from '../../shared/base/result'
import type { ExampleKind } from '../../shared/coding/judge-examples'
import type { ExamplesDraft, ExamplesReport } from '../../shared/protocol/engine-api'
import { draftOf } from './code-draft'
import type { CodeDialog, CodeState } from './code-state'
import type { CommandContext } from './command-context'
import { ask, work } from './engine-call'

export interface CodebookOperations {
  readonly openCodeDialog: (dialog: CodeDialog | null) => void
  /** How the examples of a draft fare; null: gone wrong. */
  readonly judgeExamples: (draft: ExamplesDraft) => Promise<Result<ExamplesReport> | null>
  /** Keeps a text as an example of a code. */
  readonly keepExample: (code: string, kind: ExampleKind, text: string) => Promise<void>
}

export function createCodebookOperations({ session, client, adopt }: CommandContext): CodebookOperations {
  const { get, set } = session
  const setCode = (patch: Partial<CodeState>): void => set({ code: { ...get().code, ...patch } })
  return {
    openCodeDialog: (dialog) => setCode({ dialog }),
    judgeExamples: (draft) => ask(session, client, 'judgeExamples', draft),
    keepExample: async (code, kind, text) => {
      const saved = draftOf(get().code.codebook?.codes ?? [], code)
      const texts = (kind === 'must_hit' ? saved.mustHit : saved.mustMiss) ?? []
      const examples = kind === 'must_hit' ? { mustHit: [...texts, text] } : { mustMiss: [...texts, text] }
      const done = await work(session, client, 'saveCode', { ...saved, ...examples }, { label: 'work.codebook' })
      if (!done) return
      set({ notice: { kind: 'done', key: `codes.example.kept.${kind}`, params: { name: saved.name }, undo: true } })
      await adopt(done.project)
    },
  }
}
