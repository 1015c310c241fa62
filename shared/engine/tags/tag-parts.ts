import type { Columns, Span } from '../columns/columns'
import { rowOfLine, type Comments } from '../comments/comments'
import type { Words } from './decision-index'
import type { Project } from '../project/project'

/** A code in one column of one wave; rows are counted from the first of the span. */
export interface TagPart {
  /** 1 for verbatims that have the code. */
  readonly has: Uint8Array
  /** Rows of those that a coder gave it. */
  readonly byHand: readonly number[]
}

/** Parts by the hits of their rule, and by code where coders have spoken on it. */
export type PartCache = WeakMap<Uint8Array, Map<string, { readonly words: Words; readonly part: TagPart }>>

export const createPartCache = (): PartCache => new WeakMap()

const NO_WORDS: Words = { byLine: new Map() }
const NO_PARTS = new WeakMap<Comments, TagPart>()
const NO_HITS = new WeakMap<Comments, Uint8Array>()

/** What the rule says, and the coders' words over it. The same object as long as neither has changed. */
export function partOf({ columns, decisions }: Project, comments: Comments, code: string, rule: string, cache: PartCache): TagPart {
  const { wave, field, span, found } = comments
  const hits = found.hits.get(rule) ?? noHits(comments)
  const words = decisions.wordsOn(wave.id, field, code)
  const known = cache.get(hits) ?? new Map<string, { words: Words; part: TagPart }>()
  cache.set(hits, known)
  const key = words ? code : ''
  const before = known.get(key)
  if (before && (words === null || before.words === words)) return before.part
  const part = words ? withWords(columns, span, found.filled, hits, words) : { has: hits, byHand: [] }
  known.set(key, { words: words ?? NO_WORDS, part })
  return part
}

function noHits(comments: Comments): Uint8Array {
  const none = NO_HITS.get(comments) ?? new Uint8Array(comments.span.rows)
  NO_HITS.set(comments, none)
  return none
}

/** The part of a code that is not for the question. */
export function emptyPart(comments: Comments): TagPart {
  const known = NO_PARTS.get(comments) ?? { has: noHits(comments), byHand: [] }
  NO_PARTS.set(comments, known)
  return known
}

/** A coder's word wins over the rule. */
function withWords(columns: Columns, span: Span, filled: Uint8Array, hits: Uint8Array, { byLine }: Words): TagPart {
  const has = hits.slice()
  const byHand: number[] = []
  for (const [line, { verdict }] of byLine) {
    const row = rowOfLine(columns, span, line)
    if (row < 0 || !filled[row]) continue
    has[row] = verdict === 'add' ? 1 : 0
    if (verdict === 'add') byHand.push(row)
  }
  return { has, byHand }
}

/** Marks in `into` what is marked in `marks`, four rows at a time. */
export function addMarks(into: Uint8Array, marks: Uint8Array): void {
  const four = into.length >>> 2
  const [to, from] = [into, marks].map(({ buffer, byteOffset }) => new Uint32Array(buffer, byteOffset, four)) as [Uint32Array, Uint32Array]
  for (let at = 0; at < four; at++) to[at]! |= from[at]!
  for (let row = four << 2; row < into.length; row++) into[row]! |= marks[row]!
}

/** How many are marked. */
export function countOf(marks: ArrayLike<number>): number {
  let count = 0
  for (let row = 0; row < marks.length; row++) count += marks[row]!
  return count
}

const places = new WeakMap<Uint8Array, Uint32Array>()

/** The rows that are marked. Few are, as a rule, so that counting them again and again is quicker than reading all marks. */
export function placesOf(marks: Uint8Array): Uint32Array {
  let found = places.get(marks)
  if (!found) {
    found = new Uint32Array(countOf(marks))
    let next = 0
    for (let row = 0; row < marks.length; row++) if (marks[row]) found[next++] = row
    places.set(marks, found)
  }
  return found
}

/** How many of the marked verbatims are of selected responses. */
export function countWithin(comments: readonly Comments[], marks: readonly Uint8Array[], selected: Uint8Array): number {
  let count = 0
  comments.forEach(({ span }, at) => {
    const marked = marks[at]!
    for (let row = 0; row < marked.length; row++) count += marked[row]! & selected[span.first + row]!
  })
  return count
}

/** 1 for the rows of responses with a verbatim that has the code. */
export function rowsWith(columns: Columns, comments: readonly Comments[], parts: readonly TagPart[]): Uint8Array {
  const rows = new Uint8Array(columns.rows)
  comments.forEach(({ span }, at) => {
    const { has } = parts[at]!
    for (let row = 0; row < has.length; row++) rows[span.first + row]! |= has[row]!
  })
  return rows
}
