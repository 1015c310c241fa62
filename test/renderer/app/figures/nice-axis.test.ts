import fc from 'fast-check'
import { expect, test } from 'vitest'
import { axisAround } from '../../../../renderer/app/figures/nice-axis'

test.each([
  [[-1, 13], 200, [-2, 0, 2, 4, 6, 8, 10, 12, 14]],
  [[3, 44], 200, [-10, 0, 10, 20, 30, 40, 50]],
  [[], 100, [-2, -1, 0, 1, 2]],
  [[-150, 190], 200, [-150, -100, -50, 0, 50, 100, 150, 200]],
])('%j has the ticks that hold it and 0', (values, limit, ticks) => {
  expect(axisAround(values, limit).ticks).toEqual(ticks)
})

test('holds every value on a few ticks, one of them 0', () => {
  fc.assert(
    fc.property(fc.array(fc.double({ min: -200, max: 200, noNaN: true })), (values) => {
      const { low, high, ticks } = axisAround(values, 200)
      for (const value of values) expect(value >= low && value <= high).toBe(true)
      expect(ticks).toContain(0)
      expect(ticks.length).toBeLessThanOrEqual(9)
      expect([ticks[0], ticks.at(-1)]).toEqual([low, high])
    }),
  )
})
