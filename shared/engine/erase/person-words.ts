import type { Database } from 'sql.js'
import type { Role } from '../../model/role'
import type { Part } from '../../text/cover'
import { normalize } from '../../text/normalize'
import { tokenize, Tokens } from '../../text/tokenize'
import { allRows } from '../db/query'
import { storedFields } from '../db/rows'
import { columnOf, tableOf } from '../db/schema'
import { NAMING, personKey, type Person } from './find-person'

/** What a person is called and said, as far as it can be known again in other texts. */
export interface PersonWords {
  /** Parts of a text that name the person. */
  readonly naming: (text: string) => readonly Part[]
  /** Those, and parts that repeat what the person wrote. */
  readonly repeating: (text: string) => readonly Part[]
  /** Whether a whole value is one that only the person had. */
  readonly isOwn: (value: string) => boolean
}

/** Cells of some rows, each once, with whether a cell of another row in the same field says the same. */
function cellsOf(db: Database, person: Person, roles: ReadonlySet<Role> | null): readonly { readonly role: Role; readonly text: string; readonly isShared: boolean }[] {
  const numbers = storedFields(db)
  const ids = JSON.stringify(person.map(({ id }) => id))
  const roleOf = new Map(person.flatMap(({ of }) => of.wave.columns.map(({ field, role }) => [field, role] as const)))
  return [...roleOf].flatMap(([field, role]) => {
    const number = numbers.get(field)
    if (number === undefined || (roles && !roles.has(role))) return []
    const [table, cell] = [tableOf(number), columnOf(number)]
    const own = allRows(db, `SELECT DISTINCT ${cell} FROM ${table} WHERE id IN (SELECT value FROM json_each(?)) AND ${cell} IS NOT NULL`, [ids]).map(([text]) => String(text))
    const shared = new Set(
      allRows(db, `SELECT DISTINCT ${cell} FROM ${table} WHERE ${cell} IN (SELECT value FROM json_each(?)) AND id NOT IN (SELECT value FROM json_each(?))`, [JSON.stringify(own), ids]).map(
        ([text]) => String(text),
      ),
    )
    return own.filter((text) => text.trim() !== '').map((text) => ({ role, text, isShared: shared.has(text) }))
  })
}

/** The cells that say who somebody is, each once. */
export const namesOf = (db: Database, person: Person): readonly string[] => [
  ...new Set(cellsOf(db, person, new Set<Role>(['respondent', 'person'])).map(({ text }) => text.trim())),
]

/** What names the person and nobody else, as `personKey` gives it. */
export const ownNamesOf = (db: Database, person: Person): ReadonlySet<string> =>
  new Set(cellsOf(db, person, NAMING).flatMap(({ text, isShared }) => (isShared ? [] : [personKey(text)])))

const SHORTEST_NAME = 4
const SHORTEST_HANGUL_NAME = 3
const SHORTEST_VALUE = 3
/** So many words in a row, or so many letters of them, are more than chance. */
const [RUN_WORDS, RUN_LETTERS] = [5, 24]
/** A whole text that is part of a comment needs less. */
const [TEXT_WORDS, TEXT_LETTERS] = [3, 12]

const isLongName = (name: string): boolean => name.length >= (/[가-힣]/.test(name) ? SHORTEST_HANGUL_NAME : SHORTEST_NAME)

export function wordsOf(db: Database, person: Person): PersonWords {
  const cells = cellsOf(db, person, null)
  const names = [...new Set(cells.filter(({ role, isShared }) => NAMING.has(role) && !isShared).map(({ text }) => normalize(text.trim()).text))].filter(isLongName)
  const comments = [...new Set(cells.filter(({ role }) => role === 'comment').map(({ text }) => text))].map(wordsIn)
  const own = new Set(cells.filter(({ isShared, text }) => !isShared && text.trim().length >= SHORTEST_VALUE).map(({ text }) => text.trim()))
  const namesIn = (text: string): readonly Part[] => {
    const folded = normalize(text)
    const part = (from: number, to: number): Part => ({ from: folded.starts?.[from] ?? from, to: folded.ends?.[to - 1] ?? to })
    return names.flatMap((name) => placesOf(folded.text, name).map((at) => part(at, at + name.length)))
  }
  return {
    naming: namesIn,
    repeating: (text) => [...namesIn(text), ...repeatsIn(wordsIn(text), comments)],
    isOwn: (value) => own.has(value.trim()),
  }
}

/** Where a name stands by itself: not within a longer word or number. Korean particles may follow. */
function placesOf(text: string, name: string): readonly number[] {
  const places: number[] = []
  const joins = (a: string | undefined, b: string | undefined): boolean => /[a-z0-9]/.test(a ?? '') && /[a-z0-9]/.test(b ?? '')
  for (let at = text.indexOf(name); at >= 0; at = text.indexOf(name, at + 1)) {
    if (!joins(text[at - 1], name[0]) && !joins(name.at(-1), text[at + name.length])) places.push(at)
  }
  return places
}

interface Word extends Part {
  readonly word: string
}

function wordsIn(text: string): readonly Word[] {
  const folded = normalize(text)
  const tokens = new Tokens()
  tokenize(folded.text, tokens)
  return Array.from({ length: tokens.count }, (_, at) => {
    const [start, end] = [tokens.starts[at]!, tokens.wordEnds[at]!]
    return { word: folded.text.slice(start, end), from: folded.starts?.[start] ?? start, to: folded.ends?.[end - 1] ?? end }
  })
}

const lettersOf = (words: readonly Word[]): number => words.reduce((sum, { word }) => sum + word.length, 0)

/** Runs of words that a comment has as well: long ones, whole comments, and texts that are wholly within one. */
function repeatsIn(text: readonly Word[], comments: readonly (readonly Word[])[]): readonly Part[] {
  return comments.flatMap((comment) => {
    const placesOfWord = new Map<string, number[]>()
    comment.forEach(({ word }, at) => placesOfWord.set(word, [...(placesOfWord.get(word) ?? []), at]))
    const parts: Part[] = []
    for (let from = 0; from < text.length; ) {
      const length = Math.max(0, ...(placesOfWord.get(text[from]!.word) ?? []).map((at) => runLength(text, from, comment, at)))
      const run = text.slice(from, from + length)
      const isWhole = length > 0 && (length === comment.length || length === text.length)
      const isLong = length >= RUN_WORDS || lettersOf(run) >= RUN_LETTERS
      if (isLong || (isWhole && (length >= TEXT_WORDS || lettersOf(run) >= TEXT_LETTERS))) parts.push({ from: run[0]!.from, to: run.at(-1)!.to })
      from += Math.max(1, length)
    }
    return parts
  })
}

function runLength(text: readonly Word[], from: number, comment: readonly Word[], at: number): number {
  let length = 0
  while (from + length < text.length && at + length < comment.length && text[from + length]!.word === comment[at + length]!.word) length += 1
  return length
}
