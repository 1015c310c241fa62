import { rounded, xmlElement, xmlLegal } from './xml'

/** What a drawing consists of, and what is said of each part. All else is left out: what runs, what is fetched, what reacts. */
const ELEMENTS = new Set(['g', 'path', 'rect', 'circle', 'ellipse', 'line', 'polygon', 'polyline', 'text', 'tspan', 'defs', 'clipPath'])
const ATTRIBUTES = new Set(
  [
    'id d x y width height cx cy r rx ry x1 y1 x2 y2 points transform dy fill fill-opacity fill-rule',
    'stroke stroke-width stroke-opacity stroke-dasharray stroke-dashoffset stroke-linecap stroke-linejoin stroke-miterlimit',
    'opacity clip-path text-anchor',
  ]
    .join(' ')
    .split(' '),
)
/** Of a `style`: as attributes of their own, which a page whose policy allows no styles shows as well. */
const FONT = new Set(['font-size', 'font-family', 'font-weight', 'font-style'])
const BETWEEN_DECLARATIONS = /(?<!&#?\w+);/
const LEFT_OUT = /<style\b[^>]*>[\s\S]*?<\/style>|<\?[\s\S]*?\?>|<!--[\s\S]*?-->/g
const TAG = /<(\/?)([A-Za-z][\w:.-]*)((?:\s+[\w:.-]+="[^"]*")*)\s*(\/?)>/g
const ATTRIBUTE = /([\w:.-]+)="([^"]*)"/g

/** A halo around letters: who does not know the order of painting would paint it over them. */
const HALO = new Set(['stroke', 'stroke-width', 'stroke-opacity', 'paint-order'])

function attributeOf(element: string, name: string, value: string): string {
  if (element === 'text' && HALO.has(name)) return ''
  // Not every reader knows other base lines.
  if (name === 'dominant-baseline' && value === 'central') return ' dy="0.35em"'
  if (name === 'style') return value.split(BETWEEN_DECLARATIONS).map(fontOf).join('')
  const isOfElsewhere = /url\((?!#)|[a-z]+script:/i.test(value)
  return ATTRIBUTES.has(name) && !isOfElsewhere ? ` ${name}="${value}"` : ''
}

function fontOf(declaration: string): string {
  const [name = '', value = ''] = declaration.split(':').map((part) => part.trim())
  return FONT.has(name) && value !== '' ? ` ${name}="${value}"` : ''
}

/** The drawing of another library, an SVG document, as a part of ours at that place. */
export function placedSvg(svg: string, x: number, y: number): string {
  const inner = xmlLegal(svg)
    .replace(LEFT_OUT, '')
    .replace(TAG, (_, end: string, name: string, attributes: string, empty: string) => {
      if (!ELEMENTS.has(name)) return ''
      const kept = [...attributes.matchAll(ATTRIBUTE)].map(([, key = '', value = '']) => attributeOf(name, key, value))
      return end ? `</${name}>` : `<${name}${kept.join('')}${empty}>`
    })
  return xmlElement('g', { transform: `translate(${rounded(x)} ${rounded(y)})` }, inner.trim())
}
