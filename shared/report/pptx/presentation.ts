import { INK, SLIDE } from '../layout/look'
import { MASTER_ID } from './masters'
import { NOTES_SIZE } from './notes'
import { levelStyles } from './text'
import { attribute, emu, escapeXml, GRAPHIC, HEAD, NAMESPACES, RELATIONS } from './xml'

const [FIRST_SLIDE, TEXT_SIZE] = [256, 18] as const

/** The deck itself: its masters and slides by the ids of their relations. */
export const presentationPart = (master: string, notesMaster: string, slides: readonly string[]): string =>
  `${HEAD}<p:presentation ${NAMESPACES} saveSubsetFonts="1" autoCompressPictures="0">` +
  `<p:sldMasterIdLst><p:sldMasterId id="${MASTER_ID}" r:id="${master}"/></p:sldMasterIdLst>` +
  `<p:notesMasterIdLst><p:notesMasterId r:id="${notesMaster}"/></p:notesMasterIdLst>` +
  `<p:sldIdLst>${slides.map((slide, at) => `<p:sldId id="${FIRST_SLIDE + at}" r:id="${slide}"/>`).join('')}</p:sldIdLst>` +
  `<p:sldSz cx="${WIDTH}" cy="${emu(SLIDE.height)}"/>${NOTES_SIZE}` +
  `<p:defaultTextStyle>${levelStyles({ size: TEXT_SIZE, color: INK })}</p:defaultTextStyle></p:presentation>`

/** 16:9 of the height; the layout's width is rounded. */
const WIDTH = (emu(SLIDE.height) * 16) / 9

export const PROPERTIES_PART = `${HEAD}<p:presentationPr ${NAMESPACES}/>`
export const VIEW_PART = `${HEAD}<p:viewPr ${NAMESPACES}/>`
export const TABLE_STYLES_PART = `${HEAD}<a:tblStyleLst xmlns:a="${GRAPHIC}/main" def="{5C22544A-7EE6-4342-B048-85BDC9FD1C3A}"/>`

/** What the file says about itself. */
export interface About {
  readonly title: string
  readonly subject: string
  readonly company: string
  /** The only time in the file. */
  readonly at: string
  readonly language: string
  readonly slides: number
}

export function corePart({ title, subject, at, language }: About): string {
  const time = (name: string): string => `<dcterms:${name} xsi:type="dcterms:W3CDTF">${escapeXml(at.slice(0, 19))}Z</dcterms:${name}>`
  return (
    `${HEAD}<cp:coreProperties xmlns:cp="http://schemas.openxmlformats.org/package/2006/metadata/core-properties" xmlns:dc="http://purl.org/dc/elements/1.1/" ` +
    'xmlns:dcterms="http://purl.org/dc/terms/" xmlns:dcmitype="http://purl.org/dc/dcmitype/" xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance">' +
    `<dc:title>${escapeXml(title)}</dc:title><dc:subject>${escapeXml(subject)}</dc:subject><dc:creator>Earshot</dc:creator>` +
    `<cp:lastModifiedBy>Earshot</cp:lastModifiedBy><cp:revision>1</cp:revision>${time('created')}${time('modified')}<dc:language>${attribute(language)}</dc:language></cp:coreProperties>`
  )
}

/** LibreOffice lays text out as Office does where the application is Office. */
export const appPart = ({ company, slides }: About): string =>
  `${HEAD}<Properties xmlns="${RELATIONS.replace('relationships', 'extended-properties')}">` +
  '<TotalTime>0</TotalTime><Application>Microsoft Office PowerPoint</Application><PresentationFormat>Widescreen</PresentationFormat>' +
  `<Slides>${slides}</Slides><Notes>${slides}</Notes><HiddenSlides>0</HiddenSlides><Company>${escapeXml(company)}</Company><AppVersion>16.0000</AppVersion></Properties>`
