import { expect, it } from 'vitest'
import { takeLock, type Taker } from '../../../electron/disk/file-lock'
import { createFakeFiles } from '../../helpers/fake-files'

const LOCK = '/p/q.earshot.lock'
const taker = (pid: number, host: string, alive: readonly number[]): Taker => ({ pid, host, isAlive: (each) => alive.includes(each), held: new Set() })

it('of another computer is left alone, also where no process of that number is here', () => {
  const files = createFakeFiles()
  expect(takeLock(LOCK, files, taker(7, 'a', [7]))).not.toBeNull()
  expect(takeLock(LOCK, files, taker(8, 'b', [8]))).toBeNull()
  // On its own computer it is known that nobody has it any more.
  expect(takeLock(LOCK, files, taker(9, 'a', [9]))).not.toBeNull()
})

it('that somebody else has by now is not removed by who had it', () => {
  const files = createFakeFiles()
  const first = takeLock(LOCK, files, taker(7, 'a', [7]))
  // Held for dead, as after a night asleep, and taken over.
  const second = takeLock(LOCK, files, taker(8, 'a', [8]))
  const held = files.bytesOf(LOCK)
  first?.release()
  expect(files.bytesOf(LOCK)).toEqual(held)
  second?.release()
  expect(files.bytesOf(LOCK)).toBeNull()
})
