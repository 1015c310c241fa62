import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { ChartColors } from '../../../renderer/parts/chart-colors'
import { svgOf } from '../../../renderer/parts/chart-engine'
import { gridPicture } from '../../../renderer/parts/grid-picture'
import { heatPanelsPicture, heatPicture } from '../../../renderer/parts/heat-picture'
import { intervalOption } from '../../../renderer/parts/interval-option'
import { wrap, write, type Drawing, type Pen, type Picture } from '../../../renderer/parts/picture'
import { placedSvg } from '../../../renderer/parts/placed-svg'
import { pullPicture } from '../../../renderer/parts/pull-picture'
import { stepPicture } from '../../../renderer/parts/step-picture'
import { svgPicture } from '../../../renderer/parts/svg-picture'
import { trendOption } from '../../../renderer/parts/trend-option'
import { whiskerPicture } from '../../../renderer/parts/whisker-picture'
import { xmlLegal } from '../../../renderer/parts/xml'
import { readXml, type XmlElement } from '../../../shared/coding/read-xml'
import { figureOf } from '../../../shared/nps/figure'

const COLORS: ChartColors = {
  mark: '#1f5f8b',
  muted: '#57606a',
  faded: '#8b949e',
  grid: '#dde1e5',
  ink: '#1b1f23',
  text: '#57606a',
  ground: '#ffffff',
  ground2: '#f5f6f7',
  passive: '#b9c0c7',
  good: '#2678b2',
  bad: '#d1641a',
  font: '"Pretendard Variable", Pretendard, sans-serif',
}
const QUOTED: ChartColors = { ...COLORS, font: COLORS.font.replaceAll('"', "'") }
const measure: Pen['measure'] = (text, { size = 14 }) => text.length * size * 0.5

interface Read {
  readonly texts: readonly string[]
  readonly elements: ReadonlySet<string>
  readonly attributes: readonly (readonly [name: string, value: string])[]
}

/** What an independent parser reads; it refuses what is not well formed. */
function read(svg: string): Read {
  const found = readXml(svg)
  if (!found.ok) throw new Error(`${found.what} in line ${found.line}`)
  const all = (element: XmlElement): readonly XmlElement[] => [element, ...element.children.flatMap(all)]
  const elements = all(found.root)
  return {
    texts: elements.flatMap(({ name, text }) => (name === 'text' ? [text] : [])),
    elements: new Set(elements.map(({ name }) => name)),
    attributes: elements.flatMap((element) => [...element.attributes]),
  }
}

const KNOWN = new Set(['svg', 'title', 'g', 'path', 'rect', 'circle', 'line', 'polygon', 'polyline', 'text', 'defs', 'clipPath'])

/** Nothing is fetched, run or foreign. */
function expectAlone({ elements, attributes }: Read): void {
  expect([...elements].filter((name) => !KNOWN.has(name))).toEqual([])
  const foreign = attributes.filter(([name, value]) => name !== 'xmlns' && (/^on|href$/i.test(name) || /url\((?!#)|^\s*(javascript|data|https?):/i.test(value)))
  expect(foreign).toEqual([])
}

const HOSTILE = [
  '</text><script>alert(1)</script>',
  '"><svg onload="alert(1)">',
  "' & \" < > &amp; &#60;",
  ']]><!-- --><!DOCTYPE x [<!ENTITY e SYSTEM "file:///etc/passwd">]>&e;',
  'nul \0, bell \u0007, half \uD83D, whole 😀, not a character \uFFFE',
  '응답 “인용” 한글',
]
const lined = (text: string): Picture => ({ title: text, notes: [text, 'second'], width: 4000, height: 40, colors: COLORS, paint: (pen) => pen.text(text, 0, 20, {}) })
const plain = (text: string): string => text.split(/\s+/).join(' ')

describe('an SVG', () => {
  test.each(HOSTILE)('holds %j as text', (text) => {
    const found = read(svgPicture(lined(text), measure))
    expectAlone(found)
    expect(found.texts).toEqual([text, text, plain(text), 'second'].map(xmlLegal))
  })

  test('is well formed and says every text, whatever it is', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 40 }), (text) => {
        const { texts } = read(svgPicture({ ...lined(text), title: 'title', notes: [] }, measure))
        // Line ends are one character to a parser.
        expect(texts[1]?.replace(/\r\n?/g, '\n')).toBe(xmlLegal(text).replace(/\r\n?/g, '\n'))
      }),
    )
  })

  test('has a place for all that is painted', () => {
    const picture: Picture = {
      ...lined('title'),
      notes: [],
      paint: (pen) => {
        pen.rect({ x: 1, y: 2, width: 3.14159, height: 4 }, '#123456', 0.5)
        pen.within(10, 20, () => pen.circle(1, 1, 2, 'red', { color: 'blue', width: 1.5, dash: [4, 3] }))
        pen.line(0, 0, 5, 5, { color: 'green' })
        pen.text('right', 100, 10, { align: 'right', weight: 600, size: 12 })
      },
    }
    const svg = svgPicture(picture, measure)
    expect(svg).toContain('<rect x="1" y="2" width="3.14" height="4" fill="#123456" fill-opacity="0.5"/>')
    expect(svg).toContain('<g transform="translate(10 20)"><circle cx="1" cy="1" r="2" fill="red" stroke="blue" stroke-width="1.5" stroke-dasharray="4 3"/></g>')
    expect(svg).toContain('<text x="100" y="14.2" font-size="12" font-weight="600" fill="#1b1f23" text-anchor="end">right</text>')
  })

  test('long notes go on in further lines, and what is too long is cut', () => {
    const note = Array.from({ length: 60 }, (_, at) => `word${at}`).join(' ')
    const { texts } = read(svgPicture({ ...lined('t'), width: 300, notes: [note] }, measure))
    const lines = texts.slice(2)
    expect(lines).toHaveLength(3)
    expect(lines.join(' ')).toMatch(/^word0 .*…$/)
    for (const line of lines) expect(measure(line, { size: 12 })).toBeLessThanOrEqual(300)
  })
})

