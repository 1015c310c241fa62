import { hostname } from 'node:os'
import { basename, dirname } from 'node:path'
import type { Files } from '../disk/files'
import { isProjectPath, titleOf } from './project-file'

/** What cloud drives write into the name of the version that they could not put in the file's place. */
const SAYS_SO = /conflict|충돌/i

/** Names of the files beside the project file that a cloud drive has made of another version of it. */
export function conflictCopies(file: string, files: Files): readonly string[] {
  const title = titleOf(file)
  return files.list(dirname(file)).filter((name) => {
    if (!isProjectPath(name) || name === basename(file) || !name.startsWith(title)) return false
    const rest = titleOf(name).slice(title.length)
    // OneDrive puts the name of the computer there.
    return SAYS_SO.test(rest) || rest === `-${hostname()}`
  })
}
