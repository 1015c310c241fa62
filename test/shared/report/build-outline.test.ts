import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { LOCALES } from '../../../shared/locale/translate'
import { differenceOf } from '../../../shared/nps/difference'
import { figureOf } from '../../../shared/nps/figure'
import { buildOutline } from '../../../shared/report/build-outline'
import { cut } from '../../../shared/report/cut'
import type { Chart, Outline, Slide } from '../../../shared/report/outline'
import { comparedOf } from './change-fixture'
import { empty, filtered, FIXTURES, monthly, poor, rich, tiny } from './fixtures'

const GOLDEN = new URL('../../golden/outlines/', import.meta.url)
const update = process.env['UPDATE_GOLDEN'] === '1'

const kinds = (outline: Outline): string[] => outline.slides.map(({ kind }) => kind)
type SlideOf<K, S = Slide> = S extends Slide ? (K extends S['kind'] ? S : never) : never

function find<K extends Slide['kind']>(outline: Outline, kind: K): SlideOf<K> {
  const found = outline.slides.find((slide): slide is SlideOf<K> => slide.kind === kind)
  if (!found) throw new Error(`no ${kind}`)
  return found
}
const chartOf = (slide: Slide): Chart | null => ('chart' in slide ? slide.chart : null)

describe.each(LOCALES)('outline in %s', (locale) => {
  it.each(['rich', 'poor', 'tiny'] as const)('of %s is the checked-in one (UPDATE_GOLDEN=1 renews it)', (name) => {
    const file = new URL(`${name}-${locale}.json`, GOLDEN)
    const text = `${JSON.stringify(buildOutline(FIXTURES[name], locale), null, 2)}\n`
    if (update) {
      mkdirSync(GOLDEN, { recursive: true })
      writeFileSync(file, text)
    }
    expect(existsSync(file)).toBe(true)
    expect(text).toBe(readFileSync(file, 'utf8'))
  })

  it.each(Object.entries(FIXTURES))('of %s is plain data without holes or raw placeholders', (_, data) => {
    const outline = buildOutline(data, locale)
    expect(JSON.parse(JSON.stringify(outline))).toEqual(outline)
    expect(JSON.stringify(outline)).not.toMatch(/undefined|NaN|Infinity|\{n\}|, plural,/)
    for (const slide of outline.slides) {
      expect(slide.title).not.toBe('')
      expect(slide.notes.length).toBeGreaterThan(0)
    }
  })

  it('has slides whose ids are about something: no two alike, and the same in every language', () => {
    for (const data of Object.values(FIXTURES)) {
      const [here, other] = [locale, locale === 'en' ? 'ko' : ('en' as const)].map((each) => buildOutline(data, each as typeof locale).slides.map(({ id }) => id))
      expect(new Set(here).size).toBe(here?.length)
      expect(here).toEqual(other)
    }
    expect(buildOutline(rich, locale).slides.map(({ id }) => id).join(' ')).toBe(
      'title headline trend composition league heat change themes growth pain bright segment:industry segment:country segment:tenure method',
    )
  })

  it('has charts and tables that agree in size', () => {
    for (const slide of Object.values(FIXTURES).flatMap((data) => buildOutline(data, locale).slides)) {
      const chart = chartOf(slide)
      for (const { values, tones, interval } of chart?.series ?? []) {
        expect(values).toHaveLength(chart?.categories.length ?? 0)
        expect(tones).toHaveLength(values.length)
        if (interval) expect([interval.low.length, interval.high.length]).toEqual([values.length, values.length])
      }
      if (!('table' in slide)) continue
      for (const { cells } of slide.table.rows) expect(cells).toHaveLength(slide.table.columns.length)
    }
  })

  it('never gives a score in a sentence without interval and answers', () => {
    const answers = locale === 'en' ? /answers?/ : /응답|건/
    for (const slide of Object.values(FIXTURES).flatMap((data) => buildOutline(data, locale).slides)) {
      expect(slide.title).not.toMatch(/[+\u2212]\d/)
      if (!('body' in slide)) continue
      for (const line of slide.body.filter((text) => /(?:^|[ :,])[+\u2212]\d/.test(text))) {
        expect(line).toMatch(/95 ?%/)
        if (slide.kind !== 'trend' && slide.kind !== 'change') expect(line).toMatch(answers)
      }
    }
  })

  it('has cells of the type their column names', () => {
    for (const { columns, rows } of Object.values(FIXTURES).flatMap((data) => buildOutline(data, locale).sheets)) {
      for (const row of rows) {
        expect(row).toHaveLength(columns.length)
        row.forEach((value, at) => {
          const text = ['label', 'text', 'long-text', 'id'].includes(columns[at]?.type ?? '')
          if (value !== null) expect(typeof value).toBe(text ? 'string' : 'number')
        })
      }
    }
  })
})

