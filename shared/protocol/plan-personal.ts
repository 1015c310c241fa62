import type { PersonalKind } from '../text/find-personal'

/** Personal data in a planned file. */
export interface PlanPersonal {
  /** Rows that were looked at: the first ones of the file. */
  readonly rows: number
  /** Comments that hold something of a kind, the kind with most first, and an example, masked. */
  readonly comments: readonly { readonly kind: PersonalKind; readonly n: number; readonly example: string }[]
  /** Columns (1-based) with Korean registration numbers, and in how many rows. */
  readonly registrations: readonly { readonly index: number; readonly n: number }[]
  /** Columns that are taken for personal data, and what most of their cells are. */
  readonly persons: readonly { readonly index: number; readonly kind: PersonalKind }[]
}
