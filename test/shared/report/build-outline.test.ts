import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { LOCALES } from '../../../shared/locale/translate'
import { buildOutline } from '../../../shared/report/build-outline'
import { cut } from '../../../shared/report/cut'
import type { Chart, Outline, Slide } from '../../../shared/report/outline'
import { empty, filtered, FIXTURES, poor, rich, tiny } from './fixtures'
import { kinds, find } from './outline-slides'

const GOLDEN = new URL('../../golden/outlines/', import.meta.url)
const update = process.env['UPDATE_GOLDEN'] === '1'

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
