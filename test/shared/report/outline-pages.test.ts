import { describe, expect, it } from 'vitest'
import { differenceOf } from '../../../shared/nps/difference'
import { figureOf } from '../../../shared/nps/figure'
import { buildOutline } from '../../../shared/report/build-outline'
import { comparedOf } from './change-fixture'
import { rich } from './fixtures'
import { find } from './outline-slides'

describe('the page of the change', () => {
  it('has a waterfall that ends where the later score is, step by step', () => {
    const { chart, table } = find(buildOutline(rich, 'en'), 'change')
    const [base, ...shown] = chart?.series ?? []
    if (!base || !chart) throw new Error('no chart')
    const heights = chart.categories.map((_, at) => shown.reduce((sum, { values }) => sum + Math.abs(values[at] ?? 0), 0))
    expect(heights[0]).toBeCloseTo(rich.change?.from.figure.nps ?? NaN, 9)
    expect(heights.at(-1)).toBeCloseTo(rich.change?.to.figure.nps ?? NaN, 9)
    const points = table.rows.map(({ cells }) => Number(cells.at(-1)?.replace('\u2212', '-')))
    const sum = points.slice(0, -1).reduce((all, each) => all + each, 0)
    expect(sum).toBeCloseTo(points.at(-1) ?? NaN, 9)
    // Each bar begins where the one before ends.
    let level = heights[0] ?? 0
    for (let at = 1; at < chart.categories.length - 1; at++) {
      const up = shown.some(({ tones, values }) => tones[at] === 'promoters' && values[at] !== null)
      const next = level + (up ? 1 : -1) * (heights[at] ?? 0)
      expect(base.values[at] ?? 0).toBeCloseTo(Math.max(0, Math.min(level, next)), 9)
      level = next
    }
  })
  it.each([
    [-10, 30],
    [-40, -10],
    [25, -20],
  ])('lies right on both sides of zero: %d to %d', (before, after) => {
    const figure = (nps: number) => figureOf({ promoters: 100 + nps, passives: 0, detractors: 100 - nps })
    const [from, to] = [{ period: '2026-Q1', figure: figure(before), isOver: true }, { period: '2026-Q2', figure: figure(after), isOver: true }]
    const [industries] = rich.segments
    if (!industries) throw new Error('fixture')
    const data = { ...rich, change: { from, to, change: differenceOf(from.figure, to.figure) }, compared: [comparedOf(industries, from.figure, to.figure)] }
    const { chart } = find(buildOutline(data, 'en'), 'change')
    let level = before
    chart?.categories.forEach((_, at) => {
      const values = chart.series.map((series) => series.values[at] ?? 0)
      const top = values.filter((value) => value > 0).reduce((sum, value) => sum + value, 0)
      const bottom = values.filter((value) => value < 0).reduce((sum, value) => sum + value, 0)
      if (at > 0 && at < chart.categories.length - 1) {
        const ends = [top, bottom, chart.series[0]?.values[at] ?? 0]
        expect(ends.some((end) => Math.abs(end - level) < 1e-9) || (level === 0)).toBe(true)
        level += chart.series.slice(1).reduce((sum, { values: own, tones }) => sum + (tones[at] === 'promoters' ? 1 : -1) * Math.abs(own[at] ?? 0), 0)
      }
    })
    expect(level).toBeCloseTo(after, 6)
  })
})

describe('the heat map', () => {
  it('gives counts alone below ten answers, and no colour to a low base', () => {
    const { rows } = find(buildOutline(rich, 'en'), 'heat')
    const cells = rows.flatMap(({ cells: own }) => own)
    const flat = rich.cross?.cells.flat() ?? []
    expect(cells).toHaveLength(flat.length)
    cells.forEach(({ score, heat, muted, answers }, at) => {
      const { n, base } = flat[at]!
      expect(answers).toBe(n === 0 ? '–' : `n ${n}`)
      expect(score === '').toBe(base === 'tiny')
      expect(heat === null).toBe(base !== 'ok')
      expect(muted).toBe(base !== 'ok')
    })
  })
})
