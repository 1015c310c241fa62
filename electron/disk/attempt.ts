import { basename } from 'node:path'
import { fault } from '../../shared/base/fault'
import { refuse, type Result } from '../../shared/base/result'
import { storageFault } from '../shelf/node-store'

/** Paths stay on this side: the window hears of files by their names, of errors by what they are. */
export function withoutPaths<T>(result: Result<T>): Result<T> {
  if (result.ok) return result
  const { path, what, ...params } = result.fault.params
  return refuse(
    fault(result.fault.code, {
      ...params,
      ...(path === undefined ? {} : { path: basename(String(path)) }),
      ...(what === undefined ? {} : { what: reasonOf(String(what)) }),
    }),
  )
}

/** Of "EACCES: permission denied, open '/home/…'", what stands before the path. */
function reasonOf(message: string): string {
  const reason = /^E[A-Z0-9]+: [^,'/\\]+/.exec(message) ?? /\bE[A-Z0-9]{3,}\b/.exec(message)
  return reason?.[0] ?? (/[/\\]/.test(message) ? 'E?' : message)
}

/** What comes of work with files; what the system refuses is a fault. */
export function tried<T>(work: () => Result<T>): Result<T> {
  try {
    return withoutPaths(work())
  } catch (error) {
    return withoutPaths(storageFault(error))
  }
}

/** The same for work that others need not wait for. */
export async function triedSoon<T>(work: () => Promise<Result<T>>): Promise<Result<T>> {
  try {
    return withoutPaths(await work())
  } catch (error) {
    return withoutPaths(storageFault(error))
  }
}

/** What is read; why it cannot be is told without its path. */
export const readingWithoutPaths = <T>(reading: Promise<T>): Promise<T> =>
  reading.catch((error: unknown) => {
    throw new Error(reasonOf(error instanceof Error ? error.message : String(error)))
  })

/** For what may fail without harm. */
export function orNull<T>(work: () => T): T | null {
  try {
    return work()
  } catch {
    return null
  }
}
