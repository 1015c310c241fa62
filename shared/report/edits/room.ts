import { cut, widthOf } from '../cut'
import { xmlSafe } from '../sanitize'
import type { Slide } from '../outline'
import type { SentenceEdit } from './edits'
import { listOf } from './sentences'

/** Latin letters on a line, and lines in all, of each list of sentences at the size that the layout gives it. */
const LINES: Readonly<Record<string, { readonly width: number; readonly lines: number }>> = {
  title: { width: 60, lines: 2 },
  subtitle: { width: 90, lines: 1 },
  lines: { width: 90, lines: 5 },
  body: { width: 104, lines: 3 },
  change: { width: 49, lines: 8 },
  explained: { width: 70, lines: 6 },
  todo: { width: 70, lines: 2 },
}
const COVER_TITLE = 60
const PAGE_TEXT = { width: 80, lines: 12 } as const

/** Overrides of the direction would turn the page around them. */
const CONTROLS = /[\u200E\u200F\u202A-\u202E\u2066-\u2069]/g

const linesOf = (text: string, width: number): number => Math.max(1, Math.ceil(widthOf(text) / width))

/**
 * How long a sentence may be, in Latin letters: its share of the lines that its list has, and never less than the
 * generated one took.
 */
export function roomFor(kind: Slide['kind'], { key, of, was }: Pick<SentenceEdit, 'key' | 'of' | 'was'>): number {
  if (key === 'title' && kind === 'title') return Math.max(COVER_TITLE, widthOf(was))
  const { width, lines } = LINES[listOf(key)] ?? { width: 60, lines: 1 }
  return Math.max(widthOf(was), Math.max(1, Math.floor(lines / of)) * width)
}

/** Somebody's words on one line, without what no file can hold, cut to `room`. */
export const tidy = (text: string, room: number): string => cut(xmlSafe(text).replace(CONTROLS, ''), room)

export const [REMARK_ROOM, TITLE_ROOM] = [120, 120] as const
export const tidyRemark = (text: string): string => tidy(text, REMARK_ROOM)

/** The paragraphs of a page of words, as far as they fit on it. */
export function tidyPage(text: string): readonly string[] {
  const { width, lines } = PAGE_TEXT
  const kept: string[] = []
  let left: number = lines
  for (const line of text.split(/\r\n|\r|\n/)) {
    if (left === 0) break
    const said = tidy(line, left * width)
    if (said === '') continue
    kept.push(said)
    left = Math.max(0, left - linesOf(said, width))
  }
  return kept
}

/** Whether a page holds all of the text. */
export const fitsPage = (text: string): boolean =>
  tidyPage(text).join('\n') === text.split(/\r\n|\r|\n/).map((line) => tidy(line, Infinity)).filter((line) => line !== '').join('\n')
