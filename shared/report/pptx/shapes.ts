import { assertNever } from '../../base/assert'
import { translator, type Locale, type MessageKey } from '../../locale/translate'
import type { Block, Box, ChartFrame, PictureBlock, TextBlock } from '../layout/blocks'
import type { Color } from '../layout/look'
import { xmlSafe } from '../sanitize'
import type { Place } from './places'
import { tableMarkup } from './table'
import { fill, languageOf, levelStyle, paragraphsMarkup } from './text'
import { attribute, emu, escapeXml, GRAPHIC, RELATIONS } from './xml'

export type RelationKind = 'chart' | 'image' | 'notesMaster' | 'notesSlide' | 'package' | 'presProps' | 'slide' | 'slideLayout' | 'slideMaster' | 'tableStyles' | 'theme' | 'viewProps'

/** What the shapes of a part need of the rest of the package. */
export interface ShapeNeeds {
  readonly locale: Locale
  /** The id by which this part refers to another one. */
  readonly relate: (kind: RelationKind, target: string) => string
  /** Where the picture is in the package. */
  readonly pictureAt: (picture: PictureBlock) => string
  /** Where the chart will be. */
  readonly chartAt: (frame: ChartFrame) => string
}

/** The shapes of one part, each with an id of its own. */
export interface Shapes {
  readonly block: (block: Block, title: string) => string
  /** A placeholder as a layout defines it. */
  readonly define: (place: Place, words: string) => string
  /** A placeholder as a slide fills it. */
  readonly fillIn: (place: Place, block: Pick<TextBlock, 'align' | 'paragraphs' | 'box'>) => string
  readonly number: (place: Place, words: string) => string
}

const at = ({ x, y, w, h }: Box): string => `<a:off x="${emu(x)}" y="${emu(y)}"/><a:ext cx="${emu(w)}" cy="${emu(h)}"/>`
const frame = (box: Box): string => `<a:xfrm>${at(box)}</a:xfrm>`
const geometry = (box: Box, kind: 'rect' | 'line' = 'rect'): string => `${frame(box)}<a:prstGeom prst="${kind}"><a:avLst/></a:prstGeom>`
const holder = ({ type, index }: Place): string =>
  `<p:ph type="${type}"${type === 'ftr' || type === 'sldNum' ? ' sz="quarter"' : ''}${index === null ? '' : ` idx="${index}"`}/>`

/** Says that a shape has no meaning, so that nobody is asked to read it out. */
const DECORATIVE =
  '<a:extLst><a:ext uri="{C183D7F6-B498-43B3-948B-1728B52AA6E4}">' +
  '<adec:decorative xmlns:adec="http://schemas.microsoft.com/office/drawing/2017/decorative" val="1"/></a:ext></a:extLst>'

const FLAT = 'wrap="square" lIns="0" tIns="0" rIns="0" bIns="0" rtlCol="0"'
export const NO_GROUP =
  '<p:nvGrpSpPr><p:cNvPr id="1" name=""/><p:cNvGrpSpPr/><p:nvPr/></p:nvGrpSpPr>' +
  '<p:grpSpPr><a:xfrm><a:off x="0" y="0"/><a:ext cx="0" cy="0"/><a:chOff x="0" y="0"/><a:chExt cx="0" cy="0"/></a:xfrm></p:grpSpPr>'

const SLIDE_NUMBER = '{F7021451-1387-4CA6-816F-3879F97B5CBC}'

/** A field that shows the number of its slide, and `shown` until somebody counts. */
export const numberField = (shown: string): string =>
  `<a:p><a:fld id="${SLIDE_NUMBER}" type="slidenum"><a:rPr lang="en-US" dirty="0"/><a:t>${escapeXml(shown)}</a:t></a:fld><a:endParaRPr lang="en-US" dirty="0"/></a:p>`

const NAMES: Readonly<Record<Place['kind'], MessageKey>> = {
  title: 'deck.shape.title',
  body: 'deck.shape.text',
  footer: 'deck.shape.footer',
  number: 'deck.shape.number',
}

