import { createContext, useContext, useMemo, useSyncExternalStore, type ReactNode } from 'react'
import { invariant } from '../../shared/base/assert'
import type { Commands } from './commands'
import type { Session, SessionState } from './session'
import { onSystemTheme, resolveTheme } from './theme'
import { wordsFor, type Words } from './words/words'

interface App {
  readonly session: Session
  readonly commands: Commands
}

const AppContext = createContext<App | null>(null)

export function AppProvider({ session, commands, children }: App & { readonly children: ReactNode }) {
  const app = useMemo(() => ({ session, commands }), [session, commands])
  return <AppContext value={app}>{children}</AppContext>
}

function useApp(): App {
  const app = useContext(AppContext)
  invariant(app, 'the view is inside an AppProvider')
  return app
}

export const useCommands = (): Commands => useApp().commands

/** A part of the window's state. `select` must give back a value of the state, not make one. */
export function useSession<T>(select: (state: SessionState) => T): T {
  const { session } = useApp()
  return useSyncExternalStore(session.subscribe, () => select(session.get()))
}

/** The words of the person's language, and what people wrote as it is to be shown. */
export const useWords = (): Words => useSession(wordsFor)

/** Light or dark, as shown right now. */
export function useResolvedTheme(): 'light' | 'dark' {
  const theme = useSession((state) => state.theme)
  return useSyncExternalStore(onSystemTheme, () => resolveTheme(theme))
}
