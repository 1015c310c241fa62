import { fault } from '../../shared/base/fault'
import { ok, refuse } from '../../shared/base/result'
import { createMemoryStore } from '../../shared/engine/project/memory-store'
import type { ProjectStore, Shelf } from '../../shared/protocol/store'

/** Projects kept in memory, one opener each. */
export function createMemoryShelf(): Shelf & { readonly ids: () => readonly string[] } {
  const stores = new Map<string, ProjectStore>()
  const cards = new Map<string, string>()
  const opened = new Set<string>()
  const open = (id: string): ReturnType<Shelf['open']> => {
    const store = stores.get(id)
    if (!store) return Promise.resolve(refuse(fault('no-project', { path: id })))
    if (opened.has(id)) return Promise.resolve(refuse(fault('locked')))
    opened.add(id)
    return Promise.resolve(ok({ ...store, close: () => Promise.resolve(void opened.delete(id)) }))
  }
  return {
    ids: () => [...stores.keys()],
    list: () => Promise.resolve([...cards].map(([id, card], at) => ({ id, card, changedAt: `2026-01-0${at + 1}` }))),
    open,
    create: (id) => {
      stores.set(id, createMemoryStore())
      return open(id)
    },
    describe: (id, card) => Promise.resolve(void cards.set(id, card)),
    remove: (id) => {
      if (opened.has(id)) return Promise.resolve(refuse(fault('locked')))
      stores.delete(id)
      cards.delete(id)
      return Promise.resolve(ok(null))
    },
  }
}
