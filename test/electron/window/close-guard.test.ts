import type { BrowserWindow } from 'electron'
import { EventEmitter } from 'node:events'
import { afterEach, beforeEach, expect, it, vi } from 'vitest'
import { guardClose } from '../../../electron/window/close-guard'

beforeEach(() => void vi.useFakeTimers())
afterEach(() => void vi.useRealTimers())

function guarded(settle: () => Promise<void>) {
  const destroy = vi.fn()
  const window = Object.assign(new EventEmitter(), { destroy })
  guardClose(window as unknown as BrowserWindow, settle, 5000)
  const close = (): boolean => {
    const preventDefault = vi.fn()
    window.emit('close', { preventDefault })
    return preventDefault.mock.calls.length > 0
  }
  return { close, destroy }
}

it('waits for the page, asks it once, and closes then', async () => {
  let settled: () => void = () => undefined
  const settle = vi.fn(() => new Promise<void>((resolve) => (settled = resolve)))
  const { close, destroy } = guarded(settle)
  expect([close(), close()]).toEqual([true, true])
  await vi.advanceTimersByTimeAsync(4000)
  expect(destroy).not.toHaveBeenCalled()
  settled()
  await vi.advanceTimersByTimeAsync(0)
  expect(destroy).toHaveBeenCalledOnce()
  expect(settle).toHaveBeenCalledOnce()
  await vi.advanceTimersByTimeAsync(10_000)
  expect(destroy).toHaveBeenCalledOnce()
})

it('waits no longer than it may', async () => {
  const { close, destroy } = guarded(() => new Promise<void>(() => undefined))
  close()
  await vi.advanceTimersByTimeAsync(4999)
  expect(destroy).not.toHaveBeenCalled()
  await vi.advanceTimersByTimeAsync(1)
  expect(destroy).toHaveBeenCalledOnce()
})

it('closes when the page cannot answer', async () => {
  const { close, destroy } = guarded(() => Promise.reject(new Error('gone')))
  close()
  await vi.advanceTimersByTimeAsync(0)
  expect(destroy).toHaveBeenCalledOnce()
})
