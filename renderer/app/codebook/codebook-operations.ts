import type { Fault } from '../../../shared/base/fault'
import type { Result } from '../../../shared/base/result'
import type { ExampleKind } from '../../../shared/coding/judge-examples'
import type { MessageKey, MessageParams } from '../../../shared/locale/translate'
import type { CodebookTrial, CodebookVersion, CodeOperation, ExamplesDraft, ExamplesReport, SavedCode } from '../../../shared/protocol/engine-api'
import { draftOf } from './code-draft'
import { placeAfter, type CodePlace, type Move } from './code-moves'
import type { CodeDialog, CodeState } from '../code/code-state'
import type { CommandContext } from '../command-context'
import { ask, work } from '../engine-call'
import { withoutCode } from '../filter/filter-edit'
import { saveFile } from '../project/project-commands'

export interface CodebookOperations {
  readonly openCodeDialog: (dialog: CodeDialog | null) => void
  /** How the examples of a draft fare; null: gone wrong. */
  readonly judgeExamples: (draft: ExamplesDraft) => Promise<Result<ExamplesReport> | null>
  /** Keeps a text as an example of a code. */
  readonly keepExample: (code: string, kind: ExampleKind, text: string) => Promise<void>
  /** Moves a code by one step; false where there is no way. */
  readonly moveCode: (code: string, move: Move) => Promise<boolean>
  readonly placeCode: (code: string, place: CodePlace) => Promise<boolean>
  readonly mergeCode: (code: string, into: string) => Promise<void>
  /** Makes a second code of the same rule; with `selected`, the hand tags on the verbatims selected go over to it. */
  readonly splitCode: (code: string, name: string, selected: boolean) => Promise<Fault | null>
  readonly archiveCode: (code: string) => Promise<void>
  readonly restoreCode: (code: string) => Promise<void>
  /** Adds the starter codebook, its names in the language of the window. */
  readonly startCodebook: () => Promise<void>
  readonly exportCodebook: (format: 'csv' | 'qdc') => Promise<void>
  readonly codebookVersions: () => Promise<readonly CodebookVersion[]>
  /** What a version finds today; null: gone wrong. */
  readonly tryCodebook: (version: number) => Promise<CodebookTrial | null>
  readonly restoreCodebook: (version: number) => Promise<void>
}

export function createCodebookOperations(context: CommandContext): CodebookOperations {
  const { session, client, adopt } = context
  const { get, set } = session
  const setCode = (patch: Partial<CodeState>): void => set({ code: { ...get().code, ...patch } })
  const nameOf = (code: string): string => {
    const { codes = [], archived = [] } = get().code.codebook ?? {}
    return [...codes, ...archived].find(({ id }) => id === code)?.name ?? ''
  }
  const operate = async (operation: CodeOperation, done: { readonly key: MessageKey; readonly params: MessageParams } | null): Promise<SavedCode | null> => {
    const saved = await work(session, client, 'operateCode', operation, { label: 'work.codebook' })
    if (!saved) return null
    if (operation.kind === 'merge' || operation.kind === 'archive') {
      set({ filter: withoutCode(get().filter, operation.id) })
      if (get().code.editor?.code === operation.id) setCode({ editor: null })
    }
    if (done) set({ notice: { kind: 'done', ...done, undo: true } })
    await adopt(saved.project)
    return saved
  }
  const placeCode = async (code: string, place: CodePlace): Promise<boolean> => {
    const saved = get().work ? null : await operate({ kind: 'move', id: code, ...place }, null)
    if (saved) setCode({ said: { key: 'codes.moved', params: { name: nameOf(code) } } })
    return saved !== null
  }
  return {
    moveCode: async (code, move) => {
      const place = placeAfter(get().code.codebook?.codes ?? [], code, move)
      return place !== null && placeCode(code, place)
    },
    placeCode,
    mergeCode: async (code, into) => {
      await operate({ kind: 'merge', id: code, into }, { key: 'codes.merged', params: { name: nameOf(code), into: nameOf(into) } })
    },
    splitCode: async (code, name, selected) => {
      const { selection } = get().code
      const verbatims = selected && selection.kind === 'some' ? [...selection.keys.values()] : []
      const split = await operate({ kind: 'split', id: code, name, verbatims }, { key: 'codes.split.done', params: { name: nameOf(code), new: name.trim() } })
      if (split) {
        setCode({ editor: { code: split.id } })
        return null
      }
      const { notice } = get()
      if (notice?.kind !== 'fault') return null
      set({ notice: null })
      return notice.fault
    },
    archiveCode: async (code) => {
      await operate({ kind: 'archive', id: code }, { key: 'codes.archived', params: { name: nameOf(code) } })
    },
    restoreCode: async (code) => {
      await operate({ kind: 'restore', id: code }, { key: 'codes.restored', params: { name: nameOf(code) } })
    },
    startCodebook: async () => {
      const before = get().project?.codes ?? 0
      const project = await work(session, client, 'startCodebook', { locale: get().locale }, { label: 'work.codebook' })
      if (!project) return
      const n = project.codes - before
      set({ notice: { kind: 'done', key: 'codes.started', params: { n }, undo: n > 0 } })
      await adopt(project)
    },
    exportCodebook: async (format) => saveFile(context, await work(session, client, 'exportCodebook', { format }, { label: 'work.write' })),
    codebookVersions: async () => {
      const found = await ask(session, client, 'codebookVersions', null)
      return found?.ok ? found.value : []
    },
    tryCodebook: async (version) => {
      const tried = await ask(session, client, 'tryCodebook', { version })
      return tried?.ok ? tried.value : null
    },
    restoreCodebook: async (version) => {
      const project = await work(session, client, 'restoreCodebook', { version }, { label: 'work.codebook' })
      if (!project) return
      setCode({ editor: null })
      set({ notice: { kind: 'done', key: 'codes.history.used', params: { version }, undo: true } })
      await adopt(project)
    },
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
