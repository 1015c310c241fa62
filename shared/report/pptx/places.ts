import type { Brand } from '../layout/brand'
import { BODY, COVER_BODY, COVER_TITLE, FOOTER, footerText, TEXT, TITLE } from '../layout/frame'
import type { Box } from '../layout/blocks'
import type { Master } from '../layout/lay-out'
import { GREY, INK } from '../layout/look'
import type { Look } from './text'

/** A placeholder: the layout gives its box and look, the slide its words. */
export interface Place {
  readonly kind: 'title' | 'body' | 'footer' | 'number'
  /** As `p:ph` names it. */
  readonly type: 'title' | 'ctrTitle' | 'body' | 'subTitle' | 'ftr' | 'sldNum'
  readonly index: number | null
  readonly box: Box
  readonly anchor: 't' | 'ctr'
  readonly align: 'left' | 'right'
  readonly look: Look
  /** Room below a paragraph, in points. */
  readonly after: number
}

const titlePlace = ({ box, size }: typeof TITLE | typeof COVER_TITLE, type: 'title' | 'ctrTitle'): Place => ({
  kind: 'title',
  type,
  index: null,
  box,
  anchor: 'ctr',
  align: 'left',
  look: { size, color: INK, bold: true },
  after: 0,
})

const bodyPlace = ({ box, size, after }: typeof BODY | typeof COVER_BODY | typeof TEXT, type: 'body' | 'subTitle', color: Look['color']): Place => ({
  kind: 'body',
  type,
  index: 1,
  box,
  anchor: 't',
  align: 'left',
  look: { size, color },
  after,
})

function footPlaces(brand: Brand): readonly Place[] {
  const words = footerText(brand)
  const shared = { anchor: 'ctr', after: 0 } as const
  return [
    { ...shared, kind: 'footer', type: 'ftr', index: 11, box: words.box, align: 'left', look: { size: words.size, color: GREY } },
    { ...shared, kind: 'number', type: 'sldNum', index: 12, box: FOOTER.number, align: 'right', look: { size: FOOTER.size, color: GREY } },
  ]
}

/** The placeholders of a layout. */
export function placesOf(master: Master, brand: Brand): readonly Place[] {
  switch (master) {
    case 'cover':
      return [titlePlace(COVER_TITLE, 'ctrTitle'), bodyPlace(COVER_BODY, 'subTitle', GREY)]
    case 'page':
      return [titlePlace(TITLE, 'title'), bodyPlace(BODY, 'body', GREY), ...footPlaces(brand)]
    case 'bare':
      return [titlePlace(TITLE, 'title'), ...footPlaces(brand)]
    case 'text':
      return [titlePlace(TITLE, 'title'), bodyPlace(TEXT, 'body', INK), ...footPlaces(brand)]
  }
}

/** The placeholders of the master itself, on which every layout rests. */
export const masterPlaces = (brand: Brand): readonly Place[] =>
  placesOf('page', brand).map((place) => ({ ...place, index: place.kind === 'footer' ? 3 : place.kind === 'number' ? 4 : place.index }))
