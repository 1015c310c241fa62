const letters = new Intl.Segmenter()
/** They would turn the text around that stands after them. */
const TURNS = /[\u061C\u200E\u200F\u202A-\u202E\u2066-\u2069]/gu

/** A name of at most `most` letters, as people see letters: of a longer one its beginning and its end, where the names of files differ. */
export function cutMiddle(name: string, most: number): string {
  const all = Array.from(letters.segment(name.replace(TURNS, '')), ({ segment }) => segment)
  if (all.length <= most) return all.join('')
  const end = Math.floor((most - 1) / 2)
  return `${all.slice(0, most - 1 - end).join('')}…${all.slice(-end).join('')}`
}
