import { dirname } from 'node:path'
import { invariant } from '../../shared/base/assert'
import type { Files, FileState } from '../../electron/disk/files'

/** What a disk holds: names, and the contents that they stand for. */
export interface Disk {
  readonly names: ReadonlyMap<string, number | 'folder'>
  readonly contents: ReadonlyMap<number, Uint8Array>
}

/** What calls did, in their order; a sync makes what came before it on its file, or in its folder, durable. */
export type Effect =
  | { readonly kind: 'write'; readonly content: number; readonly at: number; readonly bytes: Uint8Array }
  | { readonly kind: 'cut'; readonly content: number; readonly length: number }
  | { readonly kind: 'name'; readonly folder: string; readonly names: readonly (readonly [string, number | 'folder' | null])[] }
  | { readonly kind: 'sync'; readonly content: number }
  /** A sync that failed: what was written before is taken for clean, and no later sync makes it durable. */
  | { readonly kind: 'unsynced'; readonly content: number }
  | { readonly kind: 'sync-folder'; readonly folder: string }

export type CallName = 'open' | 'close' | 'read' | 'write' | 'sync' | 'truncate' | 'rename' | 'remove' | 'removeFolder' | 'makeFolder' | 'state' | 'list' | 'realPath' | 'syncFolder'

/** What goes wrong from now on. */
export interface Trouble {
  /** The error of a call, given its number from 1 and its name; null where it works. */
  readonly fails?: (call: number, name: CallName) => string | null
  /** How many of the bytes a write takes. */
  readonly takes?: (call: number, length: number) => number
  /** A write says that it took all. */
  readonly lies?: boolean
  /** Bytes that all files together can have. */
  readonly room?: number
}

export interface FakeFiles extends Files {
  readonly base: Disk
  readonly effects: readonly Effect[]
  /** Calls since the last `trouble`. */
  calls(): number
  trouble(next: Trouble): void
  /** What every process sees: kept when one is killed, not when the power fails. */
  now(): Disk
  bytesOf(path: string): Uint8Array | null
  paths(): readonly string[]
  /** Milliseconds that were waited. */
  waited(): number
}

export const EMPTY_DISK: Disk = { names: new Map([['/', 'folder'], ['/p', 'folder']]), contents: new Map() }

export const failure = (code: string, what: string): Error => Object.assign(new Error(`${code}: made to fail, ${what}`), { code })

/** `content` with `bytes` written at a place; what lies between reads as zeros. */
export function written(content: Uint8Array, at: number, bytes: Uint8Array): Uint8Array {
  const next = new Uint8Array(Math.max(content.length, at + bytes.length))
  next.set(content)
  next.set(bytes, at)
  return next
}

export function cutTo(content: Uint8Array, length: number): Uint8Array {
  const next = new Uint8Array(length)
  next.set(content.subarray(0, length))
  return next
}

interface Open {
  readonly content: number
  readonly appends: boolean
  at: number
}

