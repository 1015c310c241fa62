/** What says nothing about how terms are joined: phrases and patterns. */
const QUOTED = /["“”][^"“”]*["“”]|\/(?:\\.|[^\\/])+\//g
const SMALL = /[^\s(|]\s+(and|or|(?:near|before)\/\d{1,4})\s+[^\s)|]/i

/** The word of a rule that looks as if it were to join terms, and is looked for itself because it is not in capitals. */
export function smallOperator(rule: string): string | null {
  let rest = rule.replace(QUOTED, 'x')
  for (;;) {
    const found = SMALL.exec(rest)
    const word = found?.[1]
    if (!found || word === undefined) return null
    if (word !== word.toUpperCase()) return word
    rest = rest.slice(found.index + found[0].length - 1)
  }
}
