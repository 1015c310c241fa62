import type { DesktopShell } from '../../shared/protocol/shell'
import type { Host } from './host'
import { localPreferences } from './local-preferences'

declare global {
  interface Window {
    readonly earshot?: DesktopShell
  }
}

/** The desktop shell: dialogs of the system, through the preload's bridge. */
export const desktopHost = (shell: DesktopShell): Host => ({
  kind: 'desktop',
  pickFile: () => shell.openFile(),
  saveFile: (file) => shell.saveFile(file.name, file.bytes),
  ...localPreferences(),
})
