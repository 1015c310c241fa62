import { sizeOf, writeAll } from '../../renderer/engine/opfs-files'
import { listGenerations, readGeneration } from '../../renderer/engine/opfs-snapshots'
import { openOpfsStore, type OpfsStore } from '../../renderer/engine/opfs-store'

/** What only the browser's store does: earlier snapshots, and handles that do not tell the truth. */
interface OpfsCase {
  readonly name: string
  readonly run: (folder: FileSystemDirectoryHandle) => Promise<void>
}

const open = (folder: FileSystemDirectoryHandle): Promise<OpfsStore> => openOpfsStore(folder, () => undefined)

function same(got: unknown, want: unknown, what: string): void {
  if (JSON.stringify(got) !== JSON.stringify(want)) throw new Error(`${what}: got ${JSON.stringify(got)}, wanted ${JSON.stringify(want)}`)
}

async function write(store: OpfsStore, ...values: readonly number[]): Promise<void> {
  for (const value of values) {
    const written = await store.writeSnapshot(Uint8Array.of(value))
    if (!written.ok) throw new Error(`refused: ${JSON.stringify(written.fault)}`)
  }
}

/** First bytes of the earlier snapshots, newest first. */
async function earlier(folder: FileSystemDirectoryHandle): Promise<readonly (number | undefined)[]> {
  const kept = await listGenerations(folder)
  return Promise.all(kept.map(async ({ name }) => (await readGeneration(folder, name))?.[0]))
}

const namesIn = async (folder: FileSystemDirectoryHandle): Promise<readonly string[]> => {
  const names: string[] = []
  for await (const name of folder.keys()) names.push(name)
  return names.sort()
}

const plant = async (folder: FileSystemDirectoryHandle, ...names: readonly string[]): Promise<void> => {
  for (const name of names) await folder.getFileHandle(name, { create: true })
}

/** A handle that says it took, or has, so much. */
const lying = (said: number): FileSystemSyncAccessHandle =>
  ({ write: () => said, getSize: () => said, flush: () => undefined }) as unknown as FileSystemSyncAccessHandle

function thrown(work: () => unknown): string {
  try {
    work()
    return 'nothing'
  } catch (error) {
    return error instanceof DOMException ? error.name : String(error)
  }
}

const refusal = (work: () => Promise<unknown>): Promise<string> =>
  work().then(
    () => 'nothing',
    (error: unknown) => (error instanceof DOMException ? error.name : String(error)),
  )

export const OPFS_CASES: readonly OpfsCase[] = [
  {
    name: 'keeps the two snapshots before the newest, across closings',
    async run(folder) {
      const store = await open(folder)
      await write(store, 1)
      same(await earlier(folder), [], 'of the first')
      await write(store, 2, 3, 4)
      await store.close()
      const again = await open(folder)
      same(await earlier(folder), [3, 2], 'after closing')
      same((await again.readSnapshot())?.[0], 4, 'the newest')
      same(await readGeneration(folder, '../journal'), null, 'another name')
      await again.close()
    },
  },
  {
    name: 'leaves nothing of before when generations are dropped, nor of what was there then',
    async run(folder) {
      const store = await open(folder)
      await write(store, 1, 2, 3)
      await store.dropGenerations()
      same(await earlier(folder), [], 'dropped')
      same((await store.readSnapshot())?.[0], 3, 'the newest stays')
      await write(store, 4)
      same([await earlier(folder), await namesIn(folder)], [[], ['journal', 'snapshot-4', 'snapshot-4.ok']], 'the next')
      await write(store, 5)
      same(await earlier(folder), [4], 'the one after')
      await store.close()
    },
  },
  {
    name: 'removes at opening what a crash left: of a snapshot that was not finished, or not yet kept',
    async run(folder) {
      const store = await open(folder)
      await write(store, 1, 2)
      await store.close()
      await plant(folder, 'snapshot-0', 'snapshot-9')
      await folder.removeEntry('snapshot-1.kept')
      await (await open(folder)).close()
      same(await namesIn(folder), ['journal', 'snapshot-2', 'snapshot-2.ok'], 'left')
    },
  },
  {
    name: 'keeps a second opener out, and who would remove the folder, as long as its journal is open, and touches nothing for them',
    async run(folder) {
      const outer = await folder.getDirectoryHandle('project', { create: true })
      const store = await open(outer)
      await write(store, 1, 2)
      await plant(outer, 'snapshot-3')
      same(await refusal(() => open(outer)), 'NoModificationAllowedError', 'opening')
      same(await refusal(() => folder.removeEntry('project', { recursive: true })), 'NoModificationAllowedError', 'removing')
      same(await namesIn(outer), ['journal', 'snapshot-1', 'snapshot-1.kept', 'snapshot-2', 'snapshot-2.ok', 'snapshot-3'], 'what is there')
      await store.close()
      await (await open(outer)).close()
      same(await namesIn(outer), ['journal', 'snapshot-1', 'snapshot-1.kept', 'snapshot-2', 'snapshot-2.ok'], 'tidied')
      await folder.removeEntry('project', { recursive: true })
    },
  },
  {
    name: 'knows a write that says it took more than there was, and a file that is gone',
    run() {
      const bytes = new Uint8Array(10)
      // As Chromium says it in a private window: an error's number without its sign.
      same(thrown(() => writeAll(lying(2 ** 32 - 8), bytes, 0)), 'QuotaExceededError', 'no room')
      same(thrown(() => writeAll(lying(0), bytes, 0)), 'QuotaExceededError', 'nothing')
      same(thrown(() => writeAll(lying(10), bytes, 0)), 'nothing', 'all')
      same(thrown(() => sizeOf(lying(2 ** 64 - 4))), 'NotFoundError', 'gone')
      same(sizeOf(lying(10)), 10, 'there')
      return Promise.resolve()
    },
  },
]
