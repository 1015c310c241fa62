import { MessageChannel, type MessagePort } from 'node:worker_threads'
import { afterEach, expect, it } from 'vitest'
import { fault } from '../../../shared/base/fault'
import { ok, refuse } from '../../../shared/base/result'
import type { EngineApi } from '../../../shared/protocol/engine-api'
import { connectEngine, serveEngine, type Endpoint, type EngineLink } from '../../../shared/protocol/rpc'

const open: MessagePort[] = []
afterEach(() => {
  for (const port of open.splice(0)) port.close()
})

const endpointOf = (port: MessagePort): Endpoint => ({
  postMessage: (message, transfer) => port.postMessage(message, [...transfer]),
  onMessage: (handler) => void port.on('message', handler),
})

const breathe = (): Promise<void> => new Promise((resolve) => setImmediate(resolve))

/** A client of an engine of which only `methods` are there. */
function connected(methods: Partial<EngineApi>): EngineLink {
  const { port1, port2 } = new MessageChannel()
  open.push(port1, port2)
  serveEngine(methods as EngineApi, endpointOf(port1), breathe)
  return connectEngine(endpointOf(port2))
}

it('carries values and faults', async () => {
  const client = connected({
    createProject: ({ name }) => Promise.resolve(refuse(fault('storage', { what: name }))),
    closeProject: () => Promise.resolve(ok(null)),
  })
  expect(await client.call('createProject', { name: '서베이' })).toEqual(refuse(fault('storage', { what: '서베이' })))
  expect(await client.call('closeProject', null)).toEqual(ok(null))
})

it('keeps overlapping calls and their progress apart', async () => {
  const client = connected({
    openProject: async ({ id }, task) => {
      for (const done of [0.25, 0.75]) {
        task.report(done, 'opening')
        await task.breathe()
      }
      return refuse(fault('no-project', { path: id }))
    },
  })
  const seen = new Map<string, number[]>()
  const calls = ['a', 'b'].map((id) => {
    seen.set(id, [])
    return client.call('openProject', { id }, { onProgress: (done) => void seen.get(id)!.push(done) })
  })
  expect(await Promise.all(calls)).toEqual(['a', 'b'].map((path) => refuse(fault('no-project', { path }))))
  expect([...seen.values()]).toEqual([[0.25, 0.75], [0.25, 0.75]])
})

it('cancels the call that was meant, before or while it runs', async () => {
  const client = connected({
    closeProject: async (_, task) => {
      for (let turn = 0; turn < 1000; turn++) {
        if (task.cancelled()) return refuse(fault('cancelled'))
        await task.breathe()
      }
      return ok(null)
    },
  })
  const controller = new AbortController()
  const cancelled = client.call('closeProject', null, { signal: controller.signal })
  const other = client.call('closeProject', null)
  setImmediate(() => controller.abort())
  expect(await cancelled).toEqual(refuse(fault('cancelled')))
  expect(await other).toEqual(ok(null))
  expect(await client.call('closeProject', null, { signal: AbortSignal.abort() })).toEqual(refuse(fault('cancelled')))
})

it('hands files over instead of copying them', async () => {
  const client = connected({
    openFile: ({ bytes }) => Promise.resolve(refuse(fault('storage', { what: bytes.join(',') }))),
    exportProject: () => Promise.resolve(ok({ name: 'a.earshot', bytes: Uint8Array.of(7, 8) })),
  })
  const bytes = Uint8Array.of(1, 2, 3)
  expect(await client.call('openFile', { name: 'p', bytes })).toEqual(refuse(fault('storage', { what: '1,2,3' })))
  expect(bytes.length).toBe(0)
  expect(await client.call('exportProject', null)).toEqual(ok({ name: 'a.earshot', bytes: Uint8Array.of(7, 8) }))
})

it('throws bugs and unknown methods on the side that asked', async () => {
  const client = connected({ projects: () => Promise.reject(new Error('a bug')) })
  await expect(client.call('projects', null)).rejects.toThrow('a bug')
  await expect(client.call('undo', null)).rejects.toThrow('no method "undo"')
})

it('does once what is asked for twice, and says what cannot be sent', async () => {
  const { port1, port2 } = new MessageChannel()
  open.push(port1, port2)
  const asked: string[] = []
  const methods: Partial<EngineApi> = {
    createProject: ({ name }) => {
      asked.push(name)
      return Promise.resolve(refuse(fault('storage', { what: name === 'odd' ? ((() => 0) as unknown as string) : name })))
    },
  }
  serveEngine(methods as EngineApi, endpointOf(port1), breathe)
  const end = endpointOf(port2)
  const client = connectEngine({ ...end, postMessage: (message, transfer) => [0, 1].forEach(() => end.postMessage(message, transfer)) })
  expect(await client.call('createProject', { name: 'a' })).toMatchObject({ ok: false })
  await expect(client.call('createProject', { name: 'odd' })).rejects.toThrow(/could not be cloned/)
  await breathe()
  expect(asked).toEqual(['a', 'odd'])
})

it('answers whoever asks for a sign, whenever it gives way', async () => {
  let finish: () => void = () => undefined
  const client = connected({ closeProject: () => new Promise((resolve) => (finish = () => resolve(ok(null)))) })
  const closed = client.call('closeProject', null)
  await client.ping()
  finish()
  expect(await closed).toEqual(ok(null))
})

it.each([
  new RangeError('Array buffer allocation failed'),
  new RangeError('Invalid typed array length: 4294967296'),
  new RangeError('Invalid string length'),
  new Error('out of memory'),
  new WebAssembly.RuntimeError('Aborted(OOM). Build with -sASSERTIONS for more info.'),
])('says that memory ended, and not that something is broken: %s', async (error) => {
  const client = connected({ closeProject: () => Promise.reject(error) })
  expect(await client.call('closeProject', null)).toEqual(refuse(fault('out-of-memory')))
})

it('takes a stack that overflows for a bug', async () => {
  const client = connected({ closeProject: () => Promise.reject(new RangeError('Maximum call stack size exceeded')) })
  await expect(client.call('closeProject', null)).rejects.toThrow('call stack')
})
