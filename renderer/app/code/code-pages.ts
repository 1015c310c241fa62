import { ok, type Result } from '../../../shared/base/result'
import type { Verbatim, VerbatimKey, VerbatimOrder, VerbatimPage } from '../../../shared/protocol/engine-api'
import type { Clause } from '../../../shared/query/types'
import {
  keyText,
  mapVerbatims,
  PAGE_ROWS,
  pagesBetween,
  placeOf,
  verbatimAt,
  withPage,
  type VerbatimList,
} from './code-list'
import { NO_SELECTION } from './code-selection'
import { acted, type CodeAct } from './code-acts'
import type { CodeState } from './code-state'
import type { CommandContext } from '../command-context'
import { ask } from '../engine-call'

/** What the pages that are here were asked by. */
interface Asked {
  readonly project: string
  readonly where: readonly Clause[]
  readonly order: VerbatimOrder
  /** Of those that say the same, the ones shown in full; undefined: none is put together. */
  readonly open: readonly VerbatimKey[] | undefined
}

interface ShownAct {
  readonly act: CodeAct
  settled: boolean
}

/** The list of verbatims as it is fetched piece by piece, with what coders said since on top. */
export interface CodePages {
  /**
   * Fetches again what is seen, after anything may have changed. The cursor stays on its verbatim; a list by another
   * filter or order begins at its top. False: the verbatim under the cursor is not in the list any more.
   */
  readonly load: () => Promise<boolean>
  /** Fetches what is missing between two places. */
  readonly ensure: (first: number, last: number) => Promise<void>
  /** The rows that are in sight: they are fetched, and those around them. What is scrolled past meanwhile is left out. */
  readonly see: (first: number, last: number) => void
  /** Shows an act at once; call what it gives back when the engine has confirmed or refused it. */
  readonly show: (act: CodeAct) => (confirmed: boolean) => void
  /** Whether verbatims may have left the list by what was said about them. */
  readonly stale: () => boolean
}

/** Conditions that coding changes what passes them. */
const ON_CODING: ReadonlySet<Clause['kind']> = new Set<Clause['kind']>(['codes', 'origin', 'marks', 'changed', 'suggested'])

/** Rows that are fetched before they come into sight. */
const AHEAD = 2 * PAGE_ROWS

