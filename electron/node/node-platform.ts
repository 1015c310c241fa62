import { createHash, randomUUID, webcrypto } from 'node:crypto'
import { readFile } from 'node:fs/promises'
import { createRequire } from 'node:module'
import { setImmediate } from 'node:timers/promises'
import initSqlJs from 'sql.js'
import { checkedSql } from '../../shared/engine/db/export-database'
import type { Platform } from '../../shared/engine/platform'
import type { FontWeight } from '../../shared/report/font/fonts'
import { nodeDecoder } from './node-decode'
import { systemUser } from './system-user'

/** The engine's needs, met by Node. */
export async function createNodePlatform(author = systemUser()): Promise<Platform> {
  return {
    sql: checkedSql(await initSqlJs()),
    ...nodeDecoder,
    sha256,
    crypto: webcrypto,
    font: readFont,
    now: () => new Date().toISOString(),
    newId: randomUUID,
    author,
  }
}

const FILES: Readonly<Record<FontWeight, string>> = { regular: 'Pretendard-Regular.woff', bold: 'Pretendard-Bold.woff' }

/** A font as it lies in its package. */
export async function readFont(weight: FontWeight): Promise<Uint8Array> {
  const { resolve } = createRequire(import.meta.url)
  return new Uint8Array(await readFile(resolve(`pretendard/dist/web/static/woff/${FILES[weight]}`)))
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
