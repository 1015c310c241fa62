import { fileName } from '../../../shared/base/file-name'
import type { Result } from '../../../shared/base/result'
import type { ErasureReceipt, FoundRespondent, Whom } from '../../../shared/protocol/engine-api'
import type { CommandContext } from '../command-context'
import { ask, work } from '../engine-call'

export interface EraseCommands {
  /** Asks whom to erase, or (a response) shows what there is of that person. */
  readonly openErase: (whom: Whom | null) => void
  /** Everybody whom that may mean; null where it could not be found out. */
  readonly findRespondent: (whom: Whom) => Promise<Result<readonly FoundRespondent[]> | null>
  /** Erases for good; null where it was refused, which the notice says. */
  readonly eraseRespondent: (keys: readonly string[], keep: readonly string[]) => Promise<ErasureReceipt | null>
  /** Puts a receipt on the clipboard, or into a file where that is refused; true where it is on the clipboard. */
  readonly copyReceipt: (title: string, text: string) => Promise<boolean>
}

export function createEraseCommands({ session, client, host, adopt }: CommandContext): EraseCommands {
  const { get, set } = session
  return {
    openErase: (whom) => set({ layer: 'erase', erasing: whom }),
    findRespondent: (whom) => ask(session, client, 'findRespondent', whom),
    eraseRespondent: async (keys, keep) => {
      const done = await work(session, client, 'eraseRespondent', { keys, keep }, { label: 'work.erase' })
      if (!done) {
        // The notice stands behind what lies over the screen.
        if (get().layer === 'erase') set({ layer: null })
        return null
      }
      await adopt(done.project)
      return done.receipt
    },
    copyReceipt: async (title, text) => {
      try {
        await navigator.clipboard.writeText(text)
        return true
      } catch {
        const saved = await host.saveFile({ name: fileName(`${title}.txt`), bytes: new TextEncoder().encode(text) })
        if (!saved.ok) set({ notice: { kind: 'fault', fault: saved.fault } })
        return false
      }
    },
  }
}
