import type { Result } from '../base/result'
import type { Task } from '../base/task'
import type { Measure } from '../model/bands'
import type { ValueCount } from '../query/types'
import type { ProjectView } from './project-view'

/** How a field of numbers, days or a tenure is cut into bands. */
export interface BandsApi {
  /** The bands of a field, or those that other edges would make; null for a field that is no number, date or tenure. */
  readonly bands: (input: { readonly field: string; readonly edges?: readonly number[] }, task: Task) => Promise<Result<FieldBands | null>>
  /** Cuts a field elsewhere, for everybody and everywhere; null: as suits its values. Without edges every value stands for itself. */
  readonly saveBands: (input: { readonly field: string; readonly edges: readonly number[] | null }, task: Task) => Promise<Result<ProjectView>>
}

export interface FieldBands {
  readonly measure: Measure
  /** Where each band but the first begins: numbers, days since 1970-01-01, months. Half-open: a value at an edge belongs to the band above. */
  readonly edges: readonly number[]
  /** Those that it has where nobody has chosen any; none where its values are few enough to stand for themselves. */
  readonly suited: readonly number[]
  /** Whether somebody has chosen the edges that are kept. */
  readonly isOwn: boolean
  /** The bands with the responses in them, scored or not, those without any too; then what cannot be read, and blank, where there are some. */
  readonly counts: readonly ValueCount[]
  /** How many different values there are, the lowest and the highest; null: none can be read. */
  readonly different: number
  readonly low: number | null
  readonly high: number | null
}
