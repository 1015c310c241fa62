import type { DriversWithin } from '../../../shared/protocol/drivers'
import type { ProjectView } from '../../../shared/protocol/engine-api'
import type { DriverRow, RankedDrivers } from '../../app/drivers/drivers-rows'

/** Drivers as the parts of the screen show them. */
export interface Shown {
  readonly project: ProjectView
  readonly value: DriversWithin
  /** Those of the level, in the order of the codebook. */
  readonly rows: readonly DriverRow[]
  readonly ranked: RankedDrivers
}
