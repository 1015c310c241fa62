const ESCAPES: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;', "'": '&#39;' }
/** What XML 1.0 has no place for, however it is written: control characters, halves of pairs, two that are no characters. */
const NO_XML = /[^\t\n\r\u0020-\uD7FF\uE000-\uFFFD\u{10000}-\u{10FFFF}]/gu

/** The text without characters that XML cannot hold. */
export const xmlLegal = (text: string): string => text.replace(NO_XML, '\uFFFD')

/** Text as it stands between tags or in an attribute. */
export const xmlText = (text: string): string => xmlLegal(text).replace(/[&<>"']/g, (sign) => ESCAPES[sign] ?? sign)

export type XmlAttributes = Readonly<Record<string, string | number | undefined>>

/** As many digits as an eye can see. */
export const rounded = (value: number): number => Math.round(value * 100) / 100

const valueOf = (value: string | number): string => (typeof value === 'number' ? String(rounded(value)) : xmlText(value))

/** An element; `content` is XML already. */
export function xmlElement(name: string, attributes: XmlAttributes, content = ''): string {
  const given = Object.entries(attributes).flatMap(([key, value]) => (value === undefined ? [] : [` ${key}="${valueOf(value)}"`]))
  return content === '' ? `<${name}${given.join('')}/>` : `<${name}${given.join('')}>${content}</${name}>`
}
