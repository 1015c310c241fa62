import { keyLabel } from '../../app/keys/shortcut'
import type { Words } from '../../app/words/words'

const keys = () => ({ add: keyLabel('Mod'), clear: keyLabel('Escape') })

/** How marks are walked and picked. */
export const picksHint = ({ t }: Words): string => t('slice.chart.keys', keys())

/** The same for periods, several of which are picked by dragging. */
export const trendHint = ({ t }: Words): string => t('slice.trend.keys', keys())
