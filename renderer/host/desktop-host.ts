import { ok, type Result } from '../../shared/base/result'
import { LOCALES } from '../../shared/locale/translate'
import { menuKeysOf } from '../../shared/protocol/menu-keys'
import { MENU_THEMES, type DesktopShell, type MenuCommand } from '../../shared/protocol/shell'
import type { Host, OpenedFile, PickedFile, PreferenceKey } from './host'
import { localPreferences } from './local-preferences'
import { readFile } from './read-file'

declare global {
  interface Window {
    readonly earshot?: DesktopShell
  }
}

const EDITED = 'input:not([type=radio], [type=checkbox], [type=button]), textarea, [contenteditable=true]'

/** In a text field, undo and redo are about typing. */
function isTyping(command: MenuCommand): boolean {
  if (command.kind !== 'undo' && command.kind !== 'redo') return false
  if (!document.activeElement?.matches(EDITED)) return false
  document.execCommand(command.kind)
  return true
}

/** A file that may be read more than once: bytes are gone when they were handed over. */
const toRead = (file: PickedFile): OpenedFile =>
  'bytes' in file ? new File([file.bytes as Uint8Array<ArrayBuffer>], file.name) : file

/** The desktop shell, through the preload's bridge: dialogs and menus of the system, project files opened in place. */
export function desktopHost(shell: DesktopShell): Host {
  const preferences = localPreferences()
  /** The shell draws menus and dialogs in the window's language and appearance. */
  const tell = (key: PreferenceKey, value: string | null): void => {
    const locale = LOCALES.find((each) => each === value)
    const theme = MENU_THEMES.find((each) => each === value)
    if (key === 'locale' && locale) void shell.setLocale(locale)
    if (key === 'theme' && theme) void shell.setTheme(theme)
    if (key === 'keys') {
      const { undo, redo, palette } = menuKeysOf(value)
      void shell.setMenuKeys(undo, redo, palette)
    }
  }
  for (const key of ['locale', 'theme', 'keys'] as const) tell(key, preferences.getPreference(key))
  return {
    kind: 'desktop',
    pickFile: () => shell.openTable(),
    async pickToOpen() {
      const opened = await shell.openFiles()
      return opened.ok ? ok(opened.value.map(toRead)) : opened
    },
    async readFile(file): Promise<Result<PickedFile>> {
      const project = await shell.openDropped(file)
      if (!project.ok) return project
      return project.value ? ok(project.value) : readFile(file)
    },
    saveFile: (file) => shell.saveFile(file.name, file.bytes),
    keepProject: shell.keepProject,
    onMenu: (listener) =>
      shell.onMenu((command) => {
        if (!isTyping(command)) listener(command)
      }),
    coder: shell.coder,
    getPreference: preferences.getPreference,
    setPreference(key, value) {
      preferences.setPreference(key, value)
      tell(key, value)
    },
  }
}
