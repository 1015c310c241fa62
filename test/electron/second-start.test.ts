import { existsSync, readdirSync, rmSync } from 'node:fs'
import { afterAll, expect, it, vi } from 'vitest'

const electron = await vi.hoisted(async () => (await import('../helpers/electron-mock')).electronMock())
vi.mock('electron', () => ({ ...electron, app: Object.assign(electron.app, { requestSingleInstanceLock: () => false }) }))
afterAll(() => rmSync(electron.userData, { recursive: true, force: true }))

it('a second instance touches nothing and goes', async () => {
  await import('../../electron/main')
  await new Promise(setImmediate)
  expect(electron.calls).toEqual(['quit'])
  expect(electron.windows).toEqual([])
  expect([...electron.ipc.keys()]).toEqual([])
  expect(existsSync(electron.userData) ? readdirSync(electron.userData) : []).toEqual([])
})
