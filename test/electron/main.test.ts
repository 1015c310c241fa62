import { spawnSync } from 'node:child_process'
import { existsSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest'

const electron = await vi.hoisted(async () => (await import('../helpers/electron-mock')).electronMock())
vi.mock('electron', () => electron)

/** The window's own call. */
const call = (channel: string, ...args: readonly unknown[]): unknown =>
  electron.ipc.get(channel)?.({ sender: electron.windows[0]?.webContents, senderFrame: { url: 'app://local/', parent: null } }, ...args)

const file = (name: string): string => join(electron.userData, name)
const menuText = (): string => JSON.stringify(electron.menus.at(-1))

beforeAll(async () => {
  process.argv.push(file('absent.earshot'), '--flag')
  await import('../../electron/main')
  await vi.waitFor(() => expect(electron.menus).toHaveLength(1))
})
afterAll(() => rmSync(electron.userData, { recursive: true, force: true }))

describe('the shell', () => {
  it('names its scheme and turns the sandbox on before anything is ready', () => {
    expect(electron.calls.slice(0, 3)).toEqual(['schemes', 'sandbox', 'ready'])
    expect(electron.schemes).toEqual([
      [{ scheme: 'app', privileges: { standard: true, secure: true, supportFetchAPI: true, codeCache: true } }],
    ])
    expect(electron.calls).toContain('serves app')
  })

  it('opens one sandboxed window on the app', () => {
    expect(electron.windows).toHaveLength(1)
    expect(electron.windows[0]).toMatchObject({
      loaded: ['app://local/'],
      options: {
        webPreferences: { sandbox: true, contextIsolation: true, nodeIntegration: false, webviewTag: false, spellcheck: false },
      },
    })
  })

  it('speaks the language of the system at first', () => {
    expect(menuText()).toContain('다시 실행')
  })

  it('keeps every page on the app', () => {
    const handlers = new Map<string, (event: unknown) => void>()
    const opener: (() => unknown)[] = []
    electron.app.emit('web-contents-created', null, {
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
    const types = readFileSync('node_modules/electron/electron.d.ts', 'utf8')
    const lists = [...types.matchAll(/permission: ((?:'[\w-]+'(?: \| )?)+)/g)].map(([, list = '']) => list.split(' | ').map((name) => name.slice(1, -1)))
    const all = new Set([...lists.flat(), 'unknown'])
    expect(all.size).toBeGreaterThan(20)
    expect(all.delete('clipboard-sanitized-write')).toBe(true)
    for (const permission of all) {
      expect(decide(permission)).toBe(false)
      expect(electron.rules.get('check')?.(null, permission)).toBe(false)
    }
    expect(decide('clipboard-sanitized-write')).toBe(true)
    expect(electron.rules.get('device')?.()).toBe(false)
  })

  it('downloads nothing', () => {
    const preventDefault = vi.fn()
    electron.rules.get('will-download')?.({ preventDefault })
    expect(preventDefault).toHaveBeenCalled()
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

describe('the window of the shell', () => {
  it('opens the file chosen, by its name and bytes', async () => {
    writeFileSync(file('설문.csv'), 'a,b')
    electron.dialogs.open = { canceled: false, filePaths: [file('설문.csv')] }
    const chosen = { name: '설문.csv', bytes: Uint8Array.from(Buffer.from('a,b')) }
    expect(await call('shell.openFiles')).toEqual({ ok: true, value: [chosen] })
    expect(await call('shell.openTable')).toEqual({ ok: true, value: chosen })
    electron.dialogs.open = { canceled: false, filePaths: [file('설문.csv'), file('설문.csv')] }
    expect(await call('shell.openFiles')).toEqual({ ok: true, value: [chosen, chosen] })
    electron.dialogs.open = { canceled: true, filePaths: [] }
    expect(await call('shell.openFiles')).toEqual({ ok: true, value: [] })
    expect(await call('shell.openTable')).toEqual({ ok: true, value: null })
    electron.dialogs.open = { canceled: false, filePaths: [file('absent.csv')] }
    expect(await call('shell.openFiles')).toMatchObject({ ok: false, fault: { code: 'not-readable' } })
    const odd = [electron.userData]
    if (spawnSync('mkfifo', [file('pipe.csv')]).status === 0) odd.push(file('pipe.csv'), '/dev/zero')
    for (const path of odd) {
      electron.dialogs.open = { canceled: false, filePaths: [path] }
      expect(await call('shell.openTable'), path).toMatchObject({ ok: false, fault: { code: 'not-readable' } })
    }
  })

  it('saves a file as a whole, or nothing', async () => {
    const bytes = new Uint8Array([1, 2, 3])
    electron.dialogs.save = { canceled: true, filePath: '' }
    expect(await call('shell.saveFile', 'a', bytes)).toEqual({ ok: true, value: 'cancelled' })
    electron.dialogs.save = { canceled: false, filePath: file('요약.pptx') }
    expect(await call('shell.saveFile', '../a:b', bytes)).toEqual({ ok: true, value: 'saved' })
    expect(electron.dialogs.shown.at(-1)).toMatchObject({ defaultPath: 'a-b' })
    expect([...readFileSync(file('요약.pptx'))]).toEqual([1, 2, 3])
    electron.dialogs.save = { canceled: false, filePath: join(file('absent'), 'a') }
    const refused = await call('shell.saveFile', 'a', bytes)
    expect(refused).toMatchObject({ ok: false, fault: { code: 'storage-gone' } })
    expect(JSON.stringify(refused)).not.toContain(electron.userData)
  })

  it('gives projects their place, and the menus the projects', async () => {
    const lent = await call('shelf.create', 'p1') as { value: { handle: number } }
    await call('shelf.writeSnapshot', lent.value.handle, new Uint8Array([1]))
    await call('shelf.describe', 'p1', JSON.stringify({ name: 'A & B' }))
    await vi.waitFor(() => expect(menuText()).toContain('A && B'))

    electron.dialogs.save = { canceled: true, filePath: '' }
    expect(await call('shell.keepProject', 'p1', 'A & B', 'save')).toEqual({ ok: true, value: null })
    writeFileSync(file('there.earshot'), 'of somebody else')
    electron.dialogs.firstSaves = [{ canceled: false, filePath: file('there') }]
    electron.dialogs.save = { canceled: false, filePath: file('kept.earshot') }
    expect(await call('shell.keepProject', 'p1', 'A & B', 'save')).toEqual({ ok: true, value: { file: 'kept.earshot' } })
    // The ending was missing and the file with it is there: asked again, with the ending, so that the system warns.
    expect(electron.dialogs.shown.at(-1)).toMatchObject({ defaultPath: file('there.earshot') })
    expect(readFileSync(file('there.earshot'), 'utf8')).toBe('of somebody else')
    expect([...readFileSync(file('kept.earshot'))]).toEqual([1])
    expect(electron.calls).toContain(`recent ${file('kept.earshot')}`)
    await vi.waitFor(() => expect(menuText()).toContain('kept.earshot'))

    const before = electron.dialogs.shown.length
    expect(await call('shell.keepProject', 'p1', 'A & B', 'save')).toEqual({ ok: true, value: { file: 'kept.earshot' } })
    expect(electron.dialogs.shown).toHaveLength(before)
    await call('shelf.close', lent.value.handle)
    expect(await call('shell.keepProject', 'p1', 'A & B', 'save-as')).toMatchObject({ ok: false, fault: { code: 'no-project' } })
  })

  it('opens project files that are chosen, dropped, or opened by the system', async () => {
    electron.dialogs.open = { canceled: false, filePaths: [file('kept.earshot')] }
    expect(await call('shell.openFiles')).toEqual({ ok: true, value: [{ project: 'p1', name: 'kept' }] })
    expect(await call('shell.openDropped', file('kept.earshot'))).toEqual({ ok: true, value: { project: 'p1', name: 'kept' } })
    expect(await call('shell.openDropped', file('설문.csv'))).toEqual({ ok: true, value: null })
    expect(await call('shell.openDropped', '')).toEqual({ ok: true, value: null })

    const preventDefault = vi.fn()
    electron.app.emit('open-file', { preventDefault }, file('kept.earshot'))
    electron.app.emit('second-instance', {}, ['earshot', '--x', 'there.earshot', 'absent.earshot'], electron.userData)
    expect(preventDefault).toHaveBeenCalled()
    expect(electron.calls).toContain('focus')
    expect(electron.sent).toEqual([])
    await call('window.listening')
    expect(electron.sent).toEqual([
      ['window.menu', { kind: 'open-project', project: 'p1', name: 'kept' }],
      ['window.menu', { kind: 'open-project', project: expect.any(String) as unknown, name: 'there' }],
    ])
    electron.app.emit('open-file', { preventDefault }, file('gone.earshot'))
    expect(electron.dialogs.shown.at(-1)).toMatchObject({ type: 'error', message: '“gone.earshot”에 프로젝트가 없습니다.' })
  })

  it('speaks the language that the window has', async () => {
    expect(menuText()).toContain('다시 실행')
    await call('shell.setLocale', 'en')
    await vi.waitFor(() => expect(menuText()).toContain('Redo'))
    await call('shell.setTheme', 'dark')
    expect(electron.nativeTheme.themeSource).toBe('dark')
    expect(await call('shell.coder')).toMatch(/./)
  })

  it('frees what a page had open when the page is gone', async () => {
    const open = () => call('shelf.open', 'p1') as Promise<{ ok: boolean }>
    expect(await open()).toMatchObject({ ok: true })
    expect(await open()).toMatchObject({ ok: false, fault: { code: 'locked' } })
    await call('window.start')
    expect(await open()).toMatchObject({ ok: true })
    electron.windows[0]?.webContents.emit('render-process-gone')
    electron.windows[0]?.webContents.emit('render-process-gone')
    expect(electron.calls.filter((name) => name === 'reload')).toHaveLength(1)
    await vi.waitFor(() => expect(existsSync(`${file('kept.earshot')}.lock`)).toBe(false))
  })

  it('asks what to do with a page that crashes twice or hangs', async () => {
    const window = electron.windows[0]!
    const count = (name: string): number => electron.calls.filter((each) => each === name).length
    const answering = async (pressed: number, emit: () => void): Promise<unknown> => {
      const before = electron.dialogs.shown.length
      electron.dialogs.pressed = pressed
      emit()
      // While one question is open there is no other.
      emit()
      await vi.waitFor(() => expect(electron.dialogs.shown.length).toBe(before + 1))
      await new Promise(setImmediate)
      return electron.dialogs.shown.at(-1)
    }
    const [reloads, quits] = [count('reload'), count('quit')]
    const gone = (): void => void window.webContents.emit('render-process-gone')
    expect(await answering(0, gone)).toMatchObject({ message: 'The window has stopped twice in a row', buttons: ['Load again', 'Quit Earshot'] })
    expect(count('reload')).toBe(reloads + 1)
    await answering(1, gone)
    expect([count('reload'), count('quit')]).toEqual([reloads + 1, quits + 1])
    const hung = (): void => void window.emit('unresponsive')
    expect(await answering(0, hung)).toMatchObject({ message: 'The window does not respond', buttons: ['Wait', 'Load again'] })
    expect(count('crash')).toBe(0)
    await answering(1, hung)
    expect(count('crash')).toBe(1)
    electron.dialogs.pressed = 0
  })

  it('remembers where it was, and closes when the page has closed its project', async () => {
    await call('window.listening')
    const window = electron.windows[0]!
    const preventDefault = vi.fn()
    window.emit('close', { preventDefault })
    expect(preventDefault).toHaveBeenCalled()
    expect(electron.sent.at(-1)).toEqual(['window.close', undefined])
    expect(window.isDestroyed()).toBe(false)
    await call('window.closed')
    await vi.waitFor(() => expect(window.isDestroyed()).toBe(true))
    expect(JSON.parse(readFileSync(file('window.json'), 'utf8'))).toEqual({ x: 1, y: 2, width: 900, height: 700, maximized: true })
  })
})
