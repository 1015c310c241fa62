import fc from 'fast-check'
import { beforeAll, describe, expect, it } from 'vitest'
import { buildOutline } from '../../../shared/report/build-outline'
import { EARSHOT_BRAND } from '../../../shared/report/layout/brand'
import type { Chart, Outline } from '../../../shared/report/outline'
import { writePptx } from '../../../shared/report/write-pptx'
import { FIXTURES, rich } from './fixtures'
import { poisoned } from './hostile'
import { officeFaults, officeParts } from './well-formed'

const charts = (outline: Outline): Chart[] =>
  outline.slides.flatMap((slide) => ('chart' in slide && slide.chart !== null ? [slide.chart] : []))

const all = (xml: string, pattern: RegExp): string[] => [...xml.matchAll(pattern)].map(([, found = '']) => found)

describe('writePptx', () => {
  const outline = buildOutline(rich, 'ko')
  let bytes: Uint8Array
  let parts: Map<string, string>
  beforeAll(async () => {
    bytes = await writePptx(outline)
    parts = officeParts(bytes)
  })
  const part = (name: string): string => parts.get(name) ?? ''

  it.each(Object.entries(FIXTURES))('gives a whole package for %s', async (_, data) => {
    for (const locale of ['en', 'ko'] as const)
      expect(officeFaults(await writePptx(buildOutline(data, locale)))).toEqual([])
  })

  it('gives the same bytes for the same outline, and no time but the outline’s', async () => {
    const [again, third] = await Promise.all([writePptx(outline), writePptx(structuredClone(outline))])
    expect(Buffer.compare(again, bytes)).toBe(0)
    expect(Buffer.compare(third, bytes)).toBe(0)
    const times = [...parts.values()].flatMap((xml) => all(xml, /(\d{4}-\d\d-\d\dT[\d:.]+Z)/g))
    expect(new Set(times)).toEqual(new Set(['2026-07-02T09:30:00Z']))
  })

  it('draws every chart natively, with the outline’s numbers in chart and data sheet', () => {
    const wanted = charts(outline)
    expect([...parts.keys()].filter((name) => /^ppt\/charts\/chart\d+\.xml$/.test(name))).toHaveLength(wanted.length)
    wanted.forEach((chart, at) => {
      const xml = part(`ppt/charts/chart${at + 1}.xml`)
      const values = all(xml, /<c:val>(.*?)<\/c:val>/g).map((val) => pointsOf(val, chart.categories.length))
      expect(values).toEqual(chart.series.map((series) => series.values))
      const sheet = part(`ppt/embeddings/Microsoft_Excel_Worksheet${at + 1}.xlsx!xl/worksheets/sheet1.xml`)
      chart.series.forEach((series, index) => {
        const column = String.fromCharCode(66 + index)
        const stored = series.values.map(
          (_, row) => all(sheet, new RegExp(`r="${column}${row + 2}"[^>]*><v>([^<]*)`, 'g'))[0],
        )
        expect(stored).toEqual(series.values.map((value) => (value === null ? undefined : String(value))))
      })
    })
  })

  it('draws the intervals as error bars that end where the outline says', () => {
    charts(outline).forEach((chart, at) => {
      const bars = all(part(`ppt/charts/chart${at + 1}.xml`), /<c:errBars>(.*?)<\/c:errBars>/g)
      const withInterval = chart.series.filter(({ interval }) => interval !== null)
      expect(bars).toHaveLength(withInterval.length)
      withInterval.forEach(({ values, interval }, index) => {
        const above = pointsOf(all(bars[index] ?? '', /<c:plus>(.*?)<\/c:plus>/g)[0] ?? '', values.length)
        values.forEach((value, row) => {
          const end = interval?.high[row] ?? null
          if (value === null || end === null) expect(above[row]).toBeNull()
          else expect(value + (above[row] ?? NaN)).toBeCloseTo(Math.max(value, end), 9)
        })
      })
    })
  })

  it('has placeholders, slide numbers, notes, alternative texts, tables and unique shape ids', () => {
    outline.slides.forEach((slide, at) => {
      const xml = part(`ppt/slides/slide${at + 1}.xml`)
      expect(xml).toContain(slide.kind === 'title' ? 'type="ctrTitle"' : 'type="title"')
      if (slide.kind !== 'title') expect(xml).toContain('type="slidenum"')
      const ids = all(xml, /<p:cNvPr id="(\d+)"/g)
      expect(new Set(ids).size).toBe(ids.length)
      const notes = all(part(`ppt/notesSlides/notesSlide${at + 1}.xml`), /<a:t>([^<]*)<\/a:t>/g)
      for (const note of slide.notes) expect(notes).toContain(note)
      if ('chart' in slide && slide.chart !== null) expect(xml).toMatch(/descr="[^"]{20,}"/)
      if ('table' in slide || slide.kind === 'heat') expect(xml).toContain('<a:tbl>')
    })
    expect(part('ppt/presentation.xml')).toContain('<p:sldSz cx="12192000" cy="6858000"/>')
    expect(part('ppt/theme/theme1.xml')).toContain('<a:latin typeface="Malgun Gothic"/>')
  })

  it('names a face for Hangul outright, whatever the brand’s is, and the language of each text', async () => {
    const hangul = '<a:ea typeface="Malgun Gothic" panose="020B0503020000020004" pitchFamily="50" charset="-127"/>'
    for (const [font, face] of [['Malgun Gothic', hangul], ['Georgia', hangul], ['Batang', '<a:ea typeface="Batang"/>']] as const) {
      const dressed = officeParts(await writePptx(buildOutline(FIXTURES.tiny, 'en'), { ...EARSHOT_BRAND, font }))
      for (const name of ['theme1', 'theme2']) expect(all(dressed.get(`ppt/theme/${name}.xml`) ?? '', /<a:latin typeface="([^"]*)"\/><a:ea/g)).toEqual([font, font])
      expect(dressed.get('ppt/theme/theme1.xml')).toContain(face)
    }
    const english = [...officeParts(await writePptx(buildOutline(rich, 'en')))].filter(([name]) => name.startsWith('ppt/slides/slide'))
    for (const [, xml] of english) {
      for (const [, language, text = ''] of xml.matchAll(/<a:r><a:rPr lang="([^"]*)"[^>]*>(?:(?!<a:t>).)*<a:t>([^<]*)/g)) expect(language, text).toBe(/[가-힣]/.test(text) ? 'ko-KR' : 'en-US')
    }
  })

  it('takes the look of titles, text and foot from the layout, so that changing that changes them', () => {
    const slides = outline.slides.map((_, at) => part(`ppt/slides/slide${at + 1}.xml`))
    for (const xml of slides) {
      const held = all(xml, /(<p:sp>(?:(?!<\/p:sp>).)*<p:ph type="(?:title|ctrTitle|subTitle|body|ftr|sldNum)"(?:(?!<\/p:sp>).)*<\/p:sp>)/g)
      expect(held.length).toBeGreaterThanOrEqual(2)
      for (const shape of held) expect(shape).not.toMatch(/<a:xfrm>| sz="\d|<a:solidFill>|<a:latin/)
    }
    const layouts = [...parts].filter(([name]) => name.startsWith('ppt/slideLayouts/slideLayout'))
    expect(layouts).toHaveLength(4)
    for (const [, xml] of layouts) expect(xml).toMatch(/<p:ph type="(?:title|ctrTitle)"/)
    for (const type of ['title', 'body', 'ftr', 'sldNum']) expect(part('ppt/slideMasters/slideMaster1.xml')).toContain(`<p:ph type="${type}"`)
  })

  it('stacks a waterfall on a series that is not drawn, and fills the cells of a heat map', () => {
    const at = charts(outline).findIndex(({ kind }) => kind === 'waterfall')
    const xml = part(`ppt/charts/chart${at + 1}.xml`)
    expect(xml).toContain('<c:grouping val="stacked"/>')
    expect(xml).toContain('<c:overlap val="100"/>')
    const [base = '', ...shown] = all(xml, /<c:ser>(.*?)<\/c:ser>/g)
    expect(base).toContain('<c:spPr><a:noFill/><a:ln><a:noFill/></a:ln></c:spPr>')
    for (const series of shown) expect(series).toMatch(/<c:spPr><a:solidFill><a:schemeClr val="accent\d"/)
    const heat = outline.slides.findIndex(({ kind }) => kind === 'heat')
    const fills = all(part(`ppt/slides/slide${heat + 1}.xml`), /(<a:tcPr[^>]*>(?:(?!<\/a:tcPr>).)*<a:schemeClr val="accent[24]"><a:alpha)/g)
    expect(fills.length).toBeGreaterThan(5)
  })

  it('draws a level to compare with as a dashed line without marks', () => {
    const at = charts(outline).findIndex(({ kind }) => kind === 'line')
    const [, target = ''] = all(part(`ppt/charts/chart${at + 1}.xml`), /<c:ser>(.*?)<\/c:ser>/g)
    expect(target).toContain('<a:prstDash val="dash"/>')
    expect(target).toContain('<c:symbol val="none"/>')
  })

  it('stays whole with any text', async () => {
    const unit = fc.integer({ min: 0, max: 0xffff }).map((code) => String.fromCharCode(code))
    await fc.assert(
      fc.asyncProperty(fc.array(fc.string({ unit, maxLength: 40 }), { minLength: 1, maxLength: 60 }), async (texts) => {
        let at = 0
        const data = poisoned(() => texts[(at += 1) % texts.length] ?? '')
        expect(officeFaults(await writePptx(buildOutline(data, 'ko')))).toEqual([])
      }),
      { seed: 7, numRuns: 6 },
    )
  })
})

function pointsOf(xml: string, count: number): (number | null)[] {
  const values: (number | null)[] = Array.from({ length: count }, () => null)
  for (const [, at, value] of xml.matchAll(/<c:pt idx="(\d+)"><c:v>([^<]*)<\/c:v>/g)) values[Number(at)] = Number(value)
  return values
}
