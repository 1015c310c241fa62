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
