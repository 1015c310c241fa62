import { findPersonal } from '../../shared/text/find-personal'
import { veil, veilPersonal } from '../../shared/text/veil-personal'
import { useSession } from './context'

/** How texts that people wrote are shown. Nothing changes its place. */
export interface Shown {
  readonly text: (text: string) => string
  /** A cell of a column that names people. */
  readonly person: (cell: string) => string
}

const AS_IT_IS: Shown = { text: (text) => text, person: (cell) => cell }
const MASKED: Shown = { text: veilPersonal, person: veil }

/** What is personal is masked until somebody asks to see it; every screen shows comments by this alone. */
export const useShown = (): Shown => (useSession((state) => state.showsPersonal && !state.project?.anonymity) ? AS_IT_IS : MASKED)

/** Whether there is something personal in a text that is masked on the screen. */
export const holdsPersonal = (text: string): boolean => findPersonal(text).length > 0