describe('what a deck holds', () => {
  it('is everything when the data have everything', () => {
    const segments = ['segment', 'segment', 'segment']
    expect(kinds(buildOutline(rich, 'en'))).toEqual([
      'title',
      'headline',
      'trend',
      'composition',
      'league',
      'heat',
      'change',
      'themes',
      'growth',
      'quotes',
      'quotes',
      ...segments,
      'method',
    ])
  })
  it('is less when they lack dates, comments and codes, but always composition', () => {
    expect(kinds(buildOutline(poor, 'en'))).toEqual(['title', 'headline', 'groups', 'segment', 'method'])
    expect(kinds(buildOutline(empty, 'ko'))).toEqual(['title', 'headline', 'groups', 'method'])
    expect(kinds(buildOutline({ ...poor, segments: [] }, 'en'))).toEqual(['title', 'headline', 'groups', 'method'])
  })
  it('says of a filter that lets nothing through just that', () => {
    const none = { ...filtered, headline: empty.headline, change: null, responses: { ...filtered.responses, accepted: 0, scored: 0, commented: 0, first: null, last: null } }
    const { slides } = buildOutline(none, 'en')
    expect(slides.find(({ id }) => id === 'headline')?.title).toBe('No scored answers pass the filter')
    const facts = find({ slides } as ReturnType<typeof buildOutline>, 'method').facts.map(({ label }) => label)
    expect(facts).not.toContain('Dates')
    expect(facts).not.toContain('Codebook')
  })
  it('speaks of the period that is compared on each page, not of the latest', () => {
    const [from, to] = rich.trend?.points ?? []
    if (!from || !to || !rich.change) throw new Error('fixture')
    const { slides } = buildOutline({ ...rich, change: { ...rich.change, from, to } }, 'en')
    const name = to.period.replace('-', ' ')
    expect(slides.find(({ id }) => id === 'trend')?.title).toContain(name)
    expect(slides.find(({ id }) => id === 'composition')?.title).toContain(name)
  })
  it('has no trend line where no period has a score, yet the counts', () => {
    expect(kinds(buildOutline(tiny, 'en'))).toEqual(['title', 'headline', 'composition', 'segment', 'method'])
    expect(find(buildOutline(tiny, 'en'), 'composition').table.rows[0]?.cells).toEqual([
      'Promoters',
      '3 of 5',
      '1 of 2',
    ])
  })
  it('shows six fields at most; the workbook and the method slide name the rest', () => {
    const [field] = poor.segments
    if (!field) throw new Error('fixture')
    const outline = buildOutline(
      { ...poor, segments: Array.from({ length: 9 }, (_, at) => ({ ...field, field: `F${at}` })) },
      'en',
    )
    expect(kinds(outline).filter((kind) => kind === 'segment')).toHaveLength(6)
    expect(outline.sheets.filter(({ name }) => name.startsWith('By F'))).toHaveLength(9)
    expect(JSON.stringify(find(outline, 'method').facts)).toContain('F6, F7, F8')
  })
})

describe('why something is not in it', () => {
  it.each([
    ['rich', []],
    ['poor', ['no-dates', 'no-comments']],
    ['tiny', ['no-codes', 'no-quotes']],
    ['empty', ['no-answers', 'no-dates', 'no-fields', 'no-comments']],
  ] as const)('%s', (name, missing) => expect(buildOutline(FIXTURES[name], 'en').missing).toEqual(missing))
  it('is told of themes that nobody mentions and of one period alone', () => {
    const data = { ...rich, trend: null, change: null, themes: { base: 1266, coverage: 0, codes: [] }, quotes: [] }
    expect(buildOutline(data, 'en').missing).toEqual(['one-period', 'no-mentions', 'no-quotes'])
  })
})

