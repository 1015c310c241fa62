import { createHash } from 'node:crypto'
import { describe, expect, it } from 'vitest'
import { readXml, type XmlElement } from '../../../shared/coding/read-xml'
import { buildOutline } from '../../../shared/report/build-outline'
import { writeChartSvg } from '../../../shared/report/chart-svg'
import { EARSHOT_BRAND } from '../../../shared/report/layout/brand'
import type { Chart, Outline, Slide } from '../../../shared/report/outline'
import { writeHtml } from '../../../shared/report/write-html'
import { FONTS } from '../../helpers/fonts'
import { figureOf } from '../../../shared/nps/figure'
import type { Evidence, EvidenceRow } from '../../../shared/report/evidence'
import { shownRefs } from '../../../shared/report/shown-refs'
import { filtered, FIXTURES, rich } from './fixtures'
import { HOSTILE, poisoned } from './hostile'
import { xmlFault } from './well-formed'

const sha256 = (bytes: Uint8Array): Promise<string> => Promise.resolve(createHash('sha256').update(bytes).digest('hex'))
const pageOf = async (outline: Outline): Promise<string> => new TextDecoder().decode(await writeHtml(outline, { fonts: FONTS, sha256 }))

const DOCTYPE = '<!DOCTYPE html>\n'

function treeOf(page: string): XmlElement {
  expect(page.startsWith(DOCTYPE)).toBe(true)
  const markup = page.slice(DOCTYPE.length)
  expect(xmlFault(markup)).toBeNull()
  const read = readXml(markup)
  if (!read.ok) throw new Error(`${read.what} in line ${read.line}`)
  return read.root
}

const all = (element: XmlElement): readonly XmlElement[] => [element, ...element.children.flatMap(all)]
const named = (root: XmlElement, name: string): readonly XmlElement[] => all(root).filter((element) => element.name === name)
const textOf = (element: XmlElement): string => element.text + element.children.map(textOf).join('')

/** Every word of a slide that a reader of any form is to find. */
function wordsOf(slide: Slide): readonly string[] {
  const table = 'table' in slide ? slide.table : null
  return [
    slide.title,
    ...('body' in slide ? slide.body : []),
    ...(table === null || table.rows.length === 0 ? [] : [...table.columns.map(({ label }) => label), ...table.rows.flatMap(({ cells, mark }) => [...cells, mark ?? ''])]),
    ...('foot' in slide ? [slide.foot.join(' ')] : []),
    ...(slide.kind === 'title' ? [slide.subtitle, ...slide.lines] : []),
    ...(slide.kind === 'headline'
      ? [slide.score.label, slide.score.value ?? '', ...slide.score.lines, ...slide.groups.flatMap(({ name, share, count }) => [name, share, count]), ...(slide.change?.lines ?? [])]
      : []),
    ...(slide.kind === 'quotes' ? slide.quotes.flatMap(({ head, text, source }) => [head, text, source]) : []),
    ...(slide.kind === 'method' ? slide.facts.flatMap(({ label, text }) => [label, text]) : []),
    ...(slide.kind === 'title' ? [] : slide.notes),
  ]
}

const chartsOf = (outline: Outline): readonly Chart[] => outline.slides.flatMap((slide) => ('chart' in slide && slide.chart !== null ? [slide.chart] : []))

