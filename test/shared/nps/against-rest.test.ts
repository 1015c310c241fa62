import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { certainPart, REST_Q, restOf, restTests } from '../../../shared/nps/against-rest'
import { differenceOf } from '../../../shared/nps/difference'
import type { GroupCounts } from '../../../shared/nps/types'

const counts = fc.record({ promoters: fc.nat(60), passives: fc.nat(60), detractors: fc.nat(60) })
const n = ({ promoters, passives, detractors }: GroupCounts): number => promoters + passives + detractors
const sum = (groups: readonly GroupCounts[]): GroupCounts =>
  groups.reduce((a, b) => ({ promoters: a.promoters + b.promoters, passives: a.passives + b.passives, detractors: a.detractors + b.detractors }), {
    promoters: 0,
    passives: 0,
    detractors: 0,
  })

/** q by its definition: the least, over all p at or above this one, of p times the number of tests over its rank. */
const naiveQ = (ps: readonly number[], p: number): number =>
  Math.min(1, ...ps.filter((other) => other >= p).map((other) => (other * ps.length) / ps.filter((each) => each <= other).length))

describe('segments against the rest', () => {
  test('each is compared with everybody else, and q is for the comparisons that were made', () => {
    fc.assert(
      fc.property(fc.array(counts, { minLength: 1, maxLength: 12 }), (groups) => {
        const whole = sum(groups)
        const { tests, comparisons } = restTests(whole, groups)
        const rests = groups.map((_, at) => sum(groups.filter((__, other) => other !== at)))
        const compared = groups.map((group, at) => n(group) >= 30 && n(rests[at]!) >= 30)
        expect(comparisons).toBe(compared.filter((one) => one).length)
        const ps = groups.flatMap((group, at) => (compared[at] ? [differenceOf(rests[at]!, group).p!] : []))
        tests.forEach((result, at) => {
          const { difference, low, high, p } = differenceOf(rests[at]!, groups[at]!)
          expect(restOf(whole, groups[at]!)).toEqual(rests[at])
          expect(result).toMatchObject({ difference, low, high })
          if (!compared[at]) return expect(result).toMatchObject({ p: null, q: null, verdict: 'not-comparable' })
          expect(result.p).toBe(p)
          expect(result.q).toBeCloseTo(naiveQ(ps, p!), 12)
          expect(result.q!).toBeGreaterThanOrEqual(p! - 1e-12)
          expect(result.verdict).toBe(result.q! > REST_Q ? 'within-noise' : low! + high! > 0 ? 'up' : 'down')
          return undefined
        })
      }),
    )
  })

  test('more comparisons make it harder to stand out', () => {
    const group = { promoters: 60, passives: 20, detractors: 20 }
    const dull = { promoters: 40, passives: 20, detractors: 40 }
    const alone = restTests(sum([group, dull]), [group])
    const among = restTests(sum([group, ...Array.from({ length: 20 }, () => dull)]), [group, ...Array.from({ length: 20 }, () => dull)])
    expect(alone.tests[0]!.q).toBe(alone.tests[0]!.p)
    expect(among.tests[0]!.q).toBeCloseTo(among.tests[0]!.p! * 21, 12)
    expect(among.comparisons).toBe(21)
  })

  test('responses with several answers count in each: the rest of one are those without it', () => {
    const whole = { promoters: 60, passives: 40, detractors: 50 }
    const both = [{ promoters: 50, passives: 20, detractors: 10 }, { promoters: 40, passives: 30, detractors: 35 }]
    const { tests } = restTests(whole, both)
    expect(tests[0]).toMatchObject(differenceOf({ promoters: 10, passives: 20, detractors: 40 }, both[0]!))
    expect(tests[1]!.difference).toBeCloseTo(differenceOf({ promoters: 20, passives: 10, detractors: 15 }, both[1]!).difference!, 12)
  })

  test('groups that are no part of the whole are not compared', () => {
    const { tests, comparisons } = restTests({ promoters: 40, passives: 40, detractors: 40 }, [{ promoters: 50, passives: 0, detractors: 10 }])
    expect([comparisons, tests[0]!.verdict]).toEqual([0, 'not-comparable'])
  })

  test.each([
    [3, 20, 0.01, 3],
    [-20, -3, 0.01, -3],
    [-1, 12, 0.4, 0],
    [3, 20, null, null],
  ])('of a difference from %d to %d with q %d, %d is certain', (low, high, q, certain) => {
    expect(certainPart({ difference: 1, low, high, p: 0.01, q, verdict: 'up' })).toBe(certain)
  })
})
