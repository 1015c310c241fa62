import { capUnits } from './sanitize'

/** UTF-16 units that an Excel cell holds. */
export const CELL_LIMIT = 32_767

/** What XML 1.0 cannot hold or would change (CR), and what a reader would take for an escape of it. */
const TO_ESCAPE = /_(?=x[0-9A-Fa-f]{4}_)|(?![\t\n\u007F-\u009F])\p{Cc}|[\uFFFE\uFFFF]|\p{Cs}/gu

/** A quick look first: nearly no text needs more. */
const MAY_NEED_ESCAPE = /_x|[^\t\n -\uD7FF\uE000-\uFFFD]/

/** `text` as XLSX keeps it: what XML cannot hold as `_xHHHH_` (ST_Xstring), which spreadsheets read as the character itself. */
export const cellEscaped = (text: string): string =>
  !MAY_NEED_ESCAPE.test(text) ? text : text.replace(TO_ESCAPE, (unit) => `_x${unit.charCodeAt(0).toString(16).toUpperCase().padStart(4, '0')}_`)

/** `text` in pieces that an Excel cell holds each, once they are escaped: nothing is left out. */
export function cellCuts(text: string): readonly string[] {
  const cuts: string[] = []
  for (let rest = text; ; ) {
    let cut = capUnits(rest, CELL_LIMIT)
    for (let over = 1; over > 0; ) {
      over = cellEscaped(cut).length - CELL_LIMIT
      if (over > 0) cut = capUnits(cut, cut.length - Math.ceil(over / 7))
    }
    cuts.push(cut)
    rest = rest.slice(cut.length)
    if (rest === '') return cuts
  }
}
