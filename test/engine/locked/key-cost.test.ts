import { expect, it } from 'vitest'
import { isAffordable, KEY_COST, keyOfPassword, LEAST_COST, MOST_COST } from '../../../shared/engine/locked/key-cost'

const hex = (bytes: Uint8Array): string => Buffer.from(bytes).toString('hex')
const salt = new TextEncoder().encode('somesalt')

it('is Argon2id', async () => {
  // phc-winner-argon2, src/test.c: version 19, t 2, 64 MiB, p 1.
  expect(hex(await keyOfPassword('password', salt, { kibibytes: 65_536, passes: 2 }))).toBe('09316115d5cf24ed5a15a31a3ba326e5cf32edc24702987c02b6566f61913cf7')
})

it('is the same for the same letters, composed or not, and another for any other', async () => {
  const keyOf = async (password: string): Promise<string> => hex(await keyOfPassword(password, salt, LEAST_COST))
  const composed = '비밀번호 é'
  expect(await keyOf(composed.normalize('NFD'))).toBe(await keyOf(composed))
  expect(new Set(await Promise.all([composed, `${composed} `, composed.toUpperCase(), 'a'].map(keyOf))).size).toBe(4)
})

it('bounds what a file may ask for', () => {
  expect(isAffordable(KEY_COST)).toBe(true)
  expect(isAffordable(LEAST_COST)).toBe(true)
  expect(isAffordable(MOST_COST)).toBe(true)
  for (const cost of [
    { ...LEAST_COST, kibibytes: LEAST_COST.kibibytes - 1 },
    { ...LEAST_COST, passes: 1 },
    { ...MOST_COST, kibibytes: MOST_COST.kibibytes + 1 },
    { ...MOST_COST, passes: MOST_COST.passes + 1 },
    { kibibytes: 2 ** 32 - 1, passes: 2 ** 32 - 1 },
  ]) {
    expect(isAffordable(cost)).toBe(false)
  }
})

it('costs more than is asked of any password kept on a disk', () => {
  // OWASP Password Storage Cheat Sheet: 19 MiB and two passes at least, or as dear.
  expect(KEY_COST.kibibytes * KEY_COST.passes).toBeGreaterThan(19 * 1024 * 2 * 4)
})

// A clock is looked at in a soak alone: what a machine does beside it is not the tests' to say.
if (process.env['EARSHOT_SOAK'] === '1')
  it('takes long enough to make guessing dear, and not so long that anybody waits', async () => {
    await keyOfPassword('warm', salt, KEY_COST)
    const times: number[] = []
    for (let turn = 0; turn < 5; turn++) {
      const start = process.cpuUsage()
      await keyOfPassword('password', salt, KEY_COST)
      times.push(process.cpuUsage(start).user / 1000)
    }
    const fastest = Math.min(...times)
    console.log(`key of a password: ${fastest.toFixed(0)} ms`)
    expect(fastest).toBeGreaterThan(150)
    expect(fastest).toBeLessThan(1000)
  })
