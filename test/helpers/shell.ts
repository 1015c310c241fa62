import type { Page } from '@playwright/test'
import type { DialogAnswer, MenuView, ShownDialog } from './electron-standin/messages'

/** What a test needs of a running desktop app, on the double of Electron or on Electron itself. */
export interface Shell {
  readonly page: Page
  /** What the next dialog that asks for a file is answered; null cancels it. */
  answer(answer: DialogAnswer): Promise<void> | void
  /** Dialogs shown so far. */
  dialogs(): Promise<readonly ShownDialog[]> | readonly ShownDialog[]
  menu(): Promise<readonly MenuView[]>
  /** Clicks the menu item that is reached by these labels. */
  choose(...labels: readonly string[]): Promise<void>
  /** The system asks the app to open a file. */
  openFile(path: string): Promise<void> | void
  /** The app is started once more, with these words. */
  startAgain(...words: readonly string[]): Promise<void> | void
  /** Stops the main process, as a disk that does not answer would, or lets it go on. */
  hang(hangs: boolean): void
  /** Closes the window as its button does; the exit code of the app. */
  close(): Promise<number | null>
  /** Ends the app at once, without asking it. */
  kill(): Promise<void>
}

const PATIENCE_MS = 5000

/** Tries until it works, as a person waits for a menu item to be there: menus follow the window in a moment. */
export async function patiently(attempt: () => Promise<void>): Promise<void> {
  const until = Date.now() + PATIENCE_MS
  for (;;) {
    try {
      return await attempt()
    } catch (error) {
      if (Date.now() > until) throw error
      await new Promise((resolve) => setTimeout(resolve, 50))
    }
  }
}

const shells = new WeakMap<Page, Shell>()

/** The desktop app whose window `page` is; null in a browser. */
export const shellOf = (page: Page): Shell | null => shells.get(page) ?? null

export const registerShell = (shell: Shell): void => void shells.set(shell.page, shell)
