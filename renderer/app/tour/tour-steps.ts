import type { MessageKey } from '../../../shared/locale/translate'
import type { Screen } from '../session'

export interface TourStep {
  readonly screen: Screen
  /** The part of the window that it is about: the first of these that is there. */
  readonly anchors: readonly string[]
  /** Where its words stand: next to a small part, or over a corner of a large one. */
  readonly place: 'beside' | 'below' | 'over'
  readonly title: Extract<MessageKey, `tour.${string}`>
  readonly text: Extract<MessageKey, `tour.${string}.text`>
}

type Name = 'screens' | 'list' | 'filter' | 'chart' | 'summary' | 'palette'

const step = (screen: Screen, name: Name, place: TourStep['place'], ...anchors: string[]): TourStep => ({
  screen,
  anchors,
  place,
  title: `tour.${name}`,
  text: `tour.${name}.text`,
})

/** The two minutes in which somebody sees the way from a file to a deck. */
export const TOUR: readonly TourStep[] = [
  step('code', 'screens', 'beside', '.rail'),
  step('code', 'list', 'over', '.code-list', '.code-view', '.main'),
  step('slice', 'chart', 'over', '.interval-chart', '.slice-view', '.main'),
  step('slice', 'filter', 'below', '.filter-bar'),
  step('summary', 'summary', 'over', '.summary-view', '.main'),
  step('summary', 'palette', 'below', '.palette-button'),
]
