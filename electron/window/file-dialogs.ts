import { dialog } from 'electron'
import type { BrowserWindow, FileFilter } from 'electron'
import { existsSync } from 'node:fs'
import { readFile, stat } from 'node:fs/promises'
import { basename } from 'node:path'
import { fault } from '../../shared/base/fault'
import { fileName } from '../../shared/base/file-name'
import { ok, refuse } from '../../shared/base/result'
import type { Result } from '../../shared/base/result'
import type { SourceFile } from '../../shared/ingest/types'
import type { MessageKey, Translate } from '../../shared/locale/translate'
import { replaceFile } from '../disk/atomic-file'
import { withoutPaths } from '../disk/attempt'
import { storageFault } from '../shelf/node-store'
import { PROJECT_EXTENSION, isProjectPath, withEnding } from '../shelf/project-file'

const LARGEST_FILE = 2 ** 30
const TABLES = ['csv', 'tsv', 'txt', 'tab', 'xlsx', 'zip', 'qdc']

/** The dialogs of the system, over `window`, in the language of the moment. What was chosen is a path of this side. */
export interface FileDialogs {
  readonly chooseToOpen: () => Promise<readonly string[]>
  readonly chooseTable: () => Promise<string | null>
  /** Where to keep a project; ends in `.earshot`, and replacing what is there was confirmed. */
  readonly choosePlace: (suggestion: string) => Promise<string | null>
  readonly chooseTarget: (name: string) => Promise<string | null>
}

export function fileDialogs(window: BrowserWindow, say: () => Translate): FileDialogs {
  const filter = (label: MessageKey, extensions: string[]): FileFilter => ({ name: say()(label), extensions })
  const open = async (title: MessageKey, first: FileFilter, several = false): Promise<readonly string[]> => {
    const { canceled, filePaths } = await dialog.showOpenDialog(window, {
      title: say()(title),
      properties: several ? ['openFile', 'multiSelections'] : ['openFile'],
      filters: [first, filter('shell.all-files', ['*'])],
    })
    return canceled ? [] : filePaths
  }
  const save = async (title: MessageKey, defaultPath: string, filters: FileFilter[]): Promise<string | null> => {
    const { canceled, filePath } = await dialog.showSaveDialog(window, {
      title: say()(title),
      defaultPath,
      filters,
      properties: ['createDirectory', 'showOverwriteConfirmation'],
    })
    return canceled || filePath === '' ? null : filePath
  }
  const choosePlace = async (suggestion: string): Promise<string | null> => {
    const path = await save('shell.keep-title', suggestion, [filter('shell.project-filter', [PROJECT_EXTENSION])])
    if (path === null || isProjectPath(path)) return path
    // Not every system adds the ending, and none has asked about the file that has it.
    return existsSync(withEnding(path)) ? choosePlace(withEnding(path)) : withEnding(path)
  }
  return {
    chooseToOpen: () => open('shell.open-title', filter('shell.open-filter', [...TABLES, PROJECT_EXTENSION]), true),
    chooseTable: async () => (await open('shell.table-title', filter('shell.table-filter', TABLES)))[0] ?? null,
    choosePlace,
    chooseTarget: (name) => save('shell.save-title', fileName(name), []),
  }
}

/** A chosen file with its bytes. */
export async function readSource(path: string): Promise<Result<SourceFile>> {
  const name = basename(path)
  try {
    const state = await stat(path)
    // A pipe would be waited for, a device read for ever.
    if (!state.isFile()) return refuse(fault('not-readable', { file: name, what: state.isDirectory() ? 'EISDIR' : 'ENODEV' }))
    const { size } = state
    if (size > LARGEST_FILE) return refuse(fault('too-large', { file: name, what: `${size} > ${LARGEST_FILE} bytes` }))
    // A Buffer is a Node thing; the window gets plain bytes.
    return ok({ name, bytes: new Uint8Array(await readFile(path)) })
  } catch (error) {
    return refuse(fault('not-readable', { file: name, what: codeOf(error) }))
  }
}

/** Replaces the file at `path` as a whole, or leaves it as it was. */
export async function writeTarget(path: string, bytes: Uint8Array): Promise<Result<'saved'>> {
  try {
    await replaceFile(path, bytes)
    return ok('saved')
  } catch (error) {
    return withoutPaths(storageFault(error))
  }
}

const codeOf = (error: unknown): string =>
  error instanceof Error && 'code' in error && typeof error.code === 'string' ? error.code : String(error)
