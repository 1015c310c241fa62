import { expect, it } from 'vitest'
import { basename } from 'node:path'
import { batchEnding, besideOf, isTemporaryOf, temporaryOf } from '../../../electron/disk/beside'

const ID = 'a'.repeat(64)

it.each([1, 20, 55, 56, 80, 82])('what lies beside a file with a name of %i Hangul has a name that fits, and is known again', (length) => {
  const path = `/p/${'가'.repeat(length)}.earshot`
  for (const ending of ['.lock', '.journal', `.batch-${ID}`]) {
    const beside = besideOf(path, ending)
    expect(Buffer.byteLength(basename(beside))).toBeLessThanOrEqual(255)
    expect(beside.endsWith(ending)).toBe(true)
    const temporary = temporaryOf(beside)
    expect(Buffer.byteLength(basename(temporary))).toBeLessThanOrEqual(255)
    expect(isTemporaryOf(beside, basename(temporary))).toBe(true)
    expect(batchEnding(path, basename(beside))).toBe(ending.includes('batch') ? ending : null)
    expect(batchEnding(path, basename(temporary))).toBe(ending.includes('batch') ? ending : null)
    // Of one that begins alike, nothing.
    expect(batchEnding(`/p/${'가'.repeat(length - 1)}나.earshot`, basename(beside))).toBe(null)
  }
  expect(isTemporaryOf(path, basename(temporaryOf(path, '.once')))).toBe(true)
})

it('a name that fits is kept as it is', () => {
  expect(besideOf('/p/q3.earshot', '.lock')).toBe('/p/q3.earshot.lock')
  expect(isTemporaryOf('/p/q3.earshot', 'q3.earshot.12.tmp')).toBe(true)
  expect(isTemporaryOf('/p/q3.earshot', 'q3.earshot.batch-ab.12.tmp')).toBe(false)
  expect(batchEnding('/p/q3.earshot', 'q3.earshot.batch-ab.12.tmp')).toBe('.batch-ab')
})
