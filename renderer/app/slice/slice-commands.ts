import { ok } from '../../../shared/base/result'
import type { ProjectView } from '../../../shared/protocol/engine-api'
import type { Dimension, PeriodUnit, SliceQuery } from '../../../shared/query/types'
import { withoutOwn } from './brush'
import type { CommandContext } from '../command-context'
import { copyPicture, copySvg, copyTable, type CopyNotice } from './copy-figures'
import { isBanded, sameDimension, suitedUnit } from '../figures/dimension'
import { countPeriods } from './count-periods'
import { ask } from '../engine-call'
import { sameItems } from '../same-items'
import { settleSlice } from './settle-slice'
import { askDrawing, type Drawing } from './slice-panels'
import { trendAsker } from './trend-commands'
import { chosenDimensions, type SliceState, type SliceView } from './slice-state'
import { firstSort, type Sort } from '../figures/sort-rows'

export interface SliceCommands {
  readonly loadSlice: () => Promise<void>
  /** One field, two crossed, or time. */
  readonly viewSlice: (view: SliceView) => Promise<void>
  readonly sliceBy: (dimension: Dimension) => Promise<void>
  readonly sortBy: (sort: Sort) => void
  readonly zoomAxis: (zoomed: boolean) => void
  /** Chooses what stands in the rows or the columns; what stood there goes to the other side if it must. */
  readonly crossBy: (side: 'rows' | 'columns', dimension: Dimension) => Promise<void>
  /** A heat map for each value of a third field, or (null) one of all. */
  readonly crossEach: (each: Dimension | null) => Promise<void>
  readonly sortCrossed: (sort: Sort) => void
  /** Comparisons in numbers in the tables, or the three groups. */
  readonly showTests: (tests: boolean) => void
  readonly trendBy: (unit: PeriodUnit) => Promise<void>
  readonly splitTrend: (by: Dimension | null) => Promise<void>
  /** Puts a chart on the clipboard; where that is not allowed, into a file. */
  readonly copyPicture: (title: string, canvas: HTMLCanvasElement | null) => Promise<void>
  readonly copySvg: (title: string, svg: string | null) => Promise<void>
  readonly copyTable: (title: string, text: string) => Promise<void>
}

interface Drawn extends SliceQuery {
  readonly project: ProjectView
  readonly drawing: Drawing
}

export function createSliceCommands(context: CommandContext): SliceCommands {
  const { session, client, host } = context
  const { get, set } = session
  const setSlice = (patch: Partial<SliceState>): void => set({ slice: { ...get().slice, ...patch } })
  const notify = (notice: CopyNotice): void => set({ notice })
  const askExtras = trendAsker(context)
  let lastSlice = 0
  /** What the chart drew last, and what that was asked by. */
  let last: Drawn | null = null

  const loadSlice = async (): Promise<void> => {
    const { project, filter, work } = get()
    if (!project || project.waves.length === 0) return setSlice({ shown: null, fault: null, dimension: null })
    lastSlice += 1
    const mine = lastSlice
    setSlice(settleSlice(get().slice, project))
    if (get().slice.view === 'trend' && !get().slice.trend.unit && project.periods.length > 0) {
      const counted = await countPeriods(context, filter)
      if (!counted || mine !== lastSlice) return
      const unit = suitedUnit(project, counted.ok ? counted.value : {})
      setSlice({ trend: { ...get().slice.trend, unit } })
    }
    const { slice } = get()
    const by = chosenDimensions(slice)
    const own = withoutOwn(filter, by)
    // A pick in the chart changes everything but the chart. While rows are imported, the project is ahead of what it says.
    const isKept = !work && last?.project === project && sameItems(last.by, by) && sameItems(last.where, own)
    const kept = isKept && last ? ok(last.drawing) : null
    const [drawn, filtered, extras] = await Promise.all([
      kept ?? askDrawing(context, by, own),
      own === filter ? null : ask(session, client, 'slice', { by: [], where: filter }),
      askExtras(by, own),
    ])
    const headline = own === filter ? drawn && (drawn.ok ? ok(drawn.value.value) : drawn) : filtered
    if (!drawn || !headline || mine !== lastSlice) return
    last = drawn.ok && !drawn.value.value.importing ? { project, by, where: own, drawing: drawn.value } : null
    if (!drawn.ok) return setSlice({ shown: null, fault: drawn.fault })
    if (!headline.ok) return setSlice({ shown: null, fault: headline.fault })
    setSlice({ shown: { view: slice.view, by, ...drawn.value, headline: headline.value, extras }, fault: null })
  }

  const change = async (patch: Partial<SliceState>): Promise<void> => {
    setSlice(patch)
    await loadSlice()
  }

  return {
    loadSlice,
    viewSlice: (view) => change({ view }),
    sliceBy: (dimension) => {
      const { project } = get()
      return change({ dimension, sort: firstSort(dimension, project !== null && isBanded(dimension, project)) })
    },
    sortBy: (sort) => setSlice({ sort }),
    zoomAxis: (zoomed) => setSlice({ zoomed }),
    crossBy: (side, dimension) => {
      const { crossed } = get().slice
      const other = side === 'rows' ? 'columns' : 'rows'
      const taken = ([other, 'each'] as const).find((place) => sameDimension(crossed[place], dimension))
      const swapped = taken ? { [taken]: crossed[side] } : {}
      return change({ crossed: { ...crossed, ...swapped, [side]: dimension } })
    },
    crossEach: (each) => change({ crossed: { ...get().slice.crossed, each } }),
    showTests: (tests) => setSlice({ tests }),
    sortCrossed: (sort) => setSlice({ crossed: { ...get().slice.crossed, sort } }),
    trendBy: (unit) => change({ trend: { ...get().slice.trend, unit } }),
    splitTrend: (split) => change({ trend: { ...get().slice.trend, split } }),
    copyPicture: (title, canvas) => copyPicture(host, notify, title, canvas),
    copySvg: (title, svg) => copySvg(host, notify, title, svg),
    copyTable: (title, text) => copyTable(host, notify, title, text),
  }
}

