import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { differenceOf } from '../../../shared/nps/difference'
import { effectOf } from '../../../shared/nps/code-effect'
import { figureOf } from '../../../shared/nps/figure'
import { brightSpot, certainEnd, explaining, findingsOf, todoOf } from '../../../shared/report/findings'
import { phrases } from '../../../shared/report/phrases'
import { findingSentence, todoSentence } from '../../../shared/report/statements'
import type { ReportData } from '../../../shared/report/types'
import { stepsOf } from '../../../shared/report/waterfall'
import { comparedOf } from './change-fixture'
import { empty, poor, rich, tiny } from './fixtures'

const counts = (promoters: number, passives: number, detractors: number) => ({ promoters, passives, detractors })
const kinds = (data: ReportData): string[] => findingsOf(data).map(({ kind }) => kind)

/** 1,000 answers of two groups and what they mention; nothing else. */
const two = (low: readonly [number, number, number], high: readonly [number, number, number]): ReportData => {
  const rows = [low, high].map((each, at) => ({ value: at === 0 ? 'Low' : 'High', figure: figureOf(counts(...each)) }))
  const sum = (part: 'promoters' | 'passives' | 'detractors'): number => rows.reduce((all, { figure }) => all + figure[part], 0)
  return {
    ...poor,
    nonStandard: null,
    headline: figureOf(counts(sum('promoters'), sum('passives'), sum('detractors'))),
    segments: [{ id: 'f', field: 'Plan', onPage: true, rows }],
  }
}

describe('what is found', () => {
  it('is segments far from the rest, beyond noise', () => {
    expect(kinds(two([100, 100, 300], [300, 100, 100]))).toEqual(['score', 'segment-low', 'segment-high'])
    expect(kinds(two([200, 100, 200], [210, 100, 190]))).toEqual(['score'])
  })
  it('names nobody with fewer than 30 answers, and says so', () => {
    const data = two([1, 2, 26], [300, 100, 100])
    expect(findingsOf(data).map(({ kind }) => kind)).toEqual(['score', 'low-base-segments'])
  })
  it('names no theme whose share may as well not have moved', () => {
    const [code] = rich.growth ?? []
    if (!code) throw new Error('fixture')
    const side = { ...code.to, n: 200 }
    const grown = (low: number): ReportData => ({ ...rich, growth: [{ ...code, from: side, to: side, change: { ...code.change, difference: 4, low, high: 9, p: 0.06 } }] })
    expect(kinds(grown(0.4))).toContain('theme-grew')
    expect(kinds(grown(-0.4))).not.toContain('theme-grew')
  })
  it('is a change with its verdict, and a low base on either side', () => {
    const [from, to] = [figureOf(counts(8, 4, 3)), figureOf(counts(20, 8, 6))]
    const change = { from: { period: '2026-Q1', figure: from, isOver: true }, to: { period: '2026-Q2', figure: to, isOver: true }, change: differenceOf(from, to) }
    expect(kinds({ ...poor, change, segments: [] })).toEqual(['score', 'change', 'low-base'])
  })
  it('is themes whose interval leaves out 0', () => {
    const theme = (name: string, mentioned: ReturnType<typeof counts>) => ({ id: name, name, color: '#000', figure: figureOf(mentioned), ...effectOf(mentioned, counts(400 - mentioned.promoters, 200 - mentioned.passives, 200 - mentioned.detractors)) })
    const codes = [theme('bad', counts(5, 10, 60)), theme('good', counts(90, 5, 2)), theme('plain', counts(40, 20, 20)), theme('rare', counts(0, 0, 12))]
    const found = findingsOf({ ...poor, segments: [], themes: { base: 800, coverage: 1, codes } })
    expect(found.map((finding) => ('theme' in finding ? `${finding.kind} ${finding.theme.name}` : finding.kind)).sort()).toEqual(['score', 'theme-adds good', 'theme-costs bad'])
  })
  it('of data without answers is that there are too few', () => {
    expect(kinds(empty)).toEqual(['score', 'low-base'])
    expect(kinds(tiny)).toContain('low-base')
  })
  it.each([
    [1, 5, 1],
    [-5, -2, 2],
    [-1, 5, 0],
    [null, null, 0],
    [0, 3, 0],
  ])('is ranked by the end nearer to 0: %s to %s is %d', (low, high, end) => expect(certainEnd(low, high)).toBe(end))
})

const some = (min: number) => fc.tuple(fc.integer({ min, max: 90 }), fc.integer({ min, max: 90 }), fc.integer({ min, max: 90 }))

describe('findings of any data', () => {
  it('come in the order of their ranks, cautions last, and rank no more than the score can move', () => {
    fc.assert(
      fc.property(some(0), some(0), (low, high) => {
        const found = findingsOf(two(low, high)).filter(({ kind }) => kind.startsWith('segment'))
        const ranks = found.map(({ rank }) => rank)
        expect(ranks).toEqual([...ranks].sort((a, b) => b - a))
        for (const finding of found) {
          if (!('segment' in finding) || !('rest' in finding.segment)) continue
          const { figure, difference } = finding.segment
          expect(figure.n).toBeGreaterThanOrEqual(30)
          expect(finding.rank).toBeGreaterThan(0)
          expect(finding.rank).toBeLessThanOrEqual(Math.abs(difference.difference ?? 0) + 1e-9)
        }
      }),
    )
  })
  it('say in a sentence how sure they are, in both languages', () => {
    for (const data of [rich, poor, tiny, empty]) {
      for (const finding of findingsOf(data)) {
        for (const locale of ['en', 'ko'] as const) {
          const text = findingSentence(finding, phrases(locale))
          expect(text).not.toMatch(/[{}]|undefined|NaN/)
          if (/[+\u2212]\d/.test(text)) expect(text).toMatch(/95 ?%/)
          expect(text).not.toMatch(/because|caused|drives|때문/)
        }
      }
    }
  })
  it('open the responses that they are about', () => {
    for (const { kind, counted } of findingsOf(rich)) {
      if (kind.startsWith('theme')) expect(counted[0]?.kind).toBe('code')
      if (kind === 'segment-low' || kind === 'segment-fell' || kind === 'segment-gone') expect(counted[0]?.kind).toBe('value')
    }
  })
})

