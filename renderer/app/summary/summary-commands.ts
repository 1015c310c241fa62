import type { Fault } from '../../../shared/base/fault'
import type { Locale } from '../../../shared/locale/translate'
import type { SummaryInput } from '../../../shared/protocol/summary'
import type { SummaryChartAsked } from '../../../shared/protocol/summary-file'
import type { Chart } from '../../../shared/report/outline'
import type { CommandContext } from '../command-context'
import { saveFile } from '../project/project-commands'
import { rasterise } from './rasterise'
import type { Edits } from '../../../shared/report/edits/edits'
import type { Brand } from '../../../shared/report/layout/brand'
import type { PickedQuote, QuoteCandidate } from '../../../shared/protocol/engine-api'
import { withEdits } from './edited-summary'
import { ask, work } from '../engine-call'
import type { PeriodWishes, SummaryBasis, SummaryState } from './summary-state'

export interface SummaryCommands {
  /** Works out the outline anew, unless it is of just this state. */
  readonly loadSummary: () => Promise<void>
  /** The same after it was stopped. */
  readonly updateSummary: () => Promise<void>
  readonly stopSummary: () => void
  readonly setSummaryLocale: (locale: Locale) => Promise<void>
  /** Compares these two periods; null: those of Compare, else those that suit the answers. */
  readonly setSummaryPeriods: (pair: PeriodWishes | null) => Promise<void>
  /** Shows the responses that a number was counted from. */
  readonly openCounted: (ref: string) => Promise<void>
  /** Shows a page; beyond the ends, the first or the last. */
  readonly showPage: (place: number) => void
  /** Hands out a chart of the summary as a file of its own. */
  readonly exportChart: (as: 'svg' | 'png', chart: Chart, words: Pick<SummaryChartAsked, 'title' | 'lines'>) => Promise<void>
  /** Shows edits that are still being typed; null takes them back. */
  readonly draftEdits: (edits: Edits | null) => void
  /** Keeps edits in the project; the page of that id is shown then. */
  readonly keepEdits: (edits: Edits, show?: string, picked?: PickedQuote) => Promise<void>
  readonly saveBrand: (brand: Brand) => Promise<void>
  /** Comments that could stand for a quote; null where that cannot be said. */
  readonly findQuotes: (key: string, find: string) => Promise<{ readonly total: number; readonly candidates: readonly QuoteCandidate[] } | null>
}

/** Changes that follow one another this fast make one outline. */
const SETTLE_MS = 150
const MOST_QUOTES = 60

const sameBasis = (a: SummaryBasis | null, b: SummaryBasis): boolean =>
  a !== null && a.project === b.project && a.figures === b.figures && a.filter === b.filter && a.locale === b.locale && a.period === b.period && a.against === b.against

interface Running {
  readonly basis: SummaryBasis
  readonly controller: AbortController
}

/** What shows the responses of a number of the summary. */
const OPENED = 'summary:responses'

/** Periods that are not there any more, because the filter or the fiscal year is another. */
const isGone = ({ code }: Fault): boolean => code === 'no-period' || code === 'period' || code === 'later-period'

