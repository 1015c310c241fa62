import type { Result } from '../base/result'
import type { Endpoint } from './rpc'
import type { Generation, ProjectStore, Shelf, ShelfEntry } from './store'

/**
 * A shelf and its stores as calls that can cross threads and processes: names, numbers and bytes, no objects. A store
 * is called by its handle, which `open` and `create` give out and `close` takes back; a handle is never given twice.
 */
export interface ShelfCalls {
  readonly list: () => Promise<readonly ShelfEntry[]>
  readonly open: (id: string) => Promise<Result<OpenedStore>>
  readonly create: (id: string) => Promise<Result<OpenedStore>>
  readonly describe: (id: string, card: string) => Promise<void>
  readonly remove: (id: string) => Promise<Result<null>>
  readonly generations: (id: string) => Promise<readonly Generation[]>
  readonly readGeneration: (id: string, name: string) => Promise<Uint8Array | null>
  readonly dropGenerations: (id: string) => Promise<Result<null>>
  readonly readSnapshot: (handle: number) => Promise<Uint8Array | null>
  readonly writeSnapshot: (handle: number, bytes: Uint8Array) => Promise<Result<null>>
  readonly readJournal: (handle: number) => Promise<Uint8Array>
  readonly appendJournal: (handle: number, bytes: Uint8Array) => Promise<Result<null>>
  readonly truncateJournal: (handle: number, length: number) => Promise<Result<null>>
  readonly writeBatch: (handle: number, id: string, bytes: Uint8Array) => Promise<Result<null>>
  readonly readBatch: (handle: number, id: string) => Promise<Uint8Array | null>
  readonly dropBatches: (handle: number) => Promise<void>
  readonly close: (handle: number) => Promise<void>
}

export interface OpenedStore {
  readonly handle: number
  readonly name: string | null
}

export type ShelfMethod = keyof ShelfCalls

/** The calls of `shelf`, for one caller. `release` closes what the caller left open: it is gone, or has begun anew. */
export function callsOf(shelf: Shelf): { readonly calls: ShelfCalls; readonly release: () => Promise<void> } {
  const stores = new Map<number, ProjectStore>()
  let last = 0
  let releases = 0
  const lend = async (opening: Promise<Result<ProjectStore>>): Promise<Result<OpenedStore>> => {
    const before = releases
    const store = await opening
    if (!store.ok) return store
    if (releases !== before) {
      await store.value.close()
      throw new Error('who asked is gone')
    }
    last += 1
    stores.set(last, store.value)
    return { ok: true, value: { handle: last, name: store.value.name ?? null } }
  }
  /** Async, so that a wrong handle is a promise that fails, as it is for a caller in another process. */
  const storeOf = async (handle: number): Promise<ProjectStore> => {
    const store = stores.get(handle)
    if (!store) throw new Error(`no store has the handle ${handle}`)
    return store
  }
  return {
    calls: {
      list: () => shelf.list(),
      open: (id) => lend(shelf.open(id)),
      create: (id) => lend(shelf.create(id)),
      describe: (id, card) => shelf.describe(id, card),
      remove: (id) => shelf.remove(id),
      generations: async (id) => (await shelf.generations?.(id)) ?? [],
      readGeneration: async (id, name) => (await shelf.readGeneration?.(id, name)) ?? null,
      dropGenerations: async (id) => (await shelf.dropGenerations?.(id)) ?? { ok: true, value: null },
      readSnapshot: async (handle) => (await storeOf(handle)).readSnapshot(),
      writeSnapshot: async (handle, bytes) => (await storeOf(handle)).writeSnapshot(bytes),
      readJournal: async (handle) => (await storeOf(handle)).readJournal(),
      appendJournal: async (handle, bytes) => (await storeOf(handle)).appendJournal(bytes),
      truncateJournal: async (handle, length) => (await storeOf(handle)).truncateJournal(length),
      writeBatch: async (handle, id, bytes) => (await storeOf(handle)).writeBatch(id, bytes),
      readBatch: async (handle, id) => (await storeOf(handle)).readBatch(id),
      dropBatches: async (handle) => (await storeOf(handle)).dropBatches(),
      async close(handle) {
        const store = await storeOf(handle)
        stores.delete(handle)
        await store.close()
      },
    },
    async release() {
      releases += 1
      const left = [...stores.values()]
      stores.clear()
      await Promise.all(left.map((store) => store.close()))
    },
  }
}

