import { fault } from '../../shared/base/fault'
import { ok, refuse, type Result } from '../../shared/base/result'
import type { SourceFile } from '../../shared/ingest/types'

/** A chosen or dropped file with its bytes; `not-readable` when it is gone, a folder, or forbidden. */
export async function readFile(file: File): Promise<Result<SourceFile>> {
  try {
    return ok({ name: file.name, bytes: new Uint8Array(await file.arrayBuffer()) })
  } catch (error) {
    return refuse(fault('not-readable', { file: file.name, what: error instanceof Error ? error.name : String(error) }))
  }
}
