import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { shareDifferenceOf } from '../../../shared/nps/share-difference'

const share = (n: number, base: number) => ({ n, base, share: base === 0 ? 0 : n / base })

describe('the Agresti-Caffo interval', () => {
  test('of 7 of 34 against 1 of 34 is the published 0.0116 to 0.3217 (Perondi 2004; R contingencytables)', () => {
    const found = shareDifferenceOf(share(1, 34), share(7, 34))
    expect(found.difference).toBeCloseTo(17.65, 2)
    expect(found.low).toBeCloseTo(1.16, 2)
    expect(found.high).toBeCloseTo(32.17, 2)
    expect(found.verdict).toBe('up')
  })

  // (57/72 - 49/82) -/+ 1.959964 sqrt(57*15/72^3 + 49*33/82^3) = 0.194106 -/+ 0.141653
  test('of 56 of 70 against 48 of 80 is what the formula gives by hand', () => {
    const found = shareDifferenceOf(share(48, 80), share(56, 70))
    expect(found.difference).toBeCloseTo(20, 9)
    expect(found.low).toBeCloseTo(5.2453, 3)
    expect(found.high).toBeCloseTo(33.5759, 3)
    expect(found.verdict).toBe('up')
  })

  // (1/12 - 1/12) -/+ 1.959964 sqrt(2 * (1/12)(11/12)/12) = 0 -/+ 0.221155
  test('of nobody against nobody in ten is as wide as the pseudo-answers make it', () => {
    const found = shareDifferenceOf(share(0, 10), share(0, 10))
    expect(found).toMatchObject({ difference: 0, p: 1, verdict: 'within-noise' })
    expect(found.high).toBeCloseTo(22.1155, 3)
    expect(found.low).toBeCloseTo(-22.1155, 3)
  })

  test('is not there without a base, and no verdict is given below ten', () => {
    expect(shareDifferenceOf(share(0, 0), share(5, 50))).toEqual({
      difference: null,
      low: null,
      high: null,
      p: null,
      verdict: 'not-comparable',
    })
    expect(shareDifferenceOf(share(0, 9), share(50, 50)).verdict).toBe('not-comparable')
    expect(shareDifferenceOf(share(0, 10), share(50, 50)).verdict).toBe('up')
  })

  const anyShare = fc
    .integer({ min: 1, max: 400 })
    .chain((base) => fc.integer({ min: 0, max: base }).map((n) => share(n, base)))

  test('turns around with its sides, stays within 100 points, and agrees with its p', () => {
    fc.assert(
      fc.property(anyShare, anyShare, (from, to) => {
        const [there, back] = [shareDifferenceOf(from, to), shareDifferenceOf(to, from)]
        expect(back.low).toBeCloseTo(-there.high!, 9)
        expect(back.high).toBeCloseTo(-there.low!, 9)
        expect(back.p).toBeCloseTo(there.p!, 9)
        expect(there.low).toBeGreaterThanOrEqual(-100)
        expect(there.high).toBeLessThanOrEqual(100)
        if (Math.abs(there.p! - 0.05) > 1e-6) expect(there.low! > 0 || there.high! < 0).toBe(there.p! < 0.05)
      }),
    )
  })
})
