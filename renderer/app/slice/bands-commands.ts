import type { Result } from '../../../shared/base/result'
import type { FieldBands } from '../../../shared/protocol/engine-api'
import type { CommandContext } from '../command-context'
import { ask } from '../engine-call'

export interface BandsCommands {
  /** The bands of a field, or those that other edges would make, with the responses in each. */
  readonly fieldBands: (field: string, edges?: readonly number[]) => Promise<Result<FieldBands | null> | null>
  /** Cuts a field elsewhere; null: as suits its values. */
  readonly saveBands: (field: string, edges: readonly number[] | null) => Promise<void>
}

export function createBandsCommands({ session, client, adopt }: CommandContext): BandsCommands {
  return {
    fieldBands: (field, edges) => ask(session, client, 'bands', { field, ...(edges ? { edges } : {}) }),
    saveBands: async (field, edges) => {
      const revision = session.get().project?.revision
      const saved = await ask(session, client, 'saveBands', { field, edges })
      if (!saved) return
      if (!saved.ok) return session.set({ notice: { kind: 'fault', fault: saved.fault } })
      await adopt(saved.value)
      if (saved.value.revision === revision) return
      const name = saved.value.fields.find(({ id }) => id === field)?.label ?? field
      session.set({ notice: { kind: 'done', key: edges ? 'bands.saved' : 'bands.was-reset', params: { field: name }, undo: true } })
    },
  }
}
