import { BrowserWindow, app, screen } from 'electron'
import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { APP_ORIGIN } from '../page/app-protocol'
import { readWindowState } from './window-bounds'

/** The one window, where it was when it was last closed. */
export function createWindow(): BrowserWindow {
  const memory = join(app.getPath('userData'), 'window.json')
  const displays = screen.getAllDisplays().map((display) => display.workArea)
  const { area, maximized } = readWindowState(readOrEmpty(memory), displays)
  const window = new BrowserWindow({
    ...area,
    // At 200 % zoom this is half as much for the page, and still enough.
    minWidth: 640,
    minHeight: 400,
    show: false,
    webPreferences: {
      preload: join(import.meta.dirname, '../preload/preload.cjs'),
      sandbox: true,
      contextIsolation: true,
      nodeIntegration: false,
      webviewTag: false,
      // The spelling checker would fetch its dictionaries.
      spellcheck: false,
    },
  })
  window.once('ready-to-show', () => {
    if (maximized) window.maximize()
    window.show()
  })
  window.on('close', () => {
    try {
      writeFileSync(memory, JSON.stringify({ ...window.getNormalBounds(), maximized: window.isMaximized() }))
    } catch {
      // Where the window was is not worth keeping it from closing.
    }
  })
  void window.loadURL(`${APP_ORIGIN}/`)
  return window
}

function readOrEmpty(path: string): string {
  try {
    return readFileSync(path, 'utf8')
  } catch {
    return ''
  }
}
