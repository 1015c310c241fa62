import type { BrowserWindow } from 'electron'
import { EventEmitter } from 'node:events'
import { rmSync } from 'node:fs'
import { afterAll, beforeEach, expect, it, vi } from 'vitest'
import { translator } from '../../../shared/locale/translate'

const electron = await vi.hoisted(async () => (await import('../../helpers/electron-mock')).electronMock())
vi.mock('electron', () => electron)
afterAll(() => rmSync(electron.userData, { recursive: true }))

const { revivePage } = await import('../../../electron/window/revive-page')

/** A window whose questions wait for `press`. */
function revived() {
  const done: string[] = []
  const pressed: ((response: number) => void)[] = []
  vi.spyOn(electron.dialog, 'showMessageBox').mockImplementation((_, options) => {
    done.push((options as { readonly message: string }).message)
    return new Promise((resolve) => pressed.push((response) => resolve({ response })))
  })
  const state = { gone: false }
  const webContents = Object.assign(new EventEmitter(), { reload: () => void done.push('reload'), forcefullyCrashRenderer: () => void done.push('crash') })
  const window = Object.assign(new EventEmitter(), { webContents, isDestroyed: () => state.gone })
  revivePage(window as unknown as BrowserWindow, () => Promise.resolve(void done.push('lost')), () => translator('en'))
  const press = async (response: number): Promise<void> => {
    pressed.shift()?.(response)
    await new Promise(setImmediate)
  }
  return { done, press, state, crash: () => webContents.emit('render-process-gone'), hang: () => window.emit('unresponsive') }
}
const [TWICE, HUNG] = ['The window has stopped twice in a row', 'The window does not respond']

beforeEach(() => void vi.restoreAllMocks())

it('brings a page back that crashes, and asks when it does so at once', async () => {
  const { done, crash, press } = revived()
  crash()
  crash()
  expect(done).toEqual(['lost', 'reload', 'lost', TWICE])
  await press(0)
  expect(done.slice(4)).toEqual(['reload'])
})

it.each([[0], [1]])('never leaves an empty window: a page that was asked about for hanging and crashes twice meanwhile is loaded again (%i)', async (button) => {
  const { done, crash, hang, press } = revived()
  hang()
  crash()
  crash()
  expect(done).toEqual([HUNG, 'lost', 'reload', 'lost'])
  await press(button)
  expect(done.slice(4)).toEqual(['reload'])
})

it('touches nothing of a window that is closed', async () => {
  const { done, crash, hang, press, state } = revived()
  hang()
  state.gone = true
  crash()
  await press(1)
  expect(done).toEqual([HUNG, 'lost'])
})

it('asks once, not again and again, when the clock jumps', async () => {
  const { done, crash, press } = revived()
  const clock = vi.spyOn(Date, 'now')
  const day = 86_400_000
  clock.mockReturnValue(day * 10_000)
  crash()
  clock.mockReturnValue(day * 9_999)
  crash()
  expect(done.filter((one) => one === TWICE)).toHaveLength(1)
  await press(0)
  clock.mockReturnValue(day * 13_650)
  crash()
  expect(done.filter((one) => one === 'reload')).toHaveLength(3)
})
