import { xmlSafe } from '../sanitize'

const ENTITIES: ReadonlyMap<string, string> = new Map([
  ['&', '&amp;'],
  ['<', '&lt;'],
  ['>', '&gt;'],
  ['"', '&quot;'],
])

/** `text` as character data or a quoted attribute value of an XML document. */
export const escapeXml = (text: string): string =>
  xmlSafe(text).replace(/[&<>"]/g, (char) => ENTITIES.get(char) ?? char)

/** `text` on one line, as an attribute: a reader would make blanks of its breaks and tabs anyway. */
export const attribute = (text: string): string => escapeXml(text.replace(/[\t\n\r]/g, ' '))

export const HEAD = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>'

const SCHEMAS = 'http://schemas.openxmlformats.org'
export const RELATIONS = `${SCHEMAS}/officeDocument/2006/relationships`
export const GRAPHIC = `${SCHEMAS}/drawingml/2006`

/** The namespaces of a part of a presentation. */
export const NAMESPACES = `xmlns:a="${GRAPHIC}/main" xmlns:r="${RELATIONS}" xmlns:p="${SCHEMAS}/presentationml/2006/main"`

/** Inches in English metric units, 914,400 to each. */
export const emu = (inches: number): number => Math.round(inches * 914_400)
