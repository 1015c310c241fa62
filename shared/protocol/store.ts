import type { Result } from '../base/result'

/**
 * Where one project lives, as the engine sees it: opaque bytes, made durable. A promise that resolves means that the
 * bytes survive a crash of the process. Hosts never understand what they keep.
 */
export interface ProjectStore {
  /** What to call the project's file in messages, where the person knows it by a name. */
  readonly name?: string
  /** The newest snapshot, or null for a project that has none yet. The bytes are the caller's from then on. */
  readSnapshot(): Promise<Uint8Array | null>
  /** Replaces the snapshot as a whole: after a crash the old or the new one is there, never a part. */
  writeSnapshot(bytes: Uint8Array): Promise<Result<null>>
  readJournal(): Promise<Uint8Array>
  appendJournal(bytes: Uint8Array): Promise<Result<null>>
  /** Keeps the first `length` bytes. Bytes of a torn record are cut off so; 0 empties the journal. */
  truncateJournal(length: number): Promise<Result<null>>
  /** Rows of an import, kept until a snapshot holds them. `id` is the SHA-256 of `bytes`, in hex. */
  writeBatch(id: string, bytes: Uint8Array): Promise<Result<null>>
  readBatch(id: string): Promise<Uint8Array | null>
  dropBatches(): Promise<void>
  /** Gives the project free for others. */
  close(): Promise<void>
}

/** An earlier snapshot that the host kept. */
export interface Generation {
  readonly name: string
  /** When it was saved; ISO, UTC. */
  readonly at: string
  readonly bytes: number
}

export interface ShelfEntry {
  readonly id: string
  readonly changedAt: string
  /** What `describe` kept last; the engine's own words: JSON with at least the project's `name`. */
  readonly card: string
  /** `file`: a file of the person's, somewhere on this computer. Otherwise the host keeps it, out of sight. */
  readonly place?: 'app' | 'file'
  /** Name of that file, without its folder. */
  readonly file?: string
  /** The file is not there now: moved, renamed, or on a disk that is not connected. */
  readonly missing?: boolean
  /** There may be changes here that the file lacks: its disk refused them, or nothing saved them before a crash. */
  readonly ahead?: boolean
  /** Names of files beside it that a cloud drive has made of another version of it. */
  readonly conflicts?: readonly string[]
}

/** The projects that a host keeps. One writer per project: opening one that is open elsewhere is refused (`locked`). */
export interface Shelf {
  list(): Promise<readonly ShelfEntry[]>
  open(id: string): Promise<Result<ProjectStore>>
  create(id: string): Promise<Result<ProjectStore>>
  describe(id: string, card: string): Promise<void>
  /** Earlier snapshots of a project that the host kept by itself, newest first; none where it keeps none. */
  generations?(id: string): Promise<readonly Generation[]>
  readGeneration?(id: string, name: string): Promise<Uint8Array | null>
  /** Removes them all for good. */
  dropGenerations?(id: string): Promise<Result<null>>
  /**
   * Removes a project that the host keeps for good. One that is a file of the person's only leaves the list: the file
   * stays, and so do changes that it does not hold yet. One that is open elsewhere is refused (`locked`).
   */
  remove(id: string): Promise<Result<null>>
}