/** A file system in memory that remembers what was done to it and fails as it is told. */
export function createFakeFiles(base: Disk = EMPTY_DISK): FakeFiles {
  const names = new Map(base.names)
  const contents = new Map(base.contents)
  const effects: Effect[] = []
  const open = new Map<number, Open>()
  // A name may have come to the disk before anything was in its file.
  let lastContent = Math.max(0, ...contents.keys(), ...[...names.values()].filter((what) => what !== 'folder'))
  let lastFd = 10
  let trouble: Trouble = {}
  let calls = 0
  let clock = 0

  const step = (name: CallName): void => {
    calls += 1
    const code = trouble.fails?.(calls, name)
    if (code) throw failure(code, name)
  }
  const opened = (fd: number): Open => {
    const file = open.get(fd)
    invariant(file, `${fd} is open`)
    return file
  }
  const contentAt = (path: string): number | null => {
    const there = names.get(path)
    if (there === undefined) return null
    if (there === 'folder') throw failure('EISDIR', path)
    return there
  }
  const bytesAt = (content: number): Uint8Array => contents.get(content) ?? new Uint8Array()
  const name = (folder: string, changes: readonly (readonly [string, number | 'folder' | null])[]): void => {
    effects.push({ kind: 'name', folder, names: changes })
    for (const [path, what] of changes) {
      if (what === null) names.delete(path)
      else names.set(path, what)
    }
  }
  const used = (): number => [...names.values()].reduce<number>((sum, what) => sum + (what === 'folder' ? 0 : bytesAt(what).length), 0)

  const files = {
    open(path: string, flags: 'r' | 'r+' | 'w+' | 'wx' | 'a'): number {
      step('open')
      let content = contentAt(path)
      if (content !== null && flags === 'wx') throw failure('EEXIST', path)
      if (content === null) {
        if (flags === 'r' || flags === 'r+') throw failure('ENOENT', path)
        if (names.get(dirname(path)) !== 'folder') throw failure('ENOENT', path)
        content = lastContent += 1
        contents.set(content, new Uint8Array())
        name(dirname(path), [[path, content]])
      } else if (flags === 'w+') {
        effects.push({ kind: 'cut', content, length: 0 })
        contents.set(content, new Uint8Array())
      }
      open.set((lastFd += 1), { content, appends: flags === 'a', at: 0 })
      return lastFd
    },
    close(fd: number): void {
      opened(fd)
      open.delete(fd)
      step('close')
    },
    read(fd: number, into: Uint8Array, position: number): number {
      step('read')
      const some = bytesAt(opened(fd).content).subarray(position, position + into.length)
      into.set(some)
      return some.length
    },
    write(fd: number, bytes: Uint8Array): number {
      step('write')
      const file = opened(fd)
      const content = bytesAt(file.content)
      const at = file.appends ? content.length : file.at
      const free = trouble.room === undefined ? Infinity : Math.max(0, trouble.room - used())
      const taken = Math.min(bytes.length, trouble.takes?.(calls, bytes.length) ?? Infinity, free)
      if (taken === 0 && free === 0 && bytes.length > 0) throw failure('ENOSPC', 'write')
      const some = bytes.slice(0, taken)
      effects.push({ kind: 'write', content: file.content, at, bytes: some })
      contents.set(file.content, written(content, at, some))
      file.at = at + taken
      return trouble.lies ? bytes.length : taken
    },
    sync(fd: number): void {
      const { content } = opened(fd)
      try {
        step('sync')
      } catch (error) {
        effects.push({ kind: 'unsynced', content })
        throw error
      }
      effects.push({ kind: 'sync', content })
    },
    truncate(fd: number, length: number): void {
      step('truncate')
      const { content } = opened(fd)
      // As on Linux: what seems to be so already is not done again, whether it is durable or not.
      if (bytesAt(content).length === length) return
      effects.push({ kind: 'cut', content, length })
      contents.set(content, cutTo(bytesAt(content), length))
    },
    rename(from: string, to: string): void {
      step('rename')
      const content = contentAt(from)
      if (content === null || names.get(to) === 'folder') throw failure(content === null ? 'ENOENT' : 'EISDIR', from)
      invariant(dirname(from) === dirname(to), 'a rename within its folder')
      name(dirname(to), [[from, null], [to, content]])
    },
    remove(path: string): void {
      step('remove')
      if (contentAt(path) !== null) name(dirname(path), [[path, null]])
    },
    removeFolder(path: string): void {
      step('removeFolder')
      const inside = [...names.keys()].filter((one) => one.startsWith(`${path}/`))
      if (names.has(path)) name(dirname(path), [...inside, path].map((one) => [one, null] as const))
    },
    makeFolder(path: string): void {
      step('makeFolder')
      if (names.has(path) || names.get(dirname(path)) !== 'folder') throw failure(names.has(path) ? 'EEXIST' : 'ENOENT', path)
      name(dirname(path), [[path, 'folder']])
    },
    state(path: string): FileState | null {
      step('state')
      const what = names.get(path)
      if (what === undefined) return null
      return { kind: what === 'folder' ? 'folder' : 'file', size: what === 'folder' ? 0 : bytesAt(what).length, mode: 0o644, changedMs: 0 }
    },
    list(folder: string): readonly string[] {
      step('list')
      if (names.get(folder) !== 'folder') throw failure('ENOENT', folder)
      return [...names.keys()].filter((path) => path !== '/' && dirname(path) === folder).map((path) => path.slice(folder.length + 1))
    },
    realPath(path: string): string {
      step('realPath')
      if (!names.has(path)) throw failure('ENOENT', path)
      return path
    },
    syncFolder(folder: string): void {
      step('syncFolder')
      effects.push({ kind: 'sync-folder', folder })
    },
    pause: (ms: number): void => void (clock += ms),
  }
  return {
    ...files,
    soon: {
      read: async (fd, into, position) => files.read(fd, into, position),
      write: async (fd, bytes) => files.write(fd, bytes),
      sync: async (fd) => files.sync(fd),
      rename: async (from, to) => files.rename(from, to),
      pause: async (ms) => files.pause(ms),
    },
    base,
    effects,
    calls: () => calls,
    trouble(next) {
      trouble = next
      calls = 0
    },
    now: () => ({ names: new Map(names), contents: new Map(contents) }),
    bytesOf(path) {
      const what = names.get(path)
      return typeof what === 'number' ? bytesAt(what) : null
    },
    paths: () => [...names.keys()].sort(),
    waited: () => clock,
  }
}
