import { readFileSync } from 'node:fs'
import { expect } from 'vitest'
import type { GroupCounts } from '../../shared/nps/types'

/** Counts as the cases write them. */
export interface RawCounts {
  readonly pro: number
  readonly pas: number
  readonly det: number
}

interface Case {
  readonly id: string
  readonly input: unknown
  readonly expected: unknown
  readonly tolerance: number
}

const file = new URL('../../../shared/statistics-cases.json', import.meta.url)
const cases = new Map((JSON.parse(readFileSync(file, 'utf8')) as Case[]).map((one) => [one.id, one]))

/** The case's input and expectation as the shapes that its reader knows, and a comparison within its tolerance. */
export function loadCase<Input, Expected>(id: string) {
  const found = cases.get(id)
  if (!found) throw new Error(`No case ${id}`)
  const near = (actual: number | null | undefined, expected: number) => {
    if (typeof actual !== 'number') return expect(actual).toBe(expected)
    expect(Math.abs(actual - expected)).toBeLessThanOrEqual(Math.max(found.tolerance, 1e-12))
  }
  return { input: found.input as Input, expected: found.expected as Expected, near }
}

export const rawCounts = ({ pro, pas, det }: RawCounts): GroupCounts => ({ promoters: pro, passives: pas, detractors: det })

/** Counts in the order promoters, passives, detractors. */
export const listed = ([promoters = 0, passives = 0, detractors = 0]: readonly number[]): GroupCounts => ({ promoters, passives, detractors })
