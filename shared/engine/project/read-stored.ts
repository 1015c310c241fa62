import { fault, type Fault } from '../../base/fault'
import { isOutOfMemory } from '../../base/out-of-memory'
import { ok, refuse, type Result } from '../../base/result'

/** Thrown by a store whose bytes are there and cannot be taken for what was stored. */
export class StoredFault extends Error {
  constructor(readonly fault: Fault) {
    super(fault.code)
  }
}

/** What a store reads. A disk that gives nothing back is a fault like one that takes nothing. */
export async function readStored<T>(reading: Promise<T>): Promise<Result<T>> {
  try {
    return ok(await reading)
  } catch (error) {
    if (error instanceof StoredFault) return refuse(error.fault)
    if (isOutOfMemory(error)) return refuse(fault('out-of-memory'))
    return refuse(fault('storage', { what: error instanceof Error ? error.message : String(error) }))
  }
}
