import { translator, type Locale, type MessageKey } from '../../locale/translate'
import type { Block } from '../layout/blocks'
import type { Brand } from '../layout/brand'
import { coverBlocks, footerBlocks } from '../layout/frame'
import type { Master } from '../layout/lay-out'
import { INK } from '../layout/look'
import { masterPlaces, placesOf, type Place } from './places'
import { NO_GROUP, type Shapes } from './shapes'
import { levelStyles } from './text'
import { attribute, HEAD, NAMESPACES } from './xml'

/** The layouts in the order of their numbers. */
export const MASTERS = ['cover', 'page', 'bare', 'text'] as const satisfies readonly Master[]

const [FIRST_MASTER, OTHER_SIZE] = [2_147_483_648, 18] as const
/** Ids of masters and layouts are one family. */
export const MASTER_ID = FIRST_MASTER
const layoutId = (at: number): number => FIRST_MASTER + 1 + at

const PAPER = '<p:bg><p:bgRef idx="1001"><a:schemeClr val="bg1"/></p:bgRef></p:bg>'
export const COLOR_MAP =
  '<p:clrMap bg1="lt1" tx1="dk1" bg2="lt2" tx2="dk2" accent1="accent1" accent2="accent2" accent3="accent3" accent4="accent4" accent5="accent5" accent6="accent6" hlink="hlink" folHlink="folHlink"/>'
export const SAME_COLORS = '<p:clrMapOvr><a:masterClrMapping/></p:clrMapOvr>'

const words = (place: Place, locale: Locale, footer: string): string => {
  const say = translator(locale)
  return place.kind === 'title' ? say('deck.prompt.title') : place.kind === 'body' ? say('deck.prompt.text') : footer
}

/** The master: what its layouts have in common, and the looks of text. */
export function masterPart(shapes: Shapes, locale: Locale, footer: string, brand: Brand, layoutRelations: readonly string[]): string {
  const places = masterPlaces(brand)
  const look = (kind: Place['kind']): string => {
    const place = places.find((entry) => entry.kind === kind)
    return levelStyles(place?.look ?? { size: OTHER_SIZE, color: INK }, place?.after)
  }
  return (
    `${HEAD}<p:sldMaster ${NAMESPACES}><p:cSld>${PAPER}<p:spTree>${NO_GROUP}` +
    `${places.map((place) => shapes.define(place, words(place, locale, footer))).join('')}</p:spTree></p:cSld>${COLOR_MAP}` +
    `<p:sldLayoutIdLst>${layoutRelations.map((relation, at) => `<p:sldLayoutId id="${layoutId(at)}" r:id="${relation}"/>`).join('')}</p:sldLayoutIdLst>` +
    '<p:hf hdr="0" dt="0"/>' +
    `<p:txStyles><p:titleStyle>${look('title')}</p:titleStyle><p:bodyStyle>${look('body')}</p:bodyStyle>` +
    `<p:otherStyle>${levelStyles({ size: OTHER_SIZE, color: INK })}</p:otherStyle></p:txStyles></p:sldMaster>`
  )
}

const NAMES: Readonly<Record<Master, MessageKey>> = {
  cover: 'deck.layout.cover',
  page: 'deck.layout.page',
  bare: 'deck.layout.bare',
  text: 'deck.layout.text',
}
const TYPES: Readonly<Record<Master, string>> = { cover: ' type="title"', page: '', bare: ' type="titleOnly"', text: '' }

/** What a layout shows beside its placeholders: bar, rule, logo and name. */
function ornaments(master: Master, brand: Brand): readonly Block[] {
  return master === 'cover' ? coverBlocks(brand) : footerBlocks('', 0, brand).filter(({ kind }) => kind !== 'text')
}

/** A layout: boxes and looks of the placeholders, and what stands around them. */
export const layoutPart = (master: Master, shapes: Shapes, locale: Locale, footer: string, brand: Brand): string =>
  `${HEAD}<p:sldLayout ${NAMESPACES}${TYPES[master]} preserve="1" userDrawn="1"><p:cSld name="${attribute(translator(locale)(NAMES[master]))}"><p:spTree>${NO_GROUP}` +
  `${ornaments(master, brand).map((block) => shapes.block(block, '')).join('')}` +
  `${placesOf(master, brand).map((place) => shapes.define(place, words(place, locale, footer))).join('')}</p:spTree></p:cSld>${SAME_COLORS}</p:sldLayout>`
