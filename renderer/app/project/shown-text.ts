import { useWords } from '../context'
import type { Shown } from './personal-mask'

export type { Shown } from './personal-mask'

/** What is personal is masked until somebody asks to see it; every screen shows what people wrote by this alone. */
export const useShown = (): Shown => useWords().shown
