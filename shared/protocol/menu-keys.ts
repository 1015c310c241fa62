/** Accelerators of the system's menus for what the window does on keys of its own; `none`: none is shown. */
export interface MenuKeys {
  readonly undo: string
  readonly redo: string
  readonly palette: string
}

/** As they are made. */
export const MENU_KEYS: MenuKeys = { undo: 'CmdOrCtrl+Z', redo: 'CmdOrCtrl+Shift+Z', palette: 'CmdOrCtrl+K' }

/** What a menu may show: some systems press it themselves, so that a key alone would go off while somebody types. */
export const isAccelerator = (text: string): boolean => text === 'none' || /^CmdOrCtrl\+(Alt\+)?(Shift\+)?([A-Z0-9]|F\d{1,2})$/.test(text)

/** The accelerators for the keys that a person gave to commands, as the window keeps them. */
export function menuKeysOf(kept: string | null): MenuKeys {
  const own = read(kept)
  const of = (command: string, made: string): string => {
    const keys: unknown = Reflect.get(own, command)
    if (!Array.isArray(keys)) return made
    const accelerator = String(keys[0]).replace(/^Mod\+/, 'CmdOrCtrl+')
    return isAccelerator(accelerator) ? accelerator : 'none'
  }
  return { undo: of('keys.undo', MENU_KEYS.undo), redo: of('keys.redo', MENU_KEYS.redo), palette: of('keys.palette', MENU_KEYS.palette) }
}

function read(kept: string | null): object {
  try {
    const value: unknown = JSON.parse(kept ?? '{}')
    return typeof value === 'object' && value !== null ? value : {}
  } catch {
    return {}
  }
}
