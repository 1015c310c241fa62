/**
 * The private file system of one origin and its Web Locks, as far as Earshot uses them, for several tabs in one process. Before each
 * call of a tab `gate` is waited for: a test lets one tab go on at a time. A tab that crashes never comes back from its gate.
 */
export interface FakeOrigin {
  /** What one tab sees. */
  tab(name: string): FakeTab
  /** Takes a lock away from who has it, as a script of another program on the same address can, and gives it free at once. */
  steal(name: string): void
  /** Who has a lock. */
  holderOf(name: string): string | null
  /** Who has the journal of a project open. */
  writerOf(project: string): string | null
  readonly paths: () => readonly string[]
}

export interface FakeTab {
  readonly root: FileSystemDirectoryHandle
  readonly locks: LockManager
  /** Locks and handles go, as when the tab is closed or killed. */
  crash(): void
}

interface Options {
  readonly gate: (tab: string) => Promise<void>
  /** How many of the bytes a write still takes before its tab is killed in it; null: it goes on. */
  readonly dies?: (tab: string, length: number) => number | null
  /** Hears of every change of a file or name. */
  readonly wrote?: (tab: string, path: string) => void
}

interface FileEntry {
  readonly kind: 'file'
  bytes: Uint8Array
  /** Who has it open. */
  opener: string | null
}
interface FolderEntry {
  readonly kind: 'folder'
  readonly entries: Map<string, Entry>
}
type Entry = FileEntry | FolderEntry

const failed = (name: string, what: string): DOMException => new DOMException(what, name)

const openersIn = (entry: Entry): readonly string[] =>
  entry.kind === 'file' ? (entry.opener === null ? [] : [entry.opener]) : [...entry.entries.values()].flatMap(openersIn)

const pathsIn = (folder: FolderEntry, at: string): readonly string[] =>
  [...folder.entries].flatMap(([name, entry]) => [`${at}${name}`, ...(entry.kind === 'folder' ? pathsIn(entry, `${at}${name}/`) : [])])

export function createFakeOrigin({ gate, dies = () => null, wrote = () => undefined }: Options): FakeOrigin {
  const root: FolderEntry = { kind: 'folder', entries: new Map() }
  const held = new Map<string, { readonly tab: string; readonly lose: () => void }>()

  const tabOf = (tab: string): FakeTab => {
    let isAlive = true
    /** Nothing of a tab that is gone happens. */
    const step = async (): Promise<void> => {
      await gate(tab)
      if (!isAlive) await new Promise(() => undefined)
    }
    const crash = (): void => {
      isAlive = false
      for (const [name, lock] of held) if (lock.tab === tab) held.delete(name)
      const free = (folder: FolderEntry): void => {
        for (const entry of folder.entries.values()) {
          if (entry.kind === 'folder') free(entry)
          else if (entry.opener === tab) entry.opener = null
        }
      }
      free(root)
    }

    const accessHandle = (file: FileEntry, path: string): FileSystemSyncAccessHandle => {
      let isOpen = true
      const check = (): void => {
        if (!isOpen || !isAlive) throw failed('InvalidStateError', 'closed')
      }
      return {
        getSize: () => file.bytes.length,
        read: (into: Uint8Array, { at = 0 } = {}) => {
          check()
          const some = file.bytes.subarray(at, at + into.length)
          into.set(some)
          return some.length
        },
        write: (bytes: Uint8Array, { at = 0 } = {}) => {
          check()
          wrote(tab, path)
          const last = dies(tab, bytes.length)
          const some = bytes.subarray(0, last ?? bytes.length)
          const next = new Uint8Array(Math.max(file.bytes.length, at + some.length))
          next.set(file.bytes)
          next.set(some, at)
          file.bytes = next
          if (last !== null) crash()
          check()
          return some.length
        },
        truncate: (length: number) => {
          check()
          wrote(tab, path)
          const next = new Uint8Array(length)
          next.set(file.bytes.subarray(0, length))
          file.bytes = next
        },
        flush: check,
        close: () => {
          if (isOpen && isAlive) file.opener = null
          isOpen = false
        },
      } as unknown as FileSystemSyncAccessHandle
    }

    const fileHandle = (file: FileEntry, path: string): FileSystemFileHandle =>
      ({
        kind: 'file',
        createSyncAccessHandle: async () => {
          await step()
          if (file.opener !== null) throw failed('NoModificationAllowedError', `${path} is open`)
          file.opener = tab
          return accessHandle(file, path)
        },
        getFile: async () => {
          await step()
          return { size: file.bytes.length, lastModified: 0 }
        },
      }) as unknown as FileSystemFileHandle

    const entryOf = <E extends Entry>(folder: FolderEntry, path: string, name: string, kind: E['kind'], make: (() => E) | null): E => {
      const there = folder.entries.get(name)
      if (there && there.kind !== kind) throw failed('TypeMismatchError', name)
      if (there) return there as E
      if (!make) throw failed('NotFoundError', name)
      wrote(tab, path)
      const made = make()
      folder.entries.set(name, made)
      return made
    }

    const folderHandle = (folder: FolderEntry, path: string): FileSystemDirectoryHandle =>
      ({
        kind: 'directory',
        getFileHandle: async (name: string, { create = false } = {}) => {
          await step()
          const file = entryOf<FileEntry>(folder, `${path}${name}`, name, 'file', create ? () => ({ kind: 'file', bytes: new Uint8Array(), opener: null }) : null)
          return fileHandle(file, `${path}${name}`)
        },
        getDirectoryHandle: async (name: string, { create = false } = {}) => {
          await step()
          const inner = entryOf<FolderEntry>(folder, `${path}${name}`, name, 'folder', create ? () => ({ kind: 'folder', entries: new Map() }) : null)
          return folderHandle(inner, `${path}${name}/`)
        },
        removeEntry: async (name: string) => {
          await step()
          const there = folder.entries.get(name)
          if (!there) throw failed('NotFoundError', name)
          if (openersIn(there).length > 0) throw failed('NoModificationAllowedError', `${name} is open`)
          wrote(tab, `${path}${name}`)
          folder.entries.delete(name)
        },
        async *keys() {
          await step()
          yield* folder.entries.keys()
        },
      }) as unknown as FileSystemDirectoryHandle

    const locks = {
      request: async (name: string, _options: LockOptions, granted: (lock: Lock | null) => unknown): Promise<unknown> => {
        await step()
        if (held.has(name)) return granted(null)
        return new Promise((resolve, reject) => {
          const lock = { tab, lose: () => reject(failed('AbortError', 'stolen')) }
          held.set(name, lock)
          void Promise.resolve(granted({ name, mode: 'exclusive' })).then((value) => {
            if (held.get(name) === lock) held.delete(name)
            resolve(value)
          })
        })
      },
    } as unknown as LockManager

    return { root: folderHandle(root, ''), locks, crash }
  }

  return {
    tab: tabOf,
    steal(name) {
      held.get(name)?.lose()
      held.delete(name)
    },
    holderOf: (name) => held.get(name)?.tab ?? null,
    writerOf(project) {
      const projects = root.entries.get('projects')
      const folder = projects?.kind === 'folder' ? projects.entries.get(project) : undefined
      const journal = folder?.kind === 'folder' ? folder.entries.get('journal') : undefined
      return journal?.kind === 'file' ? journal.opener : null
    },
    paths: () => pathsIn(root, '').toSorted(),
  }
}
