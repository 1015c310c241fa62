import type { MarkKind } from '../../../shared/model/records'
import type { CodebookEntry, EngineInput, Targets, Verbatim, VerbatimKey } from '../../../shared/protocol/engine-api'
import { markOf, type SaidOf, type UnsignedAct, type UnsignedMark } from './code-acts'
import { keyOf, keyText, loadedVerbatims, verbatimAt } from './code-list'
import type { CodePages } from './code-pages'
import { freeColor } from '../codebook/code-palette'
import { isForQuestion, rivalsOf } from './code-questions'
import type { CodeState } from './code-state'
import { hasCode, toggleOf, type Verdict } from './code-tags'
import type { CommandContext } from '../command-context'
import type { CursorWay } from './cursor-way'
import { ask, work } from '../engine-call'

export interface CodeTagCommands {
  /** Gives the code to the selection, or else to the verbatim under the cursor; or takes it away where all have it. */
  readonly toggleCode: (code: string) => Promise<void>
  /** A word on one verbatim. */
  readonly tagVerbatim: (verbatim: Verbatim, code: string, verdict: Verdict) => Promise<void>
  readonly takeAway: (code: string) => Promise<void>
  /** Marks the selection, or else the verbatim under the cursor; or takes the mark away where all have it. */
  readonly toggleMark: (mark: Exclude<MarkKind, 'note'>) => Promise<void>
  /** Keeps a note on one verbatim; a blank one is taken away. */
  readonly note: (verbatim: Verbatim, text: string) => Promise<void>
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
  way: CursorWay,
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

  const tellMark = (mark: MarkKind, isSet: boolean, n: number): void =>
    setCode({ revealed: get().code.revealed + 1, said: { key: `desk.said.${mark}.${isSet ? 'set' : 'clear'}`, params: { n } } })

  /** The first tag waits for the name that it is to carry. */
  const say = async (given: readonly SaidOf[] | null, code: string, verdict: Verdict): Promise<void> => {
    const entry = codes().find(({ id }) => id === code)
    const about = entry && given ? given.filter(({ field }) => isForQuestion(entry, field)) : given
    if (given?.length && about?.length === 0 && entry) set({ notice: { kind: 'done', key: 'codes.not-for', params: { name: entry.name } } })
    if (about?.length === 0) return
    if (asked || verdict === 'clear') return sign({ about, code, verdict })
    setCode({ naming: { suggested: coder, act: { about, code, verdict } } })
  }

  const sayMark = async (mark: UnsignedMark): Promise<void> => {
    if (mark.about?.length === 0) return
    if (asked || !mark.set) return sign(mark)
    setCode({ naming: { suggested: coder, act: mark } })
  }

  /** A row stands for all that say the same, unless it is opened: then each is coded by itself. */
  const targetsOf = (about: readonly SaidOf[] | null): { readonly request: Targets; readonly n: number } => {
    const { filter: where, code } = get()
    if (about === null) return { request: { where }, n: code.list?.listed ?? code.list?.total ?? 0 }
    const opened = new Set(code.repeats?.open.map(keyText))
    const isWhole = (one: SaidOf): boolean => (one.repeats ?? 1) > 1 && !opened.has(keyText(one))
    const whole = about.filter(isWhole)
    const n = about.length + whole.reduce((sum, { repeats = 1 }) => sum + repeats - 1, 0)
    if (whole.length === 0) return { request: about.map(keyOf), n }
    return { request: { where, alike: whole.map(keyOf), alone: about.filter((one) => !isWhole(one)).map(keyOf) }, n }
  }

  /** On screen at once, in the engine in its turn: calls are executed in the order in which they are made. */
  const sign = async (unsigned: UnsignedAct): Promise<void> => {
    const { about } = unsigned
    const verbatims = about && new Set(about.map(keyText))
    const at = new Date().toISOString()
    const { request, n } = targetsOf(about)
    if ('mark' in unsigned) {
      const { mark: kind, set: isSet, text } = unsigned
      const settle = pages.show({ kind, text, set: isSet, coder, at, verbatims })
      tellMark(kind, isSet, n)
      return send('mark', { verbatims: request, kind, set: isSet, text }, n, settle)
    }
    const { code, verdict } = unsigned
    const settle = pages.show({ code, verdict, coder, at, verbatims, rivals: rivalsOf(codes(), code) })
    tell(code, verdict, n)
    return send('tag', { verbatims: request, code, verdict }, n, settle)
  }

