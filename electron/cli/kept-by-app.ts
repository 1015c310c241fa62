import { fault } from '../../shared/base/fault'
import { ok, refuse, type Result } from '../../shared/base/result'
import { keptAside } from '../shelf/app-folder'
import { syncFolderOf } from '../disk/atomic-file'
import { nodeFiles } from '../disk/files'
import { dropGenerations, generationsOf } from '../shelf/generations'
import { storageFault } from '../shelf/node-store'

/** What the desktop app keeps of a project file beside it. */
export interface KeptByApp {
  /** Drops the earlier snapshots for good: they would be readable still. */
  readonly drop: () => Promise<Result<null>>
}

/** Refuses `kept-in-app` where the app has changes that are not in the file: they would stay there, and could not be taken up any more. */
export function keptByApp(path: string): Result<KeptByApp> {
  const aside = keptAside(path)
  if (aside === null) return ok({ drop: () => Promise.resolve(ok(null)) })
  try {
    if ((nodeFiles.state(`${aside}.journal`)?.size ?? 0) > 0) return refuse(fault('kept-in-app'))
  } catch (error) {
    return storageFault(error)
  }
  return ok({ drop: () => Promise.resolve(dropKept(aside)) })
}

function dropKept(aside: string): Result<null> {
  try {
    dropGenerations(generationsOf(aside))
    syncFolderOf(aside, nodeFiles)
    return ok(null)
  } catch (error) {
    return storageFault(error)
  }
}
