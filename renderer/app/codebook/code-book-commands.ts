import type { Fault } from '../../../shared/base/fault'
import type { Result } from '../../../shared/base/result'
import type { CodeDraft, EngineOutput, ProjectView, RuleDraft, RulePreview } from '../../../shared/protocol/engine-api'
import type { Clause } from '../../../shared/query/types'
import type { AddedRule, CodeState } from '../code/code-state'
import type { CommandContext } from '../command-context'
import { ask, work } from '../engine-call'
import { withoutCode } from '../filter/filter-edit'
import { sameItems } from '../same-items'

export interface CodeBookCommands {
  /**
   * The codebook, counted over the responses that pass the filter. A choice of codes does not count: the codebook is
   * where it is made.
   */
  readonly loadCodebook: () => Promise<void>
  /** Opens the editor on a code, or with null on a new one; `added` is joined to the rule that it holds. */
  readonly editCode: (code: string | null, added?: AddedRule) => void
  readonly closeEditor: () => void
  /** Keeps what the editor holds until it is opened on the same code again; null: of that code there is nothing to keep. */
  readonly keepUnsaved: (code: string | null, draft: CodeDraft | null) => void
  /** What a rule would match. A question asked before is dropped; null: dropped, or gone wrong. */
  readonly previewRule: (draft: RuleDraft) => Promise<Result<RulePreview> | null>
  /** Saves what the editor holds and closes it; or says why not. */
  readonly saveCode: (draft: CodeDraft) => Promise<Fault | null>
  /** Removes a code and closes the editor; or says why not. */
  readonly removeCode: (code: string) => Promise<Fault | null>
  /** The same without an editor: why not becomes the notice. */
  readonly removeFromBook: (code: string) => Promise<void>
  /** Asks for a codebook as CSV, and takes it in the place of the one that is there. */
  readonly importCodebook: () => Promise<void>
}

export function createCodeBookCommands({ session, client, host, adopt }: CommandContext): CodeBookCommands {
  const { get, set } = session
  const setCode = (patch: Partial<CodeState>): void => set({ code: { ...get().code, ...patch } })
  let lastCount = 0
  /** What the codebook that is here was counted over. */
  let counted: { readonly project: ProjectView; readonly where: readonly Clause[] } | null = null
  let lastPreview: AbortController | null = null

  /** Why it was refused, to be said in the editor. */
  const takeFault = (): Fault | null => {
    const { notice } = get()
    if (notice?.kind !== 'fault') return null
    set({ notice: null })
    return notice.fault
  }

  /** Closes the editor unless it has been opened anew since. */
  const closeSame = (opened: CodeState['editor']): void => {
    if (get().code.editor === opened) setCode({ editor: null })
  }

  const removeCode = async (code: string): Promise<Fault | null> => {
    const { editor } = get().code
    const name = get().code.codebook?.codes.find(({ id }) => id === code)?.name ?? ''
    const project = await work(session, client, 'removeCode', { id: code }, { label: 'work.codebook' })
    if (!project) return takeFault()
    if (editor?.code === code) closeSame(editor)
    set({
      filter: withoutCode(get().filter, code),
      notice: { kind: 'done', key: 'code.removed', params: { name }, undo: true },
    })
    await adopt(project)
    return null
  }

  return {
    loadCodebook: async () => {
      const { project, filter, work: importing, code } = get()
      lastCount += 1
      if (!project || project.waves.length === 0) return setCode({ codebook: null })
      const mine = lastCount
      const where = filter.filter(({ kind }) => kind !== 'codes')
      // While rows are imported, the project is ahead of what it says.
      if (!importing && code.codebook && counted?.project === project && sameItems(counted.where, where)) return
      const result = await ask(session, client, 'codebook', { where })
      if (!result?.ok || mine !== lastCount) return
      counted = importing ? null : { project, where }
      setCode({ codebook: result.value })
    },
    editCode: (code, added) => setCode({ editor: { code, ...(added ? { added } : {}) }, picker: null }),
    closeEditor: () => setCode({ editor: null }),
    keepUnsaved: (code, unsaved) => {
      if (unsaved || get().code.unsaved?.id === code) setCode({ unsaved })
    },
    previewRule: async (draft) => {
      lastPreview?.abort()
      const mine = new AbortController()
      lastPreview = mine
      try {
        const result = await client.call('previewRule', draft, { signal: mine.signal })
        return mine.signal.aborted ? null : result
      } catch (error) {
        console.error(error)
        set({ notice: { kind: 'broken' } })
        return null
      }
    },
    saveCode: async (draft) => {
      const { editor } = get().code
      const saved = await work(session, client, 'saveCode', draft, { label: 'work.codebook' })
      if (saved) {
        closeSame(editor)
        await adopt(saved.project)
        return null
      }
      return takeFault()
    },
    removeCode,
    removeFromBook: async (code) => {
      const fault = await removeCode(code)
      if (fault) set({ notice: { kind: 'fault', fault } })
    },
    importCodebook: async () => {
      const picked = await host.pickFile()
      if (!picked.ok) return set({ notice: { kind: 'fault', fault: picked.fault } })
      if (!picked.value) return
      const label = { label: 'work.codebook', cancellable: true } as const
      const coding: EngineOutput<'code'> | null = await work(session, client, 'code', { csv: picked.value }, label)
      if (!coding) return
      const project = await ask(session, client, 'project', null)
      if (!project?.ok) return
      const { codes, coded, verbatims } = coding
      set({
        notice: { kind: 'done', key: 'code.imported', params: { codes: codes.length, coded, verbatims }, undo: true },
      })
      await adopt(project.value)
    },
  }
}
