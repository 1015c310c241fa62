import { ok, type Result } from '../../shared/base/result'
import type { SourceFile } from '../../shared/ingest/types'
import type { OutputFile } from '../../shared/protocol/engine-api'
import type { Host } from './host'
import { localPreferences } from './local-preferences'
import { readFile } from './read-file'

const ACCEPTED = '.csv,.tsv,.txt,.tab,.xlsx,.zip,.earshot'
const RELEASE_AFTER_MS = 60_000

function pickFile(): Promise<Result<SourceFile | null>> {
  return new Promise((resolve) => {
    const input = document.createElement('input')
    input.type = 'file'
    input.accept = ACCEPTED
    input.hidden = true
    const finish = (): void => {
      const file = input.files?.[0]
      input.remove()
      resolve(file ? readFile(file) : ok(null))
    }
    input.addEventListener('cancel', finish)
    input.addEventListener('change', finish)
    // Outside the document it could be collected as garbage while the dialog is open.
    document.body.append(input)
    input.click()
  })
}

function download(file: OutputFile): void {
  const url = URL.createObjectURL(new Blob([new Uint8Array(file.bytes)]))
  const link = document.createElement('a')
  link.href = url
  link.download = file.name
  link.click()
  setTimeout(() => URL.revokeObjectURL(url), RELEASE_AFTER_MS)
}

/** Any browser: files by the file input and the download folder. */
export const browserHost = (): Host => ({
  kind: 'browser',
  pickFile,
  saveFile: (file) => {
    download(file)
    return Promise.resolve(ok('downloaded'))
  },
  ...localPreferences(),
})
