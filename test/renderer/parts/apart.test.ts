import fc from 'fast-check'
import { expect, test } from 'vitest'
import { apart } from '../../../renderer/parts/apart'

test.each([
  [[10, 50, 90], [10, 50, 90]],
  [[50, 50], [43, 57]],
  [[50, 52, 90], [44, 58, 90]],
  [[0, 0, 3], [0, 14, 28]],
  [[99, 100], [86, 100]],
  [[], []],
])('labels wanted at %j lie at %j', (wanted, at) => expect(apart(wanted, 14, 0, 100)).toEqual(at))

test('labels keep their order, stay apart and within the plot, and none that is free is moved', () => {
  const places = fc.array(fc.double({ min: 0, max: 400, noNaN: true }), { maxLength: 20 }).map((list) => list.toSorted((a, b) => a - b))
  fc.assert(
    fc.property(places, (wanted) => {
      const found = apart(wanted, 14, 0, 400)
      expect(found).toHaveLength(wanted.length)
      found.forEach((place, at) => {
        if (at > 0) expect(place - found[at - 1]!).toBeGreaterThanOrEqual(14 - 1e-9)
        expect(place).toBeGreaterThanOrEqual(-1e-9)
        expect(place).toBeLessThanOrEqual(400 + 1e-9)
        const isFree = wanted.every((other, place2) => place2 === at || Math.abs(other - wanted[at]!) >= 14 * wanted.length)
        if (isFree) expect(place).toBeCloseTo(wanted[at]!, 9)
      })
    }),
  )
})