  const send = async <M extends 'tag' | 'mark'>(method: M, request: EngineInput<M>, n: number, settle: (confirmed: boolean) => void): Promise<void> => {
    if (n > LONG || ('where' in request.verbatims && !('alike' in request.verbatims))) {
      const project = await work<'tag' | 'mark'>(session, client, method, request, { label: 'work.tag', cancellable: true })
      const done = get().code.said
      if (project) set({ project, ...(done ? { notice: { kind: 'done', ...done, undo: true } } : {}) })
      settle(project !== null)
    } else {
      const result = await ask<'tag' | 'mark'>(session, client, method, request)
      if (result?.ok) set({ project: result.value })
      else if (result) set({ notice: { kind: 'fault', fault: result.fault } })
      settle(result?.ok ?? false)
    }
    clearTimeout(refresh)
    refresh = setTimeout(() => void recount(), REFRESH_MS)
  }

  const answerName = async (name: string | null): Promise<void> => {
    const waiting = get().code.naming?.act
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

  /** Gives an act the place that it is about: where the cursor is or comes to. At once where that row is here, as nearly always. */
  const atCursor = (act: (place: number) => Promise<void>): Promise<void> =>
    way.after(async () => {
      const { list, cursor, selection, listNumber } = get().code
      if (!list || selection.kind !== 'none' || verbatimAt(list, cursor)) return act(cursor)
      await pages.ensure(cursor, cursor)
      const now = get().code
      // In another list the place is another verbatim's.
      if (now.list?.total === list.total && now.listNumber === listNumber) await act(cursor)
    })

  const toggleMark = async (mark: Exclude<MarkKind, 'note'>, place: number): Promise<void> => {
    const about = targets(place)
    if (about === null) {
      const where = [...get().filter, { kind: 'marks', marks: [mark], has: false } as const]
      const lacking = await ask(session, client, 'countVerbatims', { lists: [where] })
      return sayMark({ mark, set: !lacking?.ok || lacking.value[0] !== 0, text: '', about: null })
    }
    const lacking = about.here.filter((verbatim) => markOf(verbatim, mark) === null)
    const isSet = lacking.length > 0 || about.here.length === 0
    return sayMark({ mark, set: isSet, text: '', about: [...(isSet ? lacking : about.here), ...about.unseen] })
  }

  /** What an act is about; `unseen` are selected, but not here. Null: everything in the list. */
  const targets = (place: number): { readonly here: readonly Verbatim[]; readonly unseen: readonly VerbatimKey[] } | null => {
    const { list, selection } = get().code
    if (!list) return { here: [], unseen: [] }
    if (selection.kind === 'all') return null
    if (selection.kind === 'none') {
      const verbatim = verbatimAt(list, place)
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
    const where = [...get().filter, { kind: 'codes', codes: [code], has: false } as const]
    const lacking = await ask(session, client, 'countVerbatims', { lists: [where] })
    return lacking?.ok === true && lacking.value[0] === 0
  }

  const toggleCode = async (code: string, place: number): Promise<void> => {
    const about = targets(place)
    if (about === null) return say(null, code, (await allHave(code)) ? 'remove' : 'add')
    const { here, unseen } = about
    const { verdict, about: changed } = toggleOf(here, code)
    if (unseen.length === 0) return say(changed, code, verdict)
    const have = here.length > 0 && here.every((verbatim) => hasCode(verbatim, code))
    return say([...changed, ...unseen], code, have ? 'remove' : 'add')
  }

  const takeAway = async (code: string, place: number): Promise<void> => {
    const about = targets(place)
    if (about === null) return say(null, code, 'remove')
    const having = about.here.filter((verbatim) => hasCode(verbatim, code))
    if (about.unseen.length > 0) return say([...having, ...about.unseen], code, 'remove')
    if (having.length > 0) return say(having, code, toggleOf(having, code).verdict)
  }

  return {
    toggleCode: (code) => atCursor((place) => toggleCode(code, place)),
    toggleMark: (mark) => atCursor((place) => toggleMark(mark, place)),
    note: (verbatim, text) => {
      const words = text.trim()
      setCode({ noting: null })
      if (words === (markOf(verbatim, 'note')?.text ?? '')) return Promise.resolve()
      return sayMark({ mark: 'note', set: words !== '', text: words, about: [keyOf(verbatim)] })
    },
    tagVerbatim: (verbatim, code, verdict) => say([verbatim], code, verdict),
    takeAway: (code) => atCursor((place) => takeAway(code, place)),
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
      await atCursor((place) => toggleCode(saved.value.id, place))
    },
    keepCoder: (name) => answerName(name.trim()),
    skipCoder: () => answerName(null),
  }
}
