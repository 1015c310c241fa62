/**
 * Every reason Earshot can give for refusing something. The code is the contract: it crosses threads, is printed by
 * the command line and chooses the words (locale/en/fault.ts, locale/ko/fault.ts: a title and a hint for each).
 */
export const FAULT_CODES = [
  'anonymous',
  'anonymous-comments',
  'anonymous-cut',
  'anonymous-few',
  'anonymous-kept',
  'bad-usage',
  'bad-yardstick',
  'bands',
  'busy',
  'cancelled',
  'changed-elsewhere',
  'codebook',
  'damaged',
  'empty-file',
  'encoding',
  'encrypted-file',
  'fiscal-period',
  'journal',
  'lock-lost',
  'locked',
  'many-respondents',
  'mixed-scales',
  'newer-format',
  'no-dates',
  'no-name',
  'no-project',
  'no-storage',
  'no-respondent',
  'not-a-project',
  'not-readable',
  'not-writable',
  'nothing-planned',
  'nothing-to-redo',
  'nothing-to-undo',
  'out-of-memory',
  'output-format',
  'password',
  'period',
  'project-full',
  'project-too-large',
  'no-period',
  'other-unit',
  'later-period',
  'kept-in-app',
  'rule',
  'scale',
  'several-respondents',
  'sheet-limit',
  'short-password',
  'storage',
  'storage-cleared',
  'storage-denied',
  'storage-full',
  'storage-gone',
  'too-large',
  'uncertain',
  'unknown-column',
  'unknown-field',
  'unknown-role',
  'unsupported-file',
  'wrong-password',
  'zip',
] as const

export type FaultCode = (typeof FAULT_CODES)[number]

export interface Fault {
  readonly code: FaultCode
  /** Values for the placeholders of the fault's words, already safe to show: names, counts, positions. */
  readonly params: Readonly<Record<string, string | number>>
}

export const fault = (code: FaultCode, params: Fault['params'] = {}): Fault => ({ code, params })