export function createSummaryCommands(context: CommandContext): SummaryCommands {
  const { session, client, reload, adopt } = context
  const { get, set } = session
  const setSummary = (patch: Partial<SummaryState>): void => set({ summary: { ...get().summary, ...patch } })
  /** Edits on their way to the project, one after the other. */
  let saving = Promise.resolve()
  let unsaved = 0
  /** The outline on its way. */
  let running: Running | null = null

  const stop = (): void => {
    running?.controller.abort()
    running = null
  }

  /** Those of Compare that had no answers here. */
  let forgotten = ''

  const periodsWanted = (): { readonly period: string | undefined; readonly against: string | undefined } => {
    const { summary, compare } = get()
    if (summary.pair) return summary.pair
    const { wanted, choice } = compare
    const isChosen = wanted.from !== undefined && choice?.kind === 'periods' && `${choice.to} ${choice.from}` !== forgotten
    return isChosen ? { period: choice.to, against: choice.from } : { period: undefined, against: undefined }
  }

  /** The way to the responses of a number ends when the screen is shown again. */
  const endDetour = (): void => {
    const { filter } = get()
    if (filter.some(({ source }) => source === OPENED)) set({ filter: filter.filter(({ source }) => source !== OPENED) })
  }

  /** Where no pages are there, the first ones come before the others are worked out. */
  const showFirst = async (input: SummaryInput, mine: Running): Promise<void> => {
    try {
      const first = await client.call('firstPages', input, { signal: mine.controller.signal })
      const now = get().summary
      if (!first.ok || running !== mine || now.outline) return
      const { outline, edits, brand } = first.value
      setSummary(withEdits({ ...now, generated: outline, basis: mine.basis, isPart: true, brand, edits: unsaved > 0 ? now.edits : edits }))
    } catch (error) {
      // All pages follow, or say why not.
      console.error(error)
    }
  }

  /** Figures are as they were: only what was changed in the summary is read again. */
  const loadEdits = async (basis: SummaryBasis, revision: number): Promise<void> => {
    const edited = await ask(session, client, 'summaryEdits', { where: basis.filter, locale: basis.locale })
    const now = get().summary
    if (!edited?.ok || unsaved > 0 || get().project?.revision !== revision || !sameBasis(now.basis, basis)) return
    setSummary(withEdits({ ...now, ...edited.value, editsOf: revision }))
  }

  const loadSummary = async (): Promise<void> => {
    endDetour()
    const { project, filter, locale, summary } = get()
    if (!project || project.waves.length === 0) {
      stop()
      return setSummary({ generated: null, outline: null, basis: null, progress: null, isStopped: false, fault: null })
    }
    const basis = { project: project.id, figures: project.figures, filter, locale: summary.locale ?? locale, ...periodsWanted() }
    if (running && sameBasis(running.basis, basis)) return
    stop()
    if (sameBasis(summary.basis, basis) && !summary.isPart) {
      setSummary({ progress: null, isStopped: false, fault: null })
      return summary.editsOf === project.revision ? undefined : loadEdits(basis, project.revision)
    }
    const mine: Running = { basis, controller: new AbortController() }
    const isMine = (): boolean => running === mine
    running = mine
    setSummary({ progress: { done: 0, stage: null }, isStopped: false, fault: null })
    if (summary.outline) await new Promise((resolve) => setTimeout(resolve, SETTLE_MS))
    if (!isMine()) return
    const input = { where: basis.filter, locale: basis.locale, ...(basis.period === undefined ? {} : { period: basis.period, against: basis.against }) }
    if (!summary.outline) void showFirst(input, mine)
    try {
      const result = await client.call(
        'outline',
        input,
        {
          signal: mine.controller.signal,
          onProgress: (done, stage) => {
            if (isMine()) setSummary({ progress: { done, stage } })
          },
        },
      )
      const edited = await client.call('summaryEdits', { where: basis.filter, locale: basis.locale })
      if (!isMine()) return
      running = null
      if (!result.ok && isGone(result.fault) && basis.period !== undefined) {
        forgotten = `${basis.period} ${basis.against ?? ''}`
        setSummary({ pair: null })
        return await loadSummary()
      }
      const failed = !result.ok ? result : !edited.ok ? edited : null
      if (failed) return setSummary({ generated: null, outline: null, basis: null, progress: null, fault: failed.fault })
      if (!result.ok || !edited.ok) return
      const { edits, picked, brand } = edited.value
      const now = get().summary
      // What is being saved is shown already, and newer than what the engine has.
      setSummary(withEdits({ ...now, generated: result.value, basis, isPart: false, editsOf: project.revision, progress: null, picked, brand, edits: unsaved > 0 ? now.edits : edits }))
    } catch (error) {
      console.error(error)
      if (!isMine()) return
      running = null
      setSummary({ progress: null, isStopped: true })
      set({ notice: { kind: 'broken' } })
    }
  }

  return {
    loadSummary,
    updateSummary: loadSummary,
    stopSummary: () => {
      stop()
      setSummary({ progress: null, isStopped: true })
    },
    setSummaryLocale: (locale) => {
      setSummary({ locale })
      return loadSummary()
    },
    exportChart: async (as, chart, words) => {
      const { outline } = get().summary
      if (!outline) return
      const asked = { chart, ...words, foot: outline.footer, locale: outline.locale }
      const svg = await work(session, client, 'summaryChart', asked, { label: 'work.write' })
      if (!svg || as === 'svg') return saveFile(context, svg)
      const bytes = await rasterise(svg.bytes)
      return saveFile(context, { name: svg.name.replace(/svg$/, 'png'), bytes })
    },
    setSummaryPeriods: (pair) => {
      setSummary({ pair })
      return loadSummary()
    },
    openCounted: async (ref) => {
      const { outline, basis } = get().summary
      const query = outline?.queries.find(({ id }) => id === ref)
      if (!query || !basis) return
      const own = query.where.slice(basis.filter.length)
      set({ filter: [...basis.filter, ...own.map((clause) => ({ ...clause, source: OPENED }))], screen: 'code' })
      await reload()
    },
    showPage: (place) => {
      const pages = get().summary.outline?.slides.length ?? 0
      setSummary({ page: Math.max(0, Math.min(place, pages - 1)) })
    },
    draftEdits: (draft) => setSummary(withEdits({ ...get().summary, draft })),
    keepEdits: (edits, show, picked) => {
      const locale = get().summary.locale ?? get().locale
      const next = withEdits({ ...get().summary, edits, draft: null, picked: [...get().summary.picked, ...(picked ? [picked] : [])] })
      const page = next.outline?.slides.findIndex(({ id }) => id === show) ?? -1
      setSummary(page < 0 ? next : { ...next, page })
      unsaved += 1
      const save = async (): Promise<void> => {
        const saved = await ask(session, client, 'saveSummaryEdits', { locale, edits })
        unsaved -= 1
        if (!saved?.ok) {
          if (saved) set({ notice: { kind: 'fault', fault: saved.fault } })
          setSummary({ basis: null })
          return loadSummary()
        }
        if (unsaved === 0) await adopt(saved.value)
      }
      saving = saving.then(save)
      return saving
    },
    saveBrand: async (brand) => {
      setSummary({ brand })
      const saved = await ask(session, client, 'saveBrand', brand)
      if (saved?.ok) await adopt(saved.value)
      else if (saved) set({ notice: { kind: 'fault', fault: saved.fault } })
    },
    findQuotes: async (key, find) => {
      const { filter, locale, summary } = get()
      const found = await ask(session, client, 'quoteCandidates', { where: filter, locale: summary.locale ?? locale, key, find, most: MOST_QUOTES })
      return found?.ok ? found.value : null
    },
  }
}
