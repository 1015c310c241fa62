const FORMULA_START = /^[=+\-@\t\r\n\0]/
const PLAIN_NUMBER = /^[+-]?\d[\d.,]*(?:[eE][+-]?\d+)?%?$/
const PHONE_NUMBER = /^\+\d{1,3}(?:[ .-]?\(?\d{1,4}\)?){2,6}$/
const APOSTROPHES = /^'+/
const APOSTROPHE = 0x27
/** Nothing below it but white space, controls and signs starts most texts: letters and digits need no closer look. */
const PLAIN_START = /^[0-9A-Za-z가-힣]/

/** Whether a spreadsheet could take `text` for a formula once it has trimmed it and folded its width. */
function startsFormula(text: string): boolean {
  if (PLAIN_START.test(text)) return false
  const seen = text.normalize('NFKC')
  return FORMULA_START.test(seen.trim()) || /^ *[\t\r\n\0]/.test(seen)
}

/**
 * Text for a CSV cell that no spreadsheet takes for a formula: what starts, after trimming and NFKC, with = + - @ TAB
 * CR LF or NUL gets a leading apostrophe. Spared are plain numbers (-5, +3.2, 1e-3) and international phone numbers
 * (+82-10-1234-5678): they can call nothing, and an apostrophe would spoil them for every other reader. Text that has
 * apostrophes before such a start already gets one more, so that `formulaRestored` gives back every text as it was.
 */
export function formulaSafe(text: string): string {
  const start = APOSTROPHES.exec(text)?.[0].length ?? 0
  if (!startsFormula(start === 0 ? text : text.slice(start))) return text
  return start === 0 && (PLAIN_NUMBER.test(text) || PHONE_NUMBER.test(text)) ? text : `'${text}`
}

/** The text that `formulaSafe` made safe. */
export function formulaRestored(text: string): string {
  if (text.charCodeAt(0) !== APOSTROPHE) return text
  return startsFormula(text.replace(APOSTROPHES, '')) ? text.slice(1) : text
}

/** A cell of a tool that puts an apostrophe before = + - @ and TAB, also before numbers and phone numbers, without it. */
export const apostropheDropped = (text: string): string =>
  text.charCodeAt(0) === APOSTROPHE && /^'[=+\-@\t\r\n\0＝＋－＠]/.test(text) ? text.slice(1) : text
