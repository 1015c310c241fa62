import type { IntervalMethod } from '../nps/interval'

/** How the figures of a project are made. */
export interface Method {
  /** Month with which a year begins, 1 to 12. */
  readonly fiscalStart: number
  readonly interval: IntervalMethod
  /**
   * Of several answers of a person within what is looked at (a period, where it is split by time) only the latest one
   * counts. Needs a column that says who answered; without one every answer is somebody's own.
   */
  readonly perPerson: boolean
}

export const STANDARD_METHOD: Method = { fiscalStart: 1, interval: 'adjusted-wald', perPerson: false }
