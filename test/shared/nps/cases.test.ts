import { describe, expect, test } from 'vitest'
import { adjust } from '../../../shared/nps/adjusted-wald'
import { effectOf } from '../../../shared/nps/code-effect'
import { differenceOf } from '../../../shared/nps/difference'
import { figureOf } from '../../../shared/nps/figure'
import { groupOf } from '../../../shared/nps/group'
import { logOddsOf } from '../../../shared/nps/log-odds'
import { Z95 } from '../../../shared/nps/normal'
import { roundHalfAway } from '../../../shared/nps/round'
import type { GroupCounts } from '../../../shared/nps/types'
import { loadCase as load, rawCounts as counts, type RawCounts as Raw } from '../../helpers/statistics-cases'


function countScores(scores: readonly number[]): GroupCounts {
  const sums = { promoters: 0, passives: 0, detractors: 0 }
  for (const score of scores) sums[groupOf(score)!] += 1
  return sums
}

describe('published and computed cases', () => {
  test('nps-001', () => {
    const { input, expected, near } = load<{ counts: Raw }, { nps: number }>('nps-001')
    near(figureOf(counts(input.counts)).nps, expected.nps)
  })

  test('nps-003', () => {
    const { input, expected, near } = load<{ scores: number[] }, { nps: number } & Raw>('nps-003')
    const found = countScores(input.scores)
    expect(found).toEqual(counts(expected))
    near(figureOf(found).nps, expected.nps)
  })

  test('nps-004', () => {
    const { input, expected, near } = load<{ cases: { scores: number[] }[] }, { nps: number[] }>('nps-004')
    input.cases.forEach((one, index) => near(figureOf(countScores(one.scores)).nps, expected.nps[index]!))
  })

  test('nps-006', () => {
    const { input, expected, near } = load<Raw, Record<string, number>>('nps-006')
    const figure = figureOf(counts(input))
    near(figure.nps, expected['nps_exact']!)
    expect(roundHalfAway(figure.nps!)).toBe(expected['display_nps'])
    expect(roundHalfAway((100 * figure.promoters) / figure.n)).toBe(expected['display_pro_pct'])
    expect(roundHalfAway((100 * figure.detractors) / figure.n)).toBe(expected['display_det_pct'])
  })

  test('nps-007', () => {
    const { input, expected, near } = load<{ cases: Raw[] }, Record<string, number[]>>('nps-007')
    input.cases.forEach((one, index) => {
      const { nps } = figureOf(counts(one))
      near(nps, expected['nps_exact']![index]!)
      expect(roundHalfAway(nps!)).toBe(expected['display_half_away_from_zero']![index])
    })
  })

  test('ci-005, the rows of the adjusted Wald interval', () => {
    type Row = Raw & { nps: number; aw3t: [number, number]; aw3t_clipped: [number, number] }
    const { input, expected, near } = load<{ counts: Raw[] }, { rows: Row[] }>('ci-005')
    expect(expected.rows).toHaveLength(input.counts.length)
    for (const row of expected.rows) {
      const figure = figureOf(counts(row))
      near(figure.nps, row.nps)
      near(figure.low, row.aw3t_clipped[0])
      near(figure.high, row.aw3t_clipped[1])
      const { mean, variance } = adjust(counts(row))
      near(100 * (mean - Z95 * Math.sqrt(variance)), row.aw3t[0])
      near(100 * (mean + Z95 * Math.sqrt(variance)), row.aw3t[1])
    }
  })

  test.each(['diff-001', 'diff-003'])('%s', (id) => {
    type Expected = Record<'wald' | 'aw3t', { diff: number; p: number; ci: [number, number] }>
    const { input, expected, near } = load<{ a: Raw; b: Raw }, Expected>(id)
    const found = differenceOf(counts(input.b), counts(input.a))
    near(found.difference, expected.wald.diff)
    near(found.p, expected.aw3t.p)
    near(found.low, expected.aw3t.ci[0])
    near(found.high, expected.aw3t.ci[1])
    expect(found.verdict).toBe('up')
  })

  test('diff-010, a segment against the rest', () => {
    type Expected = { seg_minus_rest: number; p_seg_vs_rest_aw: number; ci_seg_vs_rest_aw: [number, number] }
    const { input, expected, near } = load<{ segment: Raw; total: Raw }, Expected>('diff-010')
    const [segment, total] = [counts(input.segment), counts(input.total)]
    const rest = {
      promoters: total.promoters - segment.promoters,
      passives: total.passives - segment.passives,
      detractors: total.detractors - segment.detractors,
    }
    const found = differenceOf(rest, segment)
    near(found.difference, expected.seg_minus_rest)
    near(found.p, expected.p_seg_vs_rest_aw)
    near(found.low, expected.ci_seg_vs_rest_aw[0])
    near(found.high, expected.ci_seg_vs_rest_aw[1])
    expect(found.verdict).toBe('within-noise')
  })

  test('imp-001', () => {
    type Expected = Record<'nps' | 'share' | 'nps_tag' | 'nps_rest' | 'leave_out_nps' | 'contribution', number>
    const { input, expected, near } = load<{ mention: Raw; no_mention: Raw }, Expected>('imp-001')
    const found = effectOf(counts(input.mention), counts(input.no_mention))
    near(found.share, expected.share)
    near(found.nps, expected.nps_tag)
    near(found.npsRest, expected.nps_rest)
    near(found.contribution, expected.contribution)
    near(found.contribution, expected.nps - expected.leave_out_nps)
  })

  test('imp-009', () => {
    type Expected = { contribution: number; se: number; ci95: [number, number] }
    const { input, expected, near } = load<{ mention: Raw; no_mention: Raw }, Expected>('imp-009')
    const found = effectOf(counts(input.mention), counts(input.no_mention))
    near(found.contribution, expected.contribution)
    near(found.low, expected.ci95[0])
    near(found.high, expected.ci95[1])
    near((found.high! - found.low!) / 2 / Z95, expected.se)
  })

  test('txt-010', () => {
    type Counts = Readonly<Record<string, number>>
    const { input, expected, near } = load<{ detractors: Counts; others: Counts; alpha0: number }, Readonly<Record<string, { delta: number; z: number }>>>('txt-010')
    const words = Object.keys(input.detractors)
    const found = logOddsOf(words.map((word) => [input.detractors[word]!, input.others[word]!]), input.alpha0)
    words.forEach((word, at) => {
      near(found[at]!.delta, expected[word]!.delta)
      near(found[at]!.z, expected[word]!.z)
    })
  })
})

test('scores fall into their groups', () => {
  const groups = [0, 6, 7, 8, 9, 10].map((score) => groupOf(score))
  expect(groups).toEqual(['detractors', 'detractors', 'passives', 'passives', 'promoters', 'promoters'])
})
