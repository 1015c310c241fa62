import initSqlJs from 'sql.js'
import wasmUrl from 'sql.js/dist/sql-wasm-browser.wasm?url'
import { checkedSql } from '../../shared/engine/db/export-database'
import { createDesk } from '../../shared/engine/desk'
import type { Platform } from '../../shared/engine/platform'
import { serveEngine, type Endpoint } from '../../shared/protocol/rpc'
import { readLent, type Lent } from './lent-shelf'
import { createOpfsShelf } from './opfs-shelf'
import { webDecoder } from './web-decode'
import { readFont } from './web-font'

const scope = self as unknown as DedicatedWorkerGlobalScope

const toHex = (buffer: ArrayBuffer): string =>
  Array.from(new Uint8Array(buffer), (byte) => byte.toString(16).padStart(2, '0')).join('')

/** A turn of the message loop: a timer would wait, a message does not. */
function breathe(): Promise<void> {
  return new Promise((resolve) => {
    const { port1, port2 } = new MessageChannel()
    port1.onmessage = () => {
      port1.close()
      resolve()
    }
    port2.postMessage(null)
  })
}

let lend: (lent: Lent) => void = () => undefined
/** On the desktop, the shell keeps the projects; the window brings its shelf. */
const lent = scope.name === 'desktop' ? new Promise<Lent>((resolve) => (lend = resolve)) : null

// Messages that arrive while SQLite loads wait here; a listener set later would miss them.
const early: unknown[] = []
let deliver: (message: unknown) => void = (message) => early.push(message)
scope.onmessage = (event: MessageEvent<unknown>) => {
  const brought = readLent(event)
  if (brought) lend(brought)
  else deliver(event.data)
}

const endpoint: Endpoint = {
  postMessage: (message, transfer) => scope.postMessage(message, [...transfer]),
  onMessage(handler) {
    deliver = handler
    for (const message of early.splice(0)) handler(message)
  },
}

const [sql, desktop] = await Promise.all([initSqlJs({ locateFile: () => wasmUrl }), lent])

const platform: Platform = {
  sql: checkedSql(sql),
  ...webDecoder,
  sha256: async (bytes) => toHex(await crypto.subtle.digest('SHA-256', bytes as Uint8Array<ArrayBuffer>)),
  crypto,
  font: readFont,
  now: () => new Date().toISOString(),
  newId: () => crypto.randomUUID(),
  author: desktop?.coder ?? '',
}

serveEngine(createDesk(platform, desktop?.shelf ?? createOpfsShelf()), endpoint, breathe)
