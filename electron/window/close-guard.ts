import type { BrowserWindow } from 'electron'

/**
 * Lets the window close once `settle` is done, and no later than `limit` ms. Everything acknowledged is in the journal
 * by then, whatever ends the app; what is waited for is only that the project is saved and free again.
 */
export function guardClose(window: BrowserWindow, settle: () => Promise<void>, limit = 5000): void {
  let asked = false
  window.on('close', (event) => {
    event.preventDefault()
    if (asked) return
    asked = true
    let timer: NodeJS.Timeout | undefined
    const late = new Promise<void>((resolve) => (timer = setTimeout(resolve, limit)))
    // Past the limit it goes all the same: a page that hangs must not hold up who wants to leave.
    void Promise.race([settle().catch(() => undefined), late]).then(() => {
      clearTimeout(timer)
      window.destroy()
    })
  })
}
