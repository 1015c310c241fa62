import { app, nativeTheme } from 'electron'
import { basename } from 'node:path'
import { fault } from '../../shared/base/fault'
import { fileName } from '../../shared/base/file-name'
import { ok, refuse, type Result } from '../../shared/base/result'
import type { Locale } from '../../shared/locale/translate'
import type { SourceFile } from '../../shared/ingest/types'
import type { MenuKeys } from '../../shared/protocol/menu-keys'
import type { MenuTheme, ProjectFile } from '../../shared/protocol/shell'
import type { ShellCalls } from './argument-checks'
import { readSource, writeTarget, type FileDialogs } from '../window/file-dialogs'
import { isProjectPath } from '../shelf/project-file'
import type { ProjectShelf } from '../shelf/project-shelf'
import { systemUser } from '../node/system-user'

/** Lets the window open a project file; the system's own list of recent documents learns of it. */
export function admitProject(shelf: ProjectShelf, path: string): Result<ProjectFile> {
  const admitted = shelf.admit(path)
  if (admitted.ok) app.addRecentDocument(path)
  return admitted
}

/** What the window may ask of the shell. `changed` hears of what the menus show. */
export function shellCalls(
  shelf: ProjectShelf,
  dialogs: FileDialogs,
  changed: (what: { readonly locale?: Locale; readonly theme?: MenuTheme; readonly keys?: MenuKeys }) => void,
): ShellCalls {
  return {
    async openTable() {
      const path = await dialogs.chooseTable()
      return path === null ? ok(null) : readSource(path)
    },
    async openFiles() {
      const opened: (SourceFile | ProjectFile)[] = []
      for (const path of await dialogs.chooseToOpen()) {
        const file = isProjectPath(path) ? admitProject(shelf, path) : await readSource(path)
        if (!file.ok) return file
        opened.push(file.value)
      }
      return ok(opened)
    },
    // A file made by a page has no path; a survey export is read by the page itself.
    openDropped: async (path) => (isProjectPath(path) ? admitProject(shelf, path) : ok(null)),
    async saveFile(name, bytes) {
      const path = await dialogs.chooseTarget(name)
      return path === null ? ok('cancelled') : writeTarget(path, bytes)
    },
    async keepProject(id, name, how) {
      if (!shelf.openIds().includes(id)) return refuse(fault('no-project', { path: name }))
      const file = shelf.fileOf(id)
      if (file !== null && how === 'save') return ok({ file: basename(file) })
      const path = await dialogs.choosePlace(file ?? fileName(`${name}.earshot`))
      if (path === null) return ok(null)
      const kept = await shelf.keep(id, path)
      if (kept.ok) app.addRecentDocument(path)
      changed({})
      return kept
    },
    coder: async () => systemUser(),
    setLocale: async (locale) => changed({ locale }),
    async setTheme(theme) {
      nativeTheme.themeSource = theme
      changed({ theme })
    },
    setMenuKeys: async (undo, redo, palette) => changed({ keys: { undo, redo, palette } }),
  }
}
