/// <reference lib="webworker" />
import { refuse } from '../../shared/base/result'
import { fault } from '../../shared/base/fault'
import { openOpfsStore } from '../../renderer/engine/opfs-store'
import { OPFS_CASES } from './opfs-cases'
import { STORE_CONTRACT, type OpenStore } from './store-contract'

// Runs one case of the contract where the store lives: in a dedicated worker.
const scope = self as unknown as DedicatedWorkerGlobalScope

function opfs(folderName: string): OpenStore {
  let isOpen = false
  return async () => {
    // Web Locks are the shelf's; here one worker stands for all.
    if (isOpen) return refuse(fault('locked'))
    isOpen = true
    const folder = await (await navigator.storage.getDirectory()).getDirectoryHandle(folderName, { create: true })
    const store = await openOpfsStore(folder, () => {
      isOpen = false
    })
    return { ok: true, value: store }
  }
}

scope.onmessage = async ({ data }: MessageEvent<string>) => {
  const found = STORE_CONTRACT.find(({ name }) => name === data)
  const own = OPFS_CASES.find(({ name }) => name === data)
  const folder = `contract-${crypto.randomUUID()}`
  try {
    if (own) await own.run(await (await navigator.storage.getDirectory()).getDirectoryHandle(folder, { create: true }))
    else if (found) await found.run(opfs(folder))
    else throw new Error(`no case "${data}"`)
    scope.postMessage(null)
  } catch (error) {
    scope.postMessage(error instanceof Error ? error.message : String(error))
  }
}
