import type { Fault } from '../../../shared/base/fault'
import type { MessageKey, MessageParams } from '../../../shared/locale/translate'
import type { AuditState } from '../audit/audit-state'
import type { Codebook, CodeDraft, VerbatimKey, VerbatimOrder } from '../../../shared/protocol/engine-api'
import type { UnsignedAct } from './code-acts'
import type { VerbatimList } from './code-list'
import { NO_SELECTION, type Selection } from './code-selection'

/** Parts of the code screen, one of which shows at a time where there is no room for all. */
export const CODE_PARTS = ['codes', 'list', 'read'] as const
export type CodePart = (typeof CODE_PARTS)[number]

/** What the codebook asks or shows over the screen. */
export type CodeDialog = { readonly kind: 'example' | 'history' } | { readonly kind: 'merge' | 'split'; readonly code: string }

/** A rule that the editor is to hold as well; a new code gets the name. */
export interface AddedRule {
  readonly name: string
  readonly rule: string
}

export interface CodeState {
  /** Counted over the responses that pass the rest of the filter; null while it is worked out for the first time. */
  readonly codebook: Codebook | null
  readonly order: VerbatimOrder
  /** Null while it is worked out for the first time. */
  readonly list: VerbatimList | null
  /** Grows with every list that begins anew, at its top. */
  readonly listNumber: number
  readonly fault: Fault | null
  /** Place in the list of the verbatim that keys and the reading pane are about. */
  readonly cursor: number
  /** Grows whenever the cursor is to be brought into sight again. */
  readonly revealed: number
  readonly selection: Selection
  /** Choosing a code by typing, to add it or to take it away; null: not now. */
  readonly picker: 'add' | 'remove' | null
  /** Asking why the verbatim under the cursor has a code or has it not; `code` is null while it is to be chosen. */
  readonly why: { readonly code: string | null } | null
  /** The rule audited last, as far as its sample was judged. */
  readonly audit: AuditState | null
  /** The code being edited, null for a new one. */
  readonly editor: { readonly code: string | null; readonly added?: AddedRule } | null
  /** What the editor held when it was left without saving. */
  readonly unsaved: CodeDraft | null
  /** Asks for the coder's name, suggests one, and gives the first tag when there is an answer; null: not now. */
  readonly naming: { readonly suggested: string; readonly act: UnsignedAct } | null
  /** What was done last, for those who do not see it. */
  readonly said: { readonly key: MessageKey; readonly params: MessageParams } | null
  readonly part: CodePart
  readonly dialog: CodeDialog | null
  /** One verbatim, big, in the place of everything else. */
  readonly focus: boolean
  /** The verbatim whose note is being written; left when the cursor goes on. */
  readonly noting: string | null
  /** Verbatims that say the same are one row, but for those opened; null: each is a row. */
  readonly repeats: { readonly open: readonly VerbatimKey[] } | null
  /** What is wrong with the rule that is searched for. */
  readonly searchFault: Fault | null
  /** How many verbatims each queue has, by its id; absent where they are not counted. */
  readonly queues: Readonly<Record<string, number>>
}

export const EMPTY_CODE: CodeState = {
  codebook: null,
  order: 'file',
  list: null,
  listNumber: 0,
  fault: null,
  cursor: 0,
  revealed: 0,
  selection: NO_SELECTION,
  picker: null,
  why: null,
  audit: null,
  editor: null,
  unsaved: null,
  naming: null,
  said: null,
  part: 'list',
  dialog: null,
  focus: false,
  noting: null,
  repeats: null,
  searchFault: null,
  queues: {},
}
