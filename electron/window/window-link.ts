import type { BrowserWindow } from 'electron'
import type { MenuCommand, ShellEvent } from '../../shared/protocol/shell'
import type { WindowCalls } from '../calls/argument-checks'

/** What the shell has to say to the page, which may not be there yet, or not any more. */
export interface WindowLink {
  readonly tell: (command: MenuCommand) => void
  /** Asks the page to close its project. Resolves when it has, or at once when there is no page to ask. */
  readonly askToClose: () => Promise<void>
  readonly calls: WindowCalls
  /** The page is gone: it crashed, or it is loaded anew. */
  readonly lost: () => Promise<void>
}

/** `release` frees what the page had open. */
export function linkWindow(window: BrowserWindow, release: () => Promise<void>): WindowLink {
  let waiting: MenuCommand[] = []
  let listening = false
  let closed: (() => void) | null = null
  const send = (event: ShellEvent, value?: MenuCommand): void => window.webContents.send(event, value)
  const lost = (): Promise<void> => {
    listening = false
    closed?.()
    return release()
  }
  return {
    tell(command) {
      if (listening) send('window.menu', command)
      else waiting.push(command)
    },
    askToClose: () =>
      new Promise((resolve) => {
        if (!listening) return resolve()
        closed = resolve
        send('window.close')
      }),
    lost,
    calls: {
      start: lost,
      async listening() {
        listening = true
        const missed = waiting
        waiting = []
        for (const command of missed) send('window.menu', command)
      },
      async closed() {
        closed?.()
      },
    },
  }
}