/** Shapes in DrawingML in the order that its schema asks for. */
export function shapesFor(needs: ShapeNeeds): Shapes {
  const { locale, relate } = needs
  const say = translator(locale)
  let id = 1
  const named = (key: MessageKey, alt: string | null = null): string => {
    id += 1
    const head = `<p:cNvPr id="${id}" name="${attribute(`${say(key)} ${id - 1}`)}"`
    if (alt === null) return `${head}/>`
    return xmlSafe(alt).trim() === '' ? `${head}>${DECORATIVE}</p:cNvPr>` : `${head} descr="${attribute(alt)}"/>`
  }
  const held = (place: Place, properties: string, body: string): string =>
    `<p:sp><p:nvSpPr>${named(NAMES[place.kind])}<p:cNvSpPr><a:spLocks noGrp="1"/></p:cNvSpPr><p:nvPr>${holder(place)}</p:nvPr></p:nvSpPr>` +
    `${properties === '' ? '<p:spPr/>' : `<p:spPr>${properties}</p:spPr>`}<p:txBody>${body}</p:txBody></p:sp>`
  const graphic = (key: MessageKey, alt: string, locks: string, box: Box, kind: string, inside: string): string =>
    `<p:graphicFrame><p:nvGraphicFramePr>${named(key, alt)}<p:cNvGraphicFramePr>${locks}</p:cNvGraphicFramePr><p:nvPr/></p:nvGraphicFramePr>` +
    `<p:xfrm>${at(box)}</p:xfrm><a:graphic><a:graphicData uri="${GRAPHIC}/${kind}">${inside}</a:graphicData></a:graphic></p:graphicFrame>`

  function text(block: TextBlock): string {
    return (
      `<p:sp><p:nvSpPr>${named('deck.shape.text')}<p:cNvSpPr txBox="1"/><p:nvPr/></p:nvSpPr><p:spPr>${geometry(block.box)}<a:noFill/></p:spPr>` +
      `<p:txBody><a:bodyPr ${FLAT} anchor="${block.valign === 'middle' ? 'ctr' : 't'}"/><a:lstStyle/>${paragraphsMarkup(block, locale, null)}</p:txBody></p:sp>`
    )
  }

  function area(box: Box, color: Color): string {
    return (
      `<p:sp><p:nvSpPr>${named('deck.shape.area', '')}<p:cNvSpPr/><p:nvPr/></p:nvSpPr><p:spPr>${geometry(box)}${fill(color)}<a:ln><a:noFill/></a:ln></p:spPr>` +
      `<p:txBody><a:bodyPr/><a:lstStyle/><a:p><a:endParaRPr ${languageOf('', locale)}/></a:p></p:txBody></p:sp>`
    )
  }

  function picture(block: PictureBlock): string {
    const target = relate('image', needs.pictureAt(block))
    return (
      `<p:pic><p:nvPicPr>${named('deck.shape.picture', block.alt)}<p:cNvPicPr><a:picLocks noChangeAspect="1"/></p:cNvPicPr><p:nvPr/></p:nvPicPr>` +
      `<p:blipFill><a:blip r:embed="${target}"/><a:stretch><a:fillRect/></a:stretch></p:blipFill><p:spPr>${geometry(block.box)}</p:spPr></p:pic>`
    )
  }

  function block(drawn: Block, title: string): string {
    switch (drawn.kind) {
      case 'text':
        return text(drawn)
      case 'rect':
        return area(drawn.box, drawn.color)
      case 'line':
        return (
          `<p:cxnSp><p:nvCxnSpPr>${named('deck.shape.line', '')}<p:cNvCxnSpPr/><p:nvPr/></p:nvCxnSpPr><p:spPr>` +
          `${geometry({ x: drawn.x, y: drawn.y, w: drawn.w, h: 0 }, 'line')}<a:ln w="${Math.round(drawn.width * 12_700)}">${fill(drawn.color)}</a:ln></p:spPr></p:cxnSp>`
        )
      case 'picture':
        return picture(drawn)
      case 'grid': {
        const { box, markup } = tableMarkup(drawn, locale)
        return graphic('deck.shape.table', title, '<a:graphicFrameLocks noGrp="1"/>', box, 'table', markup)
      }
      case 'chart': {
        const target = relate('chart', needs.chartAt(drawn.frame))
        const inside = `<c:chart xmlns:c="${GRAPHIC}/chart" xmlns:r="${RELATIONS}" r:id="${target}"/>`
        return graphic('deck.shape.chart', drawn.frame.chart.alt, '', drawn.box, 'chart', inside)
      }
      default:
        return assertNever(drawn, 'block')
    }
  }

  const style = (place: Place): string => `<a:lstStyle>${levelStyle(1, place.look, place.after, place.align)}</a:lstStyle>`
  const room = (place: Place): string => `<a:bodyPr vert="horz" ${FLAT} anchor="${place.anchor}"/>`

  return {
    block,
    define: (place, words) => {
      const said =
        place.kind === 'number' ? numberField('‹#›') : `<a:p><a:r><a:rPr ${languageOf(words, locale)} dirty="0"/><a:t>${escapeXml(words)}</a:t></a:r></a:p>`
      return held(place, geometry(place.box), `${room(place)}${style(place)}${said}`)
    },
    fillIn: (place, filled) => {
      const given = { look: place.look, after: place.after }
      const moved = (['x', 'y', 'w', 'h'] as const).some((side) => filled.box[side] !== place.box[side])
      return held(place, moved ? frame(filled.box) : '', `<a:bodyPr/><a:lstStyle/>${paragraphsMarkup(filled, locale, given)}`)
    },
    number: (place, shown) => held(place, '', `<a:bodyPr/><a:lstStyle/>${numberField(shown)}`),
  }
}
