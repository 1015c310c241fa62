import { fault } from '../base/fault'
import { ok, refuse, type Result } from '../base/result'

/** What a store reads. A disk that gives nothing back is a fault like one that takes nothing. */
export async function readStored<T>(reading: Promise<T>): Promise<Result<T>> {
  try {
    return ok(await reading)
  } catch (error) {
    return refuse(fault('storage', { what: error instanceof Error ? error.message : String(error) }))
  }
}
