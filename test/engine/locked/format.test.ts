import { expect, it } from 'vitest'
import { quietTask } from '../../../shared/base/task'
import { unlockStore } from '../../../shared/engine/locked/unlock-store'
import { createMemoryStore } from '../../../shared/engine/project/memory-store'
import { must, testPlatform } from '../../helpers/project'

const PASSWORD = '네 단어 password 하나'
/** A file and the journal upon it as the first version sealed them; see FORMAT.md, section 6. */
const FILE =
  'RUFSU0xPQ0sBAAAAAEwAAAIAAAABAAAAwcyYCNYASo2DjluCRU9TAHvRMnnbRW0GpFEIhYlGDHT+d8hA/ksMeAAAAAAM1r2qQYsQSEfTw/FePeFQOTiEK4hc6KUeagqZO3eTPpasovjDaVfC+k1N3W' +
  'bXkdkBAAAAAAAAAHp36CZWVaAHAAAAABNwnZFhIJQF7szVg978gPigaBC0xN/4YAgxZZEPevNPBESGrFt2RhHQ8VSwAEei8f5Zvz/+5iQxN1mfmTY4cdZEB+RUlyaZxQ=='
const JOURNAL =
  'RVJFQygAAAABAAAAAAAAAHv8SYl6d+gmVlWgBwAAAAElUITwU4nx7KotqjHNWcM3fMWnGhjyUA/TEH1KCkVSRUMnAAAAAQAAAAAAAAAKY937enfoJlZVoAcAAAACKhjMPmV56qNg7c/yY/OrZz1Cdh' +
  'McZh8ag2tOCg=='

const bytesOf = (text: string): Uint8Array => new Uint8Array(Buffer.from(text, 'base64'))
const textOf = (bytes: Uint8Array | null): string => new TextDecoder().decode(bytes ?? new Uint8Array())

it('opens what the first version sealed', async () => {
  const kept = { ...createMemoryStore(), readSnapshot: () => Promise.resolve(bytesOf(FILE)), readJournal: () => Promise.resolve(bytesOf(JOURNAL)) }
  const store = must(await unlockStore(await testPlatform(), kept, PASSWORD.normalize('NFD'), 'p', quietTask))
  expect(textOf(await store.readSnapshot())).toBe('what a project file says')
  expect(textOf(await store.readJournal())).toBe('one change, and another')
})

it('refuses a newer version by its number, with the file whole', async () => {
  const platform = await testPlatform()
  const newer = bytesOf(FILE)
  newer[8] = 2
  newer.set(Buffer.from(await platform.sha256(newer.subarray(0, -32)), 'hex'), newer.length - 32)
  const kept = { ...createMemoryStore(), readSnapshot: () => Promise.resolve(newer) }
  expect(await unlockStore(platform, kept, PASSWORD, 'p', quietTask)).toMatchObject({ ok: false, fault: { code: 'newer-format', params: { format: 2 } } })
})
