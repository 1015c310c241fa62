import fc from 'fast-check'
import { expect, test } from 'vitest'
import { effectOf } from '../../../shared/nps/code-effect'
import { contributionChange, contributionShift } from '../../../shared/nps/contribution-change'
import { differenceOf } from '../../../shared/nps/difference'
import { effectSize } from '../../../shared/nps/effect-size'
import { answersOf, figureOf, pointsOf } from '../../../shared/nps/figure'
import { leastSquares } from '../../../shared/nps/least-squares'
import { benjaminiHochberg, holm } from '../../../shared/nps/many-tests'
import { bowker, mcNemar, stuartMaxwell } from '../../../shared/nps/migration'
import { mixAndRate } from '../../../shared/nps/mix-and-rate'
import { margins, overlapCovariance, overlapError, pairedChange, panelChange } from '../../../shared/nps/paired'
import { rollingScores } from '../../../shared/nps/rolling'
import { scoreInterval } from '../../../shared/nps/score-interval'
import type { GroupCounts } from '../../../shared/nps/types'
import { pooled } from '../../../shared/nps/variance'
import { weightedScore } from '../../../shared/nps/weighted'

const numRuns = process.env['EARSHOT_SOAK'] ? 10_000 : 300
const settings = { seed: 20_261_123, numRuns }
const counts: fc.Arbitrary<GroupCounts> = fc.record({ promoters: fc.nat(60), passives: fc.nat(60), detractors: fc.nat(60) })
const answered = counts.filter((one) => answersOf(one) > 0)
const table = fc.array(fc.array(fc.nat(40), { minLength: 3, maxLength: 3 }), { minLength: 3, maxLength: 3 })
const p = fc.double({ min: 0, max: 1, noNaN: true })
const check = <T extends [unknown, ...unknown[]]>(property: fc.IProperty<T>): void => fc.assert(property, settings)

test('mix and rate add up to the change of the score, whatever came, went or stayed empty', () => {
  check(
    fc.property(fc.array(fc.tuple(counts, counts), { minLength: 1, maxLength: 8 }), (pairs) => {
      const [before, after] = [pooled(pairs.map(([one]) => one)), pooled(pairs.map(([, other]) => other))]
      fc.pre(answersOf(before) > 0 && answersOf(after) > 0)
      const parts = mixAndRate(
        pairs.map(([from, to]) => ({
          shareBefore: answersOf(from) / answersOf(before),
          shareAfter: answersOf(to) / answersOf(after),
          before: figureOf(from).nps,
          after: figureOf(to).nps,
        })),
      )
      const sum = parts.reduce((all, { mix, rate }) => all + mix + rate, 0)
      expect(sum).toBeCloseTo(pointsOf(after) - pointsOf(before), 9)
      pairs.forEach(([from, to], at) => {
        if (answersOf(from) === 0 || answersOf(to) === 0) expect(parts[at]!.rate).toBe(0)
      })
    }),
  )
})

test('volume and severity add up to the change of a contribution', () => {
  const pull = fc.record({ share: p, gap: fc.double({ min: -200, max: 200, noNaN: true }) })
  check(
    fc.property(pull, pull, (before, after) => {
      const { volume, severity } = contributionChange(before, after)
      expect(volume + severity).toBeCloseTo(after.share * after.gap - before.share * before.gap, 9)
    }),
  )
})

test('a contribution moves by volume and severity, and not at all between the same sides', () => {
  check(
    fc.property(counts, counts, counts, counts, (mentionedBefore, restBefore, mentionedAfter, restAfter) => {
      fc.pre([mentionedBefore, restBefore, mentionedAfter, restAfter].every((each) => answersOf(each) > 0))
      const [before, after] = [effectOf(mentionedBefore, restBefore), effectOf(mentionedAfter, restAfter)]
      const shift = contributionShift(before, after)
      expect(shift.difference).toBeCloseTo(after.contribution! - before.contribution!, 9)
      expect(shift.volume! + shift.severity!).toBeCloseTo(shift.difference!, 7)
      const back = contributionShift(after, before)
      expect(back.difference).toBeCloseTo(-shift.difference!, 9)
      expect(back.p).toEqual(shift.p)
      expect(contributionShift(before, before).verdict).not.toMatch(/up|down/)
    }),
  )
})

test('answers on both sides make a difference surer, never less sure; all of them leave none', () => {
  check(
    fc.property(counts, counts, (shared, own) => {
      fc.pre(answersOf(shared) > 0)
      const all = pooled([shared, own])
      const table = [
        [shared.promoters, 0, 0],
        [0, shared.passives, 0],
        [0, 0, shared.detractors],
      ]
      const covariance = overlapCovariance(table, all, shared)
      expect(covariance).toBeGreaterThanOrEqual(0)
      const [plain, corrected] = [differenceOf(all, shared), differenceOf(all, shared, covariance)]
      expect(corrected.high! - corrected.low!).toBeLessThanOrEqual(plain.high! - plain.low! + 1e-9)
      expect(corrected.difference).toBe(plain.difference)
      const same = overlapCovariance(table, shared, shared)
      expect(differenceOf(shared, shared, same)).toMatchObject({ difference: 0, p: 1 })
    }),
  )
})

