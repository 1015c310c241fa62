import type { Database } from 'sql.js'
import type { Code, RegisterName, Setting, Wave } from '../../model/records'
import type { Mention } from '../../protocol/erase'
import type { RegisterMaps } from '../db/registers'
import { VIEW } from '../settings/desk-settings'
import { erasedRecord, recordKey, type AnyRecord, type Erasing } from './erase-record'
import type { PersonWords } from './person-words'
import { canonicalJson } from '../project/state-hash'
import { eachChanges } from '../import/stored-wave'
import { SUMMARY } from '../settings/summary-edits'

const TEXTUAL: ReadonlySet<RegisterName> = new Set<RegisterName>(['mark', 'wave', 'code', 'setting'])

/**
 * The records with a person's words in them that are not about the person's own verbatims: those that are there, and those that the log alone
 * still has.
 */
export function mentionsOf(db: Database, registers: RegisterMaps, words: PersonWords, lines: Erasing['lines']): readonly Mention[] {
  const erasing: Erasing = { lines, batches: new Map(), words: [words], keep: new Set() }
  const keeping = (key: string): Erasing => ({ ...erasing, keep: new Set([key]) })
  const found = new Map<string, Mention>()
  const known = new Map<string, string>()
  const look = (register: RegisterName, id: string, record: AnyRecord): void => {
    const key = recordKey(register, id)
    const said = canonicalJson(record)
    if (known.get(key) === said) return
    known.set(key, said)
    const kept = erasedRecord(register, id, record, keeping(key))
    const left = kept && erasedRecord(register, id, kept, erasing)
    if (kept && canonicalJson(kept) !== canonicalJson(left)) found.set(key, { id: key, ...described(register, id, kept, left) })
  }
  eachChanges(db, (changes) => {
    for (const { register, id, before, after } of changes) {
      if (!TEXTUAL.has(register)) continue
      if (before) look(register, id, before)
      if (after) look(register, id, after)
    }
  })
  for (const register of TEXTUAL) for (const [id, record] of registers[register]) look(register, id, record)
  return [...found.values()]
}

function described(register: RegisterName, id: string, record: AnyRecord, left: AnyRecord | null): Omit<Mention, 'id'> {
  const texts = changedTexts(record, left)
  if (register === 'mark') return { place: 'note', name: '', texts }
  if (register === 'wave' || register === 'code') return { place: register, name: (record as Wave | Code).name, texts }
  const place = id === SUMMARY || id.startsWith(`${SUMMARY}:`) ? 'summary' : id.startsWith(VIEW) ? 'view' : 'setting'
  const name: unknown = place === 'view' ? Reflect.get(Object(parsed(record as Setting)) as object, 'name') : ''
  return { place, name: typeof name === 'string' ? name : '', texts }
}

function parsed({ value }: Setting): unknown {
  try {
    return JSON.parse(value)
  } catch {
    return value
  }
}

/** The texts that are not the same any more. */
function changedTexts(record: AnyRecord, left: AnyRecord | null): readonly string[] {
  const texts = (value: unknown): readonly string[] =>
    typeof value === 'string' ? [value] : typeof value === 'object' && value !== null ? Object.values(value).flatMap(texts) : []
  const all = (one: AnyRecord | null): readonly string[] => (one && 'value' in one ? texts(parsed(one)) : texts(one))
  const there = new Set(all(left))
  return [...new Set(all(record))].filter((text) => !there.has(text))
}
