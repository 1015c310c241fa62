import type { SqlJsStatic } from 'sql.js'
import type { Decoder } from '../ingest/types'
import type { FontWeight } from '../report/font/fonts'
import type { WebCrypto } from './locked/cipher'

/** What the engine cannot do purely, handed in by whoever runs it: a worker, the command line or a test. */
export interface Platform extends Decoder {
  readonly sql: SqlJsStatic
  /** SHA-256 of `bytes` in lower-case hex. */
  sha256(bytes: Uint8Array): Promise<string>
  /** What projects are locked with. */
  readonly crypto: WebCrypto
  /** ISO time, UTC. */
  now(): string
  /** Random id that no other machine will make. */
  newId(): string
  /** The face in which documents are set: a WOFF file of TrueType outlines. */
  font(weight: FontWeight): Promise<Uint8Array>
  /** Who the changes from now on are by. */
  author: string
}
