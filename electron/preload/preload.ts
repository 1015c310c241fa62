import { contextBridge, ipcRenderer } from 'electron'
import type { DesktopShell, ShellMethod } from '../../shared/protocol/shell'

const call =
  <M extends ShellMethod>(method: M) =>
  (...args: Parameters<DesktopShell[M]>): ReturnType<DesktopShell[M]> =>
    ipcRenderer.invoke(`shell.${method}`, ...args) as ReturnType<DesktopShell[M]>

contextBridge.exposeInMainWorld('earshot', {
  kind: 'desktop',
  openFile: call('openFile'),
  saveFile: call('saveFile'),
} satisfies DesktopShell)
