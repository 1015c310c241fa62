import type { CodebookEntry, Verbatim, VerbatimOrder } from '../../../shared/protocol/engine-api'
import type { Clause } from '../../../shared/query/types'
import { verbatimAt } from './code-list'
import type { CodePages } from './code-pages'
import { extended, NO_SELECTION, toggled, type Selection } from './code-selection'
import type { CodePart, CodeState } from './code-state'
import type { CommandContext } from '../command-context'
import type { CursorWay } from './cursor-way'
import { ask } from '../engine-call'
import type { FilterCommands } from '../filter/filter-commands'

export const SEARCH_SOURCE = 'code:search'
const CODES_SOURCE = 'code:codes'

export interface CodeListCommands {
  readonly loadCode: () => Promise<void>
  /** Says which rows of the list are in sight. */
  readonly seeRows: (first: number, last: number) => void
  readonly orderBy: (order: VerbatimOrder) => Promise<void>
  /** Puts the cursor on a place in the list; `extend` selects everything on the way there. */
  readonly moveTo: (place: number, extend?: boolean) => Promise<void>
  /** That many places down, or up, from where the cursor is or comes to. */
  readonly moveBy: (places: number, extend?: boolean) => Promise<void>
  readonly moveToUncoded: () => Promise<void>
  /** Takes the verbatim in that place into the selection, or out of it. */
  readonly toggleSelected: (place: number) => void
  /** The same for the one under the cursor, or that it comes to. */
  readonly toggleSelectedHere: () => Promise<void>
  readonly selectAll: () => void
  readonly clearSelection: () => void
  /** Only responses whose comments contain the text; blank: all. */
  readonly searchFor: (text: string) => Promise<void>
  /** Only responses with that code, or again all. `more` keeps the codes chosen before. */
  readonly filterByCode: (code: string, more?: boolean) => Promise<void>
  /** Only responses without any code, or again all. */
  readonly filterUncoded: () => Promise<void>
  readonly showPart: (part: CodePart) => void
}


/** The codes that the filter asks for, any of which will do. */
export const chosenCodes = (filter: readonly Clause[]): readonly string[] =>
  filter.flatMap((clause) => (clause.kind === 'codes' && clause.has && clause.codes !== 'any' ? clause.codes : []))

/** A code and all below it: they follow it in the order of the codebook. */
function branchOf(codes: readonly CodebookEntry[], code: string): readonly string[] {
  const at = codes.findIndex(({ id }) => id === code)
  const end = codes.findIndex(({ depth }, other) => other > at && depth <= codes[at]!.depth)
  return at < 0 ? [code] : codes.slice(at, end < 0 ? undefined : end).map(({ id }) => id)
}

/** Whether the filter leaves only what has no code. */
export const showsUncoded = (filter: readonly Clause[]): boolean =>
  filter.some((clause) => clause.kind === 'codes' && !clause.has && clause.codes === 'any')

/** What was searched for: words, or as a rule. */
export function searched(filter: readonly Clause[]): { readonly text: string; readonly asRule: boolean } {
  const clause = filter.find(({ source }) => source === SEARCH_SOURCE)
  if (clause?.kind === 'rule') return { text: clause.rule, asRule: true }
  return { text: clause?.kind === 'text' ? clause.text : '', asRule: false }
}

