import { createHash, randomUUID } from 'node:crypto'
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

/** At once: the crypto of the web hands the bytes to a thread of its own, and copies them for that for as long as this takes. */
const sha256 = (bytes: Uint8Array): Promise<string> => Promise.resolve(createHash('sha256').update(bytes).digest('hex'))
