import type { Change } from '../../model/operation'
import type { Code, RegisterName, Registers, Setting, Wave, WaveCounts } from '../../model/records'
import { cover, MASK, replaceParts } from '../../text/cover'
import type { PersonWords } from './person-words'
import { canonicalJson } from '../project/state-hash'
import { SUMMARY } from '../settings/summary-edits'

/** The setting that knows erased responses again, without naming them. */
export const ERASED = 'erased'

/** What is to go, and what becomes of the rest. */
export interface Erasing {
  /** Lines by the ids of their waves. */
  readonly lines: ReadonlyMap<string, ReadonlySet<number>>
  /** What the rows of a batch are called without those that go, and how many of which are fewer. */
  readonly batches: ReadonlyMap<string, { readonly batch: string; readonly fewer: WaveCounts }>
  readonly words: readonly PersonWords[]
  /** Ids of records whose texts stay as they are. */
  readonly keep: ReadonlySet<string>
}

export type AnyRecord = Registers[RegisterName]
export const recordKey = (register: RegisterName, id: string): string => `${register}/${id}`

/** Whether a record is about a verbatim of an erased response. */
const isGone = ({ lines }: Erasing, { wave, line }: { readonly wave: string; readonly line: number }): boolean => lines.get(wave)?.has(line) ?? false

/** A record as it would be if the erased responses had never been there; null: it would not be. */
export function erasedRecord(register: RegisterName, id: string, record: AnyRecord, erasing: Erasing): AnyRecord | null {
  const keeps = erasing.keep.has(recordKey(register, id))
  switch (register) {
    case 'decision':
      return isGone(erasing, record as Registers['decision']) ? null : record
    case 'mark': {
      const mark = record as Registers['mark']
      if (isGone(erasing, mark)) return null
      return keeps ? mark : { ...mark, text: covered(mark.text, erasing) }
    }
    case 'wave':
      return erasedWave(record as Wave, erasing, keeps)
    case 'code':
      return keeps ? record : erasedCode(record as Code, erasing)
    case 'setting':
      return erasedSetting(id, record as Setting, erasing, keeps)
    case 'field':
      return record
  }
}

export const erasedChange = (change: Change, erasing: Erasing): Change => {
  const { register, id, before, after } = change
  const of = (record: AnyRecord | null): AnyRecord | null => record && erasedRecord(register, id, record, erasing)
  return { ...change, before: of(before), after: of(after) } as Change
}

/** `text` without what names the person or repeats the person's words. */
const covered = (text: string, { words }: Erasing): string => words.reduce((left, { repeating }) => cover(left, repeating(left)), text)
const unnamed = (text: string, { words }: Erasing): string => words.reduce((left, { naming }) => cover(left, naming(left)), text)

function erasedWave(wave: Wave, erasing: Erasing, keeps: boolean): Wave {
  const named = keeps ? wave : { ...wave, name: unnamed(wave.name, erasing), file: unnamed(wave.file, erasing) }
  const changed = erasing.batches.get(wave.batch)
  if (!changed) return named
  const { counts } = wave
  const { fewer } = changed
  const less = (part: keyof WaveCounts): number => Math.max(0, counts[part] - fewer[part])
  return {
    ...named,
    batch: changed.batch,
    counts: {
      accepted: less('accepted'),
      setAside: less('setAside'),
      duplicates: less('duplicates'),
      rejected: less('rejected'),
      scored: less('scored'),
      commented: less('commented'),
    },
  }
}

const IN_RULE = 'erased'

/** Examples go whole: a covered one would be another. In a rule a word takes the place of a name: it stays a rule. */
function erasedCode({ mustHit, mustMiss, ...code }: Code, erasing: Erasing): Code {
  const examples = (texts: readonly string[] | undefined): readonly string[] =>
    (texts ?? []).filter((text) => erasing.words.every(({ repeating, isOwn }) => repeating(text).length === 0 && !isOwn(text)))
  const [hit, miss] = [examples(mustHit), examples(mustMiss)]
  return {
    ...code,
    name: unnamed(code.name, erasing),
    rule: erasing.words.reduce((left, { naming }) => replaceParts(left, naming(left), () => IN_RULE), code.rule),
    description: covered(code.description, erasing),
    ...(hit.length > 0 ? { mustHit: hit } : {}),
    ...(miss.length > 0 ? { mustMiss: miss } : {}),
  }
}

const GONE = Symbol('gone')

/** What people wrote into a setting is covered; what points at an erased comment goes. A summary without any edit is none. */
function erasedSetting(id: string, setting: Setting, erasing: Erasing, keeps: boolean): Setting | null {
  if (id === ERASED) return setting
  const parsed = parsedJson(setting.value)
  const left = erasedValue(parsed, erasing, keeps)
  if (canonicalJson(left) === canonicalJson(parsed)) return setting
  const isEmptied = (id === SUMMARY || id.startsWith(`${SUMMARY}:`)) && Object.values(Object(left) as object).every((list) => Array.isArray(list) && list.length === 0)
  return isEmptied ? null : { value: typeof left === 'string' ? left : JSON.stringify(left) }
}

/** A setting's text is JSON, or simply a text. */
function parsedJson(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return text
  }
}

function erasedValue(value: unknown, erasing: Erasing, keeps: boolean): unknown {
  if (typeof value === 'string') return keeps ? value : erasing.words.some(({ isOwn }) => isOwn(value)) ? MASK : covered(value, erasing)
  if (Array.isArray(value)) return value.map((item: unknown) => (pointsAtGone(item, erasing) ? GONE : erasedValue(item, erasing, keeps))).filter((item) => item !== GONE)
  if (typeof value !== 'object' || value === null) return value
  return Object.fromEntries(Object.entries(value).map(([key, item]) => [key, erasedValue(item, erasing, keeps)]))
}

/** A place (`wave`, `line`) of an erased response, or what has been picked there. */
function pointsAtGone(value: unknown, erasing: Erasing): boolean {
  if (typeof value !== 'object' || value === null) return false
  const [wave, line, pick] = ['wave', 'line', 'pick'].map((key): unknown => Reflect.get(value, key))
  return typeof wave === 'string' && typeof line === 'number' ? isGone(erasing, { wave, line }) : pointsAtGone(pick, erasing)
}
