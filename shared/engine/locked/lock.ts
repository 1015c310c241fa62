import { createCipher, KEY_BYTES, randomBytes, type Cipher, type WebCrypto } from './cipher'
import { beforeKey, ID_BYTES, SALT_BYTES, type Head } from './head'
import { KEY_COST, keyOfPassword, type KeyCost } from './key-cost'
import { boundTo } from './bound'

/** A lock that is open: what a project is sealed under. The password is not in it. */
export interface Lock {
  readonly head: Head
  /** Under the data key. */
  readonly cipher: Cipher
}

const NOT_YET = new Uint8Array(0)

const wrapBound = (head: Head): Uint8Array => boundTo('key', head.fileId, [], beforeKey(head))

/** A new lock: its own id, its own random data key, wrapped under the password's. */
export async function makeLock(crypto: WebCrypto, password: string, cost: KeyCost = KEY_COST): Promise<Lock> {
  const [salt, fileId] = [randomBytes(crypto, SALT_BYTES), randomBytes(crypto, ID_BYTES)]
  const key = randomBytes(crypto, KEY_BYTES)
  const bare: Head = { cost, salt, fileId, wrapped: NOT_YET, generation: 0 }
  const wrapping = await createCipher(crypto, await keyOfPassword(password, salt, cost))
  const wrapped = await wrapping.seal(wrapBound(bare), key)
  return { head: { ...bare, wrapped }, cipher: await createCipher(crypto, key) }
}

/** Opens the lock of a head; null when the password is not its. */
export async function openLock(crypto: WebCrypto, head: Head, password: string): Promise<Lock | null> {
  const wrapping = await createCipher(crypto, await keyOfPassword(password, head.salt, head.cost))
  const key = await wrapping.open(wrapBound({ ...head, wrapped: NOT_YET }), head.wrapped)
  return key === null ? null : { head, cipher: await createCipher(crypto, new Uint8Array(key)) }
}

export const isSameLock = (lock: Lock, head: Head): boolean =>
  lock.head.fileId.every((byte, at) => byte === head.fileId[at]) && lock.head.wrapped.every((byte, at) => byte === head.wrapped[at])