/** Nothing in a page may lead out of it. */
function expectClosed(page: string): void {
  const root = treeOf(page)
  for (const { name, attributes } of all(root)) {
    expect(['script', 'iframe', 'object', 'embed', 'link', 'base', 'form', 'img', 'image', 'use']).not.toContain(name)
    for (const [key, value] of attributes) {
      expect(key).not.toMatch(/^on|^style$|^src/)
      if (key === 'href') expect(value).toMatch(/^#s\d+$/)
    }
  }
  const style = named(root, 'style').map(({ text }) => text).join('\n')
  for (const [, address] of style.matchAll(/url\(([^)]{0,40})/g)) expect(address).toMatch(/^data:font\/woff;base64,/)
  expect(style).not.toContain('@import')
  const policy = all(root).find(({ attributes }) => attributes.get('http-equiv') === 'Content-Security-Policy')?.attributes.get('content') ?? ''
  expect(policy).toContain("default-src 'none'")
  expect(policy).toContain(`'sha256-${createHash('sha256').update(style).digest('base64')}'`)
  expect(policy).not.toContain('unsafe')
  const ids = all(root).flatMap(({ attributes }) => attributes.get('id') ?? [])
  expect(new Set(ids).size).toBe(ids.length)
}

describe('writeHtml', () => {
  it.each(Object.entries(FIXTURES).flatMap(([name, data]) => (['en', 'ko'] as const).map((locale) => [name, locale, data] as const)))(
    'says all that the outline of %s says, in %s, and leads nowhere',
    async (_, locale, data) => {
      const outline = buildOutline(data, locale)
      const page = await pageOf(outline)
      expectClosed(page)
      const root = treeOf(page)
      expect(root.attributes.get('lang')).toBe(locale)
      const texts = new Set(all(root).flatMap((element) => [element.text.trim(), textOf(element).trim()]))
      for (const word of outline.slides.flatMap(wordsOf)) if (word.trim() !== '') expect(texts).toContain(word.trim())
      expect(texts).toContain(outline.footer)
      const figures = named(root, 'figure').map(({ attributes }) => attributes.get('aria-label'))
      expect(figures).toEqual(chartsOf(outline).map(({ alt }) => alt))
      const sections = named(root, 'section')
      expect(sections).toHaveLength(outline.slides.length - 1)
      expect(named(named(root, 'nav')[0] ?? root, 'a').map(({ text }) => text)).toEqual(outline.slides.slice(1).map(({ title }) => title))
    },
  )

  it('gives the same bytes for the same outline', async () => {
    const outline = buildOutline(rich, 'ko')
    expect(await pageOf(structuredClone(outline))).toBe(await pageOf(outline))
  })

  it('stays whole and closed with hostile texts', async () => {
    for (let from = 0; from < HOSTILE.length; from += 6) {
      let at = from
      const data = poisoned(() => HOSTILE[(at += 1) % HOSTILE.length] ?? '')
      expectClosed(await pageOf(buildOutline(data, from % 4 === 0 ? 'ko' : 'en')))
    }
  })
})

/** For every number of an outline two responses, words hostile or not. */
function evidenceFor(outline: Outline, text: () => string): Evidence {
  const row = (at: number): EvidenceRow => ({ wave: text(), line: at, day: at % 2 === 0 ? '2026-01-02' : null, score: at, values: [text(), null] })
  const figure = figureOf({ promoters: 20, passives: 5, detractors: 9 })
  return { fields: [text(), 'Plan'], counted: new Map(shownRefs(outline).map((ref) => [ref, { figure, rows: [row(3), row(4)] }])) }
}
const openPage = async (outline: Outline, evidence: Evidence): Promise<string> => new TextDecoder().decode(await writeHtml(outline, { fonts: FONTS, sha256, evidence }))

describe('the responses behind numbers', () => {
  it.each(['en', 'ko'] as const)('open from each number without a script, in %s', async (locale) => {
    const outline = buildOutline(filtered, locale)
    const page = await openPage(outline, evidenceFor(outline, () => 'Bank'))
    expectClosed(page)
    const root = treeOf(page)
    const panels = all(root).filter(({ attributes }) => attributes.has('popover'))
    expect(panels.map(({ attributes }) => attributes.get('id'))).toEqual(outline.queries.filter(({ id }) => shownRefs(outline).includes(id)).map(({ id }) => `q-${id}`))
    const ids = new Set(panels.map(({ attributes }) => attributes.get('id')))
    const buttons = named(root, 'button')
    for (const { attributes } of buttons) expect(ids).toContain(attributes.get('popovertarget'))
    const opened = new Set(buttons.filter(({ attributes }) => !attributes.has('popovertargetaction')).map(({ attributes }) => attributes.get('popovertarget')))
    expect(opened.size).toBe(ids.size)
    for (const panel of panels) {
      expect(panel.attributes.get('role')).toBe('dialog')
      expect(named(panel, 'tr')).toHaveLength(3)
      const text = textOf(panel)
      expect(text).toContain('slow "app"')
      expect(text).toContain(panel.attributes.get('id')!.slice(2))
      expect(text).toContain('32')
    }
    // Every figure of a table is a button, but what was counted from no responses.
    for (const section of named(root, 'section').slice(0, -1))
      for (const cell of named(section, 'td'))
        if (/\d/.test(textOf(cell)) && named(cell, 'button').length === 0) expect(['0', '+30', '+35', '9-10', '7-8', '0-6', '10건 미만'].includes(textOf(cell)) || !/^[+\u2212\d]/.test(textOf(cell)), textOf(cell)).toBe(true)
  })

  it('stay whole and closed with hostile texts', async () => {
    for (let from = 0; from < HOSTILE.length; from += 9) {
      let at = from
      const next = (): string => HOSTILE[(at += 1) % HOSTILE.length] ?? ''
      const outline = buildOutline(poisoned(next), 'en')
      expectClosed(await openPage(outline, evidenceFor(outline, next)))
    }
  })
})

describe('the page', () => {
  it('carries the logo of the brand, and lets no other picture in', async () => {
    const logo = { type: 'image/png', data: 'iVBORw0KGgo=', width: 300, height: 60 } as const
    const page = new TextDecoder().decode(await writeHtml(buildOutline(rich, 'en'), { fonts: FONTS, sha256 }, { ...EARSHOT_BRAND, name: 'A & B', logo }))
    const root = treeOf(page)
    expect(named(root, 'img').map(({ attributes }) => [attributes.get('src'), attributes.get('alt')])).toEqual([['data:image/png;base64,iVBORw0KGgo=', 'A & B']])
    expect(page).toContain("font-src data:; img-src data:; base-uri 'none'")
    expect(await pageOf(buildOutline(rich, 'en'))).not.toContain('img-src')
  })

  it('colours the cells of a heat map by how far they lie from all, and says what the colours stand for', async () => {
    const outline = buildOutline(rich, 'ko')
    const heat = outline.slides.find((slide) => slide.kind === 'heat')
    if (heat?.kind !== 'heat') throw new Error('no heat map')
    const root = treeOf(await pageOf(outline))
    const classes = all(root).flatMap(({ name, attributes }) => (name === 'td' ? (/heat-[dp]\d/.exec(attributes.get('class') ?? '') ?? []) : []))
    const wanted = heat.rows.flatMap(({ cells }) => cells.flatMap(({ heat: far }) => (far === null || far === 0 ? [] : [`heat-${far < 0 ? 'd' : 'p'}${Math.ceil(Math.abs(far) * 5)}`])))
    expect(wanted.length).toBeGreaterThan(2)
    expect(classes).toEqual(wanted)
    expect(all(root).map(textOf)).toEqual(expect.arrayContaining([heat.scale?.above, heat.scale?.below]))
  })
})

describe('writeChartSvg', () => {
  it('draws every kind of chart as words and shapes that refer to nothing', () => {
    for (const data of Object.values(FIXTURES)) {
      const outline = buildOutline(data, 'ko')
      for (const chart of chartsOf(outline)) {
        const svg = writeChartSvg(chart, { title: 'A & <b>', lines: ['+44 (95% interval +34 to +52, 260 answers)'], foot: outline.footer, lang: 'ko' }, FONTS)
        expect(xmlFault(svg)).toBeNull()
        expect(writeChartSvg(structuredClone(chart), { title: 'A & <b>', lines: ['+44 (95% interval +34 to +52, 260 answers)'], foot: outline.footer, lang: 'ko' }, FONTS)).toBe(svg)
        const read = readXml(svg)
        if (!read.ok) throw new Error(read.what)
        expect(named(read.root, 'title').map(({ text }) => text)).toEqual(['A & <b>'])
        expect(named(read.root, 'desc').map(({ text }) => text)).toEqual([chart.alt])
        const drawn = svg.replace('http://www.w3.org/2000/svg', '').replace(/<style>[^<]*<\/style>/, '')
        expect(/https?:|href|NaN|Infinity/.exec(drawn)).toBeNull()
        const words = named(read.root, 'text').map(({ text }) => text)
        expect(words).toContain(outline.footer)
        expect(words).toContain('+44 (95% interval +34 to +52, 260 answers)')
        if (chart.kind === 'bars') for (const category of chart.categories) expect(words).toContain(category)
      }
    }
  })
})
