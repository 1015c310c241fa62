import type { Database } from 'sql.js'
import type { WaveCounts } from '../../model/records'
import type { ErasedCounts, FoundRespondent } from '../../protocol/erase'
import { allRows } from '../db/query'
import type { RegisterMaps } from '../db/registers'
import { storedFields } from '../db/rows'
import { columnOf, tableOf } from '../db/schema'
import { leftOutOf, type LeftOutOfPerson } from './erase-left-out'
import type { KeyedResponse } from './erased-keys'
import type { Person, PersonRow } from './find-person'
import { mentionsOf } from './mentions'
import { namesOf, ownNamesOf, wordsOf, type PersonWords } from './person-words'

/** Everything of one person that is to go. */
export interface ErasePlan {
  readonly person: Person
  readonly words: PersonWords
  readonly leftOut: readonly LeftOutOfPerson[]
  /** One for each response. */
  readonly keyed: readonly KeyedResponse[]
  /** By how much the counts of each batch shrink. */
  readonly fewer: ReadonlyMap<string, WaveCounts>
  readonly found: Omit<FoundRespondent, 'key'>
}

/** Which lines of which waves, by the waves' ids. */
export function linesOf(people: readonly Person[]): ReadonlyMap<string, ReadonlySet<number>> {
  const lines = new Map<string, Set<number>>()
  for (const { of, line } of people.flat()) lines.set(of.id, (lines.get(of.id) ?? new Set()).add(line))
  return lines
}

/** What there is of a person in the tables, the records and the log. */
export function planErase(db: Database, registers: RegisterMaps, person: Person): ErasePlan {
  const words = wordsOf(db, person)
  const leftOut = leftOutOf(db, person, ownNamesOf(db, person))
  const rows = person.map((row) => readRow(db, row))
  const lines = linesOf([person])
  const once = <T>(all: readonly T[], keyOf: (one: T) => string): readonly T[] => [...new Map(all.map((one) => [keyOf(one), one])).values()]
  const responses = once(rows, ({ row }) => `${row.of.id}/${row.line}`)
  const isOfPerson = ({ wave, line }: { readonly wave: string; readonly line: number }): boolean => lines.get(wave)?.has(line) ?? false
  const marks = [...registers.mark.values()].filter(isOfPerson)
  const counts: ErasedCounts = {
    responses: responses.length,
    comments: responses.reduce((sum, { comments }) => sum + comments, 0),
    leftOut: leftOut.length,
    tags: [...registers.decision.values()].filter(isOfPerson).length,
    notes: marks.filter(({ kind }) => kind === 'note').length,
    quotes: marks.filter(({ kind }) => kind === 'quote').length,
  }
  const fewer = new Map<string, WaveCounts>()
  const count = (batch: string, part: keyof WaveCounts): void => {
    const before = fewer.get(batch) ?? NO_COUNTS
    fewer.set(batch, { ...before, [part]: before[part] + 1 })
  }
  for (const { row, isAside, isScored, comments } of rows) {
    const { batch } = row.of.stored
    count(batch, isAside ? 'setAside' : 'accepted')
    if (!isAside && isScored) count(batch, 'scored')
    if (!isAside && comments > 0) count(batch, 'commented')
  }
  for (const { batch, fate } of leftOut) count(batch, fate === 'duplicate' ? 'duplicates' : 'rejected')
  const waves = once(person, ({ of }) => of.id).map(({ of }) => {
    const live = registers.wave.get(of.id)
    return { name: live?.name ?? of.wave.name, responses: lines.get(of.id)?.size ?? 0, removed: live === undefined }
  })
  return { person, words, leftOut, keyed: responses.map(({ keyed }) => keyed), fewer, found: { names: namesOf(db, person), waves, counts, mentions: mentionsOf(db, registers, words, lines) } }
}

const NO_COUNTS: WaveCounts = { accepted: 0, setAside: 0, duplicates: 0, rejected: 0, scored: 0, commented: 0 }

interface ReadRow {
  readonly row: PersonRow
  readonly keyed: KeyedResponse
  readonly comments: number
  readonly isAside: boolean
  readonly isScored: boolean
}

function readRow(db: Database, row: PersonRow): ReadRow {
  const numbers = storedFields(db)
  const cells = row.of.wave.columns.map(({ field, role }) => {
    const number = numbers.get(field)
    const text = number === undefined ? null : allRows(db, `SELECT ${columnOf(number)} FROM ${tableOf(number)} WHERE id = ?`, [row.id])[0]?.[0]
    return { field, role, text: typeof text === 'string' ? text : '' }
  })
  const [fixed = []] = allRows(db, 'SELECT aside IS NOT NULL, score IS NOT NULL, unixepoch(answered) / 86400 FROM response WHERE id = ?', [row.id])
  const [aside, scored, day] = fixed
  return {
    row,
    keyed: {
      id: cells.find(({ role }) => role === 'id')?.text ?? '',
      day: day === null || day === undefined ? null : Number(day),
      cells: cells.map(({ field, text }) => [field, text] as const),
    },
    comments: cells.filter(({ role, text }) => role === 'comment' && text.trim() !== '').length,
    isAside: aside === 1,
    isScored: scored === 1,
  }
}
