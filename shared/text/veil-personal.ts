import { findPersonal } from './find-personal'
import { MASK } from './mask'

/** What a letter or digit of something personal is shown as. */
export const VEIL = '•'

/** A text for the screen: of what is personal each letter and digit is a dot, so that every place in it stays where it was. */
export const veilPersonal = (text: string): string => replaced(text, veil)

/** A text for others: without what is personal. */
export const coverPersonal = (text: string): string => replaced(text, () => MASK)

/** Each letter and digit as a dot; how long it is, and what it is parted by, stays. */
export const veil = (text: string): string => text.replace(/[\p{L}\p{N}]/gu, (char) => VEIL.repeat(char.length))

function replaced(text: string, by: (part: string) => string): string {
  const found = findPersonal(text)
  if (found.length === 0) return text
  let [shown, from] = ['', 0]
  for (const each of found) {
    shown += text.slice(from, each.from) + by(text.slice(each.from, each.to))
    from = each.to
  }
  return shown + text.slice(from)
}
