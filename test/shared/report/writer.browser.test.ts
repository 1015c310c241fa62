import { expect, it } from 'vitest'
import { officeFaults } from './well-formed'

it('writes whole decks and workbooks in a worker', async () => {
  const worker = new Worker(new URL('./writer.worker.ts', import.meta.url), { type: 'module' })
  const files = await new Promise<readonly Uint8Array[]>((resolve, reject) => {
    worker.onmessage = (event: MessageEvent<readonly Uint8Array[]>) => resolve(event.data)
    worker.onerror = (event) => reject(new Error(event.message))
  })
  worker.terminate()
  expect(files).toHaveLength(2)
  for (const bytes of files) {
    expect(bytes.length).toBeGreaterThan(10_000)
    expect(officeFaults(bytes)).toEqual([])
  }
})
