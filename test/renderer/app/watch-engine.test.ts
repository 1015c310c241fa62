import { afterEach, beforeEach, expect, it, vi } from 'vitest'
import { watchEngine } from '../../../renderer/app/watch-engine'

/** Answers to pings, in their order. */
let answers: (() => void)[] = []
let told: boolean[] = []
const answer = async (): Promise<void> => {
  for (const each of answers.splice(0)) each()
  await vi.advanceTimersByTimeAsync(0)
}

beforeEach(() => {
  vi.useFakeTimers()
  ;[answers, told] = [[], []]
  watchEngine(
    () => new Promise<void>((resolve) => void answers.push(resolve)),
    (isSilent) => void told.push(isSilent),
  )
})
afterEach(() => void vi.useRealTimers())

it('is asked once for a sign, said to be silent after each minute without one, and to be back as soon as it is heard', async () => {
  await vi.advanceTimersByTimeAsync(60_000)
  expect([answers.length, told]).toEqual([1, []])
  await vi.advanceTimersByTimeAsync(5000)
  expect(told).toEqual([true])
  await vi.advanceTimersByTimeAsync(55_000)
  expect(told).toEqual([true])
  await vi.advanceTimersByTimeAsync(5000)
  expect([answers.length, told]).toEqual([1, [true, true]])
  await answer()
  expect(told).toEqual([true, true, false])
  await vi.advanceTimersByTimeAsync(65_000)
  expect(told).toEqual([true, true, false, true])
})

it('is not silent while it answers now and then, however long the work takes', async () => {
  for (let minute = 0; minute < 60; minute++) {
    await vi.advanceTimersByTimeAsync(55_000)
    await answer()
  }
  expect(told).toEqual([])
})

it('is not silent because a computer slept', async () => {
  await vi.advanceTimersByTimeAsync(30_000)
  vi.setSystemTime(Date.now() + 8 * 3_600_000)
  await vi.advanceTimersByTimeAsync(30_000)
  expect(told).toEqual([])
})
