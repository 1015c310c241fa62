import { describe, expect, it } from 'vitest'
import { fault } from '../../../shared/base/fault'
import { ok, refuse } from '../../../shared/base/result'
import type { Endpoint } from '../../../shared/protocol/rpc'
import type { Shelf } from '../../../shared/protocol/store'
import { callsOf, connectShelf, serveShelf, shelfOf } from '../../../shared/protocol/store-rpc'
import { createMemoryShelf } from '../../helpers/memory-shelf'
import { must } from '../../helpers/project'

interface Sent {
  readonly message: unknown
  readonly transfer: readonly ArrayBuffer[]
}

/** Two ends of a channel that copies and hands over as a real one does. */
function channel(): { readonly ends: readonly [Endpoint, Endpoint]; readonly sent: Sent[] } {
  const sent: Sent[] = []
  const hear: ((message: unknown) => void)[] = []
  const end = (own: number, other: number): Endpoint => ({
    postMessage(message, transfer) {
      const copy: unknown = structuredClone(message, { transfer: [...transfer] })
      sent.push({ message: copy, transfer })
      queueMicrotask(() => hear[other]?.(copy))
    },
    onMessage: (handler) => void (hear[own] = handler),
  })
  return { ends: [end(0, 1), end(1, 0)], sent }
}

function connected(shelf: Shelf) {
  const { ends, sent } = channel()
  const { calls, release } = callsOf(shelf)
  serveShelf(calls, ends[0])
  const remote = connectShelf(ends[1])
  return { shelf: shelfOf(remote), remote, release, sent, client: ends[1] }
}

describe('a shelf over a channel', () => {
  it('lists, creates, describes, opens and removes', async () => {
    const { shelf } = connected(createMemoryShelf())
    const store = must(await shelf.create('p1'))
    expect(await shelf.open('p1')).toEqual(refuse(fault('locked')))
    await store.close()
    await shelf.describe('p1', '{"name":"Acme"}')
    expect(await shelf.list()).toEqual([{ id: 'p1', card: '{"name":"Acme"}', changedAt: expect.any(String) as unknown }])
    expect(await shelf.remove('p1')).toEqual(ok(null))
    expect(await shelf.open('p1')).toEqual(refuse(fault('no-project', { path: 'p1' })))
  })

  it('passes on what a project is called', async () => {
    const memory = createMemoryShelf()
    const named: Shelf = { ...memory, create: async (id) => ok({ ...must(await memory.create(id)), name: 'q3.earshot' }) }
    const { shelf } = connected(named)
    expect(must(await shelf.create('p1')).name).toBe('q3.earshot')
    expect('name' in must(await connected(createMemoryShelf()).shelf.create('p1'))).toBe(false)
  })

  it('keeps calls apart that overlap', async () => {
    const { shelf } = connected(createMemoryShelf())
    const [a, b] = await Promise.all([shelf.create('a'), shelf.create('b')])
    await Promise.all([must(a).appendJournal(Uint8Array.of(1)), must(b).appendJournal(Uint8Array.of(2)), must(a).appendJournal(Uint8Array.of(3))])
    expect([await must(a).readJournal(), await must(b).readJournal()]).toEqual([Uint8Array.of(1, 3), Uint8Array.of(2)])
  })

  it('leaves the bytes of who calls alone, sends no more than they are, and hands over those that come back', async () => {
    const { shelf, sent } = connected(createMemoryShelf())
    const store = must(await shelf.create('p1'))
    const whole = new Uint8Array(1000).fill(7)
    const part = whole.subarray(10, 20)
    await store.writeSnapshot(part)
    expect(whole.length).toBe(1000)
    const { message } = sent.findLast((each) => Reflect.get(each.message as object, 'method') === 'writeSnapshot')!
    const [, bytes] = (message as { args: readonly [number, Uint8Array] }).args
    expect(bytes.buffer.byteLength).toBe(10)
    expect(await store.readSnapshot()).toEqual(new Uint8Array(10).fill(7))
    expect(sent.at(-1)?.transfer).toHaveLength(1)
  })

  it('throws what is a bug on the other side, and nothing else', async () => {
    const { remote, shelf, client } = connected({ ...createMemoryShelf(), list: () => Promise.reject(new Error('boom')) })
    await expect(shelf.list()).rejects.toThrow('boom')
    for (const handle of [0, 1, -1, 7]) await expect(remote.readJournal(handle)).rejects.toThrow(`no store has the handle ${handle}`)
    const answered = new Promise((resolve) => client.onMessage(resolve))
    client.postMessage({ id: 99, method: 'constructor', args: [] }, [])
    expect(await answered).toEqual({ kind: 'broken', id: 99, message: 'the shelf has no method "constructor"' })
  })

  it('takes a handle back for good when its store is closed', async () => {
    const { remote } = connected(createMemoryShelf())
    const first = must(await remote.create('p1')).handle
    await remote.close(first)
    await expect(remote.appendJournal(first, Uint8Array.of(1))).rejects.toThrow('handle')
    await expect(remote.close(first)).rejects.toThrow('handle')
    expect(must(await remote.open('p1')).handle).not.toBe(first)
  })

  it('frees everything when the caller is gone', async () => {
    const { remote, shelf, release } = connected(createMemoryShelf())
    const { handle } = must(await remote.create('p1'))
    await release()
    await expect(remote.appendJournal(handle, Uint8Array.of(1))).rejects.toThrow('handle')
    expect(await shelf.open('p1')).toMatchObject({ ok: true })
  })

  it('keeps nothing open for a caller that went while it was opened', async () => {
    const { remote, release } = connected(createMemoryShelf())
    const opening = expect(remote.create('p1')).rejects.toThrow('gone')
    await Promise.resolve()
    await release()
    await opening
    expect(await remote.open('p1')).toMatchObject({ ok: true })
  })
})
