import type { Page } from '@playwright/test'

/** What the browser keeps beside the project's own files: preferences, caches, the cards of the list of projects. */
export const keptBeside = (page: Page): Promise<string> =>
  page.evaluate(async () => {
    const texts = [JSON.stringify({ ...localStorage }), JSON.stringify({ ...sessionStorage }), document.cookie]
    for (const name of await caches.keys()) for (const { url } of await (await caches.open(name)).keys()) texts.push(url)
    const read = async (folder: FileSystemDirectoryHandle): Promise<void> => {
      for await (const handle of folder.values()) {
        if (handle.kind === 'directory') await read(handle as FileSystemDirectoryHandle)
        else if (/card|\.json$/u.test(handle.name)) texts.push(await (await (handle as FileSystemFileHandle).getFile()).text())
      }
    }
    await read(await navigator.storage.getDirectory())
    return texts.join('\n')
  })
