import { app, dialog, type BrowserWindow } from 'electron'
import type { Translate } from '../../shared/locale/translate'

/** A page that crashes again sooner than this would only crash again. */
const CRASHES_APART_MS = 10_000

/**
 * Brings the page back when it has crashed, and asks when it does so again at once, or hangs. Whatever was acknowledged
 * is in the journal. `lost` frees what the page had open.
 */
export function revivePage(window: BrowserWindow, lost: () => Promise<void>, say: () => Translate): void {
  const { webContents } = window
  let crashed = 0
  let asking = false
  /** Nothing is there until it is loaded anew. */
  let isGone = false
  const reload = (): void => {
    isGone = false
    webContents.reload()
  }

  const ask = async (what: 'hung' | 'crashed', buttons: readonly [string, string]): Promise<number> => {
    if (asking || window.isDestroyed()) return -1
    asking = true
    const { response } = await dialog.showMessageBox(window, {
      type: 'warning',
      message: say()(`shell.${what}`),
      detail: say()('shell.kept'),
      buttons: [...buttons],
      cancelId: 0,
    })
    asking = false
    return window.isDestroyed() ? -1 : response
  }

  webContents.on('render-process-gone', () => {
    void lost()
    if (window.isDestroyed()) return
    const soon = Date.now() - crashed <= CRASHES_APART_MS
    crashed = Date.now()
    if (!soon) return reload()
    isGone = true
    void ask('crashed', [say()('shell.reload'), say()('shell.quit')]).then((chosen) => {
      if (chosen === 0) reload()
      if (chosen === 1) app.quit()
    })
  })
  window.on('unresponsive', () => {
    void ask('hung', [say()('shell.wait'), say()('shell.reload')]).then((chosen) => {
      // It is loaded anew when it is gone, which it may be since it was asked about.
      if (isGone) reload()
      else if (chosen === 1) webContents.forcefullyCrashRenderer()
    })
  })
}