const AXIS = { low: -20, high: 20, ticks: [-20, 0, 20] }
const figures = [figureOf({ promoters: 50, passives: 20, detractors: 30 }), figureOf({ promoters: 12, passives: 1, detractors: 4 }), figureOf({ promoters: 1, passives: 1, detractors: 0 })]

describe('charts as lines', () => {
  const words = { title: 'T', notes: ['n'] }

  test('dots on intervals', () => {
    const mark = { id: 'a', label: HOSTILE[0]!, note: '10 answers', warning: 'low base', middle: 3, low: -2, high: 8, tone: 'noise', value: '≈ +3', detail: '−2 to +8', sentence: '' } as const
    const found = read(svgPicture(whiskerPicture(words, { marks: [mark, { ...mark, tone: 'up', warning: null }], axis: AXIS, formatTick: String }, COLORS), measure))
    expectAlone(found)
    expect(found.texts).toContain('10 answers · low base')
    expect(found.attributes).toContainEqual(['fill', COLORS.good])
  })

  test('a waterfall', () => {
    const level = { id: 'a', label: '2025', note: '', from: 10, to: 10, kind: 'level', value: '+10.0', sentence: '' } as const
    const step = { ...level, id: 'b', label: 'Finance', note: 'scores, mix', to: -5, kind: 'down' } as const
    const found = read(svgPicture(stepPicture(words, { marks: [level, step], axis: AXIS, formatTick: String }, COLORS), measure))
    expectAlone(found)
    expect(found.texts).toEqual(['T', '-20', '0', '20', '2025', '+10.0', 'Finance', 'scores, mix', '+10.0', 'n'])
  })

  test('two estimates a row, by groups', () => {
    const mark = {
      id: 'a',
      label: 'Price & value',
      note: 'n',
      isLow: false,
      plain: { middle: -3, low: -5, high: -1 },
      adjusted: { middle: -2, low: -4, high: 0 },
      tone: 'down',
      value: '−3.0',
      detail: '(−5 to −1)',
      adjustedText: 'adjusted −2.0',
      warning: 'w',
      sentence: '',
    } as const
    const group = { id: 'down', title: 'Lowers it', marks: [mark, { ...mark, adjusted: null, warning: null }], none: null, foot: null }
    const found = read(svgPicture(pullPicture(words, { groups: [group, { ...group, id: 'up', title: 'Raises it', marks: [] }], axis: AXIS, formatTick: String }, COLORS), measure))
    expectAlone(found)
    expect(found.texts.slice(4, 9)).toEqual(['Lowers it', 'Price & value', 'n', '−3.0 (−5 to −1)', 'adjusted −2.0 · ! w'])
    expect(found.texts).not.toContain('Raises it')
    expect(found.attributes.filter(([key]) => key === 'points')).toHaveLength(1)
  })

  test('where the same customers went', () => {
    const cell = { value: '12', detail: '40%', tone: 'good', strength: 0.4 } as const
    const found = read(svgPicture(gridPicture(words, { corner: 'Group', columns: ['Promoters'], rows: [{ label: '<Row>', cells: [cell] }] }, COLORS), measure))
    expect(found.texts).toEqual(['T', 'Group', 'Promoters', '<Row>', '12', '40%', 'n'])
    expect(found.attributes).toContainEqual(['fill-opacity', '0.2'])
  })

  test('a heat map, its hatching within the cells', () => {
    const cell = { score: '+3', base: '12', warning: 'low base', sign: null, sentence: '', tone: 'low', strength: 0 } as const
    const line = { id: 'a', label: 'A & B' }
    const found = read(svgPicture(heatPicture(words, { rows: [line], columns: [line], corner: { rows: 'r', columns: 'c' }, totalLabel: 'All', cellAt: () => cell }, COLORS), measure))
    expectAlone(found)
    expect(found.texts.filter((text) => text === 'A & B')).toHaveLength(2)
    const numbers = (name: string): readonly number[] => found.attributes.filter(([key]) => key === name).map(([, value]) => Number(value))
    expect(Math.min(...numbers('x1'))).toBeGreaterThanOrEqual(220)
    expect(Math.max(...numbers('y1'), ...numbers('y2'))).toBeLessThanOrEqual(52 * 3)
  })

  test('heat maps beside each other, each below its title', () => {
    const cell = { score: '+3', base: '12', warning: null, sign: '▲', sentence: '', tone: 'good', strength: 0.5 } as const
    const map = { rows: [{ id: 'a', label: 'Row' }], columns: [], corner: { rows: 'r', columns: 'c' }, totalLabel: 'All', cellAt: () => cell }
    const picture = heatPanelsPicture(words, ['A', 'B & C', 'D'].map((title) => ({ title, map })), COLORS)!
    const found = read(svgPicture(picture, measure))
    expectAlone(found)
    expect(found.texts.filter((text) => /^[A-D]( & C)?$/.test(text))).toEqual(['A', 'B & C', 'D'])
    expect(found.texts.filter((text) => text === '▲ +3')).toHaveLength(6)
    expect(heatPanelsPicture(words, [], COLORS)).toBeNull()
  })

  test.each(HOSTILE)('what echarts draws, with the name %j', (name) => {
    const trend = trendOption(
      {
        labels: [name, 'b', 'c'],
        figures,
        reference: [1, 2, 3],
        beside: {
          rolling: [null, 2, 3],
          limits: { center: 1, outer: [null, { low: -50, high: 60 }, { low: -60, high: 70 }], inner: [null, { low: -5, high: 6 }, { low: -6, high: 7 }] },
          signals: [null, { kind: 'below', survives: false, word: name }, null],
          open: [false, false, true],
          soFar: name,
          levels: [
            { kind: 'target', low: 40, high: 40, from: 1, to: 2 },
            { kind: 'benchmark', low: 10, high: 20, from: 0, to: 2 },
          ],
          names: [{ text: name, points: 15, tone: 'plain' }],
        },
        faded: [false, false, true],
        low: -100,
        high: 100,
        most: 100,
        answersLabel: name,
        formatTick: String,
        formatCount: String,
      },
      QUOTED,
    )
    const interval = intervalOption({ figures, faded: [false, true, false], total: 20, low: -100, high: 100, formatTick: () => name }, QUOTED)
    const drawings = [trend, interval].map((option): Drawing => ({
      width: 600,
      height: 240,
      canvas: () => {
        throw new Error('nothing is drawn in pixels here')
      },
      svg: () => svgOf(option, { width: 600, height: 240 }),
    }))
    const picture: Picture = { ...lined('t'), paint: (pen) => drawings.forEach((drawing, at) => pen.drawing(drawing, 0, 240 * at)) }
    const found = read(svgPicture(picture, measure))
    expectAlone(found)
    expect(found.elements).toContain('path')
    expect(found.attributes.filter(([key]) => key.startsWith('ecmeta') || key === 'class')).toEqual([])
    expect(found.texts.filter((text) => text.startsWith(name.slice(0, 4)))).not.toHaveLength(0)
    const ids = found.attributes.filter(([key]) => key === 'id')
    expect(new Set(ids.map(([, id]) => id)).size).toBe(ids.length)
  })
})

