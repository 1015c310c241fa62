import type { Result } from '../base/result'
import type { SourceFile } from '../ingest/types'
import type { Locale } from '../locale/translate'
import type { ShelfCalls, ShelfMethod } from './store-rpc'

/**
 * What the desktop shell lends the window, as `window.earshot`; absent in a browser. Names, ids and bytes only: the
 * window never sees or sends a path. Files of the person's are reached only through a dialog of the system, a drop, the
 * list of projects, or a file that the system asked the app to open.
 */
export interface DesktopShell {
  readonly kind: 'desktop'
  /** Where the engine keeps projects. */
  readonly shelf: ShelfCalls
  /** Asks for a table to read (a codebook, say); null when the dialog was cancelled. */
  readonly openTable: () => Promise<Result<SourceFile | null>>
  /** Asks for survey exports or project files; none when the dialog was cancelled. */
  readonly openFiles: () => Promise<Result<readonly (SourceFile | ProjectFile)[]>>
  /** A file that was dropped on the window, when it is a project file on disk; null for everything else. */
  readonly openDropped: (file: object) => Promise<Result<ProjectFile | null>>
  /** `name` is a suggestion. The file chosen is replaced as a whole or not at all. */
  readonly saveFile: (name: string, bytes: Uint8Array) => Promise<Result<'saved' | 'cancelled'>>
  /**
   * Makes an open project the file that the person chooses, from now on, with what the engine saved last; `save` asks
   * only when it is no file yet. Null when the dialog was cancelled.
   */
  readonly keepProject: (id: string, name: string, how: 'save' | 'save-as') => Promise<Result<KeptProject | null>>
  /** The name of who is logged in. */
  readonly coder: () => Promise<string>
  /** The language of menus and dialogs. */
  readonly setLocale: (locale: Locale) => Promise<void>
  /** The appearance of what the system draws, and what the menu ticks. */
  readonly setTheme: (theme: MenuTheme) => Promise<void>
  /** The keys that the menus show for undo, redo and the palette; see `MenuKeys`. */
  readonly setMenuKeys: (undo: string, redo: string, palette: string) => Promise<void>
  /** What the person chose in the menus, and files that the system asked the app to open. Earlier ones come first. */
  readonly onMenu: (listener: (command: MenuCommand) => void) => void
  /** Called before the window closes; it waits, for a bounded time, until the promise settles. */
  readonly onClose: (listener: () => Promise<unknown>) => void
}

/** A project file that the person chose: the engine opens it by its id. */
export interface ProjectFile {
  readonly project: string
  readonly name: string
}

/** The name of the file that a project is, without its folder. */
export interface KeptProject {
  readonly file: string
}

/** In the order of the rail. */
export const MENU_SCREENS = ['start', 'data', 'code', 'slice', 'compare', 'drivers', 'summary'] as const
export type MenuScreen = (typeof MENU_SCREENS)[number]
export const MENU_THEMES = ['system', 'light', 'dark'] as const
export type MenuTheme = (typeof MENU_THEMES)[number]

/** Everything the menus can ask of the window. */
export type MenuCommand =
  /** Choose a survey export and begin a new project with it. */
  | { readonly kind: 'new-from-file' }
  /** Choose a survey export or a project file. */
  | { readonly kind: 'open' }
  | { readonly kind: 'open-project'; readonly project: string; readonly name: string }
  | { readonly kind: 'save' }
  | { readonly kind: 'save-as' }
  | { readonly kind: 'export' }
  | { readonly kind: 'password' }
  | { readonly kind: 'close-project' }
  | { readonly kind: 'undo' }
  | { readonly kind: 'redo' }
  | { readonly kind: 'show'; readonly screen: MenuScreen }
  | { readonly kind: 'theme'; readonly theme: MenuTheme }
  | { readonly kind: 'palette' }
  | { readonly kind: 'shortcuts' }

/** The calls of the window, one channel each: `shell.openFile`, `shelf.list`, … */
export type ShellMethod = Exclude<keyof DesktopShell, 'kind' | 'shelf' | 'onMenu' | 'onClose'>
/**
 * What the preload says of itself: `start`, a page has begun and those before it are gone; `listening`, it hears the
 * menus; `closed`, it has done what it had to before the window closes.
 */
export type WindowMethod = 'start' | 'listening' | 'closed'
export type ShellChannel = `shell.${ShellMethod}` | `shelf.${ShelfMethod}` | `window.${WindowMethod}`
/** What the shell says to the preload. */
export type ShellEvent = 'window.menu' | 'window.close'
