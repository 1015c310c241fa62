const CELL_LIMIT = 32_767

/** What XML 1.0 cannot hold: C0 controls but TAB, LF and CR; U+FFFE and U+FFFF; surrogates without their partner. */
const NOT_XML = /(?![\t\n\r\u007F-\u009F])\p{Cc}|[\uFFFE\uFFFF]|\p{Cs}/gu

/** `text` without the characters that would make an XML document ill-formed. Markup is the writer's to escape. */
export const xmlSafe = (text: string): string => text.replace(NOT_XML, '')

/** The first `limit` UTF-16 units of `text`, or one fewer rather than half a character. */
export function capUnits(text: string, limit: number): string {
  if (text.length <= limit) return text
  const last = text.charCodeAt(limit - 1)
  return text.slice(0, last >= 0xd800 && last <= 0xdbff ? limit - 1 : limit)
}

/** Excel reads `_x0041_` in a cell as "A"; escaping its underscore keeps the seven characters (ST_Xstring). */
const escapeHex = (text: string): string => text.replace(/_(?=x[0-9A-Fa-f]{4}_)/g, '_x005F_')

/** `text` as an XLSX cell can hold it: XML-safe, `_xHHHH_` kept as written, at most 32,767 units once escaped. */
export function cellSafe(text: string): string {
  let kept = capUnits(xmlSafe(text), CELL_LIMIT)
  let escaped = escapeHex(kept)
  while (escaped.length > CELL_LIMIT) {
    kept = capUnits(kept, kept.length - Math.ceil((escaped.length - CELL_LIMIT) / 7))
    escaped = escapeHex(kept)
  }
  return escaped
}
