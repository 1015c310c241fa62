import { withinMemory } from '../base/out-of-memory'
import { ok, type Result } from '../base/result'
import type { Stage, Task } from '../base/task'
import type { EngineApi, EngineInput, EngineMethod, EngineOutput } from './engine-api'

/** What crosses between window and worker. `broken` carries a bug: it is thrown again on the other side. */
type ToEngine =
  | { readonly kind: 'request'; readonly id: number; readonly method: EngineMethod; readonly input: unknown }
  | { readonly kind: 'cancel'; readonly id: number }
  | { readonly kind: 'ping'; readonly id: number }
type ToWindow =
  | { readonly kind: 'progress'; readonly id: number; readonly done: number; readonly stage: Stage }
  | { readonly kind: 'reply'; readonly id: number; readonly result: Result<unknown> }
  | { readonly kind: 'broken'; readonly id: number; readonly message: string }

/** One end of a message channel: a Worker, a worker's own scope, or a started MessagePort. */
export interface Endpoint {
  postMessage(message: unknown, transfer: readonly ArrayBuffer[]): void
  onMessage(handler: (message: unknown) => void): void
}

export interface CallOptions {
  readonly onProgress?: (done: number, stage: Stage) => void
  readonly signal?: CancelSignal
}

/** The part of AbortSignal that a call needs. */
export interface CancelSignal {
  readonly aborted: boolean
  addEventListener(type: 'abort', listener: () => void): void
}

export interface EngineClient {
  call<M extends EngineMethod>(method: M, input: EngineInput<M>, options?: CallOptions): Promise<Result<EngineOutput<M>>>
}

/** A client that also tells whether the engine gives signs of life. */
export interface EngineLink extends EngineClient {
  /** Comes back as soon as the engine gives way, whatever it is at. */
  ping(): Promise<unknown>
}

/** Whole files are handed over, not copied: the sender's array is empty afterwards. */
function filesIn(value: unknown): readonly ArrayBuffer[] {
  if (typeof value !== 'object' || value === null) return []
  if (value instanceof Uint8Array) return value.buffer instanceof ArrayBuffer ? [value.buffer] : []
  if (Array.isArray(value)) return []
  return ['bytes', 'file', 'csv', 'value'].flatMap((key) => filesIn(Reflect.get(value, key)))
}

/** Calls the engine behind `endpoint`. Calls may overlap; each has its own progress and can be cancelled. */
export function connectEngine(endpoint: Endpoint): EngineLink {
  interface Waiting {
    readonly resolve: (result: Result<unknown>) => void
    readonly reject: (error: Error) => void
    readonly onProgress: CallOptions['onProgress']
  }
  const waiting = new Map<number, Waiting>()
  let lastId = 0
  const send = (message: ToEngine): void => endpoint.postMessage(message, message.kind === 'request' ? filesIn(message.input) : [])

  endpoint.onMessage((data) => {
    const message = data as ToWindow
    const call = waiting.get(message.id)
    if (!call) return
    if (message.kind === 'progress') {
      call.onProgress?.(message.done, message.stage)
      return
    }
    waiting.delete(message.id)
    if (message.kind === 'reply') call.resolve(message.result)
    else call.reject(new Error(message.message))
  })

  return {
    ping() {
      lastId += 1
      const id = lastId
      return new Promise((resolve, reject) => {
        waiting.set(id, { resolve, reject, onProgress: undefined })
        send({ kind: 'ping', id })
      })
    },
    call<M extends EngineMethod>(method: M, input: EngineInput<M>, options: CallOptions = {}) {
      lastId += 1
      const id = lastId
      return new Promise<Result<EngineOutput<M>>>((resolve, reject) => {
        waiting.set(id, { resolve: (result) => resolve(result as Result<EngineOutput<M>>), reject, onProgress: options.onProgress })
        options.signal?.addEventListener('abort', () => send({ kind: 'cancel', id }))
        send({ kind: 'request', id, method, input })
        if (options.signal?.aborted) send({ kind: 'cancel', id })
      })
    },
  }
}

/** Answers calls that arrive at `endpoint`. `breathe` gives the thread's other messages their turn. */
export function serveEngine(engine: EngineApi, endpoint: Endpoint, breathe: () => Promise<void>): void {
  const cancelled = new Set<number>()
  let last = 0
  const send = (message: ToWindow): void => endpoint.postMessage(message, message.kind === 'reply' ? filesIn(message.result) : [])

  const answer = async (id: number, method: EngineMethod, input: unknown): Promise<void> => {
    const task: Task = {
      report: (done, stage) => send({ kind: 'progress', id, done, stage }),
      cancelled: () => cancelled.has(id),
      breathe,
    }
    try {
      const run = engine[method] as (input: unknown, task: Task) => Promise<Result<unknown>>
      send({ kind: 'reply', id, result: await withinMemory(() => run(input, task)) })
    } catch (error) {
      send({ kind: 'broken', id, message: error instanceof Error ? (error.stack ?? error.message) : String(error) })
    } finally {
      cancelled.delete(id)
    }
  }

  endpoint.onMessage((data) => {
    const message = data as ToEngine
    if (message.kind === 'ping') {
      send({ kind: 'reply', id: message.id, result: ok(null) })
      return
    }
    if (message.kind === 'cancel') {
      cancelled.add(message.id)
      return
    }
    // A call is made once, and in its turn.
    if (message.id <= last) return
    last = message.id
    if (Object.hasOwn(engine, message.method)) void answer(message.id, message.method, message.input)
    else send({ kind: 'broken', id: message.id, message: `The engine has no method ${JSON.stringify(message.method)}` })
  })
}

