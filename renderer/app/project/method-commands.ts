import type { Method } from '../../../shared/query/method'
import type { CommandContext } from '../command-context'
import { ask } from '../engine-call'

export interface MethodCommands {
  /** Makes figures in another way from now on; what is not said stays. */
  readonly changeMethod: (patch: Partial<Method>) => Promise<void>
}

export function createMethodCommands({ session, client, adopt }: CommandContext): MethodCommands {
  const { get, set } = session
  return {
    changeMethod: async (patch) => {
      const { project } = get()
      if (!project) return
      const saved = await ask(session, client, 'saveMethod', { ...project.method, ...patch })
      if (!saved) return
      if (saved.ok) await adopt(saved.value)
      else set({ notice: { kind: 'fault', fault: saved.fault } })
    },
  }
}
