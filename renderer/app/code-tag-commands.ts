import type { CodebookEntry, Verbatim, VerbatimKey } from '../../shared/protocol/engine-api'
import { keyOf, keyText, loadedVerbatims, verbatimAt } from './code-list'
import type { CodePages } from './code-pages'
import { freeColor } from './code-palette'
import { isForQuestion, rivalsOf } from './code-questions'
import type { CodeState } from './code-state'
import { hasCode, toggleOf, type UnsignedTag, type Verdict } from './code-tags'
import type { CommandContext } from './command-context'
import { ask, work } from './engine-call'

export interface CodeTagCommands {
  /** Gives the code to the selection, or else to the verbatim under the cursor; or takes it away where all have it. */
  readonly toggleCode: (code: string) => Promise<void>
  /** A word on one verbatim. */
  readonly tagVerbatim: (verbatim: Verbatim, code: string, verdict: Verdict) => Promise<void>
  readonly takeAway: (code: string) => Promise<void>
  readonly openPicker: (picker: 'add' | 'remove') => void
  readonly closePicker: () => void
  /** Makes a code of that name, without a rule, and gives it to what `toggleCode` would. */
  readonly createAndTag: (name: string) => Promise<void>
  /** Keeps the coder's name for the tag that waits for it and all hand tags from now on. */
  readonly keepCoder: (name: string) => Promise<void>
  /** The tag that waits carries the name that is there without asking. */
  readonly skipCoder: () => Promise<void>
}

const LONG = 2000
const REFRESH_MS = 250

export function createCodeTagCommands(
  { session, client, host }: CommandContext,
  pages: CodePages,
  recount: () => Promise<void>,
): CodeTagCommands {
  const { get, set } = session
  const setCode = (patch: Partial<CodeState>): void => set({ code: { ...get().code, ...patch } })
  const codes = (): readonly CodebookEntry[] => get().code.codebook?.codes ?? []
  let refresh: ReturnType<typeof setTimeout> | undefined
  let coder = host.getPreference('coder') ?? ''
  let asked = coder !== ''
  if (asked) void ask(session, client, 'introduce', { coder })
  else
    void host.coder?.().then((user) => {
      coder ||= user
    })

  /** Shows where it happens, and tells those who do not see the row change. */
  const tell = (code: string, verdict: Verdict, n: number): void => {
    const name = get().code.codebook?.codes.find(({ id }) => id === code)?.name ?? ''
    setCode({ revealed: get().code.revealed + 1, said: { key: `code.said.${verdict}`, params: { name, n } } })
  }

  /** The first tag waits for the name that it is to carry. */
  const say = async (given: readonly VerbatimKey[] | null, code: string, verdict: Verdict): Promise<void> => {
    const entry = codes().find(({ id }) => id === code)
    const about = entry && given ? given.filter(({ field }) => isForQuestion(entry, field)) : given
    if (given?.length && about?.length === 0 && entry) set({ notice: { kind: 'done', key: 'codes.not-for', params: { name: entry.name } } })
    if (about?.length === 0) return
    if (asked || verdict === 'clear') return sign({ about, code, verdict })
    setCode({ naming: { suggested: coder, tag: { about, code, verdict } } })
  }

  /** On screen at once, in the engine in its turn: calls are executed in the order in which they are made. */
  const sign = async ({ about, code, verdict }: UnsignedTag): Promise<void> => {
    const verbatims = about && new Set(about.map(keyText))
    const rivals = rivalsOf(codes(), code)
    const settle = pages.show({ code, verdict, coder, at: new Date().toISOString(), verbatims, rivals })
    tell(code, verdict, about?.length ?? get().code.list?.total ?? 0)
    const request = { verbatims: about?.map(keyOf) ?? { where: get().filter }, code, verdict }
    if (about === null || about.length > LONG) {
      const project = await work(session, client, 'tag', request, { label: 'work.tag', cancellable: true })
      const done = get().code.said
      if (project) set({ project, ...(done ? { notice: { kind: 'done', ...done, undo: true } } : {}) })
      settle(project !== null)
    } else {
      const result = await ask(session, client, 'tag', request)
      if (result?.ok) set({ project: result.value })
      else if (result) set({ notice: { kind: 'fault', fault: result.fault } })
      settle(result?.ok ?? false)
    }
    clearTimeout(refresh)
    refresh = setTimeout(() => void recount(), REFRESH_MS)
  }

  const answerName = async (name: string | null): Promise<void> => {
    const waiting = get().code.naming?.tag
    if (!waiting) return
    asked = true
    setCode({ naming: null })
    if (name) {
      coder = name
      host.setPreference('coder', coder)
      void ask(session, client, 'introduce', { coder })
    }
    return sign(waiting)
  }

  /** What an act is about; `unseen` are selected, but not here. Null: everything in the list. */
  const targets = (): { readonly here: readonly Verbatim[]; readonly unseen: readonly VerbatimKey[] } | null => {
    const { list, cursor, selection } = get().code
    if (!list) return { here: [], unseen: [] }
    if (selection.kind === 'all') return null
    if (selection.kind === 'none') {
      const verbatim = verbatimAt(list, cursor)
      return { here: verbatim ? [verbatim] : [], unseen: [] }
    }
    const loaded = loadedVerbatims(list)
    const keys = [...selection.keys]
    return {
      here: keys.flatMap(([text]) => loaded.get(text) ?? []),
      unseen: keys.filter(([text]) => !loaded.has(text)).map(([, key]) => key),
    }
  }

  /** Whether every verbatim in the list has the code. */
  const allHave = async (code: string): Promise<boolean> => {
    const counted = await ask(session, client, 'codebook', { where: get().filter })
    const n = counted?.ok ? counted.value.codes.find(({ id }) => id === code)?.n : undefined
    return counted?.ok === true && n === counted.value.verbatims
  }

  const toggleCode = async (code: string): Promise<void> => {
    const about = targets()
    if (about === null) return say(null, code, (await allHave(code)) ? 'remove' : 'add')
    const { here, unseen } = about
    const { verdict, about: changed } = toggleOf(here, code)
    if (unseen.length === 0) return say(changed, code, verdict)
    const have = here.length > 0 && here.every((verbatim) => hasCode(verbatim, code))
    return say([...changed, ...unseen], code, have ? 'remove' : 'add')
  }

  return {
    toggleCode,
    tagVerbatim: (verbatim, code, verdict) => say([verbatim], code, verdict),
    takeAway: async (code) => {
      const about = targets()
      if (about === null) return say(null, code, 'remove')
      const having = about.here.filter((verbatim) => hasCode(verbatim, code))
      if (about.unseen.length > 0) return say([...having, ...about.unseen], code, 'remove')
      if (having.length > 0) return say(having, code, toggleOf(having, code).verdict)
    },
    openPicker: (picker) => {
      const { list } = get().code
      if (list && list.total > 0) setCode({ picker })
    },
    closePicker: () => setCode({ picker: null }),
    createAndTag: async (name) => {
      const color = freeColor(get().code.codebook?.codes.map((code) => code.color) ?? [])
      const draft = { id: null, name, parent: null, rule: '', description: '', color }
      const saved = await ask(session, client, 'saveCode', draft)
      if (!saved) return
      if (!saved.ok) return set({ notice: { kind: 'fault', fault: saved.fault } })
      set({ project: saved.value.project })
      await recount()
      await toggleCode(saved.value.id)
    },
    keepCoder: (name) => answerName(name.trim()),
    skipCoder: () => answerName(null),
  }
}
