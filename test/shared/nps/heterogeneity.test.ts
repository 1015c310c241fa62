import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { differ } from '../../../shared/nps/heterogeneity'

const group = (promoters: number, passives: number, detractors: number) => ({ promoters, passives, detractors })

describe('scores of several groups', () => {
  // Variance of all: 0.5 * 10,000; Q = 2 * 100 * 10^2 / 5000 = 4 against 3.841 for one degree of freedom.
  test('differ where Q is beyond the chi-squared quantile, and not below it', () => {
    expect(differ([group(30, 50, 20), group(20, 50, 30)])).toBe(true)
    expect(differ([group(29, 50, 21), group(21, 50, 29)])).toBe(false)
  })
  // Three groups of 100 around 0: Q = 100 * (2 a^2) / 5000 = a^2 / 25 against 5.991 for two: a = 12.24.
  test('of three groups', () => {
    const three = (a: number) => [group(25 + a / 2, 50, 25 - a / 2), group(25, 50, 25), group(25 - a / 2, 50, 25 + a / 2)]
    expect(differ(three(13))).toBe(true)
    expect(differ(three(11.5))).toBe(false)
  })
  test('do not where there is one, none, or no difference at all', () => {
    expect([differ([]), differ([group(5, 5, 5)]), differ([group(9, 0, 0), group(3, 0, 0)])]).toEqual([false, false, false])
    fc.assert(
      fc.property(fc.nat(50), fc.nat(50), fc.nat(50), fc.integer({ min: 1, max: 9 }), (p, s, d, times) => {
        expect(differ([group(p, s, d), group(p * times, s * times, d * times), group(p, s, d)])).toBe(false)
      }),
    )
  })
})
