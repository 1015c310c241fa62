import { lineOf } from '../layout/blocks'
import type { Brand } from '../layout/brand'
import type { Page } from '../layout/lay-out'
import { SAME_COLORS } from './masters'
import { placesOf } from './places'
import { NO_GROUP, type Shapes } from './shapes'
import { HEAD, NAMESPACES } from './xml'

/** A slide: its placeholders and shapes in the order in which they are read. */
export function slidePart({ master, blocks, title }: Page, shapes: Shapes, footer: string, number: number, brand: Brand): string {
  const places = placesOf(master, brand)
  const drawn = blocks.map((block) => {
    const place = block.kind === 'text' && block.place !== null ? places.find(({ kind }) => kind === block.place) : undefined
    if (block.kind !== 'text' || !place) return shapes.block(block, title)
    return block.paragraphs.length === 0 ? '' : shapes.fillIn(place, block)
  })
  const foot = places.map((place) => {
    if (place.kind === 'footer') return shapes.fillIn(place, lineOf(footer, place.box, place.look))
    return place.kind === 'number' ? shapes.number(place, String(number)) : ''
  })
  return `${HEAD}<p:sld ${NAMESPACES}><p:cSld><p:spTree>${NO_GROUP}${drawn.join('')}${foot.join('')}</p:spTree></p:cSld>${SAME_COLORS}</p:sld>`
}
