import type { PeriodFigure } from '../types'
import type { Context } from './context'

const SHOWN = 12
/** More columns than these have room for short names alone. */
const WIDE = 6

export interface ShownPeriods {
  readonly points: readonly PeriodFigure[]
  /** A period that is not over says so. */
  readonly names: readonly string[]
  /** Says how many earlier periods are left out, if any. */
  readonly foot: readonly string[]
}

/** The latest periods that fit on a slide. */
export function shownPeriods({ words }: Context, all: readonly PeriodFigure[]): ShownPeriods {
  const points = all.slice(-SHOWN)
  const name = (period: string): string => (points.length > WIDE ? words.shortPeriod(period) : words.period(period))
  return {
    points,
    names: points.map(({ period, isOver }) =>
      isOver ? name(period) : words.say('report.period.running', { period: name(period) }),
    ),
    foot:
      points.length < all.length ? [words.say('report.trend.earlier', { shown: points.length, all: all.length })] : [],
  }
}
