import type { Result } from '../base/result'
import type { SourceFile } from '../ingest/types'

/**
 * What the desktop shell lends the window, as `window.earshot`; absent in a browser. Names and bytes only: the window
 * never sees or sends a path, every file is chosen in a dialog of the system.
 */
export interface DesktopShell {
  readonly kind: 'desktop'
  /** The file chosen, or null when the dialog was cancelled. */
  readonly openFile: () => Promise<Result<SourceFile | null>>
  /** `name` is a suggestion. The file chosen is replaced as a whole or not at all. */
  readonly saveFile: (name: string, bytes: Uint8Array) => Promise<Result<'saved' | 'cancelled'>>
}

/** The calls that cross from the window to the shell: one channel each, named `shell.METHOD`. */
export type ShellMethod = Exclude<keyof DesktopShell, 'kind'>
export type ShellChannel = `shell.${ShellMethod}`
