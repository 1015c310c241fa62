import fc from 'fast-check'
import { expect, test } from 'vitest'
import { runsOf, ticksOf } from '../../../renderer/parts/trend-option'
import { figureOf } from '../../../shared/nps/figure'

test('the band runs over neighbouring periods that have a score', () => {
  fc.assert(
    fc.property(fc.array(fc.nat(20), { maxLength: 12 }), (answers) => {
      const runs = runsOf(answers.map((promoters) => figureOf({ promoters, passives: 0, detractors: 0 })))
      expect(runs.flat()).toEqual(answers.flatMap((n, at) => (n >= 10 ? [at] : [])))
      for (const run of runs) expect(run.at(-1)! - run[0]!).toBe(run.length - 1)
      for (const [at, run] of runs.entries()) if (at > 0) expect(run[0]! - runs[at - 1]!.at(-1)!).toBeGreaterThan(1)
    }),
  )
})

test.each([
  [-100, 100, [-100, -50, 0, 50, 100]],
  [-60, 80, [-50, 0, 50]],
  [40, 100, [40, 60, 80, 100]],
])('ticks from %d to %d: %j', (low, high, expected) => {
  expect(ticksOf(low, high).map((tick) => tick + 0)).toEqual(expected)
})