test('of a foreign drawing only lines and text are left', () => {
  const svg = `<svg xmlns="x"><style><![CDATA[.a:hover{fill:red}]]></style><script>alert(1)</script><image href="http://x/y.png"></image>
    <foreignObject><div onclick="x()">no</div></foreignObject><rect onload="x()" fill="url(http://x)" stroke="url(#a)" class="b" width="3"></rect><a href="javascript:x">t</a></svg>`
  const found = read(`<svg>${placedSvg(svg, 1, 2)}</svg>`)
  expectAlone(found)
  expect(found.attributes).toEqual([['transform', 'translate(1 2)'], ['stroke', 'url(#a)'], ['width', '3']])
})

test('letters of a foreign drawing have no halo that could cover them', () => {
  const { attributes } = read(`<svg>${placedSvg('<svg><text stroke="#fff" stroke-width="3" paint-order="stroke" fill="#000" dominant-baseline="central">a</text></svg>', 0, 0)}</svg>`)
  expect(attributes.slice(1)).toEqual([['fill', '#000'], ['dy', '0.35em']])
})

test('texts are cut and broken by their width', () => {
  const written: string[] = []
  const pen = { colors: COLORS, measure, text: (text: string) => void written.push(text) } as unknown as Pen
  write(pen, 'abcdefghij', 0, 0, { width: 35, size: 10 })
  wrap(pen, 'one two three', 0, 0, 2, { width: 40, size: 10 })
  expect(written).toEqual(['abcdef…', 'one two', 'three'])
})

test('fonts of another library’s drawing are attributes, not styles, which a page may forbid', () => {
  const placed = placedSvg('<svg><text style="font-size:12px;font-family:&quot;Pretendard Variable&quot;, sans-serif;stroke:url(http://x);font-weight:bold" fill="#000">a</text></svg>', 0, 0)
  expect(read(`<svg>${placed}</svg>`).attributes).toEqual([
    ['transform', 'translate(0 0)'],
    ['font-size', '12px'],
    ['font-family', '"Pretendard Variable", sans-serif'],
    ['font-weight', 'bold'],
    ['fill', '#000'],
  ])
})
