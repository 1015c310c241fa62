import { webcrypto } from 'node:crypto'
import { expect, it } from 'vitest'
import { createCipher, NONCE_BYTES } from '../../../shared/engine/locked/cipher'

const hex = (text: string): Uint8Array<ArrayBuffer> => new Uint8Array(Buffer.from(text, 'hex'))

/** McGrew and Viega, The Galois/Counter Mode of Operation, test case 16. */
const KEY = 'feffe9928665731c6d6a8f9467308308feffe9928665731c6d6a8f9467308308'
const NONCE = 'cafebabefacedbaddecaf888'
const BOUND = 'feedfacedeadbeeffeedfacedeadbeefabaddad2'
const PLAIN = 'd9313225f88406e5a55909c5aff5269a86a7a9531534f7da2e4c303d8a318a721c3c0c95956809532fcf0e2449a6b525b16aedf5aa0de657ba637b39'
const SEALED =
  '522dc1f099567d07f47f37a32a84427d643a8cdcbfe5c0c97598a2bd2555d1aa8cb08e48590dbb3da7b08b1056828838c5f61e6393ba7a0abcc9f66276fc6ece0f4e1768cddf8853bb2d551b'

it('is AES-256-GCM', async () => {
  const cipher = await createCipher(webcrypto, hex(KEY))
  expect(await cipher.open(hex(BOUND), hex(NONCE + SEALED))).toEqual(hex(PLAIN))
  expect(await cipher.open(hex(`${BOUND}00`), hex(NONCE + SEALED))).toBeNull()
  expect(await cipher.open(hex(BOUND), hex(NONCE))).toBeNull()
})

it('opens what it sealed, bound to the same, and never uses a nonce twice', async () => {
  const key = hex(KEY)
  const cipher = await createCipher(webcrypto, key)
  // Whoever reads the memory later finds no key.
  expect(key.every((byte) => byte === 0)).toBe(true)
  const nonces = new Set<string>()
  for (let turn = 0; turn < 500; turn++) {
    const sealed = await cipher.seal(hex(BOUND), hex(PLAIN))
    expect(await cipher.open(hex(BOUND), sealed)).toEqual(hex(PLAIN))
    nonces.add(Buffer.from(sealed.subarray(0, NONCE_BYTES)).toString('hex'))
  }
  expect(nonces.size).toBe(500)
  const again = await createCipher(webcrypto, hex(KEY))
  const [one, two] = [await cipher.seal(hex(BOUND), hex('')), await again.seal(hex(BOUND), hex(''))]
  expect(one.subarray(0, 8)).not.toEqual(two.subarray(0, 8))
})
