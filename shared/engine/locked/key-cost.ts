import { KEY_BYTES } from './cipher'

/** What one guess at a password costs: Argon2id over so much memory, so many times, on one lane. */
export interface KeyCost {
  readonly kibibytes: number
  readonly passes: number
}

export const KEY_COST: KeyCost = { kibibytes: 64 * 1024, passes: 3 }
/** OWASP's least, below which a file was made cheaper to guess; and more than anybody needs, which a hostile file might ask for. */
export const [LEAST_COST, MOST_COST]: readonly [KeyCost, KeyCost] = [
  { kibibytes: 19 * 1024, passes: 2 },
  { kibibytes: 256 * 1024, passes: 10 },
]

export const isAffordable = ({ kibibytes, passes }: KeyCost): boolean =>
  kibibytes >= LEAST_COST.kibibytes && kibibytes <= MOST_COST.kibibytes && passes >= LEAST_COST.passes && passes <= MOST_COST.passes

/** The key of a password: 32 bytes. The same letters give the same key, whether a keyboard composes them or not. */
export async function keyOfPassword(password: string, salt: Uint8Array, { kibibytes, passes }: KeyCost): Promise<Uint8Array<ArrayBuffer>> {
  // Only who has a password waits for it.
  const { argon2id } = await import('hash-wasm')
  const text = new TextEncoder().encode(password.normalize('NFC'))
  const key = await argon2id({ password: text, salt, iterations: passes, memorySize: kibibytes, parallelism: 1, hashLength: KEY_BYTES, outputType: 'binary' })
  text.fill(0)
  return new Uint8Array(key)
}
