import type { BrowserWindow } from 'electron'
import { rmSync } from 'node:fs'
import { afterAll, beforeAll, beforeEach, describe, expect, it, vi } from 'vitest'
import { SHELF_ARGUMENTS, SHELL_ARGUMENTS, WINDOW_ARGUMENTS } from '../../../electron/calls/argument-checks'
import type { Calls } from '../../../electron/calls/serve-shell'

const electron = await vi.hoisted(async () => (await import('../../helpers/electron-mock')).electronMock())
vi.mock('electron', () => electron)
afterAll(() => rmSync(electron.userData, { recursive: true }))

const bytes = new Uint8Array([1])
/** What the window may say, one example a call. */
const RIGHT: Readonly<Record<string, readonly unknown[]>> = {
  'shelf.list': [],
  'shelf.open': ['3f0c1f0e-9a3b-4a57-8d53-5a7c9a2f4a11'],
  'shelf.create': ['p1'],
  'shelf.describe': ['p1', '{"name":"Acme"}'],
  'shelf.remove': ['p1'],
  'shelf.generations': ['p1'],
  'shelf.readGeneration': ['p1', '2026-11-23T10-20-30.400Z-0123456789abcdef.earshot'],
  'shelf.dropGenerations': ['p1'],
  'shelf.readSnapshot': [1],
  'shelf.writeSnapshot': [1, bytes],
  'shelf.readJournal': [1],
  'shelf.appendJournal': [1, bytes],
  'shelf.truncateJournal': [1, 0],
  'shelf.writeBatch': [1, 'ab01', bytes],
  'shelf.readBatch': [1, 'ab01'],
  'shelf.dropBatches': [1],
  'shelf.close': [1],
  'shell.openTable': [],
  'shell.openFiles': [],
  'shell.openDropped': ['/home/ana/q3.earshot'],
  'shell.saveFile': ['summary.pptx', bytes],
  'shell.keepProject': ['p1', 'Acme', 'save-as'],
  'shell.coder': [],
  'shell.setLocale': ['ko'],
  'shell.setTheme': ['dark'],
  'shell.setMenuKeys': ['CmdOrCtrl+Z', 'none', 'CmdOrCtrl+Alt+Shift+P'],
  'window.start': [],
  'window.listening': [],
  'window.closed': [],
}
const channels = Object.entries({ shelf: SHELF_ARGUMENTS, shell: SHELL_ARGUMENTS, window: WINDOW_ARGUMENTS }).flatMap(([group, calls]) =>
  Object.keys(calls).map((method) => `${group}.${method}`),
)

const called: string[] = []
const page = { url: 'app://local/', parent: null }
const window = new electron.BrowserWindow({})

/** Calls that only say that they were reached. */
const reached = (group: string): unknown =>
  Object.fromEntries(
    channels
      .filter((channel) => channel.startsWith(`${group}.`))
      .map((channel) => [channel.slice(group.length + 1), async () => void called.push(channel)]),
  )

beforeAll(async () => {
  const { serveShell } = await import('../../../electron/calls/serve-shell')
  const calls = { shell: reached('shell'), shelf: reached('shelf'), window: reached('window') } as Calls
  serveShell(window as unknown as BrowserWindow, calls)
})
beforeEach(() => void called.splice(0))

const invoke = (channel: string, args: readonly unknown[], event: object = { sender: window.webContents, senderFrame: page }) =>
  Promise.resolve(electron.ipc.get(channel)?.(event, ...args))

it('answers the channels that have checks and no others, and each has an example here', () => {
  expect([...electron.ipc.keys()].sort()).toEqual(channels.toSorted())
  expect(Object.keys(RIGHT).sort()).toEqual(channels.toSorted())
})

describe.each(channels)('%s', (channel) => {
  const right = RIGHT[channel]!

  it('is answered to the window', async () => {
    await invoke(channel, right)
    expect(called).toEqual([channel])
  })

  it.each([
    ['another page', { sender: window.webContents, senderFrame: { url: 'https://example.com/', parent: null } }],
    ['a page that calls itself local', { sender: window.webContents, senderFrame: { url: 'https://local/', parent: null } }],
    ['a file', { sender: window.webContents, senderFrame: { url: 'file:///app/index.html', parent: null } }],
    ['an empty page', { sender: window.webContents, senderFrame: { url: 'about:blank', parent: null } }],
    ['a frame inside the page', { sender: window.webContents, senderFrame: { url: 'app://local/', parent: page } }],
    ['a frame that is gone', { sender: window.webContents, senderFrame: null }],
    ['another window', { sender: {}, senderFrame: page }],
  ])('is refused to %s', async (_who, event) => {
    await expect(invoke(channel, right, event)).rejects.toThrow('refused')
    expect(called).toEqual([])
  })

  it('is refused with an argument more, one less, or another kind of each', async () => {
    const wrong: (readonly unknown[])[] = [[...right, undefined], [...right, 'more']]
    if (right.length > 0) wrong.push(right.slice(1), [])
    const others = [undefined, null, true, -1, 1.5, Number.NaN, '', '\0', 'no such word', [], {}, [bytes], { length: 1 }, new Uint16Array(1), new ArrayBuffer(1), Symbol('x')]
    right.forEach((value, at) => {
      for (const other of others) {
        // A text may be any text where it is one that a person wrote; bytes and names have tests of their own.
        if (typeof other === 'string' && typeof value === 'string' && other !== '\0' && isFreeText(channel, at)) continue
        wrong.push(right.with(at, other))
      }
    })
    for (const args of wrong) await expect(invoke(channel, args), String(args.length)).rejects.toThrow(TypeError)
    expect(called).toEqual([])
  })

  it('is refused with a hundred megabytes where they do not belong, and with keys of the prototype', async () => {
    const hundred = 100 * 2 ** 20
    const inherited = JSON.parse('{"__proto__":{"polluted":true},"constructor":{"prototype":{"polluted":true}},"length":1}') as object
    for (const huge of ['x'.repeat(hundred), new Uint8Array(hundred), [inherited], inherited, Object.create(null), Object.create(bytes) as object]) {
      await expect(invoke(channel, [...right, huge])).rejects.toThrow(TypeError)
      for (const [at, value] of right.entries()) {
        // A project may be as large; what is larger than any is refused below.
        if (value === bytes && huge instanceof Uint8Array && Object.hasOwn(huge, 0)) continue
        await expect(invoke(channel, right.with(at, huge))).rejects.toThrow(TypeError)
      }
    }
    expect(called).toEqual([])
    expect('polluted' in {}).toBe(false)
  })
})

