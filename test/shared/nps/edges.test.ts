import { expect, test } from 'vitest'
import { effectOf } from '../../../shared/nps/code-effect'
import { differenceOf } from '../../../shared/nps/difference'
import { figureOf } from '../../../shared/nps/figure'
import { roundHalfAway, signed } from '../../../shared/nps/round'
import type { GroupCounts } from '../../../shared/nps/types'

const group = (promoters: number, passives: number, detractors: number): GroupCounts => ({
  promoters,
  passives,
  detractors,
})
const nobody = group(0, 0, 0)

test('no answers, no score', () => {
  expect(figureOf(nobody)).toEqual({
    ...nobody,
    n: 0,
    nps: null,
    low: null,
    high: null,
    base: 'tiny',
    reason: 'no-answers',
  })
})

test.each([
  [9, 'tiny'],
  [10, 'low'],
  [29, 'low'],
  [30, 'ok'],
] as const)('%i answers are a %s base', (n, base) => {
  expect(figureOf(group(0, n, 0)).base).toBe(base)
})

test('a figure may be given where counts are asked for', () => {
  const figure = figureOf(group(110, 60, 30))
  expect(differenceOf(figure, figureOf(group(90, 65, 45)))).toEqual(
    differenceOf(group(110, 60, 30), group(90, 65, 45)),
  )
})

test('no verdict over fewer than ten answers, none at all without answers', () => {
  const small = differenceOf(group(9, 0, 0), group(0, 0, 900))
  expect(small.verdict).toBe('not-comparable')
  expect(small.difference).toBe(-200)
  expect(small.p).toBeLessThan(0.05)
  expect(differenceOf(nobody, group(50, 0, 0))).toEqual({
    difference: null,
    low: null,
    high: null,
    p: null,
    verdict: 'not-comparable',
  })
})

test('the verdict follows p', () => {
  expect(differenceOf(group(110, 60, 30), group(90, 65, 45)).verdict).toBe('down')
  expect(differenceOf(group(90, 65, 45), group(110, 60, 30)).verdict).toBe('up')
  expect(differenceOf(group(90, 65, 45), group(92, 65, 43)).verdict).toBe('within-noise')
})

test('an effect needs both a mention and a rest', () => {
  expect(effectOf(nobody, group(3, 2, 1))).toEqual({
    n: 0,
    share: 0,
    nps: null,
    npsRest: 100 / 3,
    contribution: 0,
    low: null,
    high: null,
  })
  expect(effectOf(group(3, 2, 1), nobody)).toMatchObject({ n: 6, share: 1, npsRest: null, contribution: null })
  expect(effectOf(nobody, nobody)).toMatchObject({ n: 0, share: 0, nps: null, npsRest: null, contribution: null })
})

test.each([
  [2.5, 0, 3],
  [-2.5, 0, -3],
  [-0.5, 0, -1],
  [-0.4, 0, 0],
  [0, 0, 0],
  [43.4999, 0, 43],
  [0.5 - 1e-12, 0, 1],
  [36.3184, 1, 36.3],
  [-26.25, 1, -26.3],
] as const)('%d with %i digits is shown as %d', (value, digits, shown) => {
  expect(roundHalfAway(value, digits)).toBe(shown)
})

test.each([
  [42.4, 0, '+42'],
  [-8, 0, '\u22128'],
  [-0.2, 0, '0'],
  [-0.04, 1, '0.0'],
  [17.52, 1, '+17.5'],
] as const)('%d is written %s', (value, digits, text) => {
  expect(signed(value, digits)).toBe(text)
})
