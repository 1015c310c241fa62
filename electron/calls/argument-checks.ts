import { LOCALES } from '../../shared/locale/translate'
import { isAccelerator } from '../../shared/protocol/menu-keys'
import { MENU_THEMES, type DesktopShell, type ShellMethod, type WindowMethod } from '../../shared/protocol/shell'
import type { ShelfCalls, ShelfMethod } from '../../shared/protocol/store-rpc'
import { isGenerationName } from '../shelf/generations'

/**
 * What each call may be given. The window is the app's own, but it shows what strangers wrote: nothing that comes from
 * it is used before it was looked at.
 */
type Check<T> = (value: unknown) => value is T
export type Checks<A extends readonly unknown[]> = { readonly [K in keyof A]: Check<A[K]> }

const LONGEST_NAME = 1000
const LONGEST_CARD = 1 << 20
/** More than a project can be; see README, Limits. */
const MOST_BYTES = 2 ** 31

const isText =
  (longest: number) =>
  (value: unknown): value is string =>
    typeof value === 'string' && value.length <= longest && !value.includes('\0')

/** One plain name: ids name folders. Windows keeps some for its devices. */
const isId = (value: unknown): value is string =>
  typeof value === 'string' &&
  /^[0-9a-zA-Z][0-9a-zA-Z-]{0,63}$/.test(value) &&
  !/^(con|prn|aux|nul|com\d|lpt\d)$/i.test(value)

const isHash = (value: unknown): value is string => typeof value === 'string' && /^[0-9a-f]{1,64}$/.test(value)

const isCount = (value: unknown): value is number => Number.isSafeInteger(value) && Number(value) >= 0

/** Bytes of their own, not memory that somebody else may still write to. */
const isBytes = (value: unknown): value is Uint8Array =>
  value instanceof Uint8Array && value.buffer instanceof ArrayBuffer && value.length <= MOST_BYTES

const isGeneration = (value: unknown): value is string => typeof value === 'string' && isGenerationName(value)

const oneOf =
  <T extends string>(all: readonly T[]) =>
  (value: unknown): value is T =>
    all.some((each) => each === value)

/** Windows allows 32,767 characters. */
const isPath = isText(1 << 15)
const isName = isText(LONGEST_NAME)

export const SHELF_ARGUMENTS: { readonly [M in ShelfMethod]: Checks<Parameters<ShelfCalls[M]>> } = {
  list: [],
  open: [isId],
  create: [isId],
  describe: [isId, isText(LONGEST_CARD)],
  remove: [isId],
  generations: [isId],
  readGeneration: [isId, isGeneration],
  dropGenerations: [isId],
  readSnapshot: [isCount],
  writeSnapshot: [isCount, isBytes],
  readJournal: [isCount],
  appendJournal: [isCount, isBytes],
  truncateJournal: [isCount, isCount],
  writeBatch: [isCount, isHash, isBytes],
  readBatch: [isCount, isHash],
  dropBatches: [isCount],
  close: [isCount],
}

/** The calls of the window as they arrive: the preload turns a dropped file into its path. */
export type ShellCalls = Pick<DesktopShell, Exclude<ShellMethod, 'openDropped'>> & {
  readonly openDropped: (path: string) => ReturnType<DesktopShell['openDropped']>
}

const isKey = (value: unknown): value is string => typeof value === 'string' && isAccelerator(value)

export const SHELL_ARGUMENTS: { readonly [M in ShellMethod]: Checks<Parameters<ShellCalls[M]>> } = {
  openTable: [],
  openFiles: [],
  openDropped: [isPath],
  saveFile: [isName, isBytes],
  keepProject: [isId, isName, oneOf(['save', 'save-as'])],
  coder: [],
  setLocale: [oneOf(LOCALES)],
  setTheme: [oneOf(MENU_THEMES)],
  setMenuKeys: [isKey, isKey, isKey],
}

export type WindowCalls = { readonly [M in WindowMethod]: () => Promise<void> }

export const WINDOW_ARGUMENTS: { readonly [M in WindowMethod]: readonly [] } = { start: [], listening: [], closed: [] }
