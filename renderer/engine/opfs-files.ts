import { fault } from '../../shared/base/fault'
import { ok, refuse, type Result } from '../../shared/base/result'

/** Far beyond any project. */
const MOST_BYTES = 2 ** 40

const nameOf = (error: unknown): string => (error instanceof DOMException ? error.name : '')

export const isMissing = (error: unknown): boolean => nameOf(error) === 'NotFoundError'

export const isFull = (error: unknown): boolean => nameOf(error) === 'QuotaExceededError'

/** What a failed call means to the user. Nothing that was there once goes but with the whole storage. */
export function opfsFault(error: unknown): ReturnType<typeof refuse> {
  if (isFull(error)) return refuse(fault('storage-full'))
  if (isMissing(error)) return refuse(fault('storage-cleared'))
  // Somebody else has it open.
  if (nameOf(error) === 'NoModificationAllowedError') return refuse(fault('locked'))
  if (nameOf(error) === 'SecurityError') return refuse(fault('no-storage'))
  return refuse(fault('storage', { what: error instanceof Error ? error.message : String(error) }))
}

export async function attempt(work: () => Promise<void>): Promise<Result<null>> {
  try {
    await work()
    return ok(null)
  } catch (error) {
    return opfsFault(error)
  }
}

async function withHandle<T>(file: FileSystemFileHandle, work: (handle: FileSystemSyncAccessHandle) => T): Promise<T> {
  const handle = await file.createSyncAccessHandle()
  try {
    return work(handle)
  } finally {
    handle.close()
  }
}

/** Length of the handle's file. Once a private window's storage was cleared, its handle says a negative number as if it had no sign. */
export function sizeOf(handle: FileSystemSyncAccessHandle): number {
  const size = handle.getSize()
  if (!Number.isSafeInteger(size) || size < 0 || size > MOST_BYTES) throw new DOMException('The file is gone', 'NotFoundError')
  return size
}

/**
 * Writes all of `bytes` at `at`; the browser too may write less than it was given. In a private window that is full, Chromium throws
 * nothing: it says that 4,294,967,288 bytes were written, an error's number without its sign.
 */
export function writeAll(handle: FileSystemSyncAccessHandle, bytes: Uint8Array<ArrayBuffer>, at: number): void {
  let written = 0
  while (written < bytes.length) {
    const count = handle.write(bytes.subarray(written), { at: at + written })
    if (count <= 0 || count > bytes.length - written) throw new DOMException('Nothing was written', 'QuotaExceededError')
    written += count
  }
  handle.flush()
}

/** All that the handle's file holds; the browser may read less than it was asked for. */
export function readAll(handle: FileSystemSyncAccessHandle): Uint8Array {
  const bytes = new Uint8Array(sizeOf(handle))
  let read = 0
  while (read < bytes.length) {
    const count = handle.read(bytes.subarray(read), { at: read })
    if (count <= 0 || count > bytes.length - read) throw new DOMException('Nothing was read', 'NotReadableError')
    read += count
  }
  return bytes
}

/** Writes the file anew, in place: for names that nobody relies on before it is whole. */
export async function writeFile(folder: FileSystemDirectoryHandle, name: string, bytes: Uint8Array): Promise<void> {
  await withHandle(await folder.getFileHandle(name, { create: true }), (handle) => {
    handle.truncate(0)
    writeAll(handle, bytes as Uint8Array<ArrayBuffer>, 0)
    if (sizeOf(handle) !== bytes.length) throw new Error(`${name} has ${sizeOf(handle)} of ${bytes.length} bytes`)
  })
}

/** Through a handle of our own: large files come several times as fast as through a File, which another process reads. */
export async function readIfThere(folder: FileSystemDirectoryHandle, name: string): Promise<Uint8Array | null> {
  try {
    return await withHandle(await folder.getFileHandle(name), readAll)
  } catch (error) {
    if (isMissing(error)) return null
    throw error
  }
}

export async function removeAll(folder: FileSystemDirectoryHandle, isOld: (name: string) => boolean): Promise<void> {
  const names: string[] = []
  for await (const name of folder.keys()) if (isOld(name)) names.push(name)
  for (const name of names) await folder.removeEntry(name)
}
