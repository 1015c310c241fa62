import { dialog } from 'electron'
import type { BrowserWindow } from 'electron'
import { readFile, stat } from 'node:fs/promises'
import { basename } from 'node:path'
import { fault } from '../shared/base/fault'
import type { Fault } from '../shared/base/fault'
import { ok, refuse } from '../shared/base/result'
import type { Result } from '../shared/base/result'
import type { SourceFile } from '../shared/ingest/types'
import type { Translate } from '../shared/locale/translate'
import { writeFileAtomically } from './atomic-file'
import { suggestedName } from './suggested-name'

const LARGEST_FILE = 2 ** 30
const READABLE = ['csv', 'tsv', 'txt', 'xlsx', 'earshot']

/** Asks for a file and reads it; null when the user changes their mind. */
export async function openFile(window: BrowserWindow, say: Translate): Promise<Result<SourceFile | null>> {
  const chosen = await dialog.showOpenDialog(window, {
    title: say('shell.open-title'),
    properties: ['openFile'],
    filters: [
      { name: say('shell.open-filter'), extensions: READABLE },
      { name: say('shell.all-files'), extensions: ['*'] },
    ],
  })
  const path = chosen.filePaths[0]
  if (chosen.canceled || path === undefined) return ok(null)
  const name = basename(path)
  try {
    const { size } = await stat(path)
    if (size > LARGEST_FILE) return refuse(fault('too-large', { file: name, what: `${size} > ${LARGEST_FILE} bytes` }))
    return ok({ name, bytes: await readFile(path) })
  } catch (error) {
    return refuse(fault('not-readable', { file: name, what: codeOf(error) }))
  }
}

/** Asks where to save and writes there. */
export async function saveFile(
  window: BrowserWindow,
  say: Translate,
  name: string,
  bytes: Uint8Array,
): Promise<Result<'saved' | 'cancelled'>> {
  const chosen = await dialog.showSaveDialog(window, {
    title: say('shell.save-title'),
    defaultPath: suggestedName(name),
    properties: ['createDirectory', 'showOverwriteConfirmation'],
  })
  if (chosen.canceled || chosen.filePath === '') return ok('cancelled')
  try {
    writeFileAtomically(chosen.filePath, bytes)
    return ok('saved')
  } catch (error) {
    return refuse(storageFault(error))
  }
}

function storageFault(error: unknown): Fault {
  const code = codeOf(error)
  return code === 'ENOSPC' || code === 'EDQUOT' ? fault('storage-full') : fault('storage', { what: code })
}

const codeOf = (error: unknown): string =>
  error instanceof Error && 'code' in error && typeof error.code === 'string' ? error.code : String(error)