describe('the filter', () => {
  const WORDS =
    'Industry is Finance, Travel or (blank); answered in 2025 Q4 to 2026 Q2; scored 0-3, 9-10 or no score; ' +
    'Detractors or Passives only; wave is a, b, c, d or 2 more; mentions Price or Delivery; comment has no code; ' +
    'comment contains “slow "app"”'
  it('is in words, whole on the method page, cut on cover and foot, and in every note', () => {
    const outline = buildOutline(filtered, 'en')
    expect(find(outline, 'method').facts).toContainEqual({
      label: 'Filter',
      text: `${cut(WORDS, 240)} (1,290 of 4,200 responses)`,
    })
    expect(find(outline, 'title').lines.some((line) => line.startsWith('Filter: Industry is Finance'))).toBe(true)
    expect(outline.footer).toContain(' · Filter: Industry is Finance')
    for (const { notes } of outline.slides) expect(notes.at(-1)).toContain('filter: Industry is Finance')
  })
  it('leaves no word where there is none', () => {
    expect(JSON.stringify(buildOutline(rich, 'en'))).not.toMatch(/filter/i)
    expect(JSON.stringify(buildOutline(rich, 'ko'))).not.toMatch(/필터/)
  })
})

describe('what the words say', () => {
  it('is about the latest period where there is a change, and names the score of all answers', () => {
    const { score, groups, change } = find(buildOutline(rich, 'en'), 'headline')
    expect(score).toMatchObject({ label: 'Net Promoter Score, 2026 Q2', value: '+44' })
    expect(score.lines.at(-1)).toBe(
      'All answers, 1 July 2024 to 28 June 2026: +30 (95% interval +25 to +34, 1,266 answers)',
    )
    expect(groups.map(({ count }) => count)).toEqual(['154 of 260', '66 of 260', '40 of 260'])
    expect(change?.lines[1]).toBe('2026 Q1: +35 (95% interval +25 to +45, 238 answers)')
  })
  it('puts a question below the finding', () => {
    const { title, body } = find(buildOutline(filtered, 'en'), 'segment')
    expect(title).toBe('NPS is highest for 2-5 years, lowest for Under 3 months')
    expect(body[0]).toBe('How long have you been a customer of Hanbit Cloud?')
  })
  it('marks a period that is not over', () => {
    expect(find(buildOutline(monthly, 'en'), 'trend').table.columns.at(-1)?.label).toBe('Jun ’26 (so far)')
  })
  it('states a change with interval and verdict', () => {
    expect(find(buildOutline(rich, 'en'), 'headline').change?.lines[0]).toBe(
      'Up 9 points (95% interval \u22125 to +22): within noise.',
    )
    expect(find(buildOutline(rich, 'ko'), 'headline').change?.lines[0]).toBe(
      '9점 상승(95% 신뢰구간 \u22125 ~ +22): 우연한 변동 범위 안입니다.',
    )
  })
  it.each([
    [12.5, 4, 20, 'up', 'Up 13 points (95% interval +4 to +20): more than noise.'],
    [-12.5, -20, -4, 'down', 'Down 13 points (95% interval \u221220 to \u22124): more than noise.'],
    [1, -4, 6, 'within-noise', 'Up 1 point (95% interval \u22124 to +6): within noise.'],
    [9, 0.3, 18, 'up', 'Up 9 points (95% interval +0.3 to +18.0): more than noise.'],
    [-0.4, -7, 7, 'within-noise', 'Level, 0 points (95% interval \u22127 to +7): within noise.'],
    [40, -10, 90, 'not-comparable', 'Not compared: at least one of the two periods has fewer than 10 answers.'],
  ] as const)('%d points, %s', (difference, low, high, verdict, words) => {
    if (!rich.change) throw new Error('fixture')
    const data = { ...rich, change: { ...rich.change, change: { difference, low, high, p: 0.5, verdict } } }
    expect(find(buildOutline(data, 'en'), 'headline').change?.lines[0]).toBe(words)
  })
  it('shows counts only below ten answers, and says so', () => {
    const { score, chart, groups } = find(buildOutline(tiny, 'en'), 'headline')
    expect([score.value, chart]).toEqual([null, null])
    expect(score.lines[0]).toBe('Too few answers for a score: 7 answers (4 promoters, 1 passive, 2 detractors).')
    expect(groups.map(({ share }) => share)).toEqual(['4', '1', '2'])
  })
  it('greys a low base, names it, and does not rank it', () => {
    const { table, chart } = find(buildOutline(monthly, 'en'), 'segment')
    expect(table.rows.map(({ cells, muted, mark }) => [cells[0], muted, mark])).toEqual([
      ['Enterprise', false, null],
      ['Free', true, 'low base'],
      ['Team', true, 'low base'],
    ])
    expect(chart?.series[0]?.tones).toEqual(['score', 'low', 'low'])
  })
  it('shows the twelve largest groups that have a score, and counts the others', () => {
    const slide = buildOutline(rich, 'en').slides.find(
      (entry): entry is SlideOf<'segment'> => entry.kind === 'segment' && entry.title.includes('Country'),
    )
    if (!slide) throw new Error('no slide')
    expect(slide.table.rows).toHaveLength(12)
    expect(slide.foot[0]).toBe(
      '12 of 40 groups; the other 28 have 397 answers together and are in the workbook.',
    )
  })
  it('marks another scale on every slide', () => {
    const outline = buildOutline(poor, 'en')
    expect(outline.footer).toContain('non-standard: 1-10 scale')
    expect(find(outline, 'headline').score.label).toContain('non-standard')
    expect(JSON.stringify(find(outline, 'method').facts)).toContain('1-10 scale')
  })
  it('names a theme only if its interval leaves out zero', () => {
    const codes = [
      { id: 'a', name: 'A', color: '#000', figure: figureOf({ promoters: 30, passives: 12, detractors: 18 }), n: 60, share: 0.05, nps: 20, npsRest: 30, contribution: -0.5, low: -1.5, high: 0.5 },
    ]
    const data = { ...rich, themes: { base: 1266, coverage: 0.5, codes } }
    expect(find(buildOutline(data, 'en'), 'themes').title).toBe('No theme stands out from noise')
  })
  it('writes minus zero as zero', () => {
    const data = { ...poor, headline: figureOf({ promoters: 50, passives: 300, detractors: 51 }) }
    expect(find(buildOutline(data, 'en'), 'headline').score.value).toBe('0')
  })
})

