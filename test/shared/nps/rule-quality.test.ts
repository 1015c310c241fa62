import { readFileSync } from 'node:fs'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { Interval } from '../../../shared/nps/adjusted-wald'
import { auditOf, mostOfNone, type Stratum } from '../../../shared/nps/audit'
import { newcombe } from '../../../shared/nps/newcombe'
import { qualityOf } from '../../../shared/nps/rule-quality'
import { wilson } from '../../../shared/nps/wilson'

type Numbers = Readonly<Record<string, number>>
interface Case {
  readonly id: string
  readonly input: Numbers
  readonly expected: Readonly<Record<string, number | readonly [number, number]>>
  readonly tolerance: number
}

const file = new URL('../../../../shared/statistics-cases.json', import.meta.url)
const cases = (JSON.parse(readFileSync(file, 'utf8')) as Case[]).filter(({ id }) => /^txt-0(1[1-9]|20)$/.test(id))
/** Read in their sources, to the four digits that are printed there. */
const PRINTED: readonly Case[] = [
  { id: 'txt-013', input: { x: 15, n: 148 }, expected: { ci: [0.0624, 0.1605] }, tolerance: 0.00005 },
  { id: 'txt-014', input: { x: 0, n: 20 }, expected: { ci: [0, 0.1611] }, tolerance: 0.00005 },
]

const ends = ({ low, high }: Interval) => [low, high] as const
const ofAll = ({ tp, fp, fn }: Numbers) => qualityOf({ tp: tp!, fp: fp!, fn: fn! })
const stratified = (input: Numbers) =>
  auditOf(
    { size: input['flagged_N']!, judged: input['sample_flagged']!, yes: input['correct']! },
    [{ size: input['unflagged_N']!, judged: input['sample_unflagged']!, yes: input['missed']! }],
  )

/** What each expectation of a case is compared with. */
const FOUND: Readonly<Record<string, (input: Numbers) => number | readonly [number, number] | null>> = {
  precision: (input) => ('tp' in input ? ofAll(input) : stratified(input)).precision!.share,
  recall: (input) => ('tp' in input ? ofAll(input) : stratified(input)).recall!.share,
  f1: (input) => ('tp' in input ? ofAll(input) : stratified(input)).f1,
  precision_ci_wilson: (input) => ends(('tp' in input ? ofAll(input) : stratified(input)).precision!),
  recall_ci_wilson: (input) => ends(ofAll(input).recall!),
  recall_ci_logit_delta: (input) => ends(stratified(input).recall!),
  est_tp: (input) => stratified(input).belonging! * stratified(input).recall!.share,
  est_fn: (input) => stratified(input).belonging! * (1 - stratified(input).recall!.share),
  est_prevalence: (input) => stratified(input).belonging! / (input['flagged_N']! + input['unflagged_N']!),
  upper95_one_sided: ({ n }) => mostOfNone(n!),
  wilson_95_two_sided: ({ errors, n }) => ends(wilson(errors!, n!)),
  ci: ({ x, n, x1, n1, x2, n2 }) => ends(x === undefined ? newcombe({ x: x1!, n: n1! }, { x: x2!, n: n2! }) : wilson(x, n!)),
}
/** Not a figure of ours: an approximation of another one. */
const LEFT_OUT = new Set(['rule_of_three'])

test('every case is here', () => {
  expect(cases.map(({ id }) => id)).toEqual(['txt-011', 'txt-012', 'txt-015', 'txt-016', 'txt-018', 'txt-019', 'txt-020'])
})

describe('published and computed cases', () => {
  test.each([...cases, ...PRINTED])('$id', ({ input, expected, tolerance }) => {
    const names = Object.keys(expected).filter((name) => !LEFT_OUT.has(name))
    expect(names.length).toBeGreaterThan(0)
    for (const name of names) {
      const wanted = [expected[name]!].flat()
      const found = [FOUND[name]!(input)!].flat()
      expect(found, name).toHaveLength(wanted.length)
      wanted.forEach((one, at) => expect(Math.abs(found[at]! - one), name).toBeLessThanOrEqual(tolerance))
    }
  })
})

const stratum = (most: number): fc.Arbitrary<Stratum> =>
  fc
    .integer({ min: 1, max: most })
    .chain((size) => fc.integer({ min: 1, max: size }).map((judged) => ({ size, judged })))
    .chain((one) => fc.integer({ min: 0, max: one.judged }).map((yes) => ({ ...one, yes })))

describe('audits', () => {
  test('the share lies within its interval, and the interval within 0 and 1', () => {
    fc.assert(
      fc.property(stratum(400), fc.array(stratum(5000), { minLength: 1, maxLength: 2 }), (flagged, unflagged) => {
        const { precision, recall } = auditOf(flagged, unflagged)
        for (const estimate of [precision, recall]) {
          if (!estimate) continue
          expect(estimate.low).toBeGreaterThanOrEqual(0)
          expect(estimate.low).toBeLessThanOrEqual(estimate.share + 1e-12)
          expect(estimate.high).toBeGreaterThanOrEqual(estimate.share - 1e-12)
          expect(estimate.high).toBeLessThanOrEqual(1)
        }
      }),
      { seed: 20_261_123, numRuns: 1000 },
    )
  })

  test('a stratum cut in two of the same kind, judged alike, says the same share', () => {
    const whole = auditOf({ size: 400, judged: 60, yes: 51 }, [{ size: 4600, judged: 100, yes: 2 }])
    const halves = auditOf({ size: 400, judged: 60, yes: 51 }, [{ size: 2300, judged: 50, yes: 1 }, { size: 2300, judged: 50, yes: 1 }])
    expect(halves.recall!.share).toBeCloseTo(whole.recall!.share, 12)
    expect(halves.recall!.low).toBeCloseTo(whole.recall!.low, 12)
  })

  test('no misses found leaves what may still be hidden', () => {
    const { recall, noMisses } = auditOf({ size: 400, judged: 60, yes: 60 }, [{ size: 4600, judged: 60, yes: 0 }])
    expect(noMisses).toBe(true)
    expect(recall).toEqual({ share: 1, low: 400 / (400 + 4600 * mostOfNone(60)), high: 1 })
  })

  test('where all was judged, nothing is hidden', () => {
    expect(auditOf({ size: 3, judged: 3, yes: 3 }, [{ size: 2, judged: 2, yes: 0 }]).recall).toEqual({ share: 1, low: 1, high: 1 })
  })

  test('a clean stratum beside one with misses widens the interval downwards', () => {
    const near = { size: 100, judged: 50, yes: 5 }
    const alone = auditOf({ size: 400, judged: 60, yes: 51 }, [near]).recall!
    const beside = auditOf({ size: 400, judged: 60, yes: 51 }, [near, { size: 4000, judged: 100, yes: 0 }]).recall!
    expect(beside.share).toBe(alone.share)
    expect(beside.low).toBeLessThan(alone.low - 0.1)
  })

  test('what is not judged yet is not told; a stratum of none needs no judging', () => {
    expect(auditOf({ size: 400, judged: 0, yes: 0 }, [{ size: 4600, judged: 0, yes: 0 }])).toEqual({
      precision: null,
      recall: null,
      noMisses: false,
      f1: null,
      belonging: null,
    })
    expect(auditOf({ size: 4, judged: 2, yes: 2 }, [{ size: 0, judged: 0, yes: 0 }]).recall).toEqual({ share: 1, low: 1, high: 1 })
    expect(auditOf({ size: 4, judged: 2, yes: 0 }, [{ size: 9, judged: 3, yes: 0 }]).recall).toBeNull()
  })
})
