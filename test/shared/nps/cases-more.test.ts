import { describe, expect, test } from 'vitest'
import { seededRandom } from '../../../shared/base/seeded-random'
import { bootstrap, resampled } from '../../../shared/nps/bootstrap'
import type { ChiSquared } from '../../../shared/nps/chi-squared'
import { controlChart } from '../../../shared/nps/control-chart'
import { answersNeeded, detectable } from '../../../shared/nps/detectable'
import { pointsOf } from '../../../shared/nps/figure'
import { lmg, relativeWeights, type Correlations } from '../../../shared/nps/importance'
import { leastSquares } from '../../../shared/nps/least-squares'
import { benjaminiHochberg, holm } from '../../../shared/nps/many-tests'
import { bowker, mcNemar, stuartMaxwell } from '../../../shared/nps/migration'
import { mixAndRate } from '../../../shared/nps/mix-and-rate'
import { Z95 } from '../../../shared/nps/normal'
import { panelChange, pairedChange } from '../../../shared/nps/paired'
import { oddsRatio, riskRatio } from '../../../shared/nps/risk'
import { rollingScores } from '../../../shared/nps/rolling'
import { answersForMargin, finiteCorrection } from '../../../shared/nps/sample-size'
import { scoreInterval } from '../../../shared/nps/score-interval'
import { changePoint, ewma, ewmaReach, individuals } from '../../../shared/nps/series'
import type { GroupCounts } from '../../../shared/nps/types'
import { varianceOf } from '../../../shared/nps/variance'
import { wald } from '../../../shared/nps/wald'
import { weightedScore } from '../../../shared/nps/weighted'
import { listed, loadCase, rawCounts, type RawCounts } from '../../helpers/statistics-cases'

type Numbers = readonly number[]
type Pair = readonly [number, number]
const GROUPS = { '1': 'promoters', '0': 'passives', '-1': 'detractors' } as const
const Z90 = 1.6448536269514722
const sum = (values: Numbers): number => values.reduce((all, value) => all + value, 0)

describe('one score', () => {
  test('nps-001', () => {
    const { input, expected, near } = loadCase<{ counts: RawCounts }, Record<string, number>>('nps-001')
    near(varianceOf(rawCounts(input.counts)), expected['variance_1']!)
    near(100 * Math.sqrt(varianceOf(rawCounts(input.counts)) / 6), expected['se_points']!)
  })

  test('nps-011', () => {
    const { input, expected, near } = loadCase<{ weights: Numbers; class: readonly (1 | 0 | -1)[] }, { p: number; d: number; n_eff: number; ci: Pair }>('nps-011')
    const found = weightedScore(input.weights.map((weight, at) => ({ weight, group: GROUPS[`${input.class[at]!}`] })))!
    near(found.effective, expected.n_eff)
    near(found.nps, 100 * (expected.p - expected.d))
    near(found.low, expected.ci[0])
    near(found.high, expected.ci[1])
  })

  test('ci-001', () => {
    const { expected, near } = loadCase<{ n: number }, Record<string, number>>('ci-001')
    const counts = { promoters: 162, passives: 108, detractors: 54 }
    near(varianceOf(counts), expected['variance']!)
    near(100 * Math.sqrt(varianceOf(counts) / 324), expected['se_points']!)
    near(wald(counts)!.high - pointsOf(counts), Z95 * expected['se_points']!)
  })

  test('ci-002', () => {
    const { expected, near } = loadCase<unknown, Record<string, number>>('ci-002')
    const { low, high } = wald({ promoters: 1, passives: 1, detractors: 1 })!
    near((high - low) * Math.sqrt(3), expected['full_width_times_sqrt_n']!)
    // Three pseudo-answers fewer than by the textbook.
    expect(answersForMargin(5, 2 / 3)).toBe(expected['n_for_full_width_10_exact']! - 3)
  })

  test('ci-003', () => {
    const { input, expected, near } = loadCase<{ pro: number; det: number; n: number }, { ci: Pair }>('ci-003')
    const counts = { promoters: input.pro, passives: input.n - input.pro - input.det, detractors: input.det }
    near(scoreInterval(counts, Z90)!.low, expected.ci[0])
    near(scoreInterval(counts, Z90)!.high, expected.ci[1])
  })

  test('ci-005', () => {
    const { expected, near } = loadCase<unknown, { rows: (RawCounts & { wald: Pair; score_tango: Pair })[] }>('ci-005')
    for (const row of expected.rows) {
      near(wald(rawCounts(row))!.low, row.wald[0])
      near(wald(rawCounts(row))!.high, row.wald[1])
      near(scoreInterval(rawCounts(row))!.low, row.score_tango[0])
      near(scoreInterval(rawCounts(row))!.high, row.score_tango[1])
    }
  })

  test('ci-006', () => {
    const { input, expected, near } = loadCase<RawCounts & { N: number }, Record<string, number>>('ci-006')
    const factor = finiteCorrection(120, input.N)!
    near(factor, expected['fpc']!)
    near(100 * Math.sqrt(varianceOf(rawCounts(input)) / 120) * factor, expected['se_fpc_points']!)
  })

  test('ci-007', () => {
    const { expected } = loadCase<unknown, { rows: { variance: number; moe_points: number; n_aw: number }[] }>('ci-007')
    // One third each is written with twelve digits there.
    for (const row of expected.rows) expect(answersForMargin(row.moe_points, row.variance)).toBe(row.n_aw)
  })

  test('ci-009', () => {
    const { expected } = loadCase<unknown, { rows: { diff_points: number; variance: number; n_per_group: number }[] }>('ci-009')
    for (const row of expected.rows) {
      const counts = row.variance === 1 ? { promoters: 50, passives: 0, detractors: 50 } : { promoters: 50, passives: 30, detractors: 20 }
      expect(answersNeeded(counts, counts, row.diff_points)).toBe(row.n_per_group)
    }
  })

  test('ci-010', () => {
    const { input, expected } = loadCase<RawCounts, { exact_bootstrap_percentile_ci: Pair }>('ci-010')
    const random = seededRandom(1)
    const { low, high } = bootstrap(() => pointsOf(resampled(rawCounts(input), random)), 10_000)
    expect(Math.abs(low - expected.exact_bootstrap_percentile_ci[0])).toBeLessThanOrEqual(1)
    expect(Math.abs(high - expected.exact_bootstrap_percentile_ci[1])).toBeLessThanOrEqual(1)
  })

  test('diff-012', () => {
    const { expected, near } = loadCase<unknown, { mdd_points: number }>('diff-012')
    const counts = { promoters: 100, passives: 60, detractors: 40 }
    near(detectable(counts, counts), expected.mdd_points)
  })
})