describe('what a number was counted from', () => {
  const refsOf = (outline: Outline): string[] => [...JSON.stringify(outline).matchAll(/"ref":"([^"]+)"/g)].map(([, ref = '']) => ref)
  const cellRefs = (slide: Slide): (string | null)[] => ('table' in slide ? slide.table.rows.flatMap(({ refs }) => refs ?? []) : [])

  it.each(Object.entries(FIXTURES))('is a query of the outline, in %s', (_, data) => {
    const outline = buildOutline(data, 'en')
    const ids = outline.queries.map(({ id }) => id)
    expect(new Set(ids).size).toBe(ids.length)
    for (const ref of [...refsOf(outline), ...outline.slides.flatMap(cellRefs)]) if (ref !== null) expect(ids).toContain(ref)
    for (const slide of outline.slides) {
      if (!('table' in slide)) continue
      for (const { cells, refs } of slide.table.rows) if (refs) expect(refs).toHaveLength(cells.length)
    }
  })
  it('has the same id in every language, and in every query the filter', () => {
    const [en, ko] = [buildOutline(filtered, 'en'), buildOutline(filtered, 'ko')]
    expect(en.queries.map(({ id }) => id)).toEqual(ko.queries.map(({ id }) => id))
    const where = [{ kind: 'text', text: 'slow' }] as const
    for (const query of buildOutline({ ...rich, where }, 'en').queries) expect(query.where[0]).toEqual(where[0])
  })
  it('is the segment in its period for a step of the change', () => {
    const outline = buildOutline(rich, 'en')
    const row = find(outline, 'change').table.rows.find(({ cells }) => cells[0]?.startsWith('Retail'))
    expect(outline.queries.find(({ id }) => id === row?.refs?.[2])).toMatchObject({
      label: 'Industry: Retail · 2026 Q2',
      period: '2026-Q2',
      where: [{ dimension: { kind: 'field', field: 'industry' }, values: ['Retail'] }, { dimension: { kind: 'period', unit: 'quarter' }, values: ['2026-Q2'] }],
    })
  })
})

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
