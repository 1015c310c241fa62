import { assertNever } from '../base/assert'
import { widthOf } from './cut'
import { fontFaces } from './font/faces'
import type { FontFiles } from './font/fonts'
import type { Chart } from './outline'
import { chartAlone, type ChartPicture } from './layout/chart-alone'
import type { Shape } from './layout/chart-shapes'
import { hexOf, PAPER, type Color } from './layout/look'
import { escapeXml } from './pptx/xml'

const number = (value: number): string => String(Math.round(value * 100) / 100)

/** How a colour is written into an element: by value, or as a class that a style sheet gives it. */
type Paint = (property: 'fill' | 'stroke', color: Color) => string

const BY_VALUE: Paint = (property, color) => ` ${property}="${hexOf(color)}"`
export const BY_CLASS: Paint = (property, color) => ` class="${property}-${color}"`

/** Shapes as SVG elements. */
export const svgShapes = (shapes: readonly Shape[], paint: Paint): string => shapes.map((shape) => element(shape, paint)).join('')

function element(shape: Shape, paint: Paint): string {
  switch (shape.kind) {
    case 'line': {
      const ends = `x1="${number(shape.x1)}" y1="${number(shape.y1)}" x2="${number(shape.x2)}" y2="${number(shape.y2)}"`
      return `<line ${ends} stroke-width="${number(shape.width)}"${paint('stroke', shape.color)}/>`
    }
    case 'rect': {
      // A line around would need a class of its own beside that of the fill: the gap is left out of the bar instead.
      const gap = shape.parted ? 0.5 : 0
      const [w, h] = [Math.max(0, shape.w - gap), Math.max(0, shape.h - gap)]
      return `<rect x="${number(shape.x)}" y="${number(shape.y)}" width="${number(w)}" height="${number(h)}"${paint('fill', shape.color)}/>`
    }
    case 'dot':
      return `<circle cx="${number(shape.x)}" cy="${number(shape.y)}" r="${number(shape.r)}"${paint('fill', shape.color)}/>`
    case 'word': {
      const look = `font-size="${number(shape.size)}"${shape.bold ? ' font-weight="700"' : ''} text-anchor="${shape.anchor}"`
      return `<text x="${number(shape.x)}" y="${number(shape.y)}" ${look}${paint('fill', shape.color)}>${escapeXml(shape.text)}</text>`
    }
    default:
      return assertNever(shape, 'shape')
  }
}

/** A picture inside a page of HTML: the page names it, and its style sheet gives colours and face. */
export const pictureSvg = ({ width, height, shapes }: ChartPicture, name: string): string =>
  `<svg class="${name}" viewBox="0 0 ${number(width)} ${number(height)}" width="${number(width)}" height="${number(height)}" aria-hidden="true" focusable="false">` +
  `${svgShapes(shapes, BY_CLASS)}</svg>`

const [WIDTH, EDGE, HEAD] = [720, 24, 32]
const [LINE_SIZE, LINE_HEIGHT] = [11, 16]

/** `text` in lines of the picture's width, broken between words. */
function broken(text: string): readonly string[] {
  const lines: string[] = []
  for (const word of text.split(/\s+/)) {
    const longer = lines.length === 0 ? word : `${lines.at(-1)} ${word}`
    const fits = lines.length > 0 && widthOf(longer) * LINE_SIZE * 0.54 <= WIDTH - 2 * EDGE
    if (fits) lines[lines.length - 1] = longer
    else lines.push(word)
  }
  return lines
}

const FACE = "Report, Pretendard, 'Malgun Gothic', 'Apple SD Gothic Neo', 'Noto Sans KR', 'Noto Sans CJK KR', system-ui, sans-serif"

/** A chart as a file of its own: words stay words, its letters come along, nothing is referred to. `foot` says what it was made from. */
export function writeChartSvg(
  chart: Chart,
  { title, lines, foot, lang }: { readonly title: string; readonly lines: readonly string[]; readonly foot: string; readonly lang: string },
  fonts: FontFiles,
): string {
  const { shapes, height: body } = chartAlone(chart, WIDTH - 2 * EDGE)
  const said = lines.flatMap(broken)
  const top = EDGE + HEAD + said.length * LINE_HEIGHT + (said.length > 0 ? 8 : 0)
  const height = top + body + EDGE + 12
  const text = (size: number, y: number, color: Color, words: string, more = ''): string =>
    `<text x="${EDGE}" y="${number(y)}" font-size="${size}"${more}${BY_VALUE('fill', color)}>${escapeXml(words)}</text>`
  const drawn =
    text(15, EDGE + 14, 'tx1', title, ' font-weight="700"') +
    said.map((line, at) => text(LINE_SIZE, EDGE + 34 + at * LINE_HEIGHT, 'tx2', line)).join('') +
    `<g transform="translate(${EDGE} ${top})">${svgShapes(shapes, BY_VALUE)}</g>` +
    text(9, height - 14, 'tx2', foot)
  return (
    `<svg xmlns="http://www.w3.org/2000/svg" xml:lang="${lang}" lang="${lang}" viewBox="0 0 ${WIDTH} ${number(height)}" width="${WIDTH}" height="${number(height)}" role="img" aria-labelledby="title desc" font-family="${escapeXml(FACE)}">` +
    `<title id="title">${escapeXml(title)}</title><desc id="desc">${escapeXml(chart.alt)}</desc>` +
    `<style>${fontFaces(fonts, drawn)}</style>` +
    `<rect width="${WIDTH}" height="${number(height)}"${BY_VALUE('fill', PAPER)}/>${drawn}</svg>\n`
  )
}
