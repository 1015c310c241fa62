import type { Session, Unlocking } from '../session'

export interface UnlockCommands {
  /** Tries a password with the project that waits for it. */
  readonly unlock: (password: string) => void
  /** Leaves that project closed. */
  readonly leaveLocked: () => void
}

export type AskPassword = (project: string, why: Unlocking['why'], wrong: boolean) => Promise<string | null>

/** The dialog that asks for a password: who needs one waits for the answer. */
export function createUnlockCommands({ get, set }: Session): { readonly commands: UnlockCommands; readonly askPassword: AskPassword } {
  let answer: (password: string | null) => void = () => undefined
  return {
    askPassword: (project, why, wrong) => {
      // Another project was chosen meanwhile.
      answer(null)
      set({ unlocking: { project, why, state: wrong ? 'wrong' : 'asking' } })
      return new Promise((resolve) => {
        answer = resolve
      })
    },
    commands: {
      unlock: (password) => {
        const { unlocking } = get()
        if (!unlocking || unlocking.state === 'trying') return
        set({ unlocking: { ...unlocking, state: 'trying' } })
        answer(password)
      },
      leaveLocked: () => {
        set({ unlocking: null })
        answer(null)
      },
    },
  }
}
