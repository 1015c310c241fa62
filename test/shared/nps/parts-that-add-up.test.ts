import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { partsThatAddUp } from '../../../shared/nps/parts-that-add-up'

describe('parts that add up', () => {
  it.each([
    [[1 / 3, 1 / 3, 1 / 3], 0, [1, 0, 0]],
    [[27.7, -0.14, 2.66, 1.84, 1.34], 1, [27.7, -0.1, 2.7, 1.8, 1.3]],
    [[-0.04, 0.04], 1, [0, 0]],
    [[0.06, 0.06, 0.06], 1, [0.1, 0.1, 0]],
    [[], 1, []],
  ])('%j to %d decimals', (parts, digits, shown) => expect(partsThatAddUp(parts, digits)).toEqual(shown))

  it('give their sum rounded, none of them a whole step from where it was', () => {
    const parts = fc.array(fc.double({ min: -200, max: 200, noNaN: true }), { minLength: 1, maxLength: 12 })
    fc.assert(
      fc.property(parts, (given) => {
        const shown = partsThatAddUp(given, 1)
        const sum = given.reduce((all, part) => all + part, 0)
        expect(Math.abs(shown.reduce((all, part) => all + part, 0) - sum)).toBeLessThan(0.0501)
        shown.forEach((part, at) => expect(Math.abs(part - given[at]!)).toBeLessThan(0.1001))
      }),
    )
  })
})
