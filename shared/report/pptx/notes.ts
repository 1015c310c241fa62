import { translator, type Locale } from '../../locale/translate'
import { INK } from '../layout/look'
import { COLOR_MAP, SAME_COLORS } from './masters'
import { NO_GROUP, numberField } from './shapes'
import { languageOf, levelStyles } from './text'
import { attribute, escapeXml, HEAD, NAMESPACES } from './xml'

const [WIDTH, HEIGHT] = [6_858_000, 9_144_000] as const
export const NOTES_SIZE = `<p:notesSz cx="${WIDTH}" cy="${HEIGHT}"/>`
const SIZE = 12

interface Holder {
  readonly type: 'sldImg' | 'body' | 'sldNum'
  readonly box: string
  readonly look: string
}

const HOLDERS: readonly Holder[] = [
  { type: 'sldImg', box: '<a:off x="685800" y="1143000"/><a:ext cx="5486400" cy="3086100"/>', look: '<a:noFill/><a:ln w="12700"><a:solidFill><a:prstClr val="black"/></a:solidFill></a:ln>' },
  { type: 'body', box: '<a:off x="685800" y="4400550"/><a:ext cx="5486400" cy="3600450"/>', look: '' },
  { type: 'sldNum', box: '<a:off x="3884613" y="8685213"/><a:ext cx="2971800" cy="458787"/>', look: '' },
]
const SHAPES = { sldImg: 'deck.shape.slide', body: 'deck.shape.notes', sldNum: 'deck.shape.number' } as const

/** Placeholders of a page of notes; `index` differs between master and page. */
function holder({ type }: Holder, at: number, index: string, locale: Locale, properties: string, body: string): string {
  const locks = type === 'sldImg' ? '<a:spLocks noGrp="1" noRot="1" noChangeAspect="1"/>' : '<a:spLocks noGrp="1"/>'
  const name = attribute(`${translator(locale)(SHAPES[type])} ${at + 1}`)
  return (
    `<p:sp><p:nvSpPr><p:cNvPr id="${at + 2}" name="${name}"/><p:cNvSpPr>${locks}</p:cNvSpPr><p:nvPr><p:ph type="${type}"${type === 'sldNum' ? ' sz="quarter"' : ''}${index}/></p:nvPr></p:nvSpPr>` +
    `${properties === '' ? '<p:spPr/>' : `<p:spPr>${properties}</p:spPr>`}${body === '' ? '' : `<p:txBody>${body}</p:txBody>`}</p:sp>`
  )
}

const line = (text: string, locale: Locale): string =>
  text === '' ? `<a:p><a:endParaRPr ${languageOf('', locale)}/></a:p>` : `<a:p><a:r><a:rPr ${languageOf(text, locale)}/><a:t>${escapeXml(text)}</a:t></a:r></a:p>`

/** The master of the notes: the slide above, the words below, the number at the foot. */
export function notesMasterPart(locale: Locale): string {
  const say = translator(locale)
  const shapes = HOLDERS.map((entry, at) => {
    const box = `<a:xfrm>${entry.box}</a:xfrm><a:prstGeom prst="rect"><a:avLst/></a:prstGeom>${entry.look}`
    const room = `<a:bodyPr vert="horz" lIns="91440" tIns="45720" rIns="91440" bIns="45720" rtlCol="0"${entry.type === 'sldNum' ? ' anchor="b"' : ''}/>`
    const style = entry.type === 'sldNum' ? '<a:lstStyle><a:lvl1pPr algn="r"><a:defRPr sz="1200"/></a:lvl1pPr></a:lstStyle>' : '<a:lstStyle/>'
    const words = entry.type === 'sldNum' ? numberField('‹#›') : line(say('deck.prompt.text'), locale)
    return holder(entry, at, entry.type === 'body' ? ' idx="3"' : entry.type === 'sldNum' ? ' idx="5"' : ' idx="2"', locale, box, entry.type === 'sldImg' ? '' : `${room}${style}${words}`)
  })
  return (
    `${HEAD}<p:notesMaster ${NAMESPACES}><p:cSld><p:bg><p:bgRef idx="1001"><a:schemeClr val="bg1"/></p:bgRef></p:bg><p:spTree>${NO_GROUP}${shapes.join('')}</p:spTree></p:cSld>` +
    `${COLOR_MAP}<p:notesStyle>${levelStyles({ size: SIZE, color: INK })}</p:notesStyle></p:notesMaster>`
  )
}

/** The notes of slide `number`, a paragraph each. */
export function notesPart(notes: readonly string[], number: number, locale: Locale): string {
  const lines = notes.flatMap((note) => note.split(/\r\n|\r|\n/))
  const bodies = { sldImg: '', body: (lines.length === 0 ? [''] : lines).map((text) => line(text, locale)).join(''), sldNum: numberField(String(number)) }
  const shapes = HOLDERS.map((entry, at) => {
    const body = bodies[entry.type]
    const index = entry.type === 'body' ? ' idx="1"' : entry.type === 'sldNum' ? ' idx="5"' : ''
    return holder(entry, at, index, locale, '', body === '' ? '' : `<a:bodyPr/><a:lstStyle/>${body}`)
  })
  return `${HEAD}<p:notes ${NAMESPACES}><p:cSld><p:spTree>${NO_GROUP}${shapes.join('')}</p:spTree></p:cSld>${SAME_COLORS}</p:notes>`
}
