import type { ProjectStore } from '../../protocol/store'

/** The store as if `file` were in it already, for who reads it first: it is to be kept once it has been read. */
export function givenFirst(store: ProjectStore, file: Uint8Array): ProjectStore {
  let isRead = false
  return {
    ...store,
    readSnapshot() {
      if (isRead) return store.readSnapshot()
      isRead = true
      return Promise.resolve(file.slice())
    },
  }
}
