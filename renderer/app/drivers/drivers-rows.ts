import type { DriverCode, DriversWithin } from '../../../shared/protocol/drivers'
import type { DriverLevel } from './drivers-state'

/** All can be said, with caution and no rank, or only how many mention it. */
export type DriverRowState = 'ok' | 'low' | 'tiny'

export interface DriverRow extends DriverCode {
  readonly state: DriverRowState
  /** Stands out after as many tests as were made. */
  readonly isClear: boolean
}

export interface RankedDrivers {
  /** From the lowest contribution up to 0. */
  readonly down: readonly DriverRow[]
  /** From the highest down to 0. */
  readonly up: readonly DriverRow[]
  /** Too few mention them to rank them. */
  readonly low: readonly DriverRow[]
  /** Counts only. */
  readonly tiny: readonly DriverRow[]
}

const LEVEL = 0.05
const POINTS = 5

export function driverRow(code: DriverCode): DriverRow {
  const state = code.contribution === null ? 'tiny' : code.mentions.base === 'low' || code.rest.base === 'low' ? 'low' : 'ok'
  const isOneSided = (code.low ?? 0) > 0 || (code.high ?? 0) < 0
  return { ...code, state, isClear: isOneSided && code.q !== null && code.q <= LEVEL }
}

/** Whether codes lie below others, so that there is a level to choose. */
export const hasLevels = ({ codes }: DriversWithin): boolean => codes.some(({ depth }) => depth > 0)

/** The codes of a level that somebody mentions, in the order of the codebook. */
export function rowsOfLevel({ codes }: DriversWithin, level: DriverLevel): readonly DriverRow[] {
  const isOf = ({ depth, branch }: DriverCode): boolean => level === 'all' || (level === 'themes' ? depth === 0 : branch.length === 1)
  return codes.filter((code) => isOf(code) && code.mentions.n > 0).map(driverRow)
}

const size = ({ contribution }: DriverRow): number => Math.abs(contribution ?? 0)
const bySize = (a: DriverRow, b: DriverRow): number => size(b) - size(a) || b.mentions.n - a.mentions.n

export function rankDrivers(rows: readonly DriverRow[]): RankedDrivers {
  const of = (state: DriverRowState): readonly DriverRow[] => rows.filter((row) => row.state === state)
  const ranked = of('ok').toSorted(bySize)
  return {
    down: ranked.filter(({ contribution }) => (contribution ?? 0) < 0),
    up: ranked.filter(({ contribution }) => (contribution ?? 0) >= 0),
    low: of('low').toSorted(bySize),
    tiny: of('tiny').toSorted((a, b) => b.mentions.n - a.mentions.n),
  }
}

/** All rows from the most negative to the most positive, then what is not ranked. */
export const inOneList = ({ down, up, low, tiny }: RankedDrivers): readonly DriverRow[] => [...down, ...up.toReversed(), ...low, ...tiny]

/** Codes that go with a lower score, more than noise would make it, by how many detractors mention them. */
export const painPoints = ({ down }: RankedDrivers): readonly DriverRow[] => mostSaid(down, 'detractors')

/** Codes that go with a higher score, more than noise would make it, by how many promoters mention them. */
export const brightSpots = ({ up }: RankedDrivers): readonly DriverRow[] => mostSaid(up, 'promoters')

const mostSaid = (rows: readonly DriverRow[], group: 'detractors' | 'promoters'): readonly DriverRow[] =>
  rows
    .filter(({ mentions, isClear }) => isClear && mentions[group] > 0)
    .toSorted((a, b) => b.mentions[group] - a.mentions[group] || bySize(a, b))
    .slice(0, POINTS)
