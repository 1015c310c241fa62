import { createHash, randomUUID } from 'node:crypto'
import { setImmediate } from 'node:timers/promises'
import initSqlJs from 'sql.js'
import type { Platform } from '../shared/engine/platform'
import { nodeDecoder } from './node-decode'
import { systemUser } from './system-user'

/** The engine's needs, met by Node. */
export async function createNodePlatform(author = systemUser()): Promise<Platform> {
  return {
    sql: await initSqlJs(),
    ...nodeDecoder,
    sha256,
    now: () => new Date().toISOString(),
    newId: randomUUID,
    author,
  }
}

const PIECE = 1 << 24

/** On this thread: the crypto of the web has one of its own, and copies the bytes for it for as long as this takes. */
async function sha256(bytes: Uint8Array): Promise<string> {
  const hash = createHash('sha256')
  for (let at = 0; at < bytes.length; at += PIECE) {
    if (at > 0) await setImmediate()
    hash.update(bytes.subarray(at, at + PIECE))
  }
  return hash.digest('hex')
}