export function createCodePages({ session, client }: CommandContext): CodePages {
  const { get, set } = session
  const setCode = (patch: Partial<CodeState>): void => set({ code: { ...get().code, ...patch } })
  let asked: Asked | null = null
  let turn = 0
  let underWay = new Map<number, Promise<void>>()
  let requests = 0
  let acts: ShownAct[] = []
  let stale = false
  let seen = { first: 0, last: 0 }
  let following = false

  const codeOrder = (): readonly string[] => get().code.codebook?.codes.map(({ id }) => id) ?? []
  const withActs = (verbatim: Verbatim): Verbatim => acts.reduce((one, { act }) => acted(one, act, codeOrder()), verbatim)
  const fetchPage = async ({ where, order, open }: Asked, number: number): Promise<Result<VerbatimPage> | null> => {
    requests += 1
    const query = { where, order, first: number * PAGE_ROWS, count: PAGE_ROWS, ...(open ? { open } : {}) }
    const result = await ask(session, client, 'verbatims', query)
    requests -= 1
    // A page asked for before an act may be told without it.
    const page = result?.ok ? ok({ ...result.value, verbatims: result.value.verbatims.map(withActs) }) : result
    if (requests === 0) acts = acts.filter(({ settled }) => !settled)
    return page
  }

  const fetchMissing = async (now: Asked, number: number): Promise<void> => {
    const mine = turn
    const page = await fetchPage(now, number)
    const { list } = get().code
    if (mine !== turn || !list || !page) return
    if (!page.ok) return setCode({ fault: page.fault })
    if (page.value.total === list.total) setCode({ list: withPage(list, page.value) })
    // The list has become another one: what is here does not fit together any more.
    else await load()
  }

  const ensure = async (first: number, last: number): Promise<void> => {
    const { list } = get().code
    const now = asked
    if (!list || !now) return
    const missing = pagesBetween(first, last, list.total).filter((number) => !list.pages.has(number))
    const fetching = underWay
    const pages = missing.map((number) => {
      const page = fetching.get(number) ?? fetchMissing(now, number).finally(() => fetching.delete(number))
      fetching.set(number, page)
      return page
    })
    await Promise.all(pages)
  }

  /** One after the other, so that the latest place never waits behind all that were passed on the way. */
  const follow = async (): Promise<void> => {
    if (following) return
    following = true
    try {
      for (let reached: typeof seen | null = null; reached !== seen; ) {
        reached = seen
        await ensure(seen.first - AHEAD, seen.last + AHEAD)
      }
    } finally {
      following = false
    }
  }

  const load = async (): Promise<boolean> => {
    const { project, filter: where, code } = get()
    turn += 1
    underWay = new Map()
    if (!project || project.waves.length === 0) {
      asked = null
      setCode({ list: null, selection: NO_SELECTION, fault: null })
      return false
    }
    const fresh = asked?.project !== project.id || asked.where !== where || asked.order !== code.order
    // What was opened stands in another place of another list.
    if (fresh && code.repeats && code.repeats.open.length > 0) setCode({ repeats: { open: [] } })
    const now: Asked = { project: project.id, where, order: code.order, open: get().code.repeats?.open }
    asked = now
    stale = false
    acts = acts.filter(({ act, settled }) => !settled && !(fresh && act.verbatims === null))
    if (fresh) seen = { first: 0, last: 0 }
    const numbers = new Set(fresh || !code.list ? [0] : pagesBetween(seen.first, seen.last, code.list.total))
    if (!fresh) numbers.add(Math.floor(code.cursor / PAGE_ROWS))
    const mine = turn
    const pages = await Promise.all([...numbers].map((number) => fetchPage(now, number)))
    if (mine !== turn) return true
    let list: VerbatimList = { total: 0, pages: new Map() }
    for (const page of pages) {
      if (!page) return true
      if (!page.ok) {
        setCode({ list: null, selection: NO_SELECTION, fault: page.fault })
        return false
      }
      list = withPage(list, page.value)
    }
    const before = get().code
    const current = fresh || !before.list ? null : verbatimAt(before.list, before.cursor)
    const found = current ? placeOf(list, keyText(current), before.cursor) : null
    const cursor = fresh ? 0 : (found ?? Math.max(0, Math.min(before.cursor, list.total - 1)))
    const begun = fresh ? { selection: NO_SELECTION, picker: null, listNumber: before.listNumber + 1 } : {}
    setCode({ list, cursor, fault: null, ...begun })
    await ensure(cursor, cursor)
    return found !== null
  }

  return {
    load,
    ensure,
    stale: () => stale,
    see: (first, last) => {
      seen = { first, last }
      void follow()
    },
    show: (act) => {
      const shown: ShownAct = { act, settled: false }
      acts = [...acts, shown]
      const { list } = get().code
      if (list) setCode({ list: mapVerbatims(list, (verbatim) => acted(verbatim, act, codeOrder())) })
      return (confirmed) => {
        shown.settled = true
        if (!confirmed) acts = acts.filter((each) => each !== shown)
        else if (requests === 0) acts = acts.filter(({ settled }) => !settled)
        stale ||= asked?.where.some(({ kind }) => ON_CODING.has(kind)) ?? false
        // A refused act is taken off the screen; one about all is too wide to be followed in detail.
        // Which code of a group a verbatim has is the engine's to say, and what else says the same.
        if (!confirmed || act.verbatims === null || asked?.open || ('rivals' in act && (act.rivals ?? []).length > 0)) void load()
      }
    },
  }
}
