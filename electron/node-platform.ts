import { createHash, randomUUID } from 'node:crypto'
import { userInfo } from 'node:os'
import initSqlJs from 'sql.js'
import type { Platform } from '../shared/engine/platform'
import { nodeDecode } from './node-decode'

/** The engine's needs, met by Node. */
export async function createNodePlatform(author = systemUser()): Promise<Platform> {
  return {
    sql: await initSqlJs(),
    decode: nodeDecode,
    sha256: (bytes) => Promise.resolve(createHash('sha256').update(bytes).digest('hex')),
    now: () => new Date().toISOString(),
    newId: randomUUID,
    author,
  }
}

function systemUser(): string {
  try {
    return userInfo().username
  } catch {
    // Some containers run under a user that has no name.
    return 'user'
  }
}
