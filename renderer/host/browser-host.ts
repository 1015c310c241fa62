import { ok, type Result } from '../../shared/base/result'
import type { SourceFile } from '../../shared/ingest/types'
import type { OutputFile } from '../../shared/protocol/engine-api'
import type { Host } from './host'
import { localPreferences } from './local-preferences'
import { readFile } from './read-file'

const ACCEPTED = '.csv,.tsv,.txt,.tab,.xlsx,.zip,.earshot,.qdc'
const RELEASE_AFTER_MS = 60_000

function pickFiles(multiple: boolean): Promise<readonly File[]> {
  return new Promise((resolve) => {
    const input = document.createElement('input')
    input.type = 'file'
    input.accept = ACCEPTED
    input.multiple = multiple
    input.hidden = true
    const finish = (): void => {
      const files = [...(input.files ?? [])]
      input.remove()
      resolve(files)
    }
    input.addEventListener('cancel', finish)
    input.addEventListener('change', finish)
    // Outside the document it could be collected as garbage while the dialog is open.
    document.body.append(input)
    input.click()
  })
}

async function pickFile(): Promise<Result<SourceFile | null>> {
  const [file] = await pickFiles(false)
  return file ? readFile(file) : ok(null)
}

function download(file: OutputFile): void {
  const url = URL.createObjectURL(new Blob([new Uint8Array(file.bytes)]))
  const link = document.createElement('a')
  link.href = url
  link.download = file.name
  link.click()
  setTimeout(() => URL.revokeObjectURL(url), RELEASE_AFTER_MS)
}

/** The engine keeps each project in a folder of its own (renderer/engine/opfs-shelf.ts). */
async function isThere(id: string): Promise<boolean> {
  try {
    const projects = await (await navigator.storage.getDirectory()).getDirectoryHandle('projects')
    await (await projects.getDirectoryHandle(id)).getFileHandle('journal')
    return true
  } catch (error) {
    // Of anything else nobody knows.
    return !(error instanceof DOMException && error.name === 'NotFoundError')
  }
}

/** Who had each project's lock when it was first looked at: the engine of this window, which had just opened it. */
const holders = new Map<string, string | undefined>()

/** A script of another program can take the lock away (renderer/engine/opfs-shelf.ts), and nobody hears of it but who has it. */
async function isOurs(id: string): Promise<boolean> {
  const { held = [] } = await navigator.locks.query()
  const holder = held.find(({ name }) => name === `earshot-project-${id}`)?.clientId
  if (!holders.has(id)) holders.set(id, holder)
  return holders.get(id) === holder
}

/** Any browser: files by the file input and the download folder. */
export const browserHost = (): Host => ({
  kind: 'browser',
  pickFile,
  pickToOpen: async () => ok(await pickFiles(true)),
  saveFile: (file) => {
    download(file)
    return Promise.resolve(ok('downloaded'))
  },
  kept: { lasts: () => navigator.storage.persist(), isThere, isOurs },
  ...localPreferences(),
})
