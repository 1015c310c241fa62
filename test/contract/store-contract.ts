import type { ProjectStore } from '../../shared/protocol/store'
import type { Result } from '../../shared/base/result'

/** Opens the same project again; the one before must have been closed. */
export type OpenStore = () => Promise<Result<ProjectStore>>

export interface ContractCase {
  readonly name: string
  readonly run: (open: OpenStore) => Promise<void>
}

const bytes = (...values: number[]): Uint8Array => Uint8Array.from(values)

function expectBytes(got: Uint8Array | null, want: readonly number[] | null, what: string): void {
  const text = (value: ArrayLike<number> | null): string => (value === null ? 'nothing' : `[${Array.from(value).join(',')}]`)
  if (text(got) !== text(want)) throw new Error(`${what}: got ${text(got)}, wanted ${text(want)}`)
}

function done(result: Result<unknown>, what: string): void {
  if (!result.ok) throw new Error(`${what} was refused: ${JSON.stringify(result.fault)}`)
}

async function opened(open: OpenStore): Promise<ProjectStore> {
  const store = await open()
  if (!store.ok) throw new Error(`opening was refused: ${JSON.stringify(store.fault)}`)
  return store.value
}

/** What every host keeps of a project. One suite, run on the memory, Node and browser stores. */
export const STORE_CONTRACT: readonly ContractCase[] = [
  {
    name: 'starts empty',
    async run(open) {
      const store = await opened(open)
      expectBytes(await store.readSnapshot(), null, 'snapshot')
      expectBytes(await store.readJournal(), [], 'journal')
      expectBytes(await store.readBatch('0'), null, 'batch')
      await store.close()
    },
  },
  {
    name: 'replaces the snapshot as a whole and keeps it after closing',
    async run(open) {
      let store = await opened(open)
      done(await store.writeSnapshot(bytes(1, 2, 3, 4, 5)), 'first snapshot')
      done(await store.writeSnapshot(bytes(9, 8)), 'shorter snapshot')
      expectBytes(await store.readSnapshot(), [9, 8], 'at once')
      await store.close()
      store = await opened(open)
      expectBytes(await store.readSnapshot(), [9, 8], 'after closing')
      done(await store.writeSnapshot(bytes(7)), 'third snapshot')
      expectBytes(await store.readSnapshot(), [7], 'third')
      await store.close()
    },
  },
  {
    name: 'appends to the journal, across closings',
    async run(open) {
      let store = await opened(open)
      done(await store.appendJournal(bytes(1, 2)), 'append')
      done(await store.appendJournal(bytes(3)), 'append')
      expectBytes(await store.readJournal(), [1, 2, 3], 'at once')
      await store.close()
      store = await opened(open)
      done(await store.appendJournal(bytes(4)), 'append after opening')
      expectBytes(await store.readJournal(), [1, 2, 3, 4], 'after opening')
      await store.close()
    },
  },
  {
    name: 'cuts the journal and goes on from there',
    async run(open) {
      let store = await opened(open)
      done(await store.appendJournal(bytes(1, 2, 3, 4)), 'append')
      done(await store.truncateJournal(2), 'cut')
      done(await store.appendJournal(bytes(5)), 'append after the cut')
      expectBytes(await store.readJournal(), [1, 2, 5], 'cut')
      done(await store.truncateJournal(0), 'empty')
      expectBytes(await store.readJournal(), [], 'emptied')
      done(await store.truncateJournal(0), 'empty again')
      done(await store.appendJournal(bytes(6)), 'append')
      await store.close()
      store = await opened(open)
      expectBytes(await store.readJournal(), [6], 'after closing')
      await store.close()
    },
  },
  {
    name: 'keeps batches until they are dropped',
    async run(open) {
      let store = await opened(open)
      done(await store.writeBatch('aa', bytes(1)), 'batch')
      done(await store.writeBatch('bb', bytes(2, 2)), 'batch')
      done(await store.writeBatch('aa', bytes(1)), 'same batch')
      await store.close()
      store = await opened(open)
      expectBytes(await store.readBatch('bb'), [2, 2], 'after closing')
      await store.dropBatches()
      expectBytes(await store.readBatch('aa'), null, 'dropped')
      await store.dropBatches()
      await store.close()
    },
  },
  {
    name: 'keeps large snapshots whole',
    async run(open) {
      const store = await opened(open)
      const large = new Uint8Array(5_000_000).map((_, at) => (at * 31) & 0xff)
      done(await store.writeSnapshot(large), 'snapshot')
      const read = await store.readSnapshot()
      if (read?.length !== large.length || read.some((byte, at) => byte !== large[at])) throw new Error('the bytes differ')
      await store.close()
    },
  },
  {
    name: 'hands out what it keeps as copies',
    async run(open) {
      const store = await opened(open)
      const mine = bytes(1, 2)
      done(await store.writeSnapshot(mine), 'snapshot')
      mine[0] = 9
      ;(await store.readSnapshot())![1] = 9
      expectBytes(await store.readSnapshot(), [1, 2], 'snapshot')
      await store.close()
    },
  },
  {
    name: 'has one writer at a time',
    async run(open) {
      const store = await opened(open)
      const second = await open()
      if (second.ok || second.fault.code !== 'locked') throw new Error('a second writer was let in')
      await store.close()
      await (await opened(open)).close()
    },
  },
]
