import type { ProjectView, TrendExtras, Yardsticks } from '../../../shared/protocol/engine-api'
import type { Clause, Dimension, PeriodUnit } from '../../../shared/query/types'
import type { CommandContext } from '../command-context'
import { ask } from '../engine-call'
import { sameItems } from '../same-items'
import { windowOf, type TrendShow } from './trend-show'

export interface TrendCommands {
  /** What the trend shows beside the scores, as long as the window is open. */
  readonly showInTrend: (patch: Partial<Omit<TrendShow, 'windows'>>) => void
  /** How many periods of the unit are pooled in the rolling line. */
  readonly poolPeriods: (unit: PeriodUnit, periods: number) => Promise<void>
  /** Keeps targets and benchmarks in the project. */
  readonly saveYardsticks: (yardsticks: Yardsticks) => Promise<void>
}

/** What can be done with a trend beside choosing its periods. */
export function createTrendCommands({ session, client }: CommandContext, loadSlice: () => Promise<void>): TrendCommands {
  const { get, set } = session
  return {
    showInTrend: (patch) => set({ trendShow: { ...get().trendShow, ...patch } }),
    poolPeriods: async (unit, periods) => {
      const { trendShow } = get()
      set({ trendShow: { ...trendShow, rolling: true, windows: { ...trendShow.windows, [unit]: periods } } })
      await loadSlice()
    },
    saveYardsticks: async (yardsticks) => {
      const saved = await ask(session, client, 'saveYardsticks', yardsticks)
      if (saved?.ok) set({ project: saved.value, notice: { kind: 'done', key: 'yardstick.saved', params: {}, undo: true } })
      else if (saved) set({ notice: { kind: 'fault', fault: saved.fault } })
    },
  }
}

type AskExtras = (by: readonly Dimension[], where: readonly Clause[]) => Promise<TrendExtras | null>

/** Asks for what a trend shows beside its scores, and keeps the last answer: a pick in the chart changes nothing of it. */
export function trendAsker({ session, client }: Pick<CommandContext, 'session' | 'client'>): AskExtras {
  let last: { readonly project: ProjectView; readonly asked: string; readonly where: readonly Clause[]; readonly value: TrendExtras } | null = null
  return async (by, where) => {
    const { project, trendShow, slice, work } = session.get()
    const [period, split] = by
    if (!project || slice.view !== 'trend' || period?.kind !== 'period') return null
    const window = windowOf(trendShow, period.unit)
    const asked = JSON.stringify([by, window])
    if (!work && last?.project === project && last.asked === asked && sameItems(last.where, where)) return last.value
    const answer = await ask(session, client, 'trend', { unit: period.unit, split: split ?? null, where, window })
    if (!answer?.ok) return null
    last = { project, asked, where, value: answer.value }
    return answer.value
  }
}
