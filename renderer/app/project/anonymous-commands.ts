import type { Anonymity } from '../../../shared/protocol/engine-api'
import type { CommandContext } from '../command-context'
import { EMPTY_SLICE } from '../slice/slice-state'
import { ask } from '../engine-call'

export interface AnonymousCommands {
  /** Makes the project anonymous, once and for all. */
  readonly makeAnonymous: (wanted: Anonymity) => Promise<void>
}

export function createAnonymousCommands({ session, client, adopt }: CommandContext): AnonymousCommands {
  return {
    makeAnonymous: async (wanted) => {
      const made = await ask(session, client, 'makeAnonymous', wanted)
      if (!made) return
      // What filters it cannot have is taken away with it.
      if (made.ok) session.set({ filter: [], slice: { ...session.get().slice, crossed: EMPTY_SLICE.crossed } })
      if (made.ok) {
        await adopt(made.value)
        session.set({ notice: { kind: 'done', key: 'anonymous.made', params: {}, undo: true } })
      } else session.set({ notice: { kind: 'fault', fault: made.fault } })
    },
  }
}
