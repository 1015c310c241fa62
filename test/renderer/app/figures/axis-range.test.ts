import fc from 'fast-check'
import { expect, test } from 'vitest'
import { FULL_RANGE, zoomedRange } from '../../../../renderer/app/figures/axis-range'
import { figureOf } from '../../../../shared/nps/figure'

const counts = fc.record({ promoters: fc.nat(500), passives: fc.nat(500), detractors: fc.nat(500) })

test('holds every drawn interval, on whole twenties, at least 40 wide, never past the ends', () => {
  fc.assert(
    fc.property(fc.array(counts, { minLength: 1, maxLength: 6 }), (all) => {
      const figures = all.map((counts) => figureOf(counts))
      const { low, high } = zoomedRange(figures)
      expect(low % 20).toBeCloseTo(0)
      expect(high % 20).toBeCloseTo(0)
      expect(high - low).toBeGreaterThanOrEqual(40)
      expect(low).toBeGreaterThanOrEqual(-100)
      expect(high).toBeLessThanOrEqual(100)
      for (const figure of figures.filter(({ base }) => base !== 'tiny')) {
        expect(figure.low).toBeGreaterThanOrEqual(low)
        expect(figure.high).toBeLessThanOrEqual(high)
      }
    }),
  )
})

test('is the whole axis when nothing is drawn', () => {
  expect(zoomedRange([])).toBe(FULL_RANGE)
  expect(zoomedRange([figureOf({ promoters: 5, passives: 0, detractors: 0 })])).toBe(FULL_RANGE)
})

test('an interval at the very end stays on the axis', () => {
  expect(zoomedRange([figureOf({ promoters: 10000, passives: 0, detractors: 0 })])).toEqual({ low: 60, high: 100 })
})
