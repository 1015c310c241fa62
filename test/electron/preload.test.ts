import { rmSync } from 'node:fs'
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest'
import { SHELF_ARGUMENTS, SHELL_ARGUMENTS } from '../../electron/calls/argument-checks'
import type { DesktopShell } from '../../shared/protocol/shell'

const electron = await vi.hoisted(async () => (await import('../helpers/electron-mock')).electronMock())
vi.mock('electron', () => electron)

const invoked = vi.spyOn(electron.ipcRenderer, 'invoke')
beforeAll(() => import('../../electron/preload/preload'))
afterAll(() => rmSync(electron.userData, { recursive: true }))
const shell = (): DesktopShell => electron.exposed.get('earshot') as DesktopShell

describe('the bridge', () => {
  it('has exactly the calls that are checked, and two ways to be told', () => {
    expect([...electron.exposed.keys()]).toEqual(['earshot'])
    const { kind, shelf, onMenu, onClose, ...calls } = shell()
    expect(kind).toBe('desktop')
    expect(Object.keys(shelf).sort()).toEqual(Object.keys(SHELF_ARGUMENTS).sort())
    expect(Object.keys(calls).sort()).toEqual(Object.keys(SHELL_ARGUMENTS).sort())
    expect([typeof onMenu, typeof onClose]).toEqual(['function', 'function'])
  })

  it('names its channels itself and passes the arguments', async () => {
    expect(invoked.mock.calls[0]).toEqual(['window.start'])
    const bytes = new Uint8Array([1])
    expect(await shell().saveFile('a.csv', bytes)).toEqual(['shell.saveFile', 'a.csv', bytes])
    expect(await shell().shelf.appendJournal(7, bytes)).toEqual(['shelf.appendJournal', 7, bytes])
    for (const method of Object.keys(SHELF_ARGUMENTS) as (keyof typeof SHELF_ARGUMENTS)[]) {
      expect(await (shell().shelf[method] as () => Promise<unknown>)()).toEqual([`shelf.${method}`])
    }
  })

  it('turns a dropped file into its path, which the page never sees', async () => {
    expect(await shell().openDropped({ path: '/home/ana/q3.earshot' })).toEqual(['shell.openDropped', '/home/ana/q3.earshot'])
  })

  it('passes on what the menus say, without the event that brings it', () => {
    const said: unknown[] = []
    shell().onMenu((command) => said.push(command))
    expect(invoked.mock.calls.at(-1)).toEqual(['window.listening'])
    electron.heard.get('window.menu')?.({ sender: 'secret' }, { kind: 'undo' })
    expect(said).toEqual([{ kind: 'undo' }])
  })

  it.each([
    ['does', () => Promise.resolve()],
    ['fails', () => Promise.reject(new Error('no'))],
  ])('says when the page has done what it had to, also when that %s', async (_, listener) => {
    shell().onClose(listener)
    invoked.mockClear()
    electron.heard.get('window.close')?.({})
    await vi.waitFor(() => expect(invoked.mock.calls).toEqual([['window.closed']]))
  })
})
