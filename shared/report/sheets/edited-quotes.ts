import type { Edits } from '../edits/edits'
import type { Outline, OutlineQuote, Sheet } from '../outline'

/**
 * The sheets with the quotes as somebody wants them: one that was taken out is not in the workbook either, and what was
 * picked in the place of another stands there with the words of the slide.
 */
export function withEditedQuotes(outline: Outline, edits: Edits): Outline {
  if (edits.quotes.length === 0) return outline
  const picks = new Map(edits.quotes.map(({ key, pick }) => [key, pick]))
  const shown = new Map(outline.slides.flatMap((slide) => ('quotes' in slide ? slide.quotes : [])).map((quote) => [quote.key, quote]))
  const [contents, ...sheets] = outline.sheets
  if (contents === undefined) return outline
  const said = sheets.map((sheet) => edited(sheet, picks, shown))
  return { ...outline, sheets: [{ ...contents, rows: said.map(({ name, about, rows }) => [name, about, rows.length]) }, ...said] }
}

function edited(sheet: Sheet, picks: ReadonlyMap<string, unknown>, shown: ReadonlyMap<string, OutlineQuote>): Sheet {
  const { keys } = sheet
  if (keys === undefined) return sheet
  const kept = sheet.rows.flatMap((row, at) => {
    const key = keys[at] ?? ''
    if (!picks.has(key)) return [{ key, row }]
    const quote = shown.get(key)
    return quote === undefined || picks.get(key) === null ? [] : [{ key, row: replaced(row, quote) }]
  })
  return { ...sheet, keys: kept.map(({ key }) => key), rows: kept.map(({ row }) => row) }
}

/** Score, line and wave of another comment are in the words of its source. */
function replaced(row: Sheet['rows'][number], { head, text, source }: OutlineQuote): Sheet['rows'][number] {
  const [, , , , , , side = null] = row
  return [null, head, text, source, null, null, side]
}
