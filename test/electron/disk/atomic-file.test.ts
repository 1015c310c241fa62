import { mkdtempSync, readFileSync, readdirSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setImmediate } from 'node:timers/promises'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { removeTemporaries, replaceFile, replaceFileAtOnce } from '../../../electron/disk/atomic-file'

let folder = ''
let path = ''
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'earshot-file-'))
  path = join(folder, 'a.earshot')
})
afterEach(() => rmSync(folder, { recursive: true, force: true }))

const filled = (value: number, size: number): Uint8Array => new Uint8Array(size).fill(value)
const isWhole = (...given: readonly Uint8Array[]): boolean => {
  const now = readFileSync(path)
  return given.some((one) => Buffer.compare(now, one) === 0)
}

test('a file is whole at every moment, whoever replaces it at the same time', async () => {
  const [old, large, small] = [filled(1, 10), filled(2, 6_000_000), filled(3, 100)]
  for (let turns = 0; turns < 12; turns++) {
    writeFileSync(path, old)
    let isDone = false
    const writing = replaceFile(path, large).finally(() => (isDone = true))
    for (let turn = 0; !isDone; turn++) {
      if (turn === turns) replaceFileAtOnce(path, small)
      expect(isWhole(old, large, small)).toBe(true)
      await setImmediate()
    }
    await writing
    expect(isWhole(large, small)).toBe(true)
    expect(readdirSync(folder)).toEqual(['a.earshot'])
  }
})

test('files are replaced in the order in which that was asked for', async () => {
  await Promise.all([1, 2, 3].map((value) => replaceFile(path, filled(value, 3_000_000 / value))))
  expect(isWhole(filled(3, 1_000_000))).toBe(true)
})

test('what writers of the file left goes, and nothing else', () => {
  for (const name of ['a.earshot.12.tmp', 'a.earshot.12.once.tmp', 'a.earshot.tmp', 'b.earshot.12.tmp', 'a.earshot.12.tmp.csv']) writeFileSync(join(folder, name), '')
  removeTemporaries(path)
  expect(readdirSync(folder).sort()).toEqual(['a.earshot.12.tmp.csv', 'a.earshot.tmp', 'b.earshot.12.tmp'])
})