export function createCodeListCommands(
  { session, client }: CommandContext,
  pages: CodePages,
  way: CursorWay,
  { brush, setFilter }: Pick<FilterCommands, 'brush' | 'setFilter'>,
): CodeListCommands {
  const { get, set } = session
  const setCode = (patch: Partial<CodeState>): void => set({ code: { ...get().code, ...patch } })
  /** Where a run of extending began, and what was selected then. */
  let run: { readonly anchor: number; readonly base: Selection } | null = null
  let moves = 0

  const rowsBetween = async (a: number, b: number): Promise<readonly Verbatim[]> => {
    const [first, last] = a < b ? [a, b] : [b, a]
    await pages.ensure(first, last)
    const { list } = get().code
    if (!list) return []
    const places = Array.from({ length: last - first + 1 }, (_, at) => first + at)
    return places.flatMap((place) => verbatimAt(list, place) ?? [])
  }

  const moveTo = async (place: number, extend = false): Promise<void> => {
    const { list, cursor: before, selection, revealed } = get().code
    if (!list || list.total === 0) return
    moves += 1
    const cursor = Math.max(0, Math.min(place, list.total - 1))
    setCode({ cursor, revealed: revealed + 1 })
    if (extend) {
      run ??= { anchor: before, base: selection }
      setCode({ selection: extended(run.base, await rowsBetween(run.anchor, cursor)) })
      return
    }
    run = null
    if (pages.stale()) await pages.load()
    else await pages.ensure(cursor, cursor)
  }

  const toUncoded = async (): Promise<void> => {
    const mine = moves
    const there = pages.stale() ? await pages.load() : true
    const { filter: where, code } = get()
    const next = async (after: number): Promise<number | null> => {
      const result = await ask(session, client, 'nextUncoded', { where, order: code.order, after, ...(code.repeats ? { open: code.repeats.open } : {}) })
      return result?.ok ? result.value : null
    }
    const place = (await next(there ? code.cursor : code.cursor - 1)) ?? (await next(-1))
    const { filter, code: now } = get()
    // Who pressed another row or asked for another list meanwhile is not taken away from it.
    if (mine !== moves || where !== filter || code.order !== now.order) return
    if (place === null) return set({ notice: { kind: 'done', key: 'code.uncoded.none', params: {} } })
    await moveTo(place)
  }

  const toggleSelected = (place: number): void => {
    const { list, selection } = get().code
    const verbatim = list ? verbatimAt(list, place) : null
    run = null
    if (verbatim) setCode({ selection: toggled(selection, verbatim) })
  }

  /** Takes the place of every choice of codes, whoever made it. */
  const chooseCodes = (codes: readonly string[] | 'any', has: boolean): Promise<void> => {
    const others = get().filter.filter(({ kind }) => kind !== 'codes')
    const clause: Clause = { kind: 'codes', codes, has, source: CODES_SOURCE }
    return setFilter(codes.length === 0 ? others : [...others, clause])
  }

  return {
    loadCode: async () => {
      await pages.load()
    },
    seeRows: pages.see,
    orderBy: async (order) => {
      setCode({ order })
      await pages.load()
    },
    moveTo,
    moveBy: (places, extend) => way.after(() => moveTo(get().code.cursor + places, extend)),
    moveToUncoded: () => way.begin(toUncoded),
    toggleSelected,
    toggleSelectedHere: () => way.after(async () => toggleSelected(get().code.cursor)),
    selectAll: () => {
      run = null
      if (get().code.list) setCode({ selection: { kind: 'all' } })
    },
    clearSelection: () => {
      run = null
      setCode({ selection: NO_SELECTION })
    },
    searchFor: (text) => {
      if (get().code.searchFault) setCode({ searchFault: null })
      return brush(SEARCH_SOURCE, text.trim() === '' ? null : { kind: 'text', text: text.trim() })
    },
    filterByCode: (code, more = false) => {
      const before = chosenCodes(get().filter)
      // A theme stands for what lies below it.
      const branch = branchOf(get().code.codebook?.codes ?? [], code)
      const others = before.filter((each) => !branch.includes(each))
      const isChosen = branch.every((each) => before.includes(each))
      if (isChosen && (more || others.length === 0)) return chooseCodes(others, true)
      return chooseCodes(more ? [...others, ...branch] : branch, true)
    },
    filterUncoded: () => (showsUncoded(get().filter) ? chooseCodes([], true) : chooseCodes('any', false)),
    showPart: (part) => setCode({ part }),
  }
}
