import { app, protocol } from 'electron'
import { join } from 'node:path'
import { APP_SCHEME, answerAppRequest } from './page/app-protocol'
import { openDesktop, type Desktop } from './window/desktop'
import { lockDownPages, lockDownSession } from './window/lockdown'
import { projectPaths } from './window/open-paths'

/** The wiring of the desktop app. The engine runs in the window's worker; here is only what needs the system. */
const WINDOW_FILES = join(import.meta.dirname, '../renderer')

function start(): void {
  let desktop: Desktop | null = null
  /** What the system asks for before there is a window. */
  const early: string[] = []
  const openPath = (path: string): void => {
    if (desktop) desktop.openPath(path)
    else early.push(path)
  }
  protocol.registerSchemesAsPrivileged([
    { scheme: APP_SCHEME, privileges: { standard: true, secure: true, supportFetchAPI: true, codeCache: true } },
  ])
  lockDownPages()
  for (const path of projectPaths(process.argv, process.cwd())) openPath(path)
  app.on('open-file', (event, path) => {
    event.preventDefault()
    openPath(path)
  })
  app.on('second-instance', (_event, words, folder) => {
    desktop?.focus()
    for (const path of projectPaths(words, folder)) openPath(path)
  })
  app.on('window-all-closed', () => app.quit())
  void app.whenReady().then(() => {
    lockDownSession()
    protocol.handle(APP_SCHEME, (request) => answerAppRequest(WINDOW_FILES, request))
    desktop = openDesktop()
    for (const path of early.splice(0)) desktop.openPath(path)
  })
}

// Two instances would fight for the same projects: the second one hands over to the first.
if (app.requestSingleInstanceLock()) start()
else app.quit()
