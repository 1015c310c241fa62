import { ipcMain } from 'electron'
import type { BrowserWindow } from 'electron'
import type { Translate } from '../shared/locale/translate'
import type { DesktopShell, ShellChannel, ShellMethod } from '../shared/protocol/shell'
import { openFile, saveFile } from './file-dialogs'
import { isTrustedSender } from './trusted-sender'

type Handler<M extends ShellMethod> = (...args: readonly unknown[]) => ReturnType<DesktopShell[M]>

/** Answers the window's calls, and only the window's: any other caller gets an error. The single place with ipcMain. */
export function serveShell(window: BrowserWindow, say: Translate): void {
  const handlers: { readonly [M in ShellMethod]: Handler<M> } = {
    openFile: () => openFile(window, say),
    saveFile: (name, bytes) => {
      if (typeof name !== 'string' || !(bytes instanceof Uint8Array)) throw new TypeError('saveFile: a name and bytes')
      return saveFile(window, say, name, bytes)
    },
  }
  for (const [method, handler] of Object.entries(handlers)) {
    const channel = `shell.${method}` as ShellChannel
    ipcMain.removeHandler(channel)
    ipcMain.handle(channel, (event, ...args: readonly unknown[]) => {
      if (!isTrustedSender(event.senderFrame)) throw new Error(`${channel}: refused, not the window of the app`)
      return handler(...args)
    })
  }
}
