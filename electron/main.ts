import { app, protocol } from 'electron'
import type { BrowserWindow } from 'electron'
import { join } from 'node:path'
import { translator } from '../shared/locale/translate'
import { APP_SCHEME, answerAppRequest } from './app-protocol'
import { lockDownPages, lockDownSession } from './lockdown'
import { setMenu } from './menu'
import { serveShell } from './serve-shell'
import { createWindow } from './window'

/** The wiring of the desktop app. The engine runs in the window's worker; here is only what needs the system. */
const WINDOW_FILES = join(import.meta.dirname, '../renderer')

let window: BrowserWindow | null = null

function open(): void {
  const say = translator(app.getLocale().startsWith('ko') ? 'ko' : 'en')
  setMenu(say)
  window = createWindow()
  serveShell(window, say)
  window.on('closed', () => {
    window = null
  })
}

function start(): void {
  protocol.registerSchemesAsPrivileged([
    { scheme: APP_SCHEME, privileges: { standard: true, secure: true, supportFetchAPI: true, codeCache: true } },
  ])
  lockDownPages()
  app.on('second-instance', () => {
    if (window?.isMinimized()) window.restore()
    window?.focus()
  })
  app.on('window-all-closed', () => app.quit())
  void app.whenReady().then(() => {
    lockDownSession()
    protocol.handle(APP_SCHEME, (request) => answerAppRequest(WINDOW_FILES, request))
    open()
  })
}

// Two instances would fight for the same projects: the second one hands over to the first.
if (app.requestSingleInstanceLock()) start()
else app.quit()
