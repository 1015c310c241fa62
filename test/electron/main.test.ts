import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest'

/** A double of the parts of Electron the shell uses: it keeps what it is told. The rest of Electron is not tested here. */
const electron = vi.hoisted(() => {
  type Handler = (...args: readonly unknown[]) => unknown
  const handlersOf = () => {
    const handlers = new Map<string, Handler>()
    return { handlers, on: (name: string, handler: Handler) => void handlers.set(name, handler) }
  }
  const calls: string[] = []
  const app = {
    ...handlersOf(),
    enableSandbox: () => calls.push('sandbox'),
    getLocale: () => 'ko-KR',
    getPath: () => '/nowhere',
    quit: () => calls.push('quit'),
    requestSingleInstanceLock: () => true,
    whenReady: () => {
      calls.push('ready')
      return Promise.resolve()
    },
  }
  const windows: { options: unknown; loaded: string[] }[] = []
  class BrowserWindow {
    readonly loaded: string[] = []
    constructor(readonly options: unknown) {
      windows.push(this)
    }
    on(): void {}
    once(): void {}
    loadURL(url: string): Promise<void> {
      this.loaded.push(url)
      return Promise.resolve()
    }
  }
  const ipc = new Map<string, Handler>()
  const session = new Map<string, Handler>()
  const keep = (name: string) => (handler: Handler) => void session.set(name, handler)
  const schemes: unknown[] = []
  const exposed = new Map<string, unknown>()
  const dialogs = { open: { canceled: true, filePaths: [] as string[] }, save: { canceled: true, filePath: '' } }
  const menus: unknown[] = []
  return {
    app, calls, dialogs, exposed, ipc, menus, schemes, windows, BrowserWindow,
    rules: session,
    sent: [] as unknown[],
    Menu: { buildFromTemplate: (template: unknown) => template, setApplicationMenu: (menu: unknown) => menus.push(menu) },
    contextBridge: { exposeInMainWorld: (name: string, api: unknown) => exposed.set(name, api) },
    dialog: {
      showOpenDialog: () => Promise.resolve(dialogs.open),
      showSaveDialog: () => Promise.resolve(dialogs.save),
    },
    ipcMain: { handle: (channel: string, handler: Handler) => void ipc.set(channel, handler), removeHandler: () => undefined },
    ipcRenderer: { invoke: (...call: readonly unknown[]) => Promise.resolve(call) },
    protocol: {
      registerSchemesAsPrivileged: (list: unknown) => {
        calls.push('schemes')
        schemes.push(list)
      },
      handle: (scheme: string) => calls.push(`serves ${scheme}`),
    },
    screen: { getAllDisplays: () => [{ workArea: { x: 0, y: 0, width: 1920, height: 1080 } }] },
    session: {
      defaultSession: {
        setPermissionRequestHandler: keep('request'),
        setPermissionCheckHandler: keep('check'),
        setDevicePermissionHandler: keep('device'),
        webRequest: { onBeforeRequest: keep('before') },
      },
    },
  }
})
vi.mock('electron', () => electron)

const window = { senderFrame: { url: 'app://local/', parent: null } }
const call = (channel: string, event: unknown, ...args: readonly unknown[]): unknown => electron.ipc.get(channel)?.(event, ...args)

let folder = ''
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'earshot-main-'))
  await import('../../electron/main')
  await import('../../electron/preload/preload')
  await vi.waitFor(() => expect(electron.windows).toHaveLength(1))
})
afterAll(() => rm(folder, { recursive: true, force: true }))