test('mult-001', () => {
  const { input, expected, near } = loadCase<{ p: Numbers; alpha: number }, { bh: Numbers; holm: Numbers; n_rejected: { bh: number; holm: number } }>('mult-001')
  const [q, p] = [benjaminiHochberg(input.p), holm(input.p)]
  q.forEach((value, at) => near(value, expected.bh[at]!))
  p.forEach((value, at) => near(value, expected.holm[at]!))
  expect(q.filter((value) => value <= input.alpha)).toHaveLength(expected.n_rejected.bh)
  expect(p.filter((value) => value <= input.alpha)).toHaveLength(expected.n_rejected.holm)
})

describe('the same people', () => {
  type Table = readonly Numbers[]
  const isNear = (found: ChiSquared | null, expected: Numbers, near: (a: number, b: number) => void) => {
    near(found!.statistic, expected[0]!)
    expect(found!.degrees).toBe(expected[1])
    near(found!.p, expected[2]!)
  }

  test('pair-001', () => {
    type Expected = Record<'n' | 'nps_t1' | 'nps_t2' | 'diff' | 'se_paired_n-1' | 'z' | 'p' | 'moved_up' | 'moved_down' | 'stayed', number> & { ci95: Pair; stuart_maxwell: Numbers; bowker: Numbers }
    const { input, expected, near } = loadCase<{ migration_rows_t1_cols_t2_order_pro_pas_det: Table }, Expected>('pair-001')
    const table = input.migration_rows_t1_cols_t2_order_pro_pas_det
    const found = pairedChange(table)!
    expect([found.n, found.up, found.down, found.same]).toEqual([expected.n, expected.moved_up, expected.moved_down, expected.stayed])
    near(found.before, expected.nps_t1)
    near(found.after, expected.nps_t2)
    near(found.change, expected.diff)
    near(found.error, expected['se_paired_n-1'])
    near(found.p, expected.p)
    near(found.low, expected.ci95[0])
    near(found.high, expected.ci95[1])
    isNear(stuartMaxwell(table), expected.stuart_maxwell, near)
    isNear(bowker(table), expected.bowker, near)
  })

  test('pair-002', () => {
    const { input, expected, near } = loadCase<{ table: Table }, { stuart: Numbers; bowker: Numbers }>('pair-002')
    isNear(stuartMaxwell(input.table), expected.stuart, near)
    isNear(bowker(input.table), expected.bowker, near)
  })

  test('pair-004', () => {
    const { input, expected, near } = loadCase<{ table: Table }, { chi2: number; p: number }>('pair-004')
    const found = mcNemar(input.table[0]![1]!, input.table[1]![0]!)!
    near(found.statistic, expected.chi2)
    near(found.p, expected.p)
  })

  test('pair-005', () => {
    type Input = { matched_migration: Table; leavers_pro_pas_det: Numbers; joiners_pro_pas_det: Numbers }
    const { input, expected, near } = loadCase<Input, Record<'change' | 'within' | 'entry' | 'exit', number>>('pair-005')
    const found = panelChange(input.matched_migration, listed(input.leavers_pro_pas_det), listed(input.joiners_pro_pas_det))!
    for (const part of ['change', 'within', 'entry', 'exit'] as const) near(found[part], expected[part])
  })
})

