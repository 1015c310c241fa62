import { createHash, randomUUID, webcrypto } from 'node:crypto'
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

/** Beyond this a thread of its own pays. */
const LARGE = 1 << 20

async function sha256(bytes: Uint8Array): Promise<string> {
  if (bytes.length < LARGE) return createHash('sha256').update(bytes).digest('hex')
  return Buffer.from(await webcrypto.subtle.digest('SHA-256', bytes as Uint8Array<ArrayBuffer>)).toString('hex')
}
