import fc from 'fast-check'
import { expect, test } from 'vitest'
import { effectOf } from '../../../shared/nps/code-effect'
import { differenceOf } from '../../../shared/nps/difference'
import { figureOf } from '../../../shared/nps/figure'
import { groupOf } from '../../../shared/nps/group'
import { Z95 } from '../../../shared/nps/normal'
import type { GroupCounts } from '../../../shared/nps/types'

const settings = { seed: 20_261_122, numRuns: 500 }
const answer = fc.integer({ min: 0, max: 10 })

function count(scores: readonly number[]): GroupCounts {
  const sums = { promoters: 0, passives: 0, detractors: 0 }
  for (const score of scores) sums[groupOf(score)!] += 1
  return sums
}
const sign = (score: number): number => (score >= 9 ? 1 : score <= 6 ? -1 : 0)
const mean = (values: readonly number[]): number => values.reduce((sum, value) => sum + value, 0) / values.length
const npsOf = (scores: readonly number[]): number => 100 * mean(scores.map(sign))

const counts = fc.record({ promoters: fc.nat(3000), passives: fc.nat(3000), detractors: fc.nat(3000) })
const answered = counts.filter((one) => one.promoters + one.passives + one.detractors > 0)

test('the score is the mean of +100, 0 and -100, in any order', () => {
  fc.assert(
    fc.property(fc.array(answer, { minLength: 1, maxLength: 300 }), (scores) => {
      const figure = figureOf(count(scores))
      expect(figure.nps).toBeCloseTo(npsOf(scores), 9)
      expect(figureOf(count(scores.toReversed()))).toEqual(figure)
    }),
    settings,
  )
})

test('the interval stays within -100 and 100 and holds the raw score from two answers on', () => {
  const small = fc.record({ promoters: fc.nat(12), passives: fc.nat(12), detractors: fc.nat(12) })
  fc.assert(
    fc.property(fc.oneof(small, counts), (one) => {
      const { n, nps, low, high } = figureOf(one)
      fc.pre(n >= 2)
      expect(low).toBeGreaterThanOrEqual(-100)
      expect(high).toBeLessThanOrEqual(100)
      expect(low).toBeLessThanOrEqual(nps!)
      expect(high).toBeGreaterThanOrEqual(nps!)
    }),
    settings,
  )
})

test('more of the same answers leave the score and narrow the interval', () => {
  fc.assert(
    fc.property(answered, fc.integer({ min: 2, max: 9 }), (one, times) => {
      const more = {
        promoters: one.promoters * times,
        passives: one.passives * times,
        detractors: one.detractors * times,
      }
      const [before, after] = [figureOf(one), figureOf(more)]
      expect(after.nps).toBeCloseTo(before.nps!, 9)
      if (before.n >= 10) expect(after.high! - after.low!).toBeLessThan(before.high! - before.low!)
    }),
    settings,
  )
})

test('a difference turns its sign with its direction and keeps its p', () => {
  fc.assert(
    fc.property(answered, answered, (a, b) => {
      const [there, back] = [differenceOf(a, b), differenceOf(b, a)]
      expect(there.difference).toBeCloseTo(-back.difference!, 9)
      expect(there.p).toBeCloseTo(back.p!, 12)
      expect(there.low).toBeCloseTo(-back.high!, 9)
      expect(there.high).toBeCloseTo(-back.low!, 9)
      expect(there.p).toBeGreaterThanOrEqual(0)
      expect(there.p).toBeLessThanOrEqual(1)
    }),
    settings,
  )
})

const people = fc.array(fc.record({ score: answer, mentions: fc.boolean() }), { minLength: 2, maxLength: 200 })

test('a contribution is the score minus the score without the mentioners; its error sums the influences', () => {
  fc.assert(
    fc.property(people, (all) => {
      const mentioned = all.filter((one) => one.mentions).map((one) => one.score)
      const rest = all.filter((one) => !one.mentions).map((one) => one.score)
      fc.pre(mentioned.length > 0 && rest.length > 0)
      const effect = effectOf(count(mentioned), count(rest))
      const total = npsOf(all.map((one) => one.score))
      expect(effect.contribution).toBeCloseTo(total - npsOf(rest), 9)
      expect(effect.share).toBe(mentioned.length / all.length)

      const share = mentioned.length / all.length
      const influences = all.map(({ score, mentions }) => {
        const outside = mentions ? 0 : (100 * sign(score) - npsOf(rest)) / (1 - share)
        return 100 * sign(score) - total - outside
      })
      const error = Math.sqrt(influences.reduce((sum, one) => sum + one * one, 0)) / all.length
      expect(effect.high! - effect.contribution!).toBeCloseTo(Z95 * error, 8)
      expect(effect.contribution! - effect.low!).toBeCloseTo(Z95 * error, 8)
    }),
    settings,
  )
})
