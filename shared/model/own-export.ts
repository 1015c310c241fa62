import { KINDS, ROLES, type Kind, type Role, type Scale } from './role'
import { TENURE_UNITS, type TenureUnit } from './tenure'

/**
 * How Earshot's own export of responses is laid out: what is written here is read again by the import. First the columns
 * that every response has, under the names they have in the project file's view `responses`; then the fields under
 * their headers; then a column for every code, and at the end what only Earshot reads. The first ones come first, so
 * that a file is known by its start, and because they are what a person looks for.
 */
export const OWN_COLUMNS = ['wave', 'line', 'date', 'nps_score', 'nps_group', 'codes'] as const

/** All other columns of our own start with it. */
export const OWN_PREFIX = 'earshot_'
/** Before the name of a code, which the question follows where there are several: has the answer the code? Never read again. */
export const TAG_COLUMN = `${OWN_PREFIX}tag: `
/** The coders' words on the answers of a response, see `handText`. */
export const HAND_COLUMN = `${OWN_PREFIX}hand`
/** `AboutWave` as JSON, on the first row of each wave. */
export const ABOUT_COLUMN = `${OWN_PREFIX}about`
/** The column in which the long texts of another go on, because an Excel cell holds no more: its pieces count from 1. */
export const moreColumn = (header: string, piece: number): string => `${OWN_PREFIX}more${piece}: ${header}`

/** Columns of the codebook, as a file and as a sheet of the workbook; the sheet is known by the first five. */
export const CODEBOOK_HEAD = ['code', 'parent', 'rule', 'description', 'color'] as const
export const CODEBOOK_COLUMNS = [...CODEBOOK_HEAD, 'direction', 'exclusive', 'must_hit', 'must_miss', 'archived', 'questions'] as const

/** Whether a table with these headers is an export of Earshot. */
export function isOwnExport(headers: readonly string[]): boolean {
  const there = new Set(headers.map((header) => header.replace(/^\ufeff/, '').trim()))
  return OWN_COLUMNS.every((name) => there.has(name))
}

export const isOwnColumn = (header: string): boolean =>
  (OWN_COLUMNS as readonly string[]).includes(header) || header.startsWith(OWN_PREFIX)

/** What the rows do not say about the wave they come from. */
export interface AboutWave {
  /** Its name, where the column `wave` has it with a number, because another has the same. */
  readonly name: string
  readonly file: string
  /** SHA-256 of the file that was imported: a wave that is there already is known by it. */
  readonly source: string
  readonly scale: Scale
  readonly treatAsNps: boolean
  /** Whether cells were made safe for spreadsheets by an apostrophe. */
  readonly apostrophes: boolean
  /** The columns of the file, in its order. */
  readonly columns: readonly AboutColumn[]
}

export interface AboutColumn {
  /** Header in the export. */
  readonly as: string
  readonly header: string
  readonly role: Role
  readonly kind: Kind
  /** Id and short name of its field. */
  readonly field: string
  readonly name: string
  /** The id that the survey tool gives the question. */
  readonly question: string | null
  /** What the numbers of a tenure count, where its header does not say. */
  readonly unit: TenureUnit | null
}

/** What is left out at the end is the same as the header in the export, or nothing. */
type Packed = readonly [as: string, role: Role, kind: Kind, field: string, name?: string, header?: string, question?: string | null, unit?: TenureUnit]

export function aboutText({ columns, ...wave }: AboutWave): string {
  const packed = columns.map(({ as, header, role, kind, field, name, question, unit }): Packed => {
    if (unit !== null) return [as, role, kind, field, name, header, question, unit]
    if (question !== null) return [as, role, kind, field, name, header, question]
    if (header !== as) return [as, role, kind, field, name, header]
    return name === as ? [as, role, kind, field] : [as, role, kind, field, name]
  })
  return JSON.stringify({ ...wave, columns: packed })
}

