import { EventEmitter } from 'node:events'
import { mkdirSync } from 'node:fs'
import { createServer, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { Menu } from './double-menu'
import type { DialogAnswer, Frame, MenuView, Outcome, ShownDialog, ToDouble, ToTest } from './messages'

/**
 * Stands for the `electron` module in the main process, as far as the built app uses it: the app runs unmodified in
 * Node, its window is a page of Chromium that the test holds. What is not here does not exist for it either.
 */
export { Menu }

const tell = (message: ToTest): void => {
  process.send?.(message)
}
const switches = new Map(process.argv.flatMap((word) => {
  const [, name, value] = /^--([a-z-]+)=(.*)$/s.exec(word) ?? []
  return name === undefined ? [] : [[name, value ?? ''] as const]
}))
const userData = switches.get('user-data-dir') ?? join(tmpdir(), 'earshot-standin')
mkdirSync(userData, { recursive: true })

type Prevented = { readonly preventDefault: () => void; readonly defaultPrevented: boolean }
function preventable(): Prevented {
  let prevented = false
  return {
    preventDefault: () => {
      prevented = true
    },
    get defaultPrevented() {
      return prevented
    },
  }
}

let isReady = false
const openWindows = new Set<BrowserWindow>()

export const app = Object.assign(new EventEmitter(), {
  enableSandbox: () => undefined,
  getLocale: () => switches.get('lang') ?? 'en-US',
  getPath: (name: string) => (name === 'userData' ? userData : join(userData, name)),
  getVersion: () => '0.0.0-standin',
  addRecentDocument: (path: string) => void recentDocuments.push(path),
  requestSingleInstanceLock: () => true,
  async whenReady() {
    await new Promise((resolve) => setImmediate(resolve))
    isReady = true
  },
  quit() {
    app.emit('before-quit', preventable())
    for (const window of openWindows) if (!window.close()) return
    app.emit('will-quit', preventable())
    process.exit(0)
  },
})
const recentDocuments: string[] = []

class WebContents extends EventEmitter {
  send(channel: string, ...args: readonly unknown[]): void {
    tell({ kind: 'send', channel, args: structuredClone(args) })
  }
  reload(): void {
    tell({ kind: 'reload' })
  }
  setWindowOpenHandler(): void {}
}

export class BrowserWindow extends EventEmitter {
  readonly webContents = new WebContents()
  private isGone = false
  private isMax = false
  private area = { x: 10, y: 20, width: 1280, height: 820 }

  constructor(readonly options: { readonly webPreferences: { readonly preload: string }; readonly width?: number; readonly height?: number }) {
    super()
    if (!isReady) throw new Error('Cannot create BrowserWindow before app is ready')
    this.area = { ...this.area, width: options.width ?? 800, height: options.height ?? 600 }
    openWindows.add(this)
    app.emit('web-contents-created', {}, this.webContents)
  }
  async loadURL(url: string): Promise<void> {
    tell({ kind: 'load', url: await served(url), preload: this.options.webPreferences.preload })
  }
  /** False when somebody prevents it. */
  close(): boolean {
    if (this.isGone) return true
    const event = preventable()
    this.emit('close', event)
    if (!event.defaultPrevented) this.destroy()
    return !event.defaultPrevented
  }
  destroy(): void {
    if (this.isGone) return
    this.isGone = true
    openWindows.delete(this)
    tell({ kind: 'destroy' })
    this.emit('closed')
    setImmediate(() => app.emit('window-all-closed'))
  }
  isDestroyed = (): boolean => this.isGone
  isMinimized = (): boolean => false
  isMaximized = (): boolean => this.isMax
  maximize = (): void => void (this.isMax = true)
  getNormalBounds = (): unknown => this.area
  show(): void {}
  restore(): void {}
  focus(): void {}
}

/** The app has one window. */
const shownWindow = (): BrowserWindow | undefined => [...openWindows][0]

type Handler = (event: { readonly sender: unknown; readonly senderFrame: Frame }, ...args: readonly unknown[]) => unknown
const handlers = new Map<string, Handler>()
export const ipcMain = {
  handle(channel: string, handler: Handler): void {
    if (handlers.has(channel)) throw new Error(`Attempted to register a second handler for '${channel}'`)
    handlers.set(channel, handler)
  },
  removeHandler: (channel: string) => void handlers.delete(channel),
}

type Answer = (request: Request) => Promise<Response>
const schemes = new Map<string, Promise<{ readonly server: Server; readonly port: number }>>()
export const protocol = {
  registerSchemesAsPrivileged(): void {
    if (isReady) throw new Error('protocol.registerSchemesAsPrivileged should be called before app is ready')
  },
  /** Pages of the scheme come over a loopback port, from the app's own handler. */
  handle(scheme: string, answer: Answer): void {
    schemes.set(scheme, serve(scheme, answer))
  },
}

async function serve(scheme: string, answer: Answer): Promise<{ readonly server: Server; readonly port: number }> {
  const server = createServer((request, response) => {
    const asked = new Request(`${scheme}://local${request.url ?? '/'}`, { method: request.method ?? 'GET' })
    answer(asked).then(
      async (given) => {
        response.writeHead(given.status, Object.fromEntries(given.headers))
        response.end(Buffer.from(await given.arrayBuffer()))
      },
      () => response.destroy(),
    )
  })
  await new Promise<void>((done) => server.listen(Number(switches.get('standin-port') ?? 0), '127.0.0.1', done))
  return { server, port: (server.address() as AddressInfo).port }
}

/** Where a page of the app's scheme is reached. */
async function served(address: string): Promise<string> {
  const url = new URL(address)
  const scheme = await schemes.get(url.protocol.slice(0, -1))
  if (!scheme) throw new Error(`ERR_UNKNOWN_URL_SCHEME ${address}`)
  return `http://127.0.0.1:${scheme.port}${url.pathname}`
}

/** The frame under the address that the app knows it by. */
async function framed(frame: Frame): Promise<Frame> {
  const [scheme] = schemes.keys()
  const served_ = scheme === undefined ? undefined : await schemes.get(scheme)
  const url = frame.url.replace(`http://127.0.0.1:${served_?.port}/`, `${scheme}://local/`)
  return { url, parent: frame.parent ? await framed(frame.parent) : null }
}

const dialogs = new Map<number, (answer: DialogAnswer) => void>()
let lastDialog = 0
function ask(shown: ShownDialog): Promise<DialogAnswer> {
  lastDialog += 1
  const id = lastDialog
  tell({ kind: 'dialog', id, dialog: shown })
  return new Promise((resolve) => dialogs.set(id, resolve))
}

export const dialog = {
  async showOpenDialog(_window: unknown, options: Electron.OpenDialogOptions) {
    const paths = await ask({ kind: 'open', options })
    return { canceled: paths === null, filePaths: paths ?? [] }
  },
  async showSaveDialog(_window: unknown, options: Electron.SaveDialogOptions) {
    const paths = await ask({ kind: 'save', options })
    return { canceled: paths === null, filePath: paths?.[0] ?? '' }
  },
  async showMessageBox(_window: unknown, options: Electron.MessageBoxOptions) {
    await ask({ kind: 'message', options })
    return { response: 0, checkboxChecked: false }
  },
}

export const nativeTheme = { themeSource: 'system' }
export const screen = { getAllDisplays: () => [{ workArea: { x: 0, y: 0, width: 1920, height: 1080 } }] }
export const session = {
  defaultSession: {
    setPermissionRequestHandler: () => undefined,
    setPermissionCheckHandler: () => undefined,
    on: () => undefined,
    setDevicePermissionHandler: () => undefined,
    webRequest: { onBeforeRequest: () => undefined },
  },
}

async function invoke(channel: string, args: readonly unknown[], frame: Frame): Promise<Outcome> {
  try {
    const handler = handlers.get(channel)
    if (!handler) throw new Error(`No handler registered for '${channel}'`)
    const value = await handler({ sender: shownWindow()?.webContents, senderFrame: await framed(frame) }, ...args)
    return { ok: true, value: structuredClone(value) }
  } catch (error) {
    return { ok: false, message: `Error invoking remote method '${channel}': ${String(error)}` }
  }
}

process.on('message', (message: ToDouble) => {
  switch (message.kind) {
    case 'loaded':
      shownWindow()?.emit('ready-to-show')
      return
    case 'gone':
      shownWindow()?.webContents.emit('render-process-gone', {}, { reason: 'crashed' })
      return
    case 'invoke':
      void invoke(message.channel, message.args, message.frame).then((outcome) => tell({ kind: 'reply', id: message.id, outcome }))
      return
    case 'answer':
      dialogs.get(message.id)?.(message.answer)
      return
    case 'choose':
      tell({ kind: 'chosen', id: message.id, trouble: Menu.choose(message.labels) })
      return
    case 'show-menu':
      tell({ kind: 'menu', id: message.id, items: Menu.views() satisfies readonly MenuView[] })
      return
    case 'close':
      shownWindow()?.close()
      return
    case 'open-file':
      app.emit('open-file', preventable(), message.path)
      return
    case 'second-instance':
      app.emit('second-instance', {}, [process.execPath, ...message.words], message.folder)
  }
})
// A test that is gone wants nothing more.
process.on('disconnect', () => process.exit(1))
