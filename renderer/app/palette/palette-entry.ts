import type { MessageKey } from '../../../shared/locale/translate'
import type { Commands } from '../commands'
import type { SessionState } from '../session'
import type { Words } from '../words/words'

export const PALETTE_GROUPS = ['go', 'do', 'slice', 'code', 'wave', 'project', 'export', 'look'] as const
export type PaletteGroup = (typeof PALETTE_GROUPS)[number]

/** One line of the palette. */
export interface PaletteEntry {
  /** The same for the same thing in every language and at every time. */
  readonly id: string
  readonly group: PaletteGroup
  readonly label: (words: Words) => string
  readonly run: (commands: Commands) => unknown
  /** Other words by which people look for it, parted by commas. */
  readonly also?: MessageKey
  /** Its shortcut, where it always has the same. */
  readonly key?: string
  /** The command whose keys do the same. */
  readonly command?: MessageKey
  /** One of many alike: it shows once something is typed. */
  readonly typedOnly?: true
}

/** What the entries depend on. */
export type PaletteState = Pick<SessionState, 'project' | 'plan' | 'glimpse' | 'work' | 'cards' | 'screen' | 'filter' | 'code' | 'locale' | 'words' | 'showsPersonal'>
