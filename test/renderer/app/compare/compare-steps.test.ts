import { expect, test } from 'vitest'
import { stepsOf } from '../../../../renderer/app/compare/compare-steps'
import { differenceOf } from '../../../../shared/nps/difference'
import { figureOf } from '../../../../shared/nps/figure'
import { mixAndRate } from '../../../../shared/nps/mix-and-rate'
import type { ComparedSegment } from '../../../../shared/query/types'

type Counts = readonly [promoters: number, passives: number, detractors: number]

/** Segments by their answers before and after. */
function segmentsOf(pairs: readonly (readonly [before: Counts, after: Counts])[]): readonly ComparedSegment[] {
  const figure = ([promoters, passives, detractors]: Counts) => figureOf({ promoters, passives, detractors })
  const figures = pairs.map(([before, after]) => [figure(before), figure(after)] as const)
  const all = (side: 0 | 1) => figures.reduce((sum, pair) => sum + pair[side].n, 0)
  const shares = figures.map(([from, to]) => ({ shareFrom: from.n / all(0), shareTo: to.n / all(1) }))
  const parts = mixAndRate(figures.map(([from, to], at) => ({ shareBefore: shares[at]!.shareFrom, shareAfter: shares[at]!.shareTo, before: from.nps, after: to.nps })))
  return figures.map(([from, to], at) => ({ value: `s${at}`, from, to, change: differenceOf(from, to), q: null, ...shares[at]!, parts: parts[at]! }))
}

const SEGMENTS = segmentsOf([
  [[40, 20, 40], [120, 60, 60]],
  [[60, 25, 15], [50, 30, 20]],
  [[50, 30, 20], [20, 10, 20]],
  [[0, 0, 0], [10, 5, 15]],
])

test('the steps lead from one score to the other, the largest first', () => {
  const found = stepsOf(SEGMENTS, 10)!
  expect(found.from).toBeCloseTo(25, 9)
  expect(found.to).toBeCloseTo(20.238095, 6)
  expect(found.mix + found.rate).toBeCloseTo(found.to - found.from, 9)
  expect(found.steps.map(({ segment }) => segment?.value)).toEqual(['s0', 's1', 's2', 's3'])
  found.steps.forEach(({ before, after, mix, rate }, at) => {
    expect(before).toBeCloseTo(at === 0 ? found.from : found.steps[at - 1]!.after, 9)
    expect(after - before).toBeCloseTo(mix + rate, 9)
  })
})

test('of many the smallest are one step, and nothing is lost', () => {
  const [all, few] = [stepsOf(SEGMENTS, 10)!, stepsOf(SEGMENTS, 3)!]
  expect(few.steps.map(({ segment, size }) => [segment?.value ?? null, size])).toEqual([['s0', 1], ['s1', 1], [null, 2]])
  expect(few.to).toBeCloseTo(all.to, 9)
  expect(stepsOf(SEGMENTS, 4)!.steps).toHaveLength(4)
})

test('segments that overlap have no steps', () => {
  expect(stepsOf([], 5)).toBeNull()
  expect(stepsOf(SEGMENTS.map((segment) => ({ ...segment, parts: null })), 5)).toBeNull()
})
