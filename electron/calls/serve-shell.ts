import { ipcMain } from 'electron'
import type { BrowserWindow, IpcMainInvokeEvent } from 'electron'
import type { ShellChannel } from '../../shared/protocol/shell'
import type { ShelfCalls } from '../../shared/protocol/store-rpc'
import { SHELF_ARGUMENTS, SHELL_ARGUMENTS, WINDOW_ARGUMENTS, type ShellCalls, type WindowCalls } from './argument-checks'
import { isTrustedSender } from './trusted-sender'

export interface Calls {
  readonly shell: ShellCalls
  readonly shelf: ShelfCalls
  readonly window: WindowCalls
}

type Check = (value: unknown) => boolean
type Run = (...args: readonly unknown[]) => Promise<unknown>

/**
 * Answers the calls of `window` and of nobody else: one channel a call, the caller and every argument checked first.
 * The single place with ipcMain.
 */
export function serveShell(window: BrowserWindow, calls: Calls): void {
  const answer = (channel: ShellChannel, checks: readonly Check[], run: Run): void => {
    ipcMain.removeHandler(channel)
    ipcMain.handle(channel, async (event: IpcMainInvokeEvent, ...args: readonly unknown[]) => {
      if (event.sender !== window.webContents || !isTrustedSender(event.senderFrame)) {
        throw new Error(`${channel}: refused, not the window of the app`)
      }
      if (args.length !== checks.length || !checks.every((isRight, at) => isRight(args[at]))) {
        throw new TypeError(`${channel}: wrong arguments`)
      }
      try {
        return await run(...args)
      } catch (error) {
        // Its words may name folders, which are nobody's business in the window.
        console.error(channel, error)
        throw new Error(`${channel} failed`, { cause: error })
      }
    })
  }
  const group = <G extends keyof Calls>(name: G, checks: Readonly<Record<keyof Calls[G], readonly Check[]>>): void => {
    for (const [method, run] of Object.entries(calls[name])) {
      answer(`${name}.${method}` as ShellChannel, checks[method as keyof Calls[G]], run as Run)
    }
  }
  group('shell', SHELL_ARGUMENTS)
  group('shelf', SHELF_ARGUMENTS)
  group('window', WINDOW_ARGUMENTS)
}
