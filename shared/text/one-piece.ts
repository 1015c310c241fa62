import type { PlainText } from './plain-digits'

const UNSEEN = /[\u200B\u2060\uFEFF\u00AD]/u
/** Characters that may be written as one, and those that have no width. */
const PIECES = /[\u200B\u2060\uFEFF\u00AD]|(?:[\u1100-\u1112][\u1161-\u1175]|[\uAC00-\uD7A3])[\u11A8-\u11C2]|[\u1100-\u1112][\u1161-\u1175]|[^\p{M}]\p{M}+/gu

/** A text without what has no width, each letter as one (NFC), and where each unit stood. */
export function inOnePiece(text: string): PlainText {
  if (!UNSEEN.test(text) && text.normalize('NFC') === text) return { text, at: (place) => place }
  let [plain, from] = ['', 0]
  const places: number[] = []
  const take = (piece: string, at: number, step: 0 | 1): void => {
    for (let unit = 0; unit < piece.length; unit++) places.push(at + unit * step)
    plain += piece
  }
  for (const { 0: piece, index } of text.matchAll(PIECES)) {
    take(text.slice(from, index), from, 1)
    take(UNSEEN.test(piece) ? '' : piece.normalize('NFC'), index, 0)
    from = index + piece.length
  }
  take(text.slice(from), from, 1)
  places.push(text.length)
  return { text: plain, at: (place) => places[place]! }
}
