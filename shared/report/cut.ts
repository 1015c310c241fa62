/** Hangul, kana, CJK and full-width forms take about two Latin letters' room. */
const WIDE =
  /[\u1100-\u115F\u2E80-\uA4CF\uAC00-\uD7A3\uF900-\uFAFF\uFE30-\uFE6F\uFF00-\uFF60\uFFE0-\uFFE6]|\p{ExtPict}/u
const NARROW = /\p{M}|\p{Cf}/u

const unitsOf = (char: string): number => (WIDE.test(char) ? 2 : NARROW.test(char) ? 0 : 1)

/** Room that `text` takes, in Latin letters; never less than a fixed-pitch terminal would give it. */
export function widthOf(text: string): number {
  let width = 0
  for (const char of text) width += unitsOf(char)
  return width
}

/** `text` on one line, cut with an ellipsis (after a word, if one ends near) where it exceeds `width` Latin letters. */
export function cut(text: string, width: number): string {
  const line = text
    .slice(0, width * 8)
    .replace(/\s+/g, ' ')
    .trim()
  if (text.length <= width * 8 && widthOf(line) <= width) return line
  let [kept, used] = ['', 0]
  for (const char of line) {
    used += unitsOf(char)
    if (used > width - 1) break
    kept += char
  }
  const word = kept.lastIndexOf(' ')
  const whole = word > kept.length * 0.6 ? kept.slice(0, word) : kept
  return `${whole.replace(/[\s,;:.(·/-]+$/u, '')}…`
}
