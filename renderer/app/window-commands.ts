import type { Locale } from '../../shared/locale/translate'
import type { CommandContext } from './command-context'
import { rememberRecent } from './preferences'
import type { Layer, Screen } from './session'
import { applyTheme, type Theme } from './theme'

export interface WindowCommands {
  readonly show: (screen: Screen) => Promise<void>
  readonly dismissNotice: () => void
  readonly setLocale: (locale: Locale) => void
  readonly setTheme: (theme: Theme) => void
  /** Lays something over the screen, or (null) takes it away. */
  readonly openLayer: (layer: Layer | null) => void
  /** Shows personal data on all screens until the project is closed, or masks it again. */
  readonly showPersonal: (show: boolean) => void
  /** Something of the palette was run: it comes first the next time. */
  readonly rememberRun: (id: string) => void
}

export function createWindowCommands(
  { session, host, reload }: CommandContext,
  listProjects: () => Promise<void>,
): WindowCommands {
  const { get, set } = session
  return {
    show: async (screen) => {
      const { project, plan, work } = get()
      if (screen !== 'start') {
        if (!project && !(screen === 'data' && plan)) return
        set({ screen })
        return reload()
      }
      if (work) return
      set({ screen, notice: null, tour: null })
      await listProjects()
    },
    dismissNotice: () => set({ notice: null }),
    setLocale: (locale) => {
      host.setPreference('locale', locale)
      set({ locale })
    },
    setTheme: (theme) => {
      host.setPreference('theme', theme)
      applyTheme(theme)
      set({ theme })
    },
    openLayer: (layer) => set({ layer }),
    showPersonal: (show) => set({ showsPersonal: show }),
    rememberRun: (id) => set({ recent: rememberRecent(host, get().recent, id) }),
  }
}
