import { remembered } from '../../../shared/base/remembered'
import type { ProjectView } from '../../../shared/protocol/engine-api'
import { createNameFinder, type NameFinder } from '../../../shared/text/mask-names'
import { veil, veilPersonal } from '../../../shared/text/veil-personal'
import type { SessionState } from '../session'

/** How texts and values that people wrote are shown. Nothing changes its place in them. */
export interface Shown {
  readonly text: (text: string) => string
  /** A cell of a column that names people. */
  readonly person: (cell: string) => string
  /** Whether there is something personal in a text, masked or not. */
  readonly holds: (text: string) => boolean
}

/** The names of people of a project, and for which of its waves. */
export interface KnownNames {
  readonly of: string
  readonly names: readonly string[]
}

const asItIs = (text: string): string => text

function createMask(find?: NameFinder): { readonly masked: Shown; readonly open: Shown } {
  // What is drawn is drawn again and again.
  const text = remembered((written) => veilPersonal(written, find))
  const holds = (written: string): boolean => text(written) !== written
  return { masked: { text, person: veil, holds }, open: { text: asItIs, person: asItIs, holds } }
}

const NAMELESS = createMask()
/** Who is named is not known yet: then everything may be a name. */
const UNKNOWN = { text: veil, person: veil, holds: () => false } satisfies Shown
const ofNames = new WeakMap<KnownNames, ReturnType<typeof createMask>>()

/** Masked, with no names known: for whatever is outside of a project. */
export const MASKED: Shown = NAMELESS.masked

/** What the names of a project depend on; empty where no column names anybody. */
export const namesKey = ({ id, fields, waves }: ProjectView): string =>
  fields.some(({ role }) => role === 'person' || role === 'respondent') ? [id, ...waves.map((wave) => wave.id)].join(' ') : ''

/** What is personal is masked until somebody asks to see it; in an anonymous project always. */
export function shownFor({ showsPersonal, names, project }: Pick<SessionState, 'showsPersonal' | 'names' | 'project'>): Shown {
  const isOpen = showsPersonal && !project?.anonymity
  const key = project ? namesKey(project) : ''
  const known = key !== '' && names?.of === key ? names : null
  if (key !== '' && !known && !isOpen) return UNKNOWN
  const mask = known ? (ofNames.get(known) ?? createMask(createNameFinder(known.names))) : NAMELESS
  if (known) ofNames.set(known, mask)
  return isOpen ? mask.open : mask.masked
}
