import type { Fault } from '../../../shared/base/fault'
import type { Codebook, HistoryPage, Verbatim } from '../../../shared/protocol/engine-api'
import type { Clause } from '../../../shared/query/types'
import { keyOf, keyText, verbatimAt } from './code-list'
import { SEARCH_SOURCE, type CodeListCommands } from './code-list-commands'
import type { CodeState } from './code-state'
import type { CommandContext } from '../command-context'
import { ask, work } from '../engine-call'
import type { FilterCommands } from '../filter/filter-commands'
import { keptFilter, withoutGoneCodes } from '../filter/filter-edit'
import { COUNTED_QUEUES, withQueue, type Queue } from './queues'

const QUESTION_SOURCE = 'code:question'
const SAMPLE_SOURCE = 'code:sample'

export interface DeskCommands {
  /** One verbatim, big, in the place of everything else; or back. */
  readonly setFocus: (focus: boolean) => void
  /** Writes the note of the verbatim under the cursor, or leaves it. */
  readonly setNoting: (noting: boolean) => void
  /** Puts verbatims that say the same together, as one row each; or shows each by itself again. */
  readonly groupRepeats: (group: boolean) => Promise<void>
  /** Shows what the row of a verbatim stands for below it, or no more. */
  readonly openRepeats: (verbatim: Verbatim, open: boolean) => Promise<void>
  /** Only verbatims of a queue, or (null) again all. */
  readonly showQueue: (queue: Queue | null) => Promise<void>
  /** Counts the queues over the rest of the filter. */
  readonly countQueues: () => Promise<void>
  /** How many verbatims answer each question, within the rest of the filter; null where they could not be counted. */
  readonly countQuestions: (fields: readonly string[]) => Promise<readonly number[] | null>
  /** Only answers to that question, or (null) to all. */
  readonly showQuestion: (field: string | null) => Promise<void>
  /** Only so many verbatims, by chance; null: all again. */
  readonly showSample: (sample: { readonly n: number; readonly seed: number } | null) => Promise<void>
  /** What is wrong with a rule; null: nothing. */
  readonly checkRule: (rule: string) => Promise<Fault | null>
  /** Only verbatims that a rule matches; one that is wrong is said to be so, and changes nothing. */
  readonly searchByRule: (rule: string) => Promise<void>
  /** Keeps the present filter and order under a name: as a new view, or in the place of one. */
  readonly saveView: (name: string, id?: string) => Promise<void>
  readonly renameView: (id: string, name: string) => Promise<void>
  readonly removeView: (id: string) => Promise<void>
  /** Shows what a view shows. */
  readonly applyView: (id: string) => Promise<void>
  /** The letter of a code on the desk; null: by its place again. */
  readonly giveLetter: (code: string, letter: string | null) => Promise<void>
  /** A part of what was done to the project, newest first; null where it could not be read. */
  readonly history: (first: number, count: number) => Promise<HistoryPage | null>
  /** Undoes or redoes step by step until that entry is the last one in force; null: until none is. */
  readonly stepTo: (entry: string | null) => Promise<void>
}

