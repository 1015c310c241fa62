import type { MessageKey } from '../../../shared/locale/translate'
import type { CommandContext } from '../command-context'
import { clashOf, keptBindings, withBinding, type Bindings } from './key-bindings'

export interface KeyCommands {
  /** Gives a command this key alone, from now on and on this computer; or says which command has it. */
  readonly bindKey: (label: MessageKey, key: string) => MessageKey | null
  /** Gives a command the keys back that it was made with; null: gives them back to all. */
  readonly unbindKey: (label: MessageKey | null) => MessageKey | null
}

/** What can be done with keys. Those kept on this computer are in force from the start. */
export function createKeyCommands({ session, host }: CommandContext): KeyCommands {
  const { get, set } = session
  set({ bindings: keptBindings(host) })
  const keep = (bindings: Bindings): null => {
    host.setPreference('keys', JSON.stringify(bindings))
    set({ bindings })
    return null
  }
  return {
    bindKey: (label, key) => clashOf(get().bindings, label, key) ?? keep(withBinding(get().bindings, label, [key])),
    unbindKey: (label) => {
      if (label === null) return keep({})
      const bindings = withBinding(get().bindings, label, null)
      // Another command may have got one of them meanwhile.
      const [taken] = Object.keys(bindings).filter((other) => clashes(bindings, other as MessageKey, label))
      return taken === undefined ? keep(bindings) : (taken as MessageKey)
    },
  }
}

const clashes = (bindings: Bindings, other: MessageKey, label: MessageKey): boolean =>
  (bindings[other] ?? []).some((key) => clashOf(bindings, other, key) === label)