/** The shelf behind `calls`. */
export function shelfOf(calls: ShelfCalls): Shelf {
  const storeOf = ({ handle, name }: OpenedStore): ProjectStore => ({
    ...(name === null ? {} : { name }),
    readSnapshot: () => calls.readSnapshot(handle),
    writeSnapshot: (bytes) => calls.writeSnapshot(handle, bytes),
    readJournal: () => calls.readJournal(handle),
    appendJournal: (bytes) => calls.appendJournal(handle, bytes),
    truncateJournal: (length) => calls.truncateJournal(handle, length),
    writeBatch: (id, bytes) => calls.writeBatch(handle, id, bytes),
    readBatch: (id) => calls.readBatch(handle, id),
    dropBatches: () => calls.dropBatches(handle),
    close: () => calls.close(handle),
  })
  const opened = (lent: Result<OpenedStore>): Result<ProjectStore> =>
    lent.ok ? { ok: true, value: storeOf(lent.value) } : lent
  return {
    list: () => calls.list(),
    open: async (id) => opened(await calls.open(id)),
    create: async (id) => opened(await calls.create(id)),
    describe: (id, card) => calls.describe(id, card),
    remove: (id) => calls.remove(id),
    generations: (id) => calls.generations(id),
    readGeneration: (id, name) => calls.readGeneration(id, name),
    dropGenerations: (id) => calls.dropGenerations(id),
  }
}

/** What crosses an endpoint. `broken` carries a bug: it is thrown again on the other side. */
interface ToShelf {
  readonly id: number
  readonly method: ShelfMethod
  readonly args: readonly unknown[]
}
type FromShelf =
  | { readonly kind: 'reply'; readonly id: number; readonly value: unknown }
  | { readonly kind: 'broken'; readonly id: number; readonly message: string }

/** Bytes that own their buffer are handed over; a view of a larger one would take the rest along. */
const handedOver = (value: unknown): readonly ArrayBuffer[] =>
  value instanceof Uint8Array && value.buffer instanceof ArrayBuffer && value.byteLength === value.buffer.byteLength
    ? [value.buffer]
    : []

/** Answers calls that arrive at `endpoint`. */
export function serveShelf(calls: ShelfCalls, endpoint: Endpoint): void {
  const send = (message: FromShelf): void =>
    endpoint.postMessage(message, message.kind === 'reply' ? handedOver(message.value) : [])
  let last = 0
  endpoint.onMessage((data) => {
    const { id, method, args } = data as ToShelf
    // A call is made once, and in its turn: appended twice, a journal would be damaged.
    if (id <= last) return
    last = id
    const broken = (error: unknown): void =>
      send({ kind: 'broken', id, message: error instanceof Error ? error.message : String(error) })
    if (!Object.hasOwn(calls, method)) return broken(`the shelf has no method ${JSON.stringify(method)}`)
    const run = calls[method] as (...args: readonly unknown[]) => Promise<unknown>
    // What cannot be sent is answered as well: who asked would wait for ever.
    run(...args).then((value) => send({ kind: 'reply', id, value })).catch(broken)
  })
}

/** The calls that `serveShelf` answers at the other end of `endpoint`. Arguments are copied: their owner goes on using them. */
export function connectShelf(endpoint: Endpoint): ShelfCalls {
  interface Waiting {
    readonly resolve: (value: never) => void
    readonly reject: (error: Error) => void
  }
  const waiting = new Map<number, Waiting>()
  let last = 0
  endpoint.onMessage((data) => {
    const message = data as FromShelf
    const call = waiting.get(message.id)
    waiting.delete(message.id)
    if (message.kind === 'reply') call?.resolve(message.value as never)
    else call?.reject(new Error(message.message))
  })
  const call =
    <M extends ShelfMethod>(method: M) =>
    (...args: Parameters<ShelfCalls[M]>): ReturnType<ShelfCalls[M]> => {
      last += 1
      const id = last
      // A view is cut out first: its whole buffer would be copied otherwise.
      const own = args.map((arg) => (arg instanceof Uint8Array ? arg.slice() : arg))
      const answer = new Promise((resolve, reject) => {
        waiting.set(id, { resolve, reject })
        endpoint.postMessage({ id, method, args: own } satisfies ToShelf, own.flatMap(handedOver))
      })
      return answer as ReturnType<ShelfCalls[M]>
    }
  return {
    list: call('list'),
    open: call('open'),
    create: call('create'),
    describe: call('describe'),
    remove: call('remove'),
    generations: call('generations'),
    readGeneration: call('readGeneration'),
    dropGenerations: call('dropGenerations'),
    readSnapshot: call('readSnapshot'),
    writeSnapshot: call('writeSnapshot'),
    readJournal: call('readJournal'),
    appendJournal: call('appendJournal'),
    truncateJournal: call('truncateJournal'),
    writeBatch: call('writeBatch'),
    readBatch: call('readBatch'),
    dropBatches: call('dropBatches'),
    close: call('close'),
  }
}
