import type { Scale } from '../model/role'
import type { Shape } from './column-shape'
import type { DateReading } from './detect-dates'

/** What is known of a column before the columns are compared with each other. */
export interface Draft {
  readonly header: string
  readonly plain: string
  readonly rows: number
  readonly filled: number
  readonly distinct: number
  readonly shape: Shape
  readonly scale: Scale | null
  readonly dates: DateReading | null
  /** Whether every filled cell is a number; looked up when first asked, for it takes a while on long columns. */
  readonly numbers: () => boolean
}
