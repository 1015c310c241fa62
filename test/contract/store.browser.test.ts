import { describe, expect, it } from 'vitest'
import { OPFS_CASES } from './opfs-cases'
import { STORE_CONTRACT } from './store-contract'

function runInWorker(name: string): Promise<string | null> {
  const worker = new Worker(new URL('./opfs-worker.ts', import.meta.url), { type: 'module' })
  return new Promise<string | null>((resolve) => {
    worker.onmessage = ({ data }: MessageEvent<string | null>) => resolve(data)
    worker.onerror = (event) => resolve(event.message)
    worker.postMessage(name)
  }).finally(() => worker.terminate())
}

describe('the browser store', () => {
  it.each([...STORE_CONTRACT, ...OPFS_CASES].map(({ name }) => name))('%s', async (name) => {
    expect(await runInWorker(name)).toBeNull()
  })
})
