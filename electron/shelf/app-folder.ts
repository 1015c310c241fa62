import { existsSync } from 'node:fs'
import { homedir } from 'node:os'
import { join } from 'node:path'
import { orNull } from '../disk/attempt'
import { nodeFiles } from '../disk/files'
import { canonicalPath } from './project-file'
import { projectFolder, projectIds } from './project-folder'

/** Where the desktop app keeps what is its own, asked from outside of it. */
function appFolder(): string {
  const home = homedir()
  if (process.platform === 'win32') return join(process.env['APPDATA'] ?? join(home, 'AppData', 'Roaming'), 'Earshot')
  if (process.platform === 'darwin') return join(home, 'Library', 'Application Support', 'Earshot')
  return join(process.env['XDG_CONFIG_HOME'] ?? join(home, '.config'), 'Earshot')
}

/** What the desktop app's journal and generations of the project file at `path` are named after; null when it does not know the file. */
export function keptAside(path: string): string | null {
  const folder = join(appFolder(), 'projects')
  const file = canonicalPath(path)
  if (file === null || !existsSync(folder)) return null
  const id = projectIds(folder, nodeFiles).find((each) => orNull(() => projectFolder(folder, each, nodeFiles).place()?.file) === file)
  return id === undefined ? null : projectFolder(folder, id, nodeFiles).own
}
