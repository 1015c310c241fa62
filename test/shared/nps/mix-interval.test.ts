import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { mixAndRate } from '../../../shared/nps/mix-and-rate'
import { mixEffect, type SegmentCounts } from '../../../shared/nps/mix-interval'
import { answersOf, pointsOf } from '../../../shared/nps/figure'
import { seededRandom } from '../../../shared/base/seeded-random'

const counts = fc.record({ promoters: fc.nat(60), passives: fc.nat(60), detractors: fc.nat(60) })
const segments = fc.array(fc.record({ before: counts, after: counts }), { minLength: 1, maxLength: 6 })

describe('the mix of all segments', () => {
  it('is the sum of their mixes, within its interval', () => {
    fc.assert(
      fc.property(segments, (given) => {
        const sides = (['before', 'after'] as const).map((side) => given.reduce((sum, segment) => sum + answersOf(segment[side]), 0))
        const effect = mixEffect(given)
        if (sides.includes(0)) return expect(effect).toBeNull()
        const score = (side: SegmentCounts['before']): number | null => (answersOf(side) === 0 ? null : pointsOf(side))
        const parts = mixAndRate(
          given.map(({ before, after }) => ({
            shareBefore: answersOf(before) / sides[0]!,
            shareAfter: answersOf(after) / sides[1]!,
            before: score(before),
            after: score(after),
          })),
        )
        expect(effect!.mix).toBeCloseTo(parts.reduce((sum, { mix }) => sum + mix, 0), 8)
        expect(effect!.low).toBeLessThanOrEqual(effect!.mix + 1e-9)
        expect(effect!.high).toBeGreaterThanOrEqual(effect!.mix - 1e-9)
      }),
    )
  })

  it('is nothing for one segment, and surely something where a high one grew much', () => {
    const high = { promoters: 80, passives: 15, detractors: 5 }
    const low = { promoters: 10, passives: 30, detractors: 60 }
    expect(mixEffect([{ before: high, after: low }])).toMatchObject({ mix: 0, low: 0, high: 0 })
    const times = ({ promoters, passives, detractors }: typeof high, factor: number) => ({ promoters: promoters * factor, passives: passives * factor, detractors: detractors * factor })
    const effect = mixEffect([
      { before: high, after: times(high, 4) },
      { before: times(low, 4), after: low },
    ])!
    expect(effect.mix).toBeCloseTo(75, 6)
    expect(effect.low).toBeGreaterThan(60)
  })

  it('has an interval that holds the true mix about 95 times of 100', () => {
    const random = seededRandom(7)
    const shares = [[0.5, 0.3, 0.2], [0.4, 0.3, 0.3]] as const
    const groups = [[0.6, 0.3], [0.4, 0.3], [0.2, 0.4]] as const
    const scores = groups.map(([promoters, passives]) => 100 * (promoters - (1 - promoters - passives)))
    const truth = scores.reduce((sum, score, at) => sum + (shares[1][at]! - shares[0][at]!) * score, 0)
    let held = 0
    const RUNS = 600
    for (let run = 0; run < RUNS; run++) {
      const sides = shares.map((weights) => {
        const drawn = groups.map(() => ({ promoters: 0, passives: 0, detractors: 0 }))
        for (let answer = 0; answer < 300; answer++) {
          const place = random()
          const group = place < weights[0] ? 0 : place < weights[0] + weights[1] ? 1 : 2
          const [promoters, passives] = groups[group]
          const said = random()
          drawn[group]![said < promoters ? 'promoters' : said < promoters + passives ? 'passives' : 'detractors'] += 1
        }
        return drawn
      })
      const { low, high } = mixEffect(groups.map((_, at) => ({ before: sides[0]![at]!, after: sides[1]![at]! })))!
      if (low <= truth && truth <= high) held += 1
    }
    expect(held / RUNS).toBeGreaterThan(0.93)
    expect(held / RUNS).toBeLessThan(0.97)
  })
})
