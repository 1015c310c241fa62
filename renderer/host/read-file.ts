import { fault } from '../../shared/base/fault'
import { LARGEST_FILE, megabytes } from '../../shared/base/largest-file'
import { ok, refuse, type Result } from '../../shared/base/result'
import type { SourceFile } from '../../shared/ingest/types'

/** A chosen or dropped file with its bytes; `not-readable` when it is gone, a folder, or forbidden; one that is too large is not read. */
export async function readFile(file: File): Promise<Result<SourceFile>> {
  const { name, size } = file
  const isProject = name.toLowerCase().endsWith('.earshot')
  const limit = megabytes(LARGEST_FILE[isProject ? 'project' : 'survey'])
  if (megabytes(size) > limit) {
    return refuse(isProject ? fault('project-too-large', { path: name, size: megabytes(size), limit }) : fault('too-large', { file: name, what: `${megabytes(size)} MB > ${limit} MB` }))
  }
  try {
    return ok({ name, bytes: new Uint8Array(await file.arrayBuffer()) })
  } catch (error) {
    return refuse(fault('not-readable', { file: name, what: error instanceof Error ? error.name : String(error) }))
  }
}