describe('the shell', () => {
  it('names its scheme and turns the sandbox on before anything is ready', () => {
    expect(electron.calls.slice(0, 3)).toEqual(['schemes', 'sandbox', 'ready'])
    expect(electron.schemes).toEqual([
      [{ scheme: 'app', privileges: { standard: true, secure: true, supportFetchAPI: true, codeCache: true } }],
    ])
    expect(electron.calls).toContain('serves app')
  })

  it('opens one sandboxed window on the app', () => {
    expect(electron.windows[0]).toMatchObject({
      loaded: ['app://local/'],
      options: {
        webPreferences: { sandbox: true, contextIsolation: true, nodeIntegration: false, webviewTag: false, spellcheck: false },
      },
    })
  })

  it('speaks the language of the system', () => {
    expect(JSON.stringify(electron.menus)).toContain('다시 실행')
  })

  it('keeps every page on the app', () => {
    const handlers = new Map<string, (event: unknown) => void>()
    const opener: (() => unknown)[] = []
    electron.app.handlers.get('web-contents-created')?.(null, {
      setWindowOpenHandler: (handler: () => unknown) => opener.push(handler),
      on: (name: string, handler: (event: unknown) => void) => handlers.set(name, handler),
    })
    const isPrevented = (name: string, url: string): boolean => {
      const preventDefault = vi.fn()
      handlers.get(name)?.({ url, preventDefault })
      return preventDefault.mock.calls.length > 0
    }
    expect(opener.map((open) => open())).toEqual([{ action: 'deny' }])
    expect(isPrevented('will-attach-webview', 'app://local/')).toBe(true)
    for (const name of ['will-frame-navigate', 'will-redirect']) {
      expect(isPrevented(name, 'app://local/index.html')).toBe(false)
      for (const url of ['https://example.com/', 'file:///etc/passwd', 'app://other/', 'about:blank']) {
        expect(isPrevented(name, url)).toBe(true)
      }
    }
  })

  it('grants nothing but writing to the clipboard', () => {
    const decide = (permission: string): unknown => {
      const answer = vi.fn()
      electron.rules.get('request')?.(null, permission, answer)
      return answer.mock.calls[0]?.[0]
    }
    for (const permission of ['media', 'geolocation', 'notifications', 'openExternal', 'fileSystem', 'unknown']) {
      expect(decide(permission)).toBe(false)
      expect(electron.rules.get('check')?.(null, permission)).toBe(false)
    }
    expect(decide('clipboard-sanitized-write')).toBe(true)
    expect(electron.rules.get('device')?.()).toBe(false)
  })

  it.each([
    ['app://local/index.html', false],
    ['blob:app://local/1', false],
    ['data:image/png;base64,', false],
    ['https://example.com/', true],
    ['http://127.0.0.1/', true],
    ['ws://example.com/', true],
    ['file:///etc/passwd', true],
    ['nonsense', true],
  ])('a request to %s is cancelled: %s', (url, cancel) => {
    const decide = vi.fn()
    electron.rules.get('before')?.({ url }, decide)
    expect(decide).toHaveBeenCalledWith({ cancel })
  })
})

describe('calls of the window', () => {
  it('are these and no others', () => {
    expect([...electron.ipc.keys()].sort()).toEqual(['shell.openFile', 'shell.saveFile'])
    expect([...electron.exposed.keys()]).toEqual(['earshot'])
    expect(Object.keys(electron.exposed.get('earshot') as object).sort()).toEqual(['kind', 'openFile', 'saveFile'])
  })

  it('name their channel and pass their arguments', async () => {
    const shell = electron.exposed.get('earshot') as { saveFile: (name: string, bytes: Uint8Array) => Promise<unknown> }
    const bytes = new Uint8Array([1])
    expect(await shell.saveFile('a.csv', bytes)).toEqual(['shell.saveFile', 'a.csv', bytes])
  })

  it.each([
    ['another page', { senderFrame: { url: 'https://example.com/', parent: null } }],
    ['a frame inside the page', { senderFrame: { url: 'app://local/', parent: window.senderFrame } }],
    ['a frame that is gone', { senderFrame: null }],
  ])('are refused from %s', (_who, event) => {
    expect(() => call('shell.openFile', event)).toThrow('refused')
    expect(() => call('shell.saveFile', event, 'a.csv', new Uint8Array())).toThrow('refused')
  })

  it('save a file as a whole, or nothing', async () => {
    const path = join(folder, '요약.pptx')
    electron.dialogs.save = { canceled: true, filePath: '' }
    expect(await call('shell.saveFile', window, 'a', new Uint8Array([1]))).toEqual({ ok: true, value: 'cancelled' })
    electron.dialogs.save = { canceled: false, filePath: path }
    expect(await call('shell.saveFile', window, 'a', new Uint8Array([1, 2, 3]))).toEqual({ ok: true, value: 'saved' })
    expect([...(await readFile(path))]).toEqual([1, 2, 3])
    electron.dialogs.save = { canceled: false, filePath: join(folder, 'absent', 'a') }
    expect(await call('shell.saveFile', window, 'a', new Uint8Array([1]))).toMatchObject({
      ok: false,
      fault: { code: 'storage' },
    })
  })

  it.each([[[]], [['a.csv']], [['a.csv', 'text']], [[1, new Uint8Array()]]])('refuse the arguments %j', (args) => {
    expect(() => call('shell.saveFile', window, ...args)).toThrow(TypeError)
  })

  it('open the file chosen, by its name and bytes', async () => {
    const path = join(folder, '설문.csv')
    await writeFile(path, 'a,b')
    electron.dialogs.open = { canceled: false, filePaths: [path] }
    expect(await call('shell.openFile', window)).toEqual({
      ok: true,
      value: { name: '설문.csv', bytes: Buffer.from('a,b') },
    })
    electron.dialogs.open = { canceled: true, filePaths: [] }
    expect(await call('shell.openFile', window)).toEqual({ ok: true, value: null })
    electron.dialogs.open = { canceled: false, filePaths: [join(folder, 'absent.csv')] }
    expect(await call('shell.openFile', window)).toMatchObject({ ok: false, fault: { code: 'not-readable' } })
  })
})
