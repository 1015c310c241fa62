import { describe, expect, it } from 'vitest'
import { buildOutline } from '../../../shared/report/build-outline'
import { readWoff } from '../../../shared/report/font/sfnt'
import { chartAlone } from '../../../shared/report/layout/chart-alone'
import type { WordShape } from '../../../shared/report/layout/chart-shapes'
import type { Chart } from '../../../shared/report/outline'
import { typefaceOf } from '../../../shared/report/pdf/typeface'
import { FONTS } from '../../helpers/fonts'
import { FIXTURES } from './fixtures'

const face = { regular: typefaceOf(readWoff(FONTS.regular)), bold: typefaceOf(readWoff(FONTS.bold)) }

/** Where a word lies, as the face sets it. */
function extentOf({ text, size, anchor, bold, x }: WordShape): readonly [number, number] {
  const { shown, width } = face[bold ? 'bold' : 'regular']
  const wide = width(shown(text), size)
  const start = anchor === 'start' ? x : anchor === 'middle' ? x - wide / 2 : x - wide
  return [start, start + wide]
}

const charts: readonly (readonly [string, Chart])[] = Object.entries(FIXTURES).flatMap(([name, data]) =>
  (['en', 'ko'] as const).flatMap((locale) =>
    buildOutline(data, locale).slides.flatMap((slide) =>
      'chart' in slide && slide.chart !== null ? [[`${slide.kind} of ${name} in ${locale}`, slide.chart] as const] : [],
    ),
  ),
)

describe('chartAlone', () => {
  it.each(charts)('keeps all of the %s inside its frame, and no word on another', (_, chart) => {
    for (const width of [324, 440, 479, 672, 720]) {
      const picture = chartAlone(chart, width)
      expect(picture.width).toBe(width)
      const words = picture.shapes.filter((shape) => shape.kind === 'word')
      for (const { text, size } of words) expect(size, text).toBeGreaterThanOrEqual(10)
      for (const shape of picture.shapes) {
        const [left, right, top, bottom] =
          shape.kind === 'line'
            ? [Math.min(shape.x1, shape.x2), Math.max(shape.x1, shape.x2), Math.min(shape.y1, shape.y2), Math.max(shape.y1, shape.y2)]
            : shape.kind === 'rect'
              ? [shape.x, shape.x + shape.w, shape.y, shape.y + shape.h]
              : shape.kind === 'dot'
                ? [shape.x - shape.r, shape.x + shape.r, shape.y - shape.r, shape.y + shape.r]
                : [...extentOf(shape), shape.y - shape.size * 0.75, shape.y + 2]
        for (const place of [left, right]) {
          expect(place).toBeGreaterThanOrEqual(-1)
          expect(place).toBeLessThanOrEqual(width + 1)
        }
        for (const place of [top, bottom]) {
          expect(place).toBeGreaterThanOrEqual(-1)
          expect(place).toBeLessThanOrEqual(picture.height + 1)
        }
      }
      words.forEach((word, at) => {
        const [start, end] = extentOf(word)
        for (const other of words.slice(at + 1)) {
          if (Math.abs(other.y - word.y) >= Math.min(word.size, other.size) * 0.7) continue
          const [from, to] = extentOf(other)
          expect(end <= from + 0.5 || to <= start + 0.5, `“${word.text}” and “${other.text}” at ${width}`).toBe(true)
        }
      })
    }
  })

  it('says every value as the tables do', () => {
    for (const [, chart] of charts) {
      if (chart.kind !== 'bars') continue
      const words = chartAlone(chart, 600).shapes.flatMap((shape) => (shape.kind === 'word' && shape.bold ? [shape.text] : []))
      expect(words).toHaveLength(chart.categories.length)
    }
  })
})
