import { useMemo } from 'react'
import type { MessageKey } from '../../../shared/locale/translate'
import { useSession } from '../context'
import { boundKeys, keyOf } from './key-bindings'
import { keyLabel } from './shortcut'
import { useKeys } from './use-keys'

/** The key that does what these words say, as on its cap; blank where there is none. */
export function useKeyCap(label: MessageKey): string {
  const bindings = useSession((state) => state.bindings)
  return useMemo(() => keyLabel(keyOf(bindings, label)), [bindings, label])
}

/** What commands do, by their words, on the keys that they have; see `useKeys`. */
export function useBoundKeys(does: Readonly<Partial<Record<MessageKey, () => void>>>, active = true): void {
  const bindings = useSession((state) => state.bindings)
  useKeys(boundKeys(bindings, does), active)
}
