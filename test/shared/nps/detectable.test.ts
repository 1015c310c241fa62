import { describe, expect, test } from 'vitest'
import { answersNeeded, detectable } from '../../../shared/nps/detectable'
import type { GroupCounts } from '../../../shared/nps/types'

const counts = (promoters: number, passives: number, detractors: number): GroupCounts => ({
  promoters,
  passives,
  detractors,
})
const NOBODY = counts(0, 0, 0)
/** Variances 0.61 and 1. */
const [USUAL, WORST] = [counts(100, 60, 40), counts(100, 0, 100)]

describe('the smallest difference that would show', () => {
  test('is 21.88 points for 200 against 200 at variance 0.61 (diff-012)', () => {
    expect(detectable(USUAL, USUAL)).toBeCloseTo(21.8810800417917, 8)
  })
  test('is unknown without answers', () => expect(detectable(NOBODY, USUAL)).toBeNull())
  test('is unknown where everybody answered alike', () => {
    const happy = counts(19, 0, 0)
    expect(detectable(happy, happy)).toBeNull()
    expect(detectable(happy, USUAL)).toBeGreaterThan(0)
  })
})

describe('the answers needed in each group', () => {
  test.each([
    [5, USUAL, 3828],
    [10, USUAL, 955],
    [20, USUAL, 237],
    [5, WORST, 6277],
    [10, WORST, 1567],
    [20, WORST, 390],
  ])('for %d points (ci-009)', (points, group, needed) => {
    expect(answersNeeded(group, group, points)).toBe(needed)
    expect(answersNeeded(group, group, -points)).toBe(needed)
  })
  test('are no number without a difference or without answers', () => {
    expect(answersNeeded(USUAL, USUAL, 0)).toBeNull()
    expect(answersNeeded(USUAL, NOBODY, 10)).toBeNull()
  })
  test('would make the difference detectable', () => {
    const needed = answersNeeded(USUAL, USUAL, 10)! + 3
    const scaled = counts(needed * 0.5, needed * 0.3, needed * 0.2)
    expect(detectable(scaled, scaled)).toBeLessThanOrEqual(10)
  })
})