/** What can be done on the desk beside tagging. */
export function createDeskCommands(
  { session, client, adopt }: CommandContext,
  filter: FilterCommands,
  { loadCode }: Pick<CodeListCommands, 'loadCode'>,
): DeskCommands {
  const { get, set } = session
  const setCode = (patch: Partial<CodeState>): void => set({ code: { ...get().code, ...patch } })
  let lastCount = 0
  let lastRule = 0

  const others = (source: string): readonly Clause[] => get().filter.filter((clause) => clause.source !== source)

  const putView = async (id: string, name: string, where: readonly Clause[], order: CodeState['order']): Promise<void> => {
    const saved = await ask(session, client, 'saveView', { id, view: { name, where, order } })
    if (saved?.ok) set({ project: saved.value, notice: { kind: 'done', key: 'views.saved', params: { name: name.trim() }, undo: true } })
    else if (saved) set({ notice: { kind: 'fault', fault: saved.fault } })
  }

  const checkRule = async (rule: string): Promise<Fault | null> => {
    const checked = await ask(session, client, 'previewRule', { code: null, rule })
    return checked && !checked.ok ? checked.fault : null
  }

  /** Codes that can be asked for; null where they could not be read. */
  const knownCodes = async (): Promise<ReadonlySet<string> | null> => {
    const idsOf = ({ codes }: Codebook): ReadonlySet<string> => new Set(codes.map(({ id }) => id))
    const there = get().code.codebook
    if (there) return idsOf(there)
    const read = await ask(session, client, 'codebook', { where: [] })
    return read?.ok ? idsOf(read.value) : null
  }

  const viewOf = (id: string) => get().project?.views.find((view) => view.id === id)

  return {
    setFocus: (focus) => setCode({ focus, picker: null }),
    setNoting: (noting) => {
      const { list, cursor } = get().code
      const verbatim = list && verbatimAt(list, cursor)
      setCode({ noting: noting && verbatim ? keyText(verbatim) : null, ...(noting ? { editor: null } : {}) })
    },
    groupRepeats: async (group) => {
      if (!group) {
        setCode({ repeats: null })
        return loadCode()
      }
      const found = await work(session, client, 'findRepeats', null, { label: 'work.repeats', cancellable: true })
      if (!found) return
      setCode({ repeats: { open: [] }, said: { key: 'repeats.found', params: { ...found } } })
      if (found.groups === 0) set({ notice: { kind: 'done', key: 'repeats.none', params: {} } })
      return loadCode()
    },
    openRepeats: async (verbatim, open) => {
      const { repeats } = get().code
      if (!repeats) return
      const rest = repeats.open.filter((key) => keyText(key) !== keyText(verbatim))
      setCode({ repeats: { open: open ? [...rest, keyOf(verbatim)] : rest } })
      await loadCode()
    },
    showQueue: (queue) => filter.setFilter(withQueue(get().filter, queue)),
    countQueues: async () => {
      lastCount += 1
      const mine = lastCount
      const where = withQueue(get().filter, null)
      const counted = await ask(session, client, 'countVerbatims', { lists: COUNTED_QUEUES.map((queue) => withQueue(where, queue)) })
      if (!counted?.ok || mine !== lastCount) return
      setCode({ queues: Object.fromEntries(COUNTED_QUEUES.map((queue, at) => [queue, counted.value[at] ?? 0])) })
    },
    countQuestions: async (fields) => {
      const where = others(QUESTION_SOURCE)
      const counted = await ask(session, client, 'countVerbatims', { lists: fields.map((field) => [...where, { kind: 'question', fields: [field] }]) })
      return counted?.ok ? counted.value : null
    },
    showQuestion: (field) => filter.brush(QUESTION_SOURCE, field === null ? null : { kind: 'question', fields: [field] }),
    showSample: (sample) => filter.brush(SAMPLE_SOURCE, sample && { kind: 'sample', ...sample }),
    checkRule,
    searchByRule: async (rule) => {
      lastRule += 1
      const mine = lastRule
      const wanted = rule.trim()
      if (wanted === '') {
        setCode({ searchFault: null })
        return filter.brush(SEARCH_SOURCE, null)
      }
      const searchFault = await checkRule(wanted)
      if (mine !== lastRule) return
      setCode({ searchFault })
      if (!searchFault) await filter.brush(SEARCH_SOURCE, { kind: 'rule', rule: wanted })
    },
    saveView: (name, id = crypto.randomUUID()) => putView(id, name, get().filter, get().code.order),
    renameView: async (id, name) => {
      const view = viewOf(id)
      if (view && name.trim() !== view.name) await putView(id, name, view.where, view.order)
    },
    removeView: async (id) => {
      const name = viewOf(id)?.name ?? ''
      const removed = await ask(session, client, 'saveView', { id, view: null })
      if (removed?.ok) set({ project: removed.value, notice: { kind: 'done', key: 'views.removed', params: { name }, undo: true } })
    },
    applyView: async (id) => {
      const view = viewOf(id)
      const { project } = get()
      if (!view || !project) return
      const known = view.where.some(({ kind }) => kind === 'codes' || kind === 'origin') ? await knownCodes() : null
      setCode({ order: view.order })
      const where = keptFilter(view.where, project)
      await filter.setFilter(known ? withoutGoneCodes(where, known) : where)
    },
    giveLetter: async (code, letter) => {
      const before = get().project?.letters ?? {}
      const kept = Object.entries(before).filter(([id, given]) => id !== code && given !== letter)
      const letters = Object.fromEntries(letter === null ? kept : [...kept, [code, letter]])
      const saved = await ask(session, client, 'saveLetters', { letters })
      if (saved?.ok) set({ project: saved.value })
    },
    history: async (first, count) => {
      const page = await ask(session, client, 'history', { first, count })
      return page?.ok ? page.value : null
    },
    stepTo: async (entry) => {
      const view = await work(session, client, 'stepTo', { entry }, { label: 'work.history', cancellable: true })
      if (!view) return
      await adopt(view)
      if (view.waves.length === 0) set({ screen: 'data' })
    },
  }
}