describe('mix and rate', () => {
  test('dec-001', () => {
    const { input, expected, near } = loadCase<Record<'size0' | 'size1' | 'rate0' | 'rate1', Numbers>, Record<'mix' | 'rate' | 'total', number>>('dec-001')
    const parts = mixAndRate(
      input.size0.map((size, at) => ({ shareBefore: size / 100, shareAfter: input.size1[at]! / 100, before: input.rate0[at]!, after: input.rate1[at]! })),
    )
    // The shares add up to 99.1 and 94.0 there; published with four digits.
    expect(sum(parts.map(({ mix, rate }) => mix + rate))).toBeCloseTo(expected.total, 3)
    near(sum(parts.map(({ rate }) => rate)), expected.rate)
  })

  test('dec-003', () => {
    type Row = { segment: string; rate: number; mix: number }
    type Input = { segments: Record<string, { t0: Numbers | null; t1: Numbers | null }> }
    const { input, expected, near } = loadCase<Input, { mix: number; rate: number; change: number; rows: Row[] }>('dec-003')
    const of = (when: 't0' | 't1') => Object.values(input.segments).map((each) => each[when] && listed(each[when]))
    const [before, after] = [of('t0'), of('t1')]
    const size = (counts: GroupCounts | null) => (counts ? counts.promoters + counts.passives + counts.detractors : 0)
    const all = (counts: readonly (GroupCounts | null)[]) => sum(counts.map(size))
    const parts = mixAndRate(
      before.map((from, at) => {
        const to = after[at]!
        return { shareBefore: size(from) / all(before), shareAfter: size(to) / all(after), before: from && pointsOf(from), after: to && pointsOf(to) }
      }),
    )
    expected.rows.forEach((row, at) => {
      near(parts[at]!.rate, row.rate)
      near(parts[at]!.mix, row.mix)
    })
    near(sum(parts.map(({ mix, rate }) => mix + rate)), expected.change)
  })
})

describe('what goes with a code', () => {
  test('imp-002', () => {
    const { input, expected, near } = loadCase<Record<'exposed' | 'unexposed', Pair>, { rr: number; rr_ci: Pair; or: number; or_ci: Pair }>('imp-002')
    const [[a, n1], [c, n0]] = [input.exposed, input.unexposed]
    const cells = { withYes: a, withNo: n1 - a, withoutYes: c, withoutNo: n0 - c }
    const [risk, odds] = [riskRatio(cells)!, oddsRatio(cells)!]
    near(risk.ratio, expected.rr)
    near(risk.low, expected.rr_ci[0])
    near(risk.high, expected.rr_ci[1])
    near(odds.ratio, expected.or)
    near(odds.low, expected.or_ci[0])
    near(odds.high, expected.or_ci[1])
  })

  test('imp-004', () => {
    const { input, expected, near } = loadCase<Record<'a' | 'b' | 'c' | 'd', number>, { or: number; ci: Pair }>('imp-004')
    const found = oddsRatio({ withYes: input.a, withNo: input.b, withoutYes: input.c, withoutNo: input.d })!
    near(found.ratio, expected.or)
    near(found.low, expected.ci[0])
    near(found.high, expected.ci[1])
  })

  test('imp-005', () => {
    type Input = { patterns: (RawCounts & { tags: Numbers })[] }
    const { input, expected, near } = loadCase<Input, { nps: number; beta: Numbers; hc3_se: Numbers; contribution: Numbers }>('imp-005')
    const found = leastSquares(input.patterns.map((pattern) => ({ codes: pattern.tags.flatMap((tag, at) => (tag === 1 ? [at] : [])), counts: rawCounts(pattern) })), input.patterns[0]!.tags.length)!
    near(found.intercept, expected.beta[0]!)
    found.codes.forEach(({ slope, error, contribution }, at) => {
      near(slope, expected.beta[at + 1]!)
      near(error, expected.hc3_se[at + 1]!)
      near(contribution, expected.contribution[at]!)
    })
    near(found.intercept + sum(found.codes.map(({ contribution }) => contribution)), expected.nps)
  })

  test.each(['imp-006', 'imp-007'])('%s', (id) => {
    const { input, expected, near } = loadCase<{ rows: Numbers[] }, { r2: number; lmg: Numbers; johnson_relative_weights: Numbers }>(id)
    const found = correlationsOf(input.rows)
    lmg(found).forEach((value, at) => near(value, expected.lmg[at]!))
    relativeWeights(found).forEach((value, at) => near(value, expected.johnson_relative_weights[at]!))
    near(sum(lmg(found)), expected.r2)
  })

  test('imp-008', () => {
    const { input, expected, near } = loadCase<Record<'r12' | 'ry1' | 'ry2', number>, { lmg: Numbers }>('imp-008')
    const found = { among: [[1, input.r12], [input.r12, 1]], withOutcome: [input.ry1, input.ry2] }
    lmg(found).forEach((value, at) => near(value, expected.lmg[at]!))
    relativeWeights(found).forEach((value, at) => expect(value).toBeCloseTo(expected.lmg[at]!, 10))
  })

  /** Of rows whose first value is the outcome. */
  function correlationsOf(rows: readonly Numbers[]): Correlations {
    const columns = rows[0]!.map((_, at) => rows.map((row) => row[at]!))
    const centered = columns.map((values) => values.map((value) => value - sum(values) / values.length))
    const product = (a: Numbers, b: Numbers) => sum(a.map((value, at) => value * b[at]!))
    const r = (a: number, b: number) => product(centered[a]!, centered[b]!) / Math.sqrt(product(centered[a]!, centered[a]!) * product(centered[b]!, centered[b]!))
    const causes = columns.slice(1).map((_, at) => at + 1)
    return { among: causes.map((a) => causes.map((b) => r(a, b))), withOutcome: causes.map((cause) => r(0, cause)) }
  }
})

