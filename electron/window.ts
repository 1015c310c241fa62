import { BrowserWindow, app, screen } from 'electron'
import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { APP_ORIGIN } from './app-protocol'
import { readBounds } from './window-bounds'

/** The one window, where it was when it was last closed. */
export function createWindow(): BrowserWindow {
  const memory = join(app.getPath('userData'), 'window.json')
  const displays = screen.getAllDisplays().map((display) => display.workArea)
  const window = new BrowserWindow({
    ...readBounds(readOrEmpty(memory), displays),
    minWidth: 720,
    minHeight: 480,
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
  window.once('ready-to-show', () => window.show())
  window.on('close', () => {
    try {
      writeFileSync(memory, JSON.stringify(window.getNormalBounds()))
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
