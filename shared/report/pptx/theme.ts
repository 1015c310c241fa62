import type { Brand, BrandFont } from '../layout/brand'
import { themeOf } from '../layout/brand'
import { attribute, GRAPHIC, HEAD } from './xml'

/** Faces that have Hangul of their own. */
const HANGUL_FACES: ReadonlySet<BrandFont> = new Set(['Malgun Gothic', 'Batang'])

/**
 * Hangul in a face without any. Malgun Gothic comes with every Windows in whatever language and with Office for Mac;
 * named outright, it does not depend on the language of whoever opens the file. Its measures help programs that do not
 * have it to put the system's own Gothic in its place, as Keynote does with Apple SD Gothic Neo.
 */
const HANGUL = '<a:ea typeface="Malgun Gothic" panose="020B0503020000020004" pitchFamily="50" charset="-127"/>'

/** Faces for the scripts that programs look up by the language of a run. */
const SCRIPTS = [
  ['Jpan', '游ゴシック'],
  ['Hang', '맑은 고딕'],
  ['Hans', '等线'],
  ['Hant', '新細明體'],
  ['Arab', 'Arial'],
  ['Hebr', 'Arial'],
  ['Thai', 'Cordia New'],
  ['Viet', 'Arial'],
] as const

const faces = (font: BrandFont): string =>
  `<a:latin typeface="${font}"/>${HANGUL_FACES.has(font) && font !== 'Malgun Gothic' ? `<a:ea typeface="${font}"/>` : HANGUL}<a:cs typeface=""/>` +
  SCRIPTS.map(([script, face]) => `<a:font script="${script}" typeface="${face}"/>`).join('')

const OWN = '<a:solidFill><a:schemeClr val="phClr"/></a:solidFill>'
const line = (width: number): string => `<a:ln w="${width}" cap="flat" cmpd="sng" algn="ctr">${OWN}<a:prstDash val="solid"/><a:miter lim="800000"/></a:ln>`

/** Flat: three fills, lines, effects and backgrounds, as the schema wants at least. */
const FORMATS =
  `<a:fmtScheme name="Earshot"><a:fillStyleLst>${OWN.repeat(3)}</a:fillStyleLst>` +
  `<a:lnStyleLst>${[6350, 12_700, 19_050].map(line).join('')}</a:lnStyleLst>` +
  `<a:effectStyleLst>${'<a:effectStyle><a:effectLst/></a:effectStyle>'.repeat(3)}</a:effectStyleLst>` +
  `<a:bgFillStyleLst>${OWN.repeat(3)}</a:bgFillStyleLst></a:fmtScheme>`

/** The colours and faces of a deck: whoever changes them changes every page and chart. */
export function themePart(brand: Brand): string {
  const colors = Object.entries(themeOf(brand)).map(([name, color]) => `<a:${name}><a:srgbClr val="${color}"/></a:${name}>`)
  return (
    `${HEAD}<a:theme xmlns:a="${GRAPHIC}/main" name="${attribute(brand.name.trim()) || 'Earshot'}"><a:themeElements>` +
    `<a:clrScheme name="Earshot">${colors.join('')}</a:clrScheme>` +
    `<a:fontScheme name="Earshot"><a:majorFont>${faces(brand.font)}</a:majorFont><a:minorFont>${faces(brand.font)}</a:minorFont></a:fontScheme>` +
    `${FORMATS}</a:themeElements><a:objectDefaults/><a:extraClrSchemeLst/></a:theme>`
  )
}
