/** What a column of an export is for. `person` (names, e-mail, phone, IP) is never sliced or shown by default. */
export const ROLES = [
  'score',
  'comment',
  'date',
  'id',
  'respondent',
  'account',
  'tenure',
  'segment',
  'person',
  'survey',
  'ignore',
] as const
export type Role = (typeof ROLES)[number]

/** Roles that one column of a file at most can have. */
export const SINGLE_ROLES: ReadonlySet<Role> = new Set(['score', 'date', 'id', 'respondent', 'account', 'tenure'])

/** What the cells of a column hold, decided from all of them. */
export const KINDS = ['score', 'text', 'category', 'number', 'date', 'id', 'multi'] as const
export type Kind = (typeof KINDS)[number]

/** The range of a score column, as written on the questionnaire: `0-10`, `1-10`, `1-5`, `0-100`, … */
export type Scale = `${number}-${number}`
export const NPS_SCALE: Scale = '0-10'

export const ENCODINGS = [
  'utf-8',
  'utf-16le',
  'utf-16be',
  'cp949',
  'shift_jis',
  'gb18030',
  'macintosh',
  'windows-1252',
] as const
export type Encoding = (typeof ENCODINGS)[number]

/** Orders in which dates are written. */
export const DATE_ORDERS = ['ymd', 'dmy', 'mdy'] as const
export type DateOrder = (typeof DATE_ORDERS)[number]
