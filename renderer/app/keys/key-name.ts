/** The part of a keyboard event that names its key. */
export type KeyPress = Pick<KeyboardEvent, 'key' | 'code' | 'ctrlKey' | 'metaKey' | 'altKey' | 'shiftKey'>

/** A letter of the Latin layout, also while a Korean layout is on: `code` names the place of the key. */
function letterOf({ key, code }: KeyPress): string | null {
  if (/^[a-z]$/i.test(key)) return key.toLowerCase()
  const place = /^Key([A-Z])$/.exec(code)?.[1]
  return place && key.length === 1 && !/[\x20-\x7e]/.test(key) ? place.toLowerCase() : null
}

/**
 * The name of a key press: `j`, `Shift+J`, `Shift+ArrowDown`, `Mod+K`, `Mod+Shift+Z`, `?`. `Mod` is Ctrl, on a Mac ⌘.
 * Letters with a modifier are upper case; Shift is not named where it only makes another sign.
 */
export function keyName(press: KeyPress, mac: boolean): string {
  const letter = letterOf(press)
  const key = press.key === ' ' ? 'Space' : press.key
  const shift = press.shiftKey && (letter !== null || key.length > 1)
  const [mod, other] = mac ? [press.metaKey, press.ctrlKey] : [press.ctrlKey, press.metaKey]
  const held = [mod && 'Mod', other && (mac ? 'Ctrl' : 'Meta'), press.altKey && 'Alt', shift && 'Shift']
  const before = held.filter((part) => part !== false)
  const last = letter === null ? key : before.length > 0 ? letter.toUpperCase() : letter
  return [...before, last].join('+')
}
