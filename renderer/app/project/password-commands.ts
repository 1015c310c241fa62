import type { CommandContext } from '../command-context'
import { ask, work } from '../engine-call'
import { forgetLayouts } from '../plan/kept-layouts'

export interface PasswordCommands {
  /** Gives the open project a password, another one, or (null) none. */
  readonly setPassword: (password: string | null) => Promise<void>
}

export function createPasswordCommands({ session, client, host, adopt }: CommandContext, forget: () => Promise<void>): PasswordCommands {
  const { get, set } = session
  return {
    setPassword: async (password) => {
      const { project } = get()
      if (!project) return
      set({ layer: null })
      const view = await work(session, client, 'setPassword', { password }, { label: 'work.password' })
      if (view) {
        if (view.locked) forgetLayouts(host, view.waves.map(({ file }) => file))
        await adopt(view)
        return set({ notice: { kind: 'done', key: password === null ? 'password.is-removed' : 'password.is-set', params: { project: view.name } } })
      }
      // Where nobody can tell which password it has now, the engine has closed it.
      const open = await ask(session, client, 'project', null)
      if (open && !open.ok) await forget()
    },
  }
}
