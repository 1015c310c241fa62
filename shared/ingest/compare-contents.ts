import type { Kind } from '../model/role'
import { columnOf } from '../table/column-builder'
import { shapeOf } from './column-shape'
import { detectDates } from './detect-dates'
import { INVALID, MISSING, parseScore } from './parse-score'

/** What the cells of a column are, where that is plain to see. */
export interface Contents {
  readonly are: 'numbers' | 'dates' | 'words'
  /** Words: choices from a short list, or answers that somebody wrote. */
  readonly words: 'chosen' | 'written' | null
}

/** With fewer filled cells nothing is plain. */
const FEWEST = 5
const ENOUGH_WORDS = 30
const MOST = 0.9
const HARDLY = 0.1
const CHOSEN_VARIETY = 0.2
const WRITTEN = { variety: 0.8, words: 4, length: 20 }
const LATEST = '2199-12-31'

/** What these cells are; null where they are too few, or too mixed, to say. */
export function contentsOf(cells: readonly string[]): Contents | null {
  const filled = cells.map((cell) => cell.normalize('NFKC').trim()).filter((cell) => parseScore(cell) !== MISSING)
  if (filled.length < FEWEST) return null
  const numbers = filled.filter(isNumber).length / filled.length
  if (numbers >= MOST) return { are: 'numbers', words: null }
  const column = columnOf(filled)
  if (detectDates(column, LATEST, false)) return { are: 'dates', words: null }
  if (numbers > HARDLY) return null
  const { variety, words, length } = shapeOf(column)
  const isEnough = filled.length >= ENOUGH_WORDS
  if (isEnough && variety <= CHOSEN_VARIETY) return { are: 'words', words: 'chosen' }
  const isWritten = isEnough && variety >= WRITTEN.variety && words >= WRITTEN.words && length >= WRITTEN.length
  return { are: 'words', words: isWritten ? 'written' : null }
}

/** Whether two columns plainly hold different things, whatever they are called. */
export const areUnlike = (a: Contents, b: Contents): boolean =>
  a.are !== b.are || (a.words !== null && b.words !== null && a.words !== b.words)

/** `Extremely likely - 10` is one, too. */
const isNumber = (cell: string): boolean => /^[-+]?\d+(?:[.,]\d+)*\s*%?$/.test(cell) || parseScore(cell) !== INVALID

const GROUP: Readonly<Record<Kind, string>> = {
  score: 'numbers',
  number: 'numbers',
  date: 'dates',
  id: 'ids',
  category: 'words',
  multi: 'words',
  text: 'words',
}

/** Whether columns of these kinds may hold the same, so that nobody need look at their cells. */
export const areKindsAlike = (a: Kind, b: Kind): boolean => GROUP[a] === GROUP[b]