describe('the one page', () => {
  it('names three things at most, of three subjects, with a theme and a bright spot among them', () => {
    const found = findingsOf(rich)
    const named = explaining(found)
    expect(named).toHaveLength(3)
    expect(named.some(({ kind }) => kind.startsWith('theme'))).toBe(true)
    expect(named).toContain(brightSpot(found))
    expect(named.map(({ rank }) => rank)).toEqual(named.map(({ rank }) => rank).sort((a, b) => b - a))
  })
  it.each([
    ['the surest that is bad', rich, /^Talk to detractors among the 150 who mention/],
    ['the detractors where nothing stands out', { ...poor, segments: [] }, /^Talk to some of the 64 detractors/],
  ] as const)('has one thing to do: %s', (_, data, words) => {
    const todo = todoOf(data, findingsOf(data))
    expect(todo && todoSentence(todo, null, phrases('en'))).toMatch(words)
  })
  it('asks nobody of an anonymous survey about an answer', () => {
    const said = (todo: Parameters<typeof todoSentence>[0]): string => todoSentence(todo, null, phrases('en'), true)
    const low = todoOf(rich, findingsOf(rich).filter(({ kind }) => kind === 'segment-low'))
    expect(low && said(low)).toMatch(/^Talk with .+ \(.+\) as a group, and ask nobody which answer was theirs \([\d,]+ answers\)\.$/)
    expect(said({ finding: null, counted: [], n: 64 })).toBe('Talk with everybody, and ask nobody which answer was theirs: no group stands out from noise.')
  })
  it('begins with what a clear fall comes from', () => {
    const [from, to] = [figureOf(counts(200, 100, 100)), figureOf(counts(140, 100, 160))]
    const segment = (value: string, before: readonly [number, number, number], after: readonly [number, number, number]) => {
      const sides = { from: figureOf(counts(...before)), to: figureOf(counts(...after)) }
      return { value, ...sides, change: differenceOf(sides.from, sides.to), q: 0.001, shareFrom: 0.5, shareTo: 0.5, parts: { mix: 0, rate: 0 } }
    }
    const data = {
      ...two([10, 20, 370], [330, 180, 90]),
      change: { from: { period: '2026-Q1', figure: from, isOver: true }, to: { period: '2026-Q2', figure: to, isOver: true }, change: differenceOf(from, to) },
      compared: [{ id: 'g', field: 'Industry', segments: [segment('Fell', [100, 50, 50], [40, 50, 110]), segment('Same', [100, 50, 50], [100, 50, 50])] }],
    }
    const found = findingsOf(data)
    expect(found.filter(({ rank }) => rank > 0).map(({ kind }) => kind)).toContain('segment-fell')
    expect(explaining(found).map(({ kind }) => kind)).toContain('segment-fell')
    expect(todoOf(data, found)).toMatchObject({ finding: { kind: 'segment-fell' }, n: 200 })
  })
  it('has none where fewer than 10 could be meant', () => {
    expect(todoOf(tiny, findingsOf(tiny))).toBeNull()
    expect(todoOf(empty, findingsOf(empty))).toBeNull()
  })
})

describe('the steps of a change', () => {
  const [industries] = rich.segments
  if (!industries) throw new Error('fixture')
  const side = fc.tuple(fc.integer({ min: 0, max: 400 }), fc.integer({ min: 0, max: 400 }), fc.integer({ min: 1, max: 400 }))

  it('add up to it exactly; nobody is named below 10 answers', () => {
    fc.assert(
      fc.property(side, side, (before, after) => {
        const [from, to] = [figureOf(counts(...before)), figureOf(counts(...after))]
        const field = comparedOf(industries, from, to)
        const steps = stepsOf(field)
        expect(steps).not.toBeNull()
        const sum = steps!.reduce((all, { points }) => all + points, 0)
        expect(sum).toBeCloseTo((to.nps ?? 0) - (from.nps ?? 0), 8)
        for (const step of steps!) {
          if (step.kind === 'rate') expect(Math.min(...step.n)).toBeGreaterThanOrEqual(10)
          if (step.kind === 'new' || step.kind === 'gone') expect(Math.max(...step.n)).toBeGreaterThanOrEqual(10)
        }
      }),
    )
  })
  it('are not there where the parts are not known', () => {
    expect(stepsOf({ id: 'f', field: 'F', segments: [] })).toBeNull()
    const field = rich.compared[0]!
    expect(stepsOf({ ...field, segments: field.segments.map((segment) => ({ ...segment, parts: null })) })).toBeNull()
  })
  it('name what is new and what is gone', () => {
    const steps = stepsOf(rich.compared[0]!)!
    expect(steps.filter(({ kind }) => kind === 'gone').map((step) => 'value' in step && step.value)).toEqual(['Software and internet services, including platform operators and marketplaces'])
    expect(steps.filter(({ kind }) => kind === 'new').map((step) => 'value' in step && step.value)).toContain('Retail')
  })
})

