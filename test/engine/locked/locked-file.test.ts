import { createHash, webcrypto } from 'node:crypto'
import { beforeAll, describe, expect, it } from 'vitest'
import { joinedBytes } from '../../../shared/base/joined-bytes'
import { quietTask } from '../../../shared/base/task'
import { HEAD_BYTES, isLocked } from '../../../shared/engine/locked/head'
import { LEAST_COST } from '../../../shared/engine/locked/key-cost'
import { makeLock, openLock, type Lock } from '../../../shared/engine/locked/lock'
import { headOf, openDamaged, openFile, sealFile } from '../../../shared/engine/locked/locked-file'
import { unlockStore } from '../../../shared/engine/locked/unlock-store'
import { createMemoryStore } from '../../../shared/engine/project/memory-store'
import type { Platform } from '../../../shared/engine/platform'
import { must, testPlatform } from '../../helpers/project'

const PASSWORD = 'correct horse 배터리'
const CHUNK = (1 << 20) + 28
const PLAIN = new Uint8Array(2.5 * 2 ** 20).map((_, at) => (at * 7 + (at >> 11)) % 251)

let platform: Platform
let lock: Lock
/** Generations 1 and 2 of a file, and one of another file. */
let [first, second, other] = [new Uint8Array(), new Uint8Array(), new Uint8Array()]
const sha256 = (bytes: Uint8Array): Promise<string> => platform.sha256(bytes)

beforeAll(async () => {
  platform = await testPlatform()
  lock = await makeLock(webcrypto, PASSWORD, LEAST_COST)
  first = new Uint8Array(await sealFile(lock, 1, PLAIN, sha256))
  second = new Uint8Array(await sealFile(lock, 2, PLAIN, sha256))
  other = new Uint8Array(await sealFile(await makeLock(webcrypto, PASSWORD, LEAST_COST), 1, PLAIN, sha256))
})

/** As somebody would leave it who knows that there is a hash. */
function rehashed(file: Uint8Array): Uint8Array {
  const body = file.subarray(0, file.length - 32)
  return joinedBytes([body, createHash('sha256').update(body).digest()])
}

/** With the key at hand: what the tags alone refuse. */
async function refusal(file: Uint8Array): Promise<string> {
  const head = await headOf(file, sha256)
  if (!head.ok) return head.fault.code
  const opened = await openFile(lock, head.value, file)
  return opened.ok ? 'opened' : opened.fault.code
}

async function refusalTo(password: string | null, file: Uint8Array): Promise<string> {
  const store = { ...createMemoryStore(), readSnapshot: () => Promise.resolve(file) }
  const opened = await unlockStore(platform, store, password, 'p', quietTask)
  return opened.ok ? 'opened' : opened.fault.code
}

const chunk = (file: Uint8Array, at: number): Uint8Array => file.subarray(HEAD_BYTES + at * CHUNK, Math.min(HEAD_BYTES + (at + 1) * CHUNK, file.length - 32))
const of = (file: Uint8Array, ...chunks: readonly Uint8Array[]): Uint8Array => rehashed(joinedBytes([file.subarray(0, HEAD_BYTES), ...chunks, new Uint8Array(32)]))

describe('a locked file', () => {
  it('opens to its password alone', async () => {
    expect(isLocked(first)).toBe(true)
    expect(await refusalTo(null, first)).toBe('password')
    expect(await refusalTo(`${PASSWORD} `, first)).toBe('wrong-password')
    const store = { ...createMemoryStore(), readSnapshot: () => Promise.resolve(first) }
    const opened = must(await unlockStore(platform, store, PASSWORD, 'p', quietTask))
    expect(Buffer.compare((await opened.readSnapshot())!, PLAIN)).toBe(0)
  })

  it('shows nothing of what is in it', () => {
    for (let at = 0; at + 16 < PLAIN.length; at += 65_536) expect(Buffer.from(first).includes(Buffer.from(PLAIN.subarray(at, at + 16)))).toBe(false)
  })

  it('is refused at any changed byte of its head, before a password is asked for; with its hash mended, before anything is shown', async () => {
    for (let at = 0; at < HEAD_BYTES; at++) {
      for (const bit of [0, 3, 7]) {
        const changed = first.slice()
        changed[at]! ^= 1 << bit
        expect(await refusal(changed)).toBe('damaged')
        expect(await refusal(rehashed(changed)), `byte ${at}`).toMatch(/^(damaged|newer-format)$/)
      }
    }
  })

  it('never opens to its password after a change of what wraps the key', async () => {
    // Format and costs aside, which are refused before: salt, id and wrapped key.
    for (const at of [24, 39, 40, 55, 56, 67, 68, 99, 100, 115]) {
      const changed = first.slice()
      changed[at]! ^= 4
      expect(await refusalTo(PASSWORD, rehashed(changed))).toBe('wrong-password')
    }
    const cheaper = first.slice()
    new DataView(cheaper.buffer).setUint32(16, 3, true)
    expect(await refusalTo(PASSWORD, rehashed(cheaper))).toBe('wrong-password')
  })

  it('asks nobody for gigabytes', async () => {
    const dear = first.slice()
    new DataView(dear.buffer).setUint32(12, 2 ** 32 - 1, true)
    expect(await refusalTo(PASSWORD, rehashed(dear))).toBe('damaged')
  })

  it('is refused when chunks are changed, left out, added, put in another order, or taken from another generation or file', async () => {
    const [a, b, c] = [chunk(first, 0), chunk(first, 1), chunk(first, 2)] as const
    expect(await refusal(of(first, a, b, c))).toBe('opened')
    const flipped = a.slice()
    flipped[700_000]! ^= 1
    const cases: Readonly<Record<string, readonly Uint8Array[]>> = {
      flipped: [flipped, b, c],
      'last left out': [a, b],
      'first left out': [b, c],
      'middle left out': [a, c],
      swapped: [b, a, c],
      twice: [a, a, c],
      added: [a, b, c, c],
      'cut short': [a, b, c.subarray(0, -1)],
      'cut to a tag': [a, b, c.subarray(0, 28)],
      nothing: [],
      'of the generation after': [a, chunk(second, 1), c],
      'of another file': [a, b, chunk(other, 2)],
    }
    for (const [name, chunks] of Object.entries(cases)) expect({ name, code: await refusal(of(first, ...chunks)) }).toEqual({ name, code: 'damaged' })
    // The head of one generation with the chunks of the other.
    expect(await refusal(of(second, a, b, c))).toBe('damaged')
  })

  it('gives back, when it is damaged, the chunks that are not', async () => {
    const damaged = first.slice()
    damaged[HEAD_BYTES + CHUNK + 5]! ^= 1
    const { bytes, isWhole } = await openDamaged(lock, { ...lock.head, generation: 1 }, damaged)
    expect(isWhole).toBe(false)
    const hole = PLAIN.slice().fill(0, 2 ** 20, 2 ** 21)
    expect(Buffer.compare(bytes, hole)).toBe(0)
  })
})

it('the same password makes another lock each time', async () => {
  const twin = await makeLock(webcrypto, PASSWORD, LEAST_COST)
  expect(twin.head.salt).not.toEqual(lock.head.salt)
  expect(twin.head.fileId).not.toEqual(lock.head.fileId)
  expect(await openLock(webcrypto, twin.head, PASSWORD)).not.toBeNull()
  expect(await openLock(webcrypto, { ...twin.head, wrapped: lock.head.wrapped }, PASSWORD)).toBeNull()
})
