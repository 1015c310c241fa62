import type { Page } from '@playwright/test'
import { readdirSync, readFileSync, statSync } from 'node:fs'
import { join } from 'node:path'

/** Everything in the origin's private file system, by path, and what the browser keeps beside it. */
async function keptByBrowser(page: Page): Promise<ReadonlyMap<string, Uint8Array>> {
  const files = await page.evaluate(async () => {
    const all: [string, string][] = [['storage', JSON.stringify({ ...localStorage, ...sessionStorage })]]
    const read = async (folder: FileSystemDirectoryHandle, path: string): Promise<void> => {
      for await (const handle of folder.values()) {
        const name = `${path}/${handle.name}`
        if (handle.kind === 'directory') await read(handle as FileSystemDirectoryHandle, name)
        else {
          const bytes = new Uint8Array(await (await (handle as FileSystemFileHandle).getFile()).arrayBuffer())
          let text = ''
          for (let at = 0; at < bytes.length; at += 8192) text += String.fromCharCode(...bytes.subarray(at, at + 8192))
          all.push([name, text])
        }
      }
    }
    await read(await navigator.storage.getDirectory(), '')
    return all
  })
  return new Map(files.map(([name, text]) => [name, Buffer.from(text, 'latin1')]))
}

/** Everything that the desktop app keeps in its folder: projects, journals, earlier states, and what Chromium keeps beside them. */
const keptByDesktop = (userData: string): ReadonlyMap<string, Uint8Array> =>
  new Map(
    readdirSync(userData, { recursive: true })
      .map((name) => join(userData, String(name)))
      .filter((path) => statSync(path, { throwIfNoEntry: false })?.isFile())
      .map((path) => [path, readFileSync(path)]),
  )

/** What is kept of all projects: in the browser, or (given its folder) by the desktop app. */
export const keptFiles = async (page: Page, userData: string | null): Promise<ReadonlyMap<string, Uint8Array>> =>
  userData === null ? keptByBrowser(page) : keptByDesktop(userData)
