import { joinedBytes } from '../../base/joined-bytes'

/** The part of the web's crypto that sealing needs; the same in browsers, workers and Node. */
export interface WebCrypto {
  getRandomValues(into: Uint8Array<ArrayBuffer>): unknown
  readonly subtle: {
    importKey(format: 'raw', key: Uint8Array<ArrayBuffer>, algorithm: string, extractable: boolean, usages: ('encrypt' | 'decrypt')[]): Promise<object>
    encrypt(algorithm: AesGcm, key: object, bytes: Uint8Array<ArrayBuffer>): Promise<ArrayBuffer>
    decrypt(algorithm: AesGcm, key: object, bytes: Uint8Array<ArrayBuffer>): Promise<ArrayBuffer>
  }
}

interface AesGcm {
  readonly name: 'AES-GCM'
  readonly iv: Uint8Array<ArrayBuffer>
  readonly additionalData: Uint8Array<ArrayBuffer>
}

export const KEY_BYTES = 32
export const NONCE_BYTES = 12
export const TAG_BYTES = 16
/** What sealing adds to any bytes: the nonce before them, the tag behind. */
export const SEAL_BYTES = NONCE_BYTES + TAG_BYTES

const SESSION_BYTES = 8
const MOST_SEALS = 2 ** 32

/** AES-256-GCM under one key. `bound` is not kept, but must be the same when the bytes are opened. */
export interface Cipher {
  /** nonce ‖ ciphertext ‖ tag. */
  seal(bound: Uint8Array, bytes: Uint8Array): Promise<Uint8Array>
  /** Null when key, bytes or what they are bound to are not those of the sealing. */
  open(bound: Uint8Array, sealed: Uint8Array): Promise<Uint8Array | null>
}

export function randomBytes(crypto: WebCrypto, length: number): Uint8Array<ArrayBuffer> {
  const bytes = new Uint8Array(length)
  crypto.getRandomValues(bytes)
  return bytes
}

/**
 * The cipher of a key of 32 bytes, which are overwritten. A nonce is 8 random bytes of the session and a counter, so that none
 * is used twice under a key.
 */
export async function createCipher(crypto: WebCrypto, key: Uint8Array<ArrayBuffer>): Promise<Cipher> {
  const imported = await crypto.subtle.importKey('raw', key, 'AES-GCM', false, ['encrypt', 'decrypt'])
  key.fill(0)
  let session = randomBytes(crypto, SESSION_BYTES)
  let seals = 0
  const nextNonce = (): Uint8Array<ArrayBuffer> => {
    if (seals === MOST_SEALS) {
      session = randomBytes(crypto, SESSION_BYTES)
      seals = 0
    }
    const nonce = new Uint8Array(NONCE_BYTES)
    nonce.set(session)
    new DataView(nonce.buffer).setUint32(SESSION_BYTES, seals)
    seals += 1
    return nonce
  }
  const how = (iv: Uint8Array<ArrayBuffer>, bound: Uint8Array): AesGcm => ({ name: 'AES-GCM', iv, additionalData: owned(bound) })
  return {
    async seal(bound, bytes) {
      const nonce = nextNonce()
      return joinedBytes([nonce, new Uint8Array(await crypto.subtle.encrypt(how(nonce, bound), imported, owned(bytes)))])
    },
    async open(bound, sealed) {
      if (sealed.length < SEAL_BYTES) return null
      try {
        const nonce = sealed.slice(0, NONCE_BYTES)
        return new Uint8Array(await crypto.subtle.decrypt(how(nonce, bound), imported, owned(sealed.subarray(NONCE_BYTES))))
      } catch (error) {
        if (error instanceof Error && error.name === 'OperationError') return null
        throw error
      }
    },
  }
}

/** The web's crypto takes no view of memory that others may still write to. */
const owned = (bytes: Uint8Array): Uint8Array<ArrayBuffer> => (bytes.buffer instanceof ArrayBuffer ? (bytes as Uint8Array<ArrayBuffer>) : bytes.slice() as Uint8Array<ArrayBuffer>)