const isFreeText = (channel: string, at: number): boolean =>
  ['shelf.describe 1', 'shell.saveFile 0', 'shell.keepProject 1', 'shell.openDropped 0'].includes(`${channel} ${at}`)

const TRICKS = [
  '../..', '..', '../p1', '..\\p1', 'a/b', 'a\\b', '/etc/passwd', 'C:\\x', 'C:', 'p1:stream', '%2e%2e', '-x', 'p1 ', ' p1', 'p1.', '~', 'ｐ1', 'é',
  'CON', 'nul', 'com1', 'LPT9', '__proto__', 'p'.repeat(65), 'p1\n', '\u202ep1', '*', '?',
]
describe.each(['open', 'create', 'remove', 'describe', 'generations', 'readGeneration', 'dropGenerations', 'keepProject'])('the id of %s', (method) => {
  it.each(TRICKS)('may not be %j', async (id) => {
    const channel = method === 'keepProject' ? 'shell.keepProject' : `shelf.${method}`
    await expect(invoke(channel, RIGHT[channel]!.with(0, id))).rejects.toThrow(TypeError)
    expect(called).toEqual([])
  })
})

it.each(['../x', 'AB', 'g0', '0'.repeat(65), 'ab/..', 'ab.tmp'])('the id of a batch may not be %j', async (id) => {
  await expect(invoke('shelf.readBatch', [1, id])).rejects.toThrow(TypeError)
  await expect(invoke('shelf.writeBatch', [1, id, bytes])).rejects.toThrow(TypeError)
})

it.each([
  '../x.earshot', 'x.earshot', '2026-11-23T10-20-30.400Z-0123456789abcdef.earshot/..', '../2026-11-23T10-20-30.400Z-0123456789abcdef.earshot',
  '2026-11-23T10-20-30.400Z-0123456789abcdef.earshot\n', '2026-11-23T10:20:30.400Z-0123456789abcdef.earshot', '2026-11-23T10-20-30.400Z-0123456789ABCDEF.earshot',
])('the name of an earlier state may not be %j', async (name) => {
  await expect(invoke('shelf.readGeneration', ['p1', name])).rejects.toThrow(TypeError)
})

it('takes no bytes that somebody else may write to, and no text without end', async () => {
  await expect(invoke('shell.saveFile', ['a', new Uint8Array(new SharedArrayBuffer(1))])).rejects.toThrow(TypeError)
  await expect(invoke('shell.saveFile', ['a'.repeat(1001), bytes])).rejects.toThrow(TypeError)
  await expect(invoke('shelf.describe', ['p1', 'x'.repeat((1 << 20) + 1)])).rejects.toThrow(TypeError)
  await expect(invoke('shelf.truncateJournal', [1, 2 ** 53])).rejects.toThrow(TypeError)
  const larger = Object.defineProperty(new Uint8Array(1), 'length', { value: 2 ** 31 + 1 })
  for (const args of [['shell.saveFile', 'a', larger], ['shelf.writeSnapshot', 1, larger], ['shelf.appendJournal', 1, larger], ['shelf.writeBatch', 1, 'ab', larger]]) {
    await expect(invoke(String(args[0]), args.slice(1))).rejects.toThrow(TypeError)
  }
})

it('says nothing of paths when a call fails', async () => {
  const { serveShell } = await import('../../../electron/calls/serve-shell')
  const failing = { ...(reached('shelf') as object), list: () => Promise.reject(new Error("EIO: read '/home/ana/secret'")) }
  serveShell(window as unknown as BrowserWindow, { shell: reached('shell'), shelf: failing, window: reached('window') } as unknown as Calls)
  const said = vi.spyOn(console, 'error').mockReturnValue()
  await expect(invoke('shelf.list', [])).rejects.toThrow(/^shelf\.list failed$/)
  expect(said).toHaveBeenCalledOnce()
})
