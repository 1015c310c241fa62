import { readdirSync, readFileSync, rmSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest'
import { FUSES } from '../../scripts/package/config.mjs'

const electron = await vi.hoisted(async () => (await import('../helpers/electron-mock')).electronMock())
vi.mock('electron', () => electron)

const root = resolve(import.meta.dirname, '../..')
/** The shell without the command line, as it is written. */
const sources = readdirSync(join(root, 'electron'), { recursive: true })
  .map(String)
  .filter((path) => path.endsWith('.ts') && !/^cli\b/.test(path))
  .map((path) => [path.replaceAll('\\', '/'), readFileSync(join(root, 'electron', path), 'utf8')] as const)
const naming = (words: RegExp): readonly string[] => sources.filter(([, text]) => words.test(text)).map(([path]) => path)
/** What the shell takes from Electron, by file. */
const taken = sources.flatMap(([, text]) =>
  [...text.matchAll(/import (?!type)\{([^}]*)\} from 'electron'/g)].flatMap(([, names = '']) => names.split(',').map((name) => name.trim()).filter((name) => name !== '' && !name.startsWith('type '))),
)

beforeAll(async () => {
  await import('../../electron/main')
  await vi.waitFor(() => expect(electron.menus).toHaveLength(1))
})
afterAll(() => rmSync(electron.userData, { recursive: true, force: true }))

/** Electron's own list, electronjs.org/docs/latest/tutorial/security, by its numbers. */
describe('the security checklist', () => {
  const preferences = (): object => {
    const { webPreferences } = electron.windows[0]!.options as { readonly webPreferences: object }
    return webPreferences
  }

  it('2, 3, 4, 6, 8, 9, 10, 11, 12: the one window has these preferences, and no other', () => {
    expect(electron.windows).toHaveLength(1)
    expect(preferences()).toEqual({
      preload: expect.stringMatching(/preload.preload\.cjs$/) as unknown,
      sandbox: true,
      contextIsolation: true,
      nodeIntegration: false,
      webviewTag: false,
      spellcheck: false,
    })
    expect(electron.calls).toContain('sandbox')
    expect(naming(/new BrowserWindow\b/)).toEqual(['window/window.ts'])
    expect(naming(/BrowserView|WebContentsView|BaseWindow|<webview|nodeIntegrationInWorker|nodeIntegrationInSubFrames|webSecurity|allowRunningInsecureContent|experimentalFeatures|enableBlinkFeatures|allowpopups|commandLine/)).toEqual([])
  })

  it('1, 18: it loads the app by a scheme of its own, which breaks no rule of the web, and nothing else', () => {
    expect(electron.windows[0]!.loaded).toEqual(['app://local/'])
    expect(electron.schemes).toEqual([[{ scheme: 'app', privileges: { standard: true, secure: true, supportFetchAPI: true, codeCache: true } }]])
    expect(electron.calls.filter((name) => name.startsWith('serves '))).toEqual(['serves app'])
    expect(naming(/loadFile|executeJavaScript|insertCSS|file:\/\/|https:\/\//)).toEqual([])
    // The server of the browser edition.
    expect(naming(/http:\/\//)).toEqual(['serve.ts'])
  })

  it('5: every kind of permission has its handler', () => {
    expect(['request', 'check', 'device'].filter((name) => !electron.rules.has(name))).toEqual([])
  })

  it('15: no other program is started, by an address or otherwise: this is all of Electron that is used', () => {
    expect([...new Set(taken)].sort()).toEqual(
      ['BrowserWindow', 'Menu', 'app', 'contextBridge', 'dialog', 'ipcMain', 'ipcRenderer', 'nativeTheme', 'protocol', 'screen', 'session', 'webUtils'].sort(),
    )
    expect(naming(/child_process|openExternal|\brequire\(/)).toEqual([])
  })

  it('16: Electron is one exact version, later than what is known to let a changed archive start', () => {
    const { devDependencies } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8')) as { readonly devDependencies: Readonly<Record<string, string>> }
    const [, major = '0', minor = '0', patch = '0'] = /^(\d+)\.(\d+)\.(\d+)$/.exec(devDependencies['electron'] ?? '') ?? []
    // CVE-2025-55305: 35.7.5, 36.8.1, 37.3.1.
    expect(Number(major) * 1e6 + Number(minor) * 1e3 + Number(patch)).toBeGreaterThan(37_003_001)
  })

  it('17: one file answers calls, one makes them', () => {
    expect(naming(/ipcMain\b/)).toEqual(['calls/serve-shell.ts'])
    expect(naming(/ipcRenderer\b/)).toEqual(['preload/preload.ts'])
    expect(naming(/contextBridge\b/)).toEqual(['preload/preload.ts'])
  })

  it('19: the fuses are set', () => {
    expect(Object.entries(FUSES).filter(([, on]) => on).map(([name]) => name)).toEqual(['enableCookieEncryption', 'enableEmbeddedAsarIntegrityValidation', 'onlyLoadAppFromAsar'])
  })

  it('20: what the page is given is names and functions, none of them Electron’s', async () => {
    await import('../../electron/preload/preload')
    const given = electron.exposed.get('earshot') as Readonly<Record<string, unknown>>
    const leaves = (value: unknown): readonly unknown[] => (typeof value === 'object' && value !== null ? Object.values(value).flatMap(leaves) : [value])
    expect([...electron.exposed.keys()]).toEqual(['earshot'])
    expect(new Set(leaves(given).map((one) => typeof one))).toEqual(new Set(['string', 'function']))
    expect(leaves(given).filter((one) => Object.values(electron.ipcRenderer).includes(one as never))).toEqual([])
  })
})
