import type { Paragraph, Run } from '../layout/blocks'
import type { FontWeight } from '../font/fonts'
import { xmlSafe } from '../sanitize'
import { BOX, type Typeface } from './typeface'

export type Faces = Readonly<Record<FontWeight, Typeface>>

/** A stretch of one look on a line. */
export interface Piece {
  /** As it is shown. */
  readonly text: string
  /** As it was written, where the face cannot show all of it. */
  readonly actual: string | null
  /** From the start of the line, in points. */
  readonly x: number
  readonly width: number
  readonly run: Run
}

export interface Line {
  readonly pieces: readonly Piece[]
  readonly width: number
  readonly height: number
  /** From the top of the line. */
  readonly baseline: number
  /** Room below, in points. */
  readonly after: number
}

/** Lines of the paragraph they belong to. */
export interface SetParagraph {
  readonly paragraph: Paragraph
  readonly lines: readonly Line[]
  readonly height: number
}

const LEADING = 1.32
/** Where the letters of a line stand, of its height. */
const BASE = 0.755

export const faceOf = (faces: Faces, { bold }: Run): Typeface => (bold ? faces.bold : faces.regular)

interface Word {
  readonly text: string
  readonly actual: string | null
  readonly width: number
  readonly run: Run
  readonly isSpace: boolean
}

/** Breaks runs into lines at spaces; what is longer than a line, between its letters. Sizes are times `scale`. */
export function setParagraph(faces: Faces, paragraph: Paragraph, width: number, scale = 1): SetParagraph {
  const lines: Line[] = []
  const largest = Math.max(...paragraph.runs.map(({ size }) => size), 1) * scale
  let words: Word[] = []
  let used = 0
  const close = (isBroken = false): void => {
    let spaces = 0
    for (; words.at(-1)?.isSpace === true; spaces++) words.pop()
    lines.push(lineOf(words, largest, isBroken && spaces > 0))
    words = []
    used = 0
  }
  for (const source of paragraph.runs) {
    const run = { ...source, size: source.size * scale }
    const face = faceOf(faces, run)
    for (const written of source.text.match(/\n|[^\S\n]+|\S+/g) ?? []) {
      if (written === '\n') {
        close()
        continue
      }
      const shown = face.shown(written)
      if (shown === '') continue
      const isSpace = /^\s+$/.test(shown)
      const text = isSpace ? shown.slice(0, 2) : shown
      const word = { text, actual: actualOf(written, shown), width: face.width(text, run.size), run, isSpace }
      if (isSpace) {
        // Spaces before a text, as before a word of caution, hold only within a line.
        if (words.length > 0) {
          words.push(word)
          used += word.width
        }
      } else if (used + word.width <= width + 0.01) {
        words.push(word)
        used += word.width
      } else if (word.width <= width) {
        close(true)
        words.push(word)
        used = word.width
      } else {
        for (const part of parts(written, run, face, width, width - used)) {
          if (used > 0 && used + part.width > width + 0.01) close(true)
          words.push(part)
          used += part.width
        }
      }
    }
  }
  if (words.length > 0 || lines.length === 0) close()
  const set = lines.map((line, at) => ({ ...line, after: at === lines.length - 1 ? paragraph.after * scale : 0 }))
  return { paragraph, lines: set, height: set.reduce((sum, line) => sum + line.height + line.after, 0) }
}

const boxesIn = (text: string): number => text.split(BOX).length - 1

/** What was written, where the face shows boxes for some of it. */
const actualOf = (written: string, shown: string): string | null => (boxesIn(shown) > boxesIn(written) ? written : null)

/** What is one sign to the eye: a character with its marks, a flag, a family. */
const SIGN = /(?:\p{RI}\p{RI}|[^])(?:\u200D[^]|\p{M}|\p{Cf}|\p{Variation_Selector}|\p{Emoji_Modifier})*/gu

/** A word in pieces that fit a line each, the first what is left of one. */
function parts(written: string, run: Run, face: Typeface, width: number, left: number): readonly Word[] {
  const found: Word[] = []
  let [source, text, used, room] = ['', '', 0, left > width / 3 ? left : width]
  const push = (): void => {
    if (text !== '') found.push({ text, actual: actualOf(source, text), width: used, run, isSpace: false })
  }
  for (const sign of xmlSafe(written).normalize('NFC').match(SIGN) ?? []) {
    const shown = face.shown(sign)
    const wide = face.width(shown, run.size)
    if (used + wide > room && text !== '') {
      push()
      ;[source, text, used, room] = ['', '', 0, width]
    }
    source += sign
    text += shown
    used += wide
  }
  push()
  return found
}

/**
 * Puts words of one look together again: a line is few pieces of text, not many. A space at the end keeps the last word
 * apart from the first of the next line, for whoever copies or reads them out.
 */
function lineOf(words: readonly Word[], size: number, hasSpace: boolean): Line {
  const pieces: Piece[] = []
  let x = 0
  for (const { text, actual, width, run } of words) {
    const last = pieces.at(-1)
    if (last && last.run === run && last.actual === null && actual === null) {
      pieces[pieces.length - 1] = { ...last, text: last.text + text, width: last.width + width }
    } else {
      pieces.push({ text, actual, x, width, run })
    }
    x += width
  }
  const last = pieces.at(-1)
  if (last && hasSpace) pieces[pieces.length - 1] = { ...last, text: `${last.text} ` }
  return { pieces, width: x, height: size * LEADING, baseline: size * LEADING * BASE, after: 0 }
}

export interface Setting {
  readonly paragraphs: readonly SetParagraph[]
  readonly height: number
  readonly scale: number
}

/** Sets paragraphs one below the other. */
export function setText(faces: Faces, paragraphs: readonly Paragraph[], width: number, scale = 1): Setting {
  const set = paragraphs.map((paragraph) => setParagraph(faces, paragraph, width, scale))
  const after = (set.at(-1)?.lines.at(-1)?.after ?? 0)
  return { paragraphs: set, height: Math.max(0, set.reduce((sum, { height }) => sum + height, 0) - after), scale }
}

const SMALLEST = 0.2

/** Sets paragraphs as large as they fit, never larger than they ask for. */
export function fitText(faces: Faces, paragraphs: readonly Paragraph[], width: number, height: number): Setting {
  let scale = 1
  let setting = setText(faces, paragraphs, width, scale)
  while (setting.height > height + 0.5 && scale > SMALLEST) {
    scale *= 0.95
    setting = setText(faces, paragraphs, width, scale)
  }
  return setting
}