/** Null for a text that is not what `aboutText` writes: somebody has edited or cut it. */
export function readAbout(text: string): AboutWave | null {
  let about: unknown
  try {
    about = JSON.parse(text)
  } catch {
    return null
  }
  if (typeof about !== 'object' || about === null) return null
  const value = about as Readonly<Partial<Record<keyof AboutWave, unknown>>>
  const { name, file, source, scale, treatAsNps, apostrophes } = value
  if (typeof name !== 'string' || typeof file !== 'string' || typeof source !== 'string' || typeof scale !== 'string') return null
  if (!/^[0-9a-f]{64}$/.test(source) || !/^\d{1,3}-\d{1,3}$/.test(scale) || !Array.isArray(value.columns)) return null
  const columns = value.columns.map(readColumn)
  if (!columns.every((column) => column !== null)) return null
  return { name, file, source, scale: scale as Scale, treatAsNps: treatAsNps === true, apostrophes: apostrophes === true, columns }
}

function readColumn(packed: unknown): AboutColumn | null {
  if (!Array.isArray(packed)) return null
  const [as, role, kind, field, name = as, header = as, question = null, unit = null] = packed as unknown[]
  const isRole = ROLES.some((known) => known === role) && KINDS.some((known) => known === kind)
  if (!isRole || typeof as !== 'string' || typeof header !== 'string' || typeof field !== 'string' || typeof name !== 'string') return null
  if (field === '' || (question !== null && typeof question !== 'string')) return null
  const known = unit === null ? null : TENURE_UNITS.find((each) => each === unit)
  if (known === undefined) return null
  return { as, header, role: role as Role, kind: kind as Kind, field, name, question, unit: known }
}

/** A coder's word, as a flat file can carry it: by names instead of ids. */
export interface HandTag {
  readonly code: string
  readonly verdict: 'add' | 'remove'
  readonly coder: string
  readonly at: string
  /** Header of the question, or null where the file has only one. */
  readonly question: string | null
}

const VERDICTS = { add: 'has', remove: 'not' } as const
const GAP = ' | '
const QUOTED = /^"(?:[^"\\]|\\.)*"/

/** One line a word: `Price | has | Mina | 2026-07-01T10:00:00.000Z`, and the question at the end where there are several. */
export const handText = (tags: readonly HandTag[]): string =>
  tags
    .map(({ code, verdict, coder, at, question }) =>
      [code, VERDICTS[verdict], coder, at, ...(question === null ? [] : [question])].map(ownPart).join(GAP),
    )
    .join('\n')

/** A name that could be taken for something else stands in quotes. */
export const ownPart = (text: string): string => (/^"|^\s|\s$|^$|[\n\r]| \| |\|$|^\|/.test(text) ? JSON.stringify(text) : text)

/** Lines that are none are left out: nobody's word is guessed. */
export function readHand(text: string): readonly HandTag[] {
  return text.split('\n').flatMap((line): HandTag[] => {
    const [code, word, coder, at, question = null] = ownParts(line)
    const verdict = word === VERDICTS.add ? 'add' : word === VERDICTS.remove ? 'remove' : null
    if (code === undefined || coder === undefined || at === undefined || verdict === null) return []
    return Number.isNaN(Date.parse(at)) ? [] : [{ code, verdict, coder, at, question }]
  })
}

/** The parts of a line that `ownPart` and a bar between them make. */
export function ownParts(line: string): readonly string[] {
  const parts: string[] = []
  for (let rest = line; ; ) {
    const quoted = QUOTED.exec(rest)?.[0]
    const end = quoted?.length ?? rest.indexOf(GAP)
    const text = end < 0 ? rest : rest.slice(0, end)
    parts.push(quoted === undefined ? text : unquoted(quoted))
    if (end < 0 || !rest.startsWith(GAP, end)) return parts
    rest = rest.slice(end + GAP.length)
  }
}

function unquoted(text: string): string {
  try {
    return String(JSON.parse(text))
  } catch {
    return text
  }
}
