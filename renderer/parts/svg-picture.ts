import { placedSvg } from './placed-svg'
import { framed, TEXT_SIZE, TEXT_WEIGHT, type Pen, type Picture, type Stroke } from './picture'
import { rounded, xmlElement, xmlText, type XmlAttributes } from './xml'

/** From the middle of a line of text to its base line, in sizes of the font: not every reader knows another base line. */
const BASE_LINE = 0.35
const ANCHORS = { left: undefined, center: 'middle', right: 'end' } as const

const strokeOf = ({ color, width = 1, dash }: Stroke): XmlAttributes => ({
  stroke: color,
  'stroke-width': width,
  'stroke-dasharray': dash?.join(' '),
})

/** A picture as an SVG document that stands by itself: lines and text that can be selected, nothing fetched, nothing run. */
export function svgPicture(picture: Picture, measure: Pen['measure']): string {
  const { colors, title } = picture
  const { width, height, paint } = framed(picture, measure)
  let drawn: string[] = []
  const add = (name: string, attributes: XmlAttributes, content = ''): void => {
    drawn.push(xmlElement(name, attributes, content))
  }
  paint({
    colors,
    measure,
    text: (text, x, y, { size = TEXT_SIZE, weight = TEXT_WEIGHT, color = colors.ink, align = 'left' }) =>
      add(
        'text',
        { x, y: y + size * BASE_LINE, 'font-size': size, 'font-weight': weight === TEXT_WEIGHT ? undefined : weight, fill: color, 'text-anchor': ANCHORS[align] },
        xmlText(text),
      ),
    rect: (box, color, opacity) => add('rect', { ...box, fill: color, 'fill-opacity': opacity }),
    line: (x1, y1, x2, y2, stroke) => add('line', { x1, y1, x2, y2, ...strokeOf(stroke) }),
    circle: (cx, cy, r, fill, stroke) => add('circle', { cx, cy, r, fill, ...(stroke ? strokeOf(stroke) : {}) }),
    polygon: (corners, fill, stroke) => add('polygon', { points: corners.map((corner) => corner.map(rounded).join(',')).join(' '), fill, ...strokeOf(stroke) }),
    drawing: (drawing, x, y) => drawn.push(placedSvg(drawing.svg(), x, y)),
    within: (x, y, inner) => {
      const outer = drawn
      drawn = []
      inner()
      outer.push(xmlElement('g', { transform: `translate(${rounded(x)} ${rounded(y)})` }, drawn.join('\n')))
      drawn = outer
    },
  })
  const attributes = {
    xmlns: 'http://www.w3.org/2000/svg',
    width,
    height,
    viewBox: `0 0 ${rounded(width)} ${rounded(height)}`,
    'font-family': colors.font,
    role: 'img',
  }
  return `<?xml version="1.0" encoding="UTF-8"?>\n${xmlElement('svg', attributes, `\n${xmlElement('title', {}, xmlText(title))}\n${drawn.join('\n')}\n`)}\n`
}
