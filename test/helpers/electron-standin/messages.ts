import type { MessageBoxOptions, OpenDialogOptions, SaveDialogOptions } from 'electron'

/**
 * What the double of Electron's main process (double.ts, in a process of its own) and the test say to each other. The
 * test holds the page that stands for the window.
 */
export type ToTest =
  /** `window.loadURL` of the built preload's window; answered by `loaded`. */
  | { readonly kind: 'load'; readonly url: string; readonly preload: string }
  | { readonly kind: 'reload' }
  | { readonly kind: 'destroy' }
  | { readonly kind: 'send'; readonly channel: string; readonly args: readonly unknown[] }
  | { readonly kind: 'dialog'; readonly id: number; readonly dialog: ShownDialog }
  | { readonly kind: 'reply'; readonly id: number; readonly outcome: Outcome }
  /** What became of `choose`: a menu item that is there and enabled was clicked, or not. */
  | { readonly kind: 'chosen'; readonly id: number; readonly trouble: string | null }
  | { readonly kind: 'menu'; readonly id: number; readonly items: readonly MenuView[] }

export type ToDouble =
  | { readonly kind: 'loaded' }
  | { readonly kind: 'gone' }
  | { readonly kind: 'invoke'; readonly id: number; readonly channel: string; readonly args: readonly unknown[]; readonly frame: Frame }
  | { readonly kind: 'answer'; readonly id: number; readonly answer: DialogAnswer }
  | { readonly kind: 'choose'; readonly id: number; readonly labels: readonly string[] }
  | { readonly kind: 'show-menu'; readonly id: number }
  | { readonly kind: 'close' }
  | { readonly kind: 'open-file'; readonly path: string }
  | { readonly kind: 'second-instance'; readonly words: readonly string[]; readonly folder: string }

export interface Frame {
  readonly url: string
  readonly parent: Frame | null
}

export type Outcome = { readonly ok: true; readonly value: unknown } | { readonly ok: false; readonly message: string }

export type ShownDialog =
  | { readonly kind: 'open'; readonly options: OpenDialogOptions }
  | { readonly kind: 'save'; readonly options: SaveDialogOptions }
  | { readonly kind: 'message'; readonly options: MessageBoxOptions }

/** Paths chosen, or null for a dialog that was cancelled. */
export type DialogAnswer = readonly string[] | null

export interface MenuView {
  readonly label: string
  readonly enabled: boolean
  readonly checked: boolean
  readonly accelerator: string | null
  readonly items: readonly MenuView[]
}