test('overlapping codes add up to the score with what no code explains', () => {
  const pattern = fc.record({ codes: fc.subarray([0, 1, 2]), counts })
  check(
    fc.property(fc.array(pattern, { minLength: 4, maxLength: 16 }), (patterns) => {
      const found = leastSquares(patterns, 3)
      fc.pre(found !== null)
      const sum = found.codes.reduce((all, { contribution }) => all + contribution, found.intercept)
      expect(sum).toBeCloseTo(pointsOf(pooled(patterns.map((each) => each.counts))), 6)
    }),
  )
})

test('codes that are always mentioned together cannot be told apart', () => {
  const counts5 = { promoters: 5, passives: 3, detractors: 2 }
  const patterns = [[0, 1], [2], [0, 1, 2], []].map((codes) => ({ codes, counts: counts5 }))
  expect(leastSquares(patterns, 3)).toBeNull()
  // Nor by having the same responses in several parts.
  expect(leastSquares([...patterns, ...patterns], 3)).toBeNull()
})

test('who stayed, came and left add up to the change; those who stayed alone changed by their pairs', () => {
  check(
    fc.property(table, counts, counts, (moved, left, joined) => {
      const found = panelChange(moved, left, joined)
      const paired = pairedChange(moved)
      fc.pre(found !== null && paired !== null)
      const [before, after] = margins(moved)
      expect(found.within + found.entry + found.exit).toBeCloseTo(found.change, 9)
      expect(found.change).toBeCloseTo(pointsOf(pooled([after, joined])) - pointsOf(pooled([before, left])), 9)
      expect(found.within).toBeCloseTo(paired.change, 9)
      expect(paired.up + paired.down + paired.same).toBe(paired.n)
      // Where everybody stayed, the overlap is the pairing; its error counts n - 1.
      const { n, error } = paired
      expect(overlapError(moved, before, after)!).toBeCloseTo(error * Math.sqrt((n - 1) / n), 6)
    }),
  )
})

test('with two classes the tests of a migration table are one', () => {
  check(
    fc.property(fc.nat(40), fc.nat(40), fc.nat(40), fc.nat(40), (a, b, c, d) => {
      const square = [[a, b], [c, d]]
      const expected = mcNemar(b, c)
      const [stuart, bow] = [stuartMaxwell(square), bowker(square)]
      for (const found of [stuart, bow]) {
        if (expected) expect(found!.statistic).toBeCloseTo(expected.statistic, 9)
        else expect(found).toBeNull()
      }
    }),
  )
})

test('corrected p values are no smaller, keep their order, and Holm is the stricter', () => {
  check(
    fc.property(fc.array(p, { maxLength: 40 }), (ps) => {
      const [q, h] = [benjaminiHochberg(ps), holm(ps)]
      ps.forEach((one, at) => {
        expect(q[at]!).toBeGreaterThanOrEqual(one - 1e-12)
        expect(h[at]!).toBeGreaterThanOrEqual(q[at]! - 1e-12)
        expect(h[at]!).toBeLessThanOrEqual(1)
        ps.forEach((other, there) => {
          if (one < other) expect(q[at]!).toBeLessThanOrEqual(q[there]!)
        })
      })
    }),
  )
})

test('the score interval mirrors when promoters and detractors change places, and holds the score', () => {
  check(
    fc.property(answered, (one) => {
      const other = { promoters: one.detractors, passives: one.passives, detractors: one.promoters }
      const [a, b] = [scoreInterval(one)!, scoreInterval(other)!]
      expect(a.low).toBeCloseTo(-b.high, 6)
      expect(a.low).toBeLessThanOrEqual(pointsOf(one) + 1e-6)
      expect(a.high).toBeGreaterThanOrEqual(pointsOf(one) - 1e-6)
    }),
  )
})

test('equal weights of any size are no weights', () => {
  check(
    fc.property(answered, fc.double({ min: 0.01, max: 50, noNaN: true }), (one, weight) => {
      const answers = (['promoters', 'passives', 'detractors'] as const).flatMap((group) => Array.from({ length: one[group] }, () => ({ group, weight })))
      const [found, plain] = [weightedScore(answers)!, figureOf(one)]
      expect(found.nps).toBeCloseTo(plain.nps!, 6)
      expect(found.effective).toBeCloseTo(plain.n, 6)
      expect(found.low).toBeCloseTo(plain.low!, 6)
      expect(found.high).toBeCloseTo(plain.high!, 6)
    }),
  )
})

test('how large a difference is turns with its direction', () => {
  check(
    fc.property(counts, counts, (a, b) => {
      const [there, back] = [effectSize(a, b), effectSize(b, a)]
      expect(there === null).toBe(answersOf(a) < 2 || answersOf(b) < 2)
      if (!there || !back) return
      expect(there.superiority + back.superiority).toBeCloseTo(1, 9)
      if (there.d !== null) expect(there.d).toBeCloseTo(-back.d!, 9)
    }),
  )
})

test('a rolling score is that of its answers', () => {
  check(
    fc.property(fc.array(counts, { maxLength: 12 }), fc.integer({ min: 1, max: 4 }), (periods, width) => {
      rollingScores(periods, width).forEach((score, at) => {
        const window = at + 1 < width ? [] : periods.slice(at + 1 - width, at + 1)
        const expected = window.length === 0 ? null : figureOf(pooled(window)).nps
        if (expected === null) expect(score).toBeNull()
        else expect(score).toBeCloseTo(expected, 9)
      })
    }),
  )
})
