import { EventEmitter } from 'node:events'
import { mkdtempSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

type Handler = (...args: readonly unknown[]) => unknown

type Sent = readonly [channel: string, ...args: readonly unknown[]]

/** A window that shows nothing. */
export class MockWindow extends EventEmitter {
  readonly loaded: string[] = []
  readonly webContents: EventEmitter & { readonly send: (...message: Sent) => void; readonly reload: () => void; readonly forcefullyCrashRenderer: () => void }
  gone = false

  constructor(
    readonly options: unknown,
    readonly calls: string[],
    sent: Sent[],
  ) {
    super()
    this.webContents = Object.assign(new EventEmitter(), {
      send: (...message: Sent) => void sent.push(message),
      reload: () => void calls.push('reload'),
      forcefullyCrashRenderer: () => void calls.push('crash'),
    })
  }
  loadURL(url: string): Promise<void> {
    this.loaded.push(url)
    return Promise.resolve()
  }
  destroy(): void {
    this.gone = true
    this.emit('closed')
  }
  isDestroyed(): boolean {
    return this.gone
  }
  isMinimized(): boolean {
    return false
  }
  isMaximized(): boolean {
    return true
  }
  getNormalBounds(): object {
    return { x: 1, y: 2, width: 900, height: 700 }
  }
  focus(): void {
    this.calls.push('focus')
  }
}

/** A double of the parts of Electron the shell uses, for unit tests: it keeps what it is told. */
export function electronMock() {
  const calls: string[] = []
  const userData = mkdtempSync(join(tmpdir(), 'earshot-main-'))
  const windows: MockWindow[] = []
  const sent: Sent[] = []

  class BrowserWindow extends MockWindow {
    constructor(options: unknown) {
      super(options, calls, sent)
      windows.push(this)
    }
  }

  const ipc = new Map<string, Handler>()
  const rules = new Map<string, Handler>()
  const keep = (name: string) => (handler: Handler) => void rules.set(name, handler)
  const exposed = new Map<string, unknown>()
  const heard = new Map<string, Handler>()
  const menus: unknown[] = []
  const schemes: unknown[] = []
  const dialogs = {
    open: { canceled: true, filePaths: [] as string[] },
    save: { canceled: true, filePath: '' },
    /** Answered before `save`. */
    firstSaves: [] as { canceled: boolean; filePath: string }[],
    shown: [] as unknown[],
    /** Which button of a message is pressed. */
    pressed: 0,
  }
  const show = (options: unknown): void => void dialogs.shown.push(options)

  return {
    calls,
    windows,
    sent,
    ipc,
    rules,
    exposed,
    heard,
    menus,
    schemes,
    dialogs,
    userData,
    BrowserWindow: BrowserWindow as new (options: unknown) => MockWindow,
    app: Object.assign(new EventEmitter(), {
      enableSandbox: () => void calls.push('sandbox'),
      getLocale: () => 'ko-KR',
      getPath: () => userData,
      getVersion: () => '1.2.3',
      addRecentDocument: (path: string) => void calls.push(`recent ${path}`),
      quit: () => void calls.push('quit'),
      requestSingleInstanceLock: () => true,
      whenReady: () => {
        calls.push('ready')
        return Promise.resolve()
      },
    }),
    Menu: { buildFromTemplate: (template: unknown) => template, setApplicationMenu: (menu: unknown) => void menus.push(menu) },
    contextBridge: { exposeInMainWorld: (name: string, api: unknown) => void exposed.set(name, api) },
    dialog: {
      showOpenDialog: (_: unknown, options: unknown) => {
        show(options)
        return Promise.resolve(dialogs.open)
      },
      showSaveDialog: (_: unknown, options: unknown) => {
        show(options)
        return Promise.resolve(dialogs.firstSaves.shift() ?? dialogs.save)
      },
      showMessageBox: (_: unknown, options: unknown) => {
        show(options)
        return Promise.resolve({ response: dialogs.pressed })
      },
    },
    ipcMain: { handle: (channel: string, handler: Handler) => void ipc.set(channel, handler), removeHandler: () => undefined },
    ipcRenderer: {
      invoke: (...call: readonly unknown[]) => Promise.resolve(call),
      on: (channel: string, handler: Handler) => void heard.set(channel, handler),
    },
    nativeTheme: { themeSource: 'system' },
    protocol: {
      registerSchemesAsPrivileged: (list: unknown) => {
        calls.push('schemes')
        schemes.push(list)
      },
      handle: (scheme: string) => void calls.push(`serves ${scheme}`),
    },
    screen: { getAllDisplays: () => [{ workArea: { x: 0, y: 0, width: 1920, height: 1080 } }] },
    session: {
      defaultSession: {
        on: (name: string, handler: Handler) => void rules.set(name, handler),
        setPermissionRequestHandler: keep('request'),
        setPermissionCheckHandler: keep('check'),
        setDevicePermissionHandler: keep('device'),
        webRequest: { onBeforeRequest: keep('before') },
      },
    },
    webUtils: { getPathForFile: (file: { readonly path?: string }) => file.path ?? '' },
  }
}