describe('over time', () => {
  test('trd-001', () => {
    const { input, expected, near } = loadCase<{ x: Numbers; lambda: number; ewma0: number; s: number }, { ewma: Numbers; ucl: number }>('trd-001')
    ewma(input.x, input.lambda, input.ewma0).forEach((value, at) => near(value, expected.ewma[at]!))
    near(input.ewma0 + ewmaReach(input.lambda, input.s), expected.ucl)
  })

  test('trd-002', () => {
    const { input, expected, near } = loadCase<{ x: Numbers }, Record<'mean' | 'mr_bar' | 'ucl' | 'lcl' | 'mr_ucl', number>>('trd-002')
    const found = individuals(input.x)!
    near(found.mean, expected.mean)
    near(found.range, expected.mr_bar)
    near(found.upper, expected.ucl)
    near(found.lower, expected.lcl)
    expect(found.rangeLimit).toBeCloseTo(expected.mr_ucl, 3)
  })

  test('trd-005', () => {
    const { input, expected, near } = loadCase<{ x: Numbers }, { K: number; change_after_1based: number; p_approx: number }>('trd-005')
    const found = changePoint(input.x)!
    expect([found.statistic, found.after]).toEqual([expected.K, expected.change_after_1based])
    near(found.p, expected.p_approx)
  })

  test('trd-006', () => {
    type Row = Record<'nps' | 'lcl' | 'ucl' | 'z', number>
    type Expected = { center: number; rows: Row[]; rolling3_pooled: (number | null)[]; laney_sigma_z: number; signals_1based: Numbers }
    const { input, expected, near } = loadCase<{ periods: Numbers[] }, Expected>('trd-006')
    const periods = input.periods.map(listed)
    const found = controlChart(periods)!
    near(found.center, expected.center)
    near(found.sigmaZ, expected.laney_sigma_z)
    expect(found.widening).toBe(found.sigmaZ)
    found.periods.forEach(({ lower, upper, z }, at) => {
      near(lower, expected.rows[at]!.lcl)
      near(upper, expected.rows[at]!.ucl)
      near(z, expected.rows[at]!.z)
    })
    rollingScores(periods, 3).forEach((value, at) => (value === null ? expect(expected.rolling3_pooled[at]).toBeNull() : near(value, expected.rolling3_pooled[at]!)))
    // Ten periods are too few to speak of signals; with the first two again there are twelve, the same one out.
    expect(found.periods.every(({ signal }) => signal === null)).toBe(true)
    const longer = controlChart([...periods, ...periods.slice(0, 2)])!
    const signals = longer.periods.flatMap(({ signal }, at) => (signal ? [at + 1] : []))
    expect(signals).toEqual(expected.signals_1based)
    expect(longer.periods.some(({ survives }) => survives)).toBe(false)
  })
})
