import { app, session } from 'electron'
import { APP_SCHEME, isAppUrl } from '../page/app-protocol'

const LOCAL_SCHEMES: ReadonlySet<string> = new Set([`${APP_SCHEME}:`, 'blob:', 'data:', 'devtools:'])

/** Before `ready`: every page is sandboxed and stays on the app; windows, frames of others and webviews are refused. */
export function lockDownPages(): void {
  app.enableSandbox()
  app.on('web-contents-created', (_event, contents) => {
    contents.setWindowOpenHandler(() => ({ action: 'deny' }))
    contents.on('will-attach-webview', (event) => event.preventDefault())
    contents.on('will-frame-navigate', (event) => {
      if (!isAppUrl(event.url)) event.preventDefault()
    })
    contents.on('will-redirect', (event) => {
      if (!isAppUrl(event.url)) event.preventDefault()
    })
  })
}

/** After `ready`: no permission but writing to the clipboard, no download, and no request leaves the computer. */
export function lockDownSession(): void {
  const own = session.defaultSession
  own.setPermissionRequestHandler((_contents, permission, decide) => decide(isAllowed(permission)))
  own.setPermissionCheckHandler((_contents, permission) => isAllowed(permission))
  own.setDevicePermissionHandler(() => false)
  // Files are saved by a dialog of ours.
  own.on('will-download', (event) => event.preventDefault())
  own.webRequest.onBeforeRequest((details, decide) => decide({ cancel: !isLocal(details.url) }))
}

const isAllowed = (permission: string): boolean => permission === 'clipboard-sanitized-write'

const isLocal = (address: string): boolean => URL.canParse(address) && LOCAL_SCHEMES.has(new URL(address).protocol)
